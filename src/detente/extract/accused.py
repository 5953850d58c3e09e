"""Who is accused: a side, a person, or whose deed, words or plan are blamed."""

from collections.abc import Iterable

from detente.extract.reading import Reading
from detente.extract.roles import patient, people_or_sides, unique
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors


def accused(reading: Reading, verb: Token) -> Actors:
    """Return who is accused by a verb; a person accused by name stays a person."""
    objects = reading.children(verb.i, "dobj", "nsubjpass", "dative")
    refs = [r for t in objects for r in of_whom(reading, t)]
    return unique(refs or patient(reading, verb.i))


def of_whom(reading: Reading, noun: Token) -> Actors:
    """Return who a noun means, else whose it is: "Israel", "Putin's remarks", "the words of the envoy"."""
    return (
        reading.actors(noun.i)
        or whose(reading, noun)
        or people_or_sides(reading, noun.i)
        or _made_by(reading, noun)
    )


def whose(reading: Reading, noun: Token) -> Actors:
    """Return whose or by whom a thing is: "the army's", "of the army", "by the army"."""
    preps = reading.children(noun.i, "prep")
    owners = reading.children(noun.i, "poss") or _ends(
        reading, (p for p in preps if p.lemma in {"of", "by"})
    )
    return unique(r for t in owners for r in people_or_sides(reading, t.i))


def _made_by(reading: Reading, noun: Token) -> Actors:
    """Return who made "the remarks made by the two"."""
    clauses = reading.children(noun.i, "acl", "relcl")
    agents = [a for c in clauses for a in reading.children(c.i, "agent")]
    return unique(r for t in _ends(reading, agents) for r in people_or_sides(reading, t.i))


def is_charged(reading: Reading, verb: Token) -> bool:
    """Say whether a verb of blame has somebody to blame, and no thing of his: "slammed him" judges no process."""
    blames = verb.pos == "VERB" and verb.lemma in load_table("stance")["accuse"].words
    objects = reading.children(verb.i, "dobj", "nsubjpass")
    return blames and any(reading.actors(t.i) for t in objects)


def _ends(reading: Reading, preps: Iterable[Token]) -> list[Token]:
    return [o for p in preps for o in reading.children(p.i, "pobj")]
