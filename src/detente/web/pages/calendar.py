"""The calendar: meetings that were, are to be, were put off, and what is due, by month."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente import query
from detente.model.entry import Kind, MeetingStatus
from detente.model.event import Event, Step
from detente.model.filter import Filter
from detente.query import TimelineItem
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page, Rows
from detente.web.lines import COLUMNS, Line, line, line_rows
from detente.web.pages.calendar_grid import days_of, some_day, weeks
from detente.wording import actors, days

KINDS = (Kind.MEETING, Kind.COMMITMENT)
MOST = 200  # things of one month; the chronology has them all
IN_CELL = 3
SHOWN_SOME_DAY = 6
LOOKED_AT = 12  # meetings before and after the month, for the nearest with days of its own
STEPS = 6  # of one event that are told
LONGEST = 31  # days within which such a one lies
TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing of the calendar; ``only`` is the side that alone has announced it, ``steps`` how it came about."""

    line: Line
    only: str = ""
    steps: tuple[str, ...] = ()


def answer(asked: Asked) -> Answer:
    """Show a month."""
    month = _month(asked)
    if month is None:
        values = {"month": None, "weeks": (), "entries": ()}
        return Answer(template="calendar.html", title="Calendar", rows=_rows(()), values=values)
    where = asked.address.filter
    # commitments without a day on which they are due are left out
    found = query.timeline(asked.ledger, _of_month(where, month), limit=MOST + 1, own_days=True)
    # what has days of its own first; what happened some time in the month, or in the year, after it
    shown = sorted(found[:MOST], key=lambda i: not days_of(i.date))
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
            "weeks": weeks(month, shown),
            "some_day": some_day(shown),
            "entries": entries,
            "in_cell": IN_CELL,
            "shown_some_day": SHOWN_SOME_DAY,
            "near": {
                "before": _nearest(asked, where, month, later=False),
                "after": _nearest(asked, where, month, later=True),
            },
            "met": any(i.kind is Kind.MEETING and days_of(i.date) for i in shown),
        },
    )


def _rows(shown: Sequence[TimelineItem]) -> Rows:
    return line_rows(shown) if shown else Rows(columns=COLUMNS, cells=(), shapes=())


def _month(asked: Asked) -> date | None:
    """Return the first day of the month asked for, or else of the one that the board stands for."""
    if asked.address.month:
        return asked.address.month
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
    steps = _steps(item.event)
    return Entry(
        line=line(item), only=_only_side(item.event), steps=steps if len(steps) > 1 else ()
    )


def _steps(event: Event) -> tuple[str, ...]:
    """Tell how an event came about, in the order of telling: each state and day once, by whom it was told first."""
    found: dict[tuple[str, str], str] = {}
    for step in sorted(event.history, key=_told_on):
        who = actors(step.said_by) or step.outlet or "outlet not known"
        day = f" for {days(step.date)}" if step.date else ""
        told = f", told {step.published}" if step.published else ""
        found.setdefault((step.status, str(step.date)), f"{step.status}{day}{told} by {who}")
    steps = tuple(found.values())
    return steps if len(steps) <= STEPS else (*steps[: STEPS - 1], steps[-1])


def _told_on(step: Step) -> date:
    when = step.published
    return (when.end if when else None) or date.max


def _only_side(event: Event) -> str:
    if event.status not in TO_COME:
        return ""
    sides = {a.side or a.name for step in event.history for a in step.said_by}
    return sides.pop() if len(sides) == 1 else ""


def _nearest(
    asked: Asked, where: Filter, month: date, *, later: bool
) -> tuple[TimelineItem, date] | None:
    """Find the nearest meeting outside of a month, and its month."""
    after = (month + timedelta(days=31)).replace(day=1)
    days = replace(where, since=after, until=None) if later else _before(where, month)
    meetings = replace(days, kinds=(Kind.MEETING,))
    found = query.timeline(asked.ledger, meetings, limit=LOOKED_AT, newest_first=not later)
    for item in found:
        start, end = item.date.start, item.date.end
        if start and end and (end - start).days <= LONGEST and (start >= after) == later:
            return item, start.replace(day=1)
    return None


def _before(where: Filter, month: date) -> Filter:
    return replace(where, since=None, until=month - timedelta(days=1))


PAGE = Page(
    path="/calendar",
    title="Calendar",
    answer=answer,
    key="k",
    uses=without("from", "to"),
    takes=("month",),
)
