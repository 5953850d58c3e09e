"""Who does a deed that a noun names, and whom it befalls: "the killing of X by Y", "Y's capture of X"."""

from detente.extract.captivity import is_person
from detente.extract.reading import Reading
from detente.extract.roles import (
    agent_side,
    befalls,
    between,
    fired_by,
    people_or_sides,
    unique,
)
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors


def parties_of_deed(reading: Reading, noun: Token) -> tuple[Actors, Actors]:
    """Return who does what a noun tells and whom it befalls, as far as its own words name them."""
    by = _behind(reading, noun, "by") or _by_clause(reading, noun) or fired_by(reading, noun)
    by = by or _taken_on(reading, noun)
    if not befalls(noun):
        return by or between(reading, noun.i), ()
    to = _behind(reading, noun, "of")
    owners = reading.children(noun.i, "poss")
    if owners and not to and any(is_person(reading, t) for t in owners):
        to = _sides(reading, owners)
    elif not by:
        by = _sides(reading, owners)
    if not by:
        beside = reading.children(noun.i, "amod", "compound", "nmod")
        by = _sides(reading, [t for t in beside if not reading.is_backer(t)])
    return by, tuple(r for r in to if r not in by)


def _taken_on(reading: Reading, noun: Token) -> Actors:
    """Return who "is responsible for an attack", "is behind the raid", "announced the start of an operation"."""
    table = load_table("incidents")
    above = reading.tokens[noun.head]
    if noun.dep == "pobj" and above.lemma == "of":
        start = reading.tokens[above.head]
        return _taken_on(reading, start) if start.lemma in table["start"].words else ()
    does = table["order"].words | table["carry out"].words | {"make", "fly"}
    if noun.dep == "dobj" and above.lemma in does:
        return agent_side(reading, above.i)
    if noun.dep != "pobj" or above.lemma not in {"for", "behind"}:
        return ()
    told = reading.tokens[above.head]
    if told.lemma in {"responsible", "responsibility"}:
        return agent_side(reading, told.head)
    return agent_side(reading, told.i) if above.lemma == "behind" and told.lemma == "be" else ()


def is_done_by(reading: Reading, noun: Token) -> bool:
    """Read "killings committed by the militia", "raids carried out by the army"."""
    return bool(_by_clause(reading, noun))


def is_of_person(reading: Reading, noun: Token) -> bool:
    """Read "his captivity", "the hostage's release": whose own lot a noun tells."""
    return any(
        is_person(reading, t) or t.text.lower() in {"his", "her", "their"}
        for t in reading.children(noun.i, "poss")
    )


def _by_clause(reading: Reading, noun: Token) -> Actors:
    doing = load_table("incidents")["carry out"].words
    clauses = [t for t in reading.children(noun.i, "acl") if t.tag == "VBN" and t.lemma in doing]
    return unique(r for t in clauses for r in agent_side(reading, t.i))


def _behind(reading: Reading, noun: Token, word: str) -> Actors:
    preps = [p for p in reading.children(noun.i, "prep", "agent") if p.lemma == word]
    return _sides(reading, [o for p in preps for o in reading.children(p.i, "pobj")])


def _sides(reading: Reading, nouns: list[Token]) -> Actors:
    return unique(reading.side_of(r) for t in nouns for r in people_or_sides(reading, t.i))
