"""Lists between two days, read by the stretch of an index in which these days lie.

What passes a filter of days lies, but for little, close to the day by which it is sorted: a meeting on its day,
words on the day they were published. What reaches further is marked so in the views, and sought for itself. So
a list between two days does not pass over all that came before them, and no more of it is read in a long record.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, text, union_all

from detente.ledger.facets import Selection

CLOSE, WITHIN_A_YEAR = 31, 366  # days


class Reach(IntEnum):
    """How far the days of something reach from the one by which it is sorted, where they are not close to it."""

    YEAR = 1
    FAR = 2


def reach(days: tuple[str, str] | None, sorted_by: str | None) -> Reach | None:
    """Say how far days reach from the one that sorts; ``None``: they are close to it, or not known."""
    if days is None:
        return None
    if sorted_by is None:
        return Reach.FAR
    first, last, day = map(date.fromisoformat, (*days, sorted_by))
    apart = max((day - first).days, (last - day).days)
    if apart <= CLOSE:
        return None
    return Reach.YEAR if apart <= WITHIN_A_YEAR else Reach.FAR


def sequence(
    query: Select[Any],
    selection: Selection,
    *,
    by: ColumnElement[Any],
    reaches: ColumnElement[Any],
    order: Sequence[str],
) -> Select[Any] | CompoundSelect[Any]:
    """Put what a query selects in order; where the selection has days, by stretches that the database merges.

    The query holds the conditions of the selection and selects the columns that ``order`` names; ``by`` is the
    day that sorts, ``reaches`` says what reaches far from it.
    """
    in_order = tuple(map(text, order))
    first, *rest = stretches(query, selection, by=by, reaches=reaches)
    return union_all(first, *rest).order_by(*in_order) if rest else first.order_by(*in_order)


def stretches(
    query: Select[Any],
    selection: Selection,
    *,
    by: ColumnElement[Any],
    reaches: ColumnElement[Any],
) -> tuple[Select[Any], ...]:
    """Take what a query selects apart: what lies close to the day that sorts it first, then what reaches far."""
    if selection.since is None and selection.until is None:
        return (query,)
    return (
        query.where(reaches.is_(None), *around(selection, by)),
        query.where(reaches == Reach.YEAR, *around(selection, by, WITHIN_A_YEAR)),
        query.where(reaches == Reach.FAR),
    )


def around(
    selection: Selection, by: ColumnElement[Any], days: int = CLOSE
) -> list[ColumnElement[bool]]:
    """Bound the day that sorts, so many days around those of the selection."""
    found = []
    if selection.since:
        found.append(by >= _moved(selection.since, -days))
    if selection.until:
        found.append(by <= _moved(selection.until, days))
    return found


def _moved(day: date, days: int) -> str:
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number).isoformat()
