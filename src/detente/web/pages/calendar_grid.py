"""The grid of a month: what stands on which days, in a few words and with its status as a sign."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.model.entry import ActorRef, Actors, Kind, MeetingStatus
from detente.model.event import Event
from detente.model.when import DateRange
from detente.query import RecordedEntry, TimelineItem
from detente.web.lines import line

SPAN = 9  # days that a round may last and still stand on each of them
NAMES = 4  # that a cell has room for
SIGNS = {
    MeetingStatus.HELD: "●",
    MeetingStatus.SCHEDULED: "○",
    MeetingStatus.PROPOSED: "○",
    MeetingStatus.POSTPONED: "⊗",
    MeetingStatus.CANCELLED: "⊗",
}
DUE = "◇"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One thing on one day. ``status`` says in words what ``sign`` shows."""

    item: TimelineItem
    sign: str
    status: str
    who: str

    @property
    def told(self) -> RecordedEntry:
        """Return the report that tells most of it."""
        return line(self.item).told


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the grid."""

    day: date
    inside: bool  # whether it is of the month, and not of the one before or after
    cells: tuple[Cell, ...]


def weeks(month: date, items: Sequence[TimelineItem]) -> list[tuple[Day, ...]]:
    """Lay the days of a month out in weeks."""
    on: dict[date, list[Cell]] = {}
    for item in items:
        for day, cell in _cells(item):
            on.setdefault(day, []).append(cell)
    return [
        tuple(Day(day=d, inside=d.month == month.month, cells=tuple(on.get(d, ()))) for d in week)
        for week in calendar.Calendar().monthdatescalendar(month.year, month.month)
    ]


def some_day(items: Sequence[TimelineItem]) -> list[Cell]:
    """Return what lies in the month and has no days of its own, meetings first and the less vague ones."""
    unset = [item for item in items if not days_of(item.date)]
    return [_cell(item) for item in sorted(unset, key=_how_vague)]


def _how_vague(item: TimelineItem) -> tuple[bool, int]:
    start, end = item.date.start, item.date.end
    width = (end - start).days if start and end else date.max.toordinal()
    return item.kind is not Kind.MEETING, width


def days_of(when: DateRange) -> list[date]:
    """Return the days of a range that is short enough to stand on each of them."""
    if when.start is None or when.end is None or (when.end - when.start).days > SPAN:
        return []
    return [when.start + timedelta(days=n) for n in range((when.end - when.start).days + 1)]


def _cells(item: TimelineItem) -> Iterator[tuple[date, Cell]]:
    own = days_of(item.date)
    if item.kind is Kind.COMMITMENT:
        own = own[-1:]  # the day by which it is due
    for day in own:
        yield day, _cell(item)
    if item.event and item.kind is Kind.MEETING and own:
        for day in _earlier(item.event, own):
            told = f"was set for this day, moved to {own[0]}"
            who = _who(item)
            yield day, Cell(item=item, sign=SIGNS[MeetingStatus.POSTPONED], status=told, who=who)


def _earlier(event: Event, own: Sequence[date]) -> Iterator[date]:
    """Find the days for which a meeting was set before it had those that it has."""
    planned = (s.date.day for s in event.history if s.date and s.status == MeetingStatus.SCHEDULED)
    yield from (day for day in dict.fromkeys(planned) if day and day not in own)


def _cell(item: TimelineItem) -> Cell:
    if item.kind is Kind.COMMITMENT:
        return Cell(item=item, sign=DUE, status="due", who=_who(item))
    status = line(item).status
    return Cell(
        item=item, sign=SIGNS.get(MeetingStatus(status), DUE), status=status, who=_who(item)
    )


def _who(item: TimelineItem) -> str:
    thing = item.event or item.reports[0].entry
    them: Actors = getattr(thing, "participants", ()) or getattr(thing, "by", ())
    more = f" +{len(them) - NAMES}" if len(them) > NAMES else ""
    return ", ".join(map(_short_name, them[:NAMES])) + more


def _short_name(actor: ActorRef) -> str:
    """Call a person by the last name."""
    is_person = bool(actor.side) and actor.side != actor.name
    return actor.name.split()[-1] if is_person and actor.name.split() else actor.name
