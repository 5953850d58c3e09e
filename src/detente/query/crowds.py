"""Dated things counted by track and stretch of days, for pages that cannot show each of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Integer, cast, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query.standpoint import Standpoint, looking

Cell = tuple[str, Kind, int]  # track, kind, number of the stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many things of a kind begin on a track between two days, both included."""

    track: str
    kind: Kind
    first: date
    last: date
    count: int


def span(ledger: Ledger, where: Filter) -> tuple[date, date] | None:
    """Return the first and last day on which something that passes begins."""
    with looking(ledger, where) as here:
        day = s.items.c.day
        # each end by itself, since an index gives the first that passes and is not read further
        first, last = (
            here.connection.scalar(select(day).where(*_dated(here)).order_by(order).limit(1))
            for order in (day, day.desc())
        )
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def crowds(
    ledger: Ledger, where: Filter, *, first: date, last: date, stretches: int
) -> tuple[Crowd, ...]:
    """Count what begins in each of so many stretches of equal length, by track and kind."""
    days = max(-(-((last - first).days + 1) // stretches), 1)
    counted = _counted(ledger, where, first, last, days)
    return tuple(
        Crowd(
            track=track,
            kind=kind,
            first=first + timedelta(days=number * days),
            last=min(first + timedelta(days=(number + 1) * days - 1), last),
            count=count,
        )
        for (track, kind, number), count in sorted(counted.items())
    )


def _counted(ledger: Ledger, where: Filter, first: date, last: date, days: int) -> Counter[Cell]:
    day, on = s.items.c.day, s.item_tracks.c
    since = func.julianday(day) - func.julianday(first.isoformat())
    number = (cast(since + 0.5, Integer) / days).label("stretch")
    with looking(ledger, where) as here:
        query = (
            select(on.key, s.items.c.kind, cast(number, Integer), func.count())
            .join_from(s.items, s.item_tracks, on.item == s.items.c.number)
            .where(*_dated(here), day.between(first.isoformat(), last.isoformat()))
            .group_by(on.key, s.items.c.kind, cast(number, Integer))
        )
        rows = here.connection.execute(query).all()
    return Counter({(track, Kind(kind), place): count for track, kind, place, count in rows})


def _dated(here: Standpoint) -> tuple[ColumnElement[bool], ...]:
    return (s.items.c.on_timeline, s.items.c.day.is_not(None), *here.selection.conditions())
