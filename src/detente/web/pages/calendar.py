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
    day = _day(asked)
    if day is None:
        values = {"month": None, "weeks": (), "entries": ()}
        return Answer(
            template="calendar.html", title="Calendar", rows=_rows((), asked), values=values
        )
    where = asked.address.filter
    month = _within(asked.address.month, where) if asked.address.month else _opening(asked, day)
    # commitments without a day on which they are due are left out
    found = query.timeline(asked.ledger, _of_month(where, month), limit=MOST + 1, own_days=True)
    # what has days of its own first; what happened some time in the month, or in the year, after it
    shown = sorted(found[:MOST], key=lambda i: not days_of(i.date))
    entries = tuple(_entry(item) for item in shown)
    return Answer(
        template="calendar.html",
        title=f"Calendar: {month:%B %Y}",
        rows=_rows(shown, asked),
        more=len(found) > MOST,
        values={
            "month": month,
            "before": _shifted(month, -1, where),
            "after": _shifted(month, 1, where),
            "opened_for": None if asked.address.month or _same_month(day, month) else day,
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


def _rows(shown: Sequence[TimelineItem], asked: Asked) -> Rows:
    return line_rows(shown, asked) if shown else Rows(columns=COLUMNS, cells=(), shapes=())


def _day(asked: Asked) -> date | None:
    """Return the day for which the calendar opens: the one that the board stands for, as the filter lets it."""
    day = asked.address.month or asked.address.filter.as_of or query.reckoned_on(asked.ledger)
    return _within(day, asked.address.filter) if day else None


def _within(day: date, where: Filter) -> date:
    return max(min(day, where.until or day), where.since or date.min)


def _same_month(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _opening(asked: Asked, day: date) -> date:
    """Return the month of a day if it has something on its days, else the nearest one that has, else that month."""
    month, where = day.replace(day=1), asked.address.filter
    found = query.timeline(asked.ledger, _of_month(where, month), limit=MOST, own_days=True)
    if any(days_of(item.date) for item in found):
        return month
    nearest = (
        _nearest(asked, where, month, later=later, kinds=_kinds(where)) for later in (False, True)
    )
    months = [near[1] for near in nearest if near]
    return min(months, key=lambda each: abs(each - month), default=month)


def _kinds(where: Filter) -> tuple[Kind, ...]:
    return tuple(k for k in KINDS if not where.kinds or k in where.kinds) or KINDS


def _of_month(where: Filter, month: date) -> Filter:
    """Narrow a filter to a month, or to the days of it that the filter lets pass."""
    month = month.replace(day=1)
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    return replace(
        where,
        kinds=_kinds(where),
        since=max(month, where.since or month),
        until=min(last, where.until or last),
    )


def _shifted(month: date, by: int, where: Filter) -> str | None:
    """Return the month so many months on, if it is in the calendar and the filter lets days of it pass."""
    number = month.year * 12 + month.month - 1 + by
    if not 1 <= number // 12 <= date.max.year:
        return None
    other = date(number // 12, number % 12 + 1, 1)
    return f"{other:%Y-%m}" if _same_month(_within(other, where), other) else None


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
    asked: Asked,
    where: Filter,
    month: date,
    *,
    later: bool,
    kinds: tuple[Kind, ...] = (Kind.MEETING,),
) -> tuple[TimelineItem, date] | None:
    """Find the nearest meeting, or thing of these kinds, outside of a month, and its month."""
    month = month.replace(day=1)
    after = (month + timedelta(days=31)).replace(day=1)
    days = _after(where, after) if later else _before(where, month)
    found = query.timeline(
        asked.ledger,
        replace(days, kinds=kinds),
        limit=LOOKED_AT,
        newest_first=not later,
        own_days=True,
    )
    for item in found:
        start, end = item.date.start, item.date.end
        if start and end and (end - start).days <= LONGEST and (start >= after) == later:
            return item, start.replace(day=1)
    return None


def _before(where: Filter, month: date) -> Filter:
    last = month - timedelta(days=1)
    return replace(where, until=min(last, where.until or last))


def _after(where: Filter, first: date) -> Filter:
    return replace(where, since=max(first, where.since or first))


PAGE = Page(
    path="/calendar",
    title="Calendar",
    answer=answer,
    key="k",
    takes=("month",),
)
