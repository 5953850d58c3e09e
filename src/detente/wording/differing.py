"""What reports give at a point where they differ, in words."""

from typing import TYPE_CHECKING

from detente.model.entry import Figure, PlaceRef
from detente.model.when import DateRange
from detente.wording.nouns import actors, days, figure

if TYPE_CHECKING:  # asking would load the store, which no page of help may wait for
    from detente.query.differing import Told

NOBODY = "not said"


def told_words(told: "Told") -> str:
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
        case tuple():
            return actors(told)
        case _:
            return f"{actors(told.by) or NOBODY} → {actors(told.to) or NOBODY}"
