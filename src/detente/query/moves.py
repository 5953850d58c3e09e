"""Events of two states of the record: which are one, and how they moved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.ledger.facets import event_facets
from detente.ledger.views import load_events
from detente.model.entry import Kind
from detente.model.event import HAPPENINGS, UTTERANCES, Event
from detente.model.when import DateRange
from detente.query.fetching import fetch_entries, fetch_reports
from detente.query.results import RecordedEntry, RecordedEvent
from detente.query.standpoint import UNDATED, Standpoint
from detente.query.successors import Anchor, Successors

PUT_OFF = "postponed"
OVER = ("cancelled", "denied")


@dataclass(frozen=True, slots=True)
class Move:
    """A field of an event that is another now, and by whose word where one report says so."""

    field: str  # status, date or place
    old: str | DateRange | None
    new: str | DateRange | None
    word: RecordedEntry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMove:
    """An event that came (no ``before``), went (no ``after``) or moved."""

    before: RecordedEvent | None
    after: RecordedEvent | None
    moves: tuple[Move, ...] = ()

    @property
    def put_off(self) -> bool:
        """Say whether it was put off since then."""
        status = self.after.event.status if self.after else None
        return self.before is not None and status == PUT_OFF

    @property
    def withdrawn(self) -> bool:
        """Say whether it is gone, or is told to have been called off, or not to have been at all."""
        return self.before is not None and (
            self.after is None or any(m.field == "status" and m.new in OVER for m in self.moves)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The events that differ between two states, matched by the sentences that they share.

    ``retelling`` are new reports of what was known; ``words_of`` gives the event of each new report of a
    promise or an utterance.
    """

    pairs: tuple[tuple[RecordedEvent, RecordedEvent], ...]
    came: tuple[RecordedEvent, ...]
    went: tuple[RecordedEvent, ...]
    retelling: frozenset[str]
    words_of: Mapping[str, object]


def load_pairing(then: Standpoint, now: Standpoint, successors: Successors) -> Pairing:
    """Match the events of two states."""
    ours, theirs = _ids(then.connection), _ids(now.connection)
    before = fetch_reports(then.connection, _loaded(then, ours - theirs))
    after = fetch_reports(now.connection, _loaded(now, theirs - ours))
    shared = _shared(before, after, successors)
    pairs = _best(shared, before, after)
    paired = {e.event.id for pair in pairs for e in pair}
    passed, passes = _passing(then), _passing(now)
    touched = {name for pair in shared for name in pair}  # joined with others, or told apart
    return Pairing(
        pairs=tuple(p for p in pairs if passed(p[0]) or passes(p[1])),
        came=tuple(e for e in after if e.event.id not in paired | touched and passes(e)),
        went=tuple(e for e in before if e.event.id not in paired | touched and passed(e)),
        retelling=frozenset(
            n for b, a in pairs for n in set(a.event.entries) - set(b.event.entries)
        )
        | _told_again(then, after),
        words_of={
            name: ("event", e.event.id)
            for e in after
            if e.event.kind in UTTERANCES | {Kind.COMMITMENT}
            for name in e.event.entries
        },
    )


def _told_again(then: Standpoint, after: Sequence[RecordedEvent]) -> frozenset[str]:
    """Return the reports of what was said before, though one report makes no event of it."""
    said = [e.event.entries for e in after if e.event.kind in UTTERANCES]
    known = fetch_entries(then.connection, sorted({n for names in said for n in names}))
    return frozenset(
        n for names in said if not known.keys().isdisjoint(names) for n in names if n not in known
    )


def _ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(s.events.c.id)))


def _loaded(here: Standpoint, names: set[str]) -> list[Event]:
    events = load_events(here.connection, sorted(names)).values()
    return sorted(events, key=lambda e: (event_facets(e).sort_day or UNDATED, e.id))


def _passing(here: Standpoint) -> Callable[[RecordedEvent], bool]:
    """Return what says whether an event passes the filter of its state."""
    if here.selection.matching is None:
        return lambda told: here.selection.passes(event_facets(told.event))
    names = set(here.item_ids("event"))  # words stand in the reports, and not in the event
    return lambda told: told.event.id in names


def _shared(
    before: Sequence[RecordedEvent], after: Sequence[RecordedEvent], successors: Successors
) -> Counter[tuple[str, str]]:
    """Count the sentences that an event of then and one of now share."""
    telling: dict[Anchor, set[str]] = defaultdict(set)
    for event in before:
        for report in event.reports:
            telling[successors.anchor(report)].add(event.event.id)
    return Counter(
        (old, event.event.id)
        for event in after
        for anchor in {successors.anchor(r) for r in event.reports}
        for old in telling.get(anchor, ())
    )


def _best(
    shared: Counter[tuple[str, str]],
    before: Sequence[RecordedEvent],
    after: Sequence[RecordedEvent],
) -> list[tuple[RecordedEvent, RecordedEvent]]:
    """Pair one with one, those first that share most."""
    old, new = ({e.event.id: e for e in them} for them in (before, after))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for (then, now), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if then not in pairs and now not in taken:
            pairs[then] = now
            taken.add(now)
    return [(old[then], new[now]) for then, now in pairs.items()]


def event_moves(pairing: Pairing) -> list[EventMove]:
    """Return the happenings that came, went or moved, by their day."""
    found = [EventMove(before=None, after=e) for e in pairing.came]
    found += [EventMove(before=e, after=None) for e in pairing.went]
    found += [
        EventMove(before=b, after=a, moves=moves)
        for b, a in pairing.pairs
        if (moves := tuple(_moves(b, a)))
    ]
    happened = [m for m in found if _told(m).event.kind in HAPPENINGS]
    return sorted(happened, key=lambda m: (_day(_told(m)), _told(m).event.id))


def _told(move: EventMove) -> RecordedEvent:
    told = move.after or move.before
    assert told is not None  # noqa: S101 - each move has one of the two
    return told


def _day(told: RecordedEvent) -> str:
    return event_facets(told.event).sort_day or UNDATED


def _moves(before: RecordedEvent, after: RecordedEvent) -> Iterator[Move]:
    new = [r for r in after.reports if r.id not in before.event.entries]
    for field in ("status", "date", "place"):
        old_value, new_value = (_value(e.event, field) for e in (before, after))
        if _bare(old_value) != _bare(new_value):
            saying = [r for r in new if _bare(_value(r.entry, field)) == _bare(new_value)]
            word = max(saying, key=_when, default=None)
            yield Move(field, old_value, new_value, word)


def _value(told: Any, field: str) -> str | DateRange | None:
    value = getattr(told, field, None)
    if field == "place":
        return value.name if value else None
    return value if isinstance(value, DateRange) else str(value) if value else None


def _bare(value: str | DateRange | None) -> object:
    """Compare days by their bounds: the words for them differ from report to report."""
    return (value.start, value.end) if isinstance(value, DateRange) else value


def _when(report: RecordedEntry) -> tuple[date, int, str]:
    """Order by day of publication; of one day the fullest sentence comes last."""
    published = report.document.published
    day = published.end if published and published.end else date.min
    return day, len(report.sentence), report.id
