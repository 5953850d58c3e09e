"""A verb of many meanings where it stands, which the rules for it ask."""

from dataclasses import dataclass

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token


@dataclass(frozen=True, slots=True)
class Use:
    """A verb where it stands, and the words of what it is done to."""

    reading: Reading
    verb: Token
    objects: set[str]


def particles(reading: Reading, verb: Token) -> set[str]:
    """Return the small words of a verb: "out" of "took out"."""
    return {t.text.lower() for t in reading.children(verb.i, "prt", "advmod")}


def has_armed_subject(reading: Reading, verb: Token) -> bool:
    """Say whether forces or arms do what a verb tells."""
    table = load_table("incidents")
    subject = reading.subject(verb.i)
    armed = table["armed"].words | table["weapon"].words
    return subject is not None and verb.dep != "acl" and subject.lemma in armed
