"""Dated things counted by track and stretch of days, for pages that cannot show each of them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Integer, cast, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import Selection
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query.standpoint import Standpoint, looking

MONTH = 31  # days
DAY = timedelta(days=1)

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
    """Count what begins in each of so many stretches of equal length, by track and kind.

    Over many years these are of whole months, and are read from what is counted with the views.
    """
    with looking(ledger, where) as here:
        if (last - first).days >= stretches * MONTH and _is_counted(here.selection, first, last):
            return _by_months(here, first, last, stretches)
        days = max(-(-((last - first).days + 1) // stretches), 1)
        counted = _counted(here, first, last, days)
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


def _is_counted(selection: Selection, first: date, last: date) -> bool:
    """Say whether the views count what a filter asks for between two days."""
    alone = replace(selection, tracks=None, kinds=None, since=None, until=None, common=frozenset())
    within = (selection.since or first) <= first and last <= (selection.until or last)
    return alone == Selection() and within and last.year < date.max.year


def _by_months(here: Standpoint, first: date, last: date, stretches: int) -> tuple[Crowd, ...]:
    """Count by stretches of whole months, but for the days at both ends."""
    begin, end = _number(first), _number(last)
    months = -(-(end - begin + 1) // stretches)
    found: Counter[Cell] = Counter()
    whole = range(begin, end + 1)
    for month in (begin, end):
        low, high = max(first, _first_day(month)), min(last, _first_day(month + 1) - DAY)
        if (low, high) != (_first_day(month), _first_day(month + 1) - DAY):
            whole = whole[1:] if month == whole.start else whole[:-1]
            ends = _counted(here, low, high, MONTH)
            found.update({(t, k, (month - begin) // months): n for (t, k, _), n in ends.items()})
    found.update(_counted_months(here.connection, here.selection, whole, begin, months))
    return tuple(
        Crowd(
            track=track,
            kind=kind,
            first=max(first, _first_day(begin + number * months)),
            last=min(last, _first_day(min(begin + (number + 1) * months, end + 1)) - DAY),
            count=count,
        )
        for (track, kind, number), count in sorted(found.items())
    )


def _counted_months(
    connection: Connection, selection: Selection, whole: range, begin: int, months: int
) -> Counter[Cell]:
    """Add up what is counted of whole months, by stretches."""
    c = s.track_months.c
    if not whole:
        return Counter()
    year, month = (cast(func.substr(c.month, at, n), Integer) for at, n in ((1, 4), (6, 2)))
    stretch = (year * 12 + month - 1 - begin) // months
    low, high = (_first_day(number).isoformat()[:7] for number in (whole[0], whole[-1]))
    query = select(c.track, c.kind, stretch, func.sum(c["count"])).where(c.month.between(low, high))
    if selection.tracks is not None:
        query = query.where(c.track.in_(sorted(selection.tracks)))
    if selection.kinds is not None:
        query = query.where(c.kind.in_(sorted(selection.kinds)))
    rows = connection.execute(query.group_by(c.track, c.kind, stretch)).all()
    return Counter({(track, Kind(kind), place): count for track, kind, place, count in rows})


def _number(day: date) -> int:
    """Return the number of the month of a day."""
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _counted(here: Standpoint, first: date, last: date, days: int) -> Counter[Cell]:
    day, on = s.items.c.day, s.item_tracks.c
    since = func.julianday(day) - func.julianday(first.isoformat())
    number = (cast(since + 0.5, Integer) / days).label("stretch")
    query = (
        select(on.key, s.items.c.kind, cast(number, Integer), func.count())
        .join_from(s.items, s.item_tracks, on.item == s.items.c.number)
        .where(*_dated(here), day.between(first.isoformat(), last.isoformat()))
        .group_by(on.key, s.items.c.kind, cast(number, Integer))
    )
    if here.selection.tracks is not None:
        query = query.where(on.key.in_(sorted(here.selection.tracks)))
    rows = here.connection.execute(query).all()
    return Counter({(track, Kind(kind), place): count for track, kind, place, count in rows})


def _dated(here: Standpoint) -> tuple[ColumnElement[bool], ...]:
    return (s.items.c.on_timeline, s.items.c.day.is_not(None), *here.selection.conditions())
