"""Words of other outlets and versions of other reports, on one line."""

from collections.abc import Iterable

from detente.model.entry import Figure, PlaceRef
from detente.model.when import DateRange
from detente.query import Direction, Term
from detente.query.differing import Told
from detente.wording import actors, days, figure


def words_of(terms: Iterable[Term]) -> str:
    """Write the words of an outlet, each once."""
    return ", ".join(dict.fromkeys(f"“{term.words}”" for term in terms))


def told_words(told: Told) -> str:
    """Write what reports give at a point where they differ."""
    match told:
        case str():
            return told
        case DateRange():
            return days(told)
        case PlaceRef():
            return told.name
        case Figure():
            return figure(told)
        case Direction():
            return f"{actors(told.by) or 'not said'} → {actors(told.to) or 'not said'}"
        case _:
            return actors(told)
