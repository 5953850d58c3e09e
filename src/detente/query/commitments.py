"""What became of the promises."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, select

from detente.assess import undertakings
from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import in_order, standing
from detente.ledger.parts import in_parts
from detente.model.entry import Kind
from detente.model.event import Event, Report
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.model.undertaking import Outcome, Undertaking
from detente.query.fetching import fetch_entries, fetch_reports, picked
from detente.query.results import RecordedEntry, RecordedEvent
from detente.query.standpoint import NO_LIMIT, Standpoint, looking

# what can tell that a promise was kept, begun, refused or broken, and the conditions that it stands under
TELLING = (
    Kind.MEETING,
    Kind.INCIDENT,
    Kind.AGREEMENT,
    Kind.REFUSAL,
    Kind.ACCUSATION,
    Kind.STATEMENT,
    Kind.CONDITION,
)
LOOKED_THROUGH = 300  # of the latest entries, for a board that shows a few of its commitments
LOOKED_THROUGH_FOR_MANY = 1000  # for a page of them
OVERDUE_DAYS = 180  # so long the board shows a promise whose day has passed
DONE_WITH = frozenset({Outcome.KEPT, Outcome.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedCommitment:
    """A commitment with its mentions, what became of it, and the sentences that say so."""

    commitment: RecordedEvent
    undertaking: Undertaking
    sentences: tuple[RecordedEntry, ...]
    denials: tuple[RecordedEntry, ...]
    conditions: tuple[RecordedEntry, ...]


def commitments(
    ledger: Ledger, where: Filter, *, most: int | None = None
) -> tuple[FollowedCommitment, ...]:
    """Return the commitments that pass, by their due day, each with what became of it.

    The filters choose the commitments; what tells of their outcome may stand anywhere. In a large record
    ``most`` spares all but those due last, and looks for their outcome in the latest entries.
    """
    with looking(ledger, where) as here:
        day = here.reckoned_on
        due_last = (s.items.c.day_end.desc(), s.items.c.id)
        promised = s.items.c.kind == Kind.COMMITMENT
        cut = most is not None and here.is_large()
        names = here.item_ids("event", promised, order=due_last, limit=most if cut else None)
        events = sorted(here.events_named(names).values(), key=_by_due)
        recorded = {r.event.id: r for r in fetch_reports(here.connection, events)}
        looked_through = LOOKED_THROUGH_FOR_MANY if cut else NO_LIMIT
        found = _telling(here.connection, recorded.values(), most=looked_through)
    if day is None:
        return ()
    followed = undertakings(ledger.process, events, _reports(found), as_of=day)
    return tuple(_followed(recorded[u.event], u, found) for u in followed)


def _by_due(event: Event) -> tuple[date, str]:
    due = event.date and (event.date.end or event.date.start)
    return due or date.max, event.id


def _telling(
    connection: Connection,
    recorded: Collection[RecordedEvent],
    since: date | None = None,
    *,
    most: int = NO_LIMIT,
) -> dict[str, RecordedEntry]:
    """Return the entries that can tell of an outcome, the latest first, with the mentions themselves."""
    c = s.items.c
    # not by the index of kinds: it would have to sort all of these
    telling = c.kind.concat("").in_(TELLING)
    query = select(c.id).where(c.type == "entry", standing(s.items), telling)
    if since is not None:
        query = query.where(c.day_end.is_(None) | (c.day_end >= since.isoformat()))
    query = query.order_by(*in_order(newest_first=True)).limit(most)
    found = fetch_entries(connection, list(connection.scalars(query)))
    return found | {r.id: r for event in recorded for r in event.reports}


def _reports(found: Mapping[str, RecordedEntry]) -> list[Report]:
    return [Report(r.id, r.entry, r.document) for r in found.values()]


def _followed(
    commitment: RecordedEvent, undertaking: Undertaking, found: Mapping[str, RecordedEntry]
) -> FollowedCommitment:
    order = [step.entry for step in commitment.event.history]
    mentions = sorted(commitment.reports, key=lambda r: order.index(r.id))
    return FollowedCommitment(
        commitment=replace(commitment, reports=tuple(mentions)),
        undertaking=undertaking,
        sentences=picked(undertaking.sentences, found),
        denials=picked(undertaking.denials, found),
        conditions=picked(undertaking.conditions, found),
    )


def outcomes_on_board(
    here: Standpoint, process: Process, names: Collection[str], *, most: int | None = None
) -> tuple[tuple[Event, Undertaking], ...]:
    """Follow the commitments that the board shows: those of these entries, and those lately overdue.

    ``most`` spares all but so many of the latter on each track, the latest, and looks for what became of
    them in the latest entries.
    """
    day = here.reckoned_on
    if day is None:
        return ()
    tracks = [None] if most is None else [t.id for t in process.tracks]
    late = {n for track in tracks for n in _lately_due(here, day, track, most)}
    events = _commitments(here, late.union(_events_of(here.connection, names)))
    recorded = fetch_reports(here.connection, events)
    told = [d.start for r in recorded for e in r.reports if (d := e.document.published) and d.start]
    since = min(told, default=day) - timedelta(days=1)
    looked_through = NO_LIMIT if most is None else LOOKED_THROUGH
    found = _telling(here.connection, recorded, since, most=looked_through)
    followed = undertakings(process, events, _reports(found), as_of=day)
    by_id = {e.id: e for e in events}
    return tuple((by_id[u.event], u) for u in followed)


def _lately_due(here: Standpoint, day: date, track: str | None, most: int | None) -> list[str]:
    """Return the commitments whose day has passed lately, the latest first."""
    c, on = s.items.c, s.item_tracks.c
    first = day - timedelta(days=OVERDUE_DAYS)
    due = c.day_end.between(first.isoformat(), day.isoformat())
    query = select(c.id).where(c.type == "event", standing(s.items), c.kind == Kind.COMMITMENT, due)
    if track is not None:
        query = query.where(select(on.item).where(on.key == track, on.item == c.number).exists())
    query = query.order_by(c.day_end.desc(), c.id).limit(NO_LIMIT if most is None else most)
    return list(here.connection.scalars(query))


def _commitments(here: Standpoint, names: Collection[str]) -> Sequence[Event]:
    events = here.events_named(sorted(names)).values()
    return [e for e in events if e.kind is Kind.COMMITMENT]


def _events_of(connection: Connection, names: Collection[str]) -> list[str]:
    link = s.event_entries.c
    found: list[str] = []
    for part in in_parts(sorted(names)):
        found += connection.scalars(select(link.event).where(link.entry.in_(part)))
    return found
