"""An event or entry with the day that it counts from, and lists of them from the latest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dated:
    """An event (or entry) with its day.

    ``told``: when a plan that stands was first told. ``of_party``: one of the parties is named as its doer.
    """

    day: date
    id: str
    told: date | None = None
    of_party: bool = False


def latest_first(items: Iterable[Dated]) -> tuple[Dated, ...]:
    """Sort from the latest to the earliest."""
    return tuple(sorted(items, key=lambda i: (-i.day.toordinal(), i.id)))


def last_day(*lists: tuple[Dated, ...]) -> date:
    """Return the latest day in several lists that run from the latest on; the first of all days in none."""
    return max((items[0].day for items in lists if items), default=date.min)
