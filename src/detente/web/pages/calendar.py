"""The calendar: meetings that were, are to be, were put off, and what is due, by month."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente import query
from detente.model.entry import Kind, MeetingStatus
from detente.model.event import Event
from detente.model.filter import Filter
from detente.query import TimelineItem
from detente.web.address import read_day, without
from detente.web.answer import Answer, Asked, Page, Rows
from detente.web.lines import COLUMNS, Line, line, line_rows

KINDS = (Kind.MEETING, Kind.COMMITMENT)
MOST = 200  # things of one month; the chronology has them all
IN_CELL = 3
TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing of the calendar; ``only`` is the side that alone has announced it, ``steps`` how it came about."""

    line: Line
    only: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the grid."""

    day: date
    inside: bool  # whether it is of the month, and not of the one before or after
    entries: tuple[Entry, ...]


def answer(asked: Asked) -> Answer:
    """Show a month."""
    month = _month(asked)
    if month is None:
        values = {"month": None, "weeks": (), "entries": (), "last": None}
        return Answer(template="calendar.html", title="Calendar", rows=_rows(()), values=values)
    where = asked.address.filter
    # commitments without a day on which they are due are left out
    found = query.timeline(asked.ledger, _of_month(where, month), limit=MOST + 1, own_days=True)
    # what is known to the day first; what happened some time in the month, or in the year, after it
    shown = sorted(found[:MOST], key=lambda i: i.date.day is None)
    entries = tuple(_entry(item) for item in shown)
    return Answer(
        template="calendar.html",
        title=f"Calendar: {month:%B %Y}",
        rows=_rows(shown),
        more=len(found) > MOST,
        values={
            "month": month,
            "before": _shifted(month, -1),
            "after": _shifted(month, 1),
            "weeks": tuple(_weeks(month, entries)),
            "entries": entries,
            "in_cell": IN_CELL,
            "last": None if entries else _last_held(asked, where, month),
        },
    )


def _rows(shown: Sequence[TimelineItem]) -> Rows:
    return line_rows(shown) if shown else Rows(columns=COLUMNS, cells=(), shapes=())


def _month(asked: Asked) -> date | None:
    """Return the first day of the month asked for, or else of the one that the board stands for."""
    typed = asked.address.value("month")
    if typed:
        try:
            return read_day(typed, last=False).replace(day=1)
        except ValueError:
            pass
    day = asked.address.filter.as_of or query.reckoned_on(asked.ledger)
    return day.replace(day=1) if day else None


def _of_month(where: Filter, month: date) -> Filter:
    last = calendar.monthrange(month.year, month.month)[1]
    kinds = tuple(k for k in KINDS if not where.kinds or k in where.kinds)
    return replace(where, kinds=kinds or KINDS, since=month, until=month.replace(day=last))


def _shifted(month: date, by: int) -> str | None:
    number = month.year * 12 + month.month - 1 + by
    year = number // 12
    return f"{year:04}-{number % 12 + 1:02}" if 1 <= year <= 9999 else None


def _entry(item: TimelineItem) -> Entry:
    if item.event is None:
        return Entry(line=line(item))
    steps = tuple(
        dict.fromkeys(f"{s.status} {s.date}" if s.date else s.status for s in item.event.history)
    )
    return Entry(
        line=line(item), only=_only_side(item.event), steps=steps[:8] if len(steps) > 1 else ()
    )


def _only_side(event: Event) -> str:
    if event.status not in TO_COME:
        return ""
    sides = {a.side or a.name for step in event.history for a in step.said_by}
    return sides.pop() if len(sides) == 1 else ""


def _weeks(month: date, entries: Sequence[Entry]) -> list[tuple[Day, ...]]:
    on: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.line.date and entry.line.date.day:
            on.setdefault(entry.line.date.day, []).append(entry)
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return [
        tuple(Day(day=d, inside=d.month == month.month, entries=tuple(on.get(d, ()))) for d in week)
        for week in weeks
    ]


def _last_held(asked: Asked, where: Filter, month: date) -> TimelineItem | None:
    before = replace(where, kinds=(Kind.MEETING,), since=None, until=month)
    found = query.timeline(asked.ledger, before, limit=1, newest_first=True)
    return found[0] if found else None


PAGE = Page(
    path="/calendar",
    title="Calendar",
    answer=answer,
    key="k",
    uses=without("from", "to"),
    takes=("month",),
)
