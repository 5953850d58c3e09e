"""One line of a chronology: an event or a lone entry, told by the report that says most of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from detente.export import timeline_shape
from detente.ledger.corrected import shares_letters
from detente.model.entry import Actors, Entry, PlaceRef, Statement
from detente.model.event import HAPPENINGS, Event
from detente.model.when import DateRange, DayIs
from detente.query import RecordedEntry, RecordedEvent, TimelineItem
from detente.web.answer import HEAD_COLUMNS, Asked, Row, Rows, head_cells, rows_of
from detente.web.naming import place_names
from detente.wording import actors, days, sentence, spoken_by, telling_report, voices, what_became

COLUMNS = (
    *(
        "id",
        "date.start",
        "date.end",
        "date.text",
        "date.basis",
        "day_is",
        "kind",
        "status",
        "who",
        "place",
        "tracks",
    ),
    *("reports", "outlets", "sentence", "said_by", "outlet", "published"),
    *HEAD_COLUMNS,
)
PlaceNames = Callable[[PlaceRef | None], str]
GROUPS = (("month", "month"), ("week", "week"), ("day", "day"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row shows of an event or entry. ``outlets`` counts independent ones."""

    id: str
    kind: str
    status: str
    date: DateRange | None
    who: str
    place: PlaceRef | None
    tracks: tuple[str, ...]
    told: RecordedEntry
    reports: int
    outlets: int
    note: str = ""  # what the status does not tell
    day_is: DayIs | None = None  # what the day is of words that name none of their own
    again: bool = False  # it stands under another one of the same passage

    @property
    def says(self) -> str:
        """Return who says it, where the row does not name them already as those who speak or act in words."""
        named = voices(self.told.entry)
        is_own = named == self.who.split(" → ")[0] and self.kind not in HAPPENINGS
        return "" if is_own else spoken_by(self.told)

    def cells(self, named: PlaceNames) -> Row:
        """Write the row of the CSV, its place as the page names it."""
        when, head = self.date, self.told.document
        day = (when.start, when.end, when.text, when.basis) if when else (None,) * 4
        place = named(self.place) or None
        return (
            *(self.id, *day, self.day_is.value if self.day_is else None, self.kind, self.status),
            *(self.who, place, list(self.tracks)),
            *(self.reports, self.outlets, sentence(self.told), spoken_by(self.told)),
            *(head.outlet, str(head.published) if head.published else None, *head_cells(head)),
        )


def line(item: TimelineItem) -> Line:
    """Make the line of one item."""
    if item.event is not None:
        note = what_became(item.event, unheard=item.unheard, declined=item.declined)
        return replace(event_line(item.event, item.reports), note=note)
    return replace(entry_line(item.reports[0], date=item.date), day_is=item.day_is)


def event_line(event: Event, reports: tuple[RecordedEntry, ...]) -> Line:
    """Make the line of an event."""
    return Line(
        id=event.id,
        kind=event.kind,
        status=event.status,
        date=event.date or event.was_due,
        who=_who(event.participants, event.by, event.to),
        place=event.place,
        tracks=event.tracks,
        told=telling_report(RecordedEvent(event=event, reports=reports)),
        reports=len(reports),
        outlets=event.support,
    )


def entry_line(told: RecordedEntry, *, date: DateRange | None) -> Line:
    """Make the line of an entry."""
    entry = told.entry
    own: Actors = entry.speaker if isinstance(entry, Statement) else getattr(entry, "by", ())
    place: PlaceRef | None = getattr(entry, "place", None)
    return Line(
        id=told.id,
        kind=entry.kind,
        status=_status(entry),
        date=date,
        who=_who(
            getattr(entry, "participants", ()), own or entry.said_by, getattr(entry, "to", ())
        ),
        place=place,
        tracks=entry.tracks,
        told=told,
        reports=1,
        outlets=1,
    )


def _status(entry: Entry) -> str:
    found = (
        getattr(entry, "status", None)
        or getattr(entry, "strength", None)
        or getattr(entry, "mode", None)
    )
    return str(found or "")


def _who(participants: Actors, by: Actors, to: Actors) -> str:
    acts = " → ".join(actors(them) for them in (by, to) if them)
    return " · ".join(part for part in (actors(participants), acts) if part)


def line_rows(items: Sequence[TimelineItem], asked: Asked) -> Rows:
    """Write items as rows."""
    return rows_of(COLUMNS, items, cells_for(asked), timeline_shape)


def cells_for(asked: Asked) -> Callable[[TimelineItem], Row]:
    """Return what writes an item as a row of the CSV, with the names of places that are asked for."""
    process, choice = asked.ledger.process, asked.address.names

    def cells(item: TimelineItem) -> Row:
        return line(item).cells(lambda place: place_names(place, process, choice))

    return cells


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one day, week or month under its heading."""

    name: str
    lines: tuple[Line, ...]


def grouped(lines: Sequence[Line], by: str) -> Iterator[Group]:
    """Gather lines that follow each other and share a day, week or month."""
    for name, those in groupby(lines, key=lambda each: _group_name(each.date, by)):
        yield Group(name, tuple(_folded(those)))


def _folded(lines: Iterable[Line]) -> Iterator[Line]:
    """Mark those that tell another thing by the words of the line above them."""
    first: Line | None = None
    for each in lines:
        again = first is not None and _is_same_passage(first, each)
        first = first if again else each
        yield replace(each, again=again)


def _days(one: Line) -> tuple[date | None, date | None] | None:
    return (one.date.start, one.date.end) if one.date else None


def _is_same_passage(one: Line, other: Line) -> bool:
    return _days(one) == _days(other) and shares_letters(one.told.entry, other.told.entry)


def _group_name(when: DateRange | None, by: str) -> str:
    """Name the month, week or day of a line.

    A longer stretch is named itself where it begins as a month or week does, and so comes before the days of it;
    any other stands where it begins, and does not cut that month or week in two.
    """
    if when is None:
        return "day not known"
    if when.start is None or when.end is None:
        return days(when)
    first, last = when.start, when.end
    if by == "month":
        inside = (first.year, first.month) == (last.year, last.month)
        return f"{first:%B %Y}" if inside or first.day > 1 else days(when)
    if by == "week":
        monday = first - timedelta(days=first.weekday())
        inside = last - monday < timedelta(days=7)
        return f"week of {_long(monday)}" if inside or first > monday else days(when)
    return _long(first) if when.day else days(when)


def _long(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
