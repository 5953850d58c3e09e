"""Pick entries out of an extraction, with their types known."""

from typing import TypeVar

from detente.extract import Extraction
from detente.model.entry import Actors, Entry

E = TypeVar("E", bound=Entry)


def of_type(extraction: Extraction, noun: type[E]) -> list[E]:
    """Return the entries of one kind, in the order of the text."""
    return [e for e in extraction.entries if isinstance(e, noun)]


def only(extraction: Extraction, noun: type[E]) -> E:
    """Return the one entry of a kind."""
    (entry,) = of_type(extraction, noun)
    return entry


def names(actors: Actors) -> list[str]:
    """Return the names of actors."""
    return [a.name for a in actors]


def quote(entry: Entry) -> str:
    """Return the words of an entry's first evidence."""
    return entry.evidence[0].quote
