"""What became of the promises."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, select

from detente.assess import undertakings
from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.parts import in_parts
from detente.model.entry import Kind
from detente.model.event import Event, Report
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.model.undertaking import Outcome, Undertaking
from detente.query.fetching import fetch_entries, fetch_reports, picked
from detente.query.results import RecordedEntry, RecordedEvent
from detente.query.standpoint import Standpoint, looking

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


def commitments(ledger: Ledger, where: Filter) -> tuple[FollowedCommitment, ...]:
    """Return the commitments that pass, by their due day, each with what became of it.

    The filters choose the commitments; what tells of their outcome may stand anywhere.
    """
    with looking(ledger, where) as here:
        day = here.reckoned_on
        names = here.item_ids("event", s.items.c.kind == Kind.COMMITMENT)
        events = sorted(here.events_named(names).values(), key=_by_due)
        recorded = {r.event.id: r for r in fetch_reports(here.connection, events)}
        found = _telling(here.connection, recorded.values())
    if day is None:
        return ()
    followed = undertakings(ledger.process, events, _reports(found), as_of=day)
    return tuple(_followed(recorded[u.event], u, found) for u in followed)


def _by_due(event: Event) -> tuple[date, str]:
    due = event.date and (event.date.end or event.date.start)
    return due or date.max, event.id


def _telling(
    connection: Connection, recorded: Collection[RecordedEvent], since: date | None = None
) -> dict[str, RecordedEntry]:
    """Return the entries that can tell of an outcome, with the mentions themselves."""
    c = s.items.c
    query = select(c.id).where(c.type == "entry", c.kind.in_(TELLING)).order_by(c.number)
    if since is not None:
        query = query.where(c.day_end.is_(None) | (c.day_end >= since.isoformat()))
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
    here: Standpoint, process: Process, names: Collection[str]
) -> tuple[tuple[Event, Undertaking], ...]:
    """Follow the commitments that the board shows: those of these entries, and those lately overdue."""
    day = here.reckoned_on
    if day is None:
        return ()
    events = _on_board(here, names, day)
    recorded = fetch_reports(here.connection, events)
    told = [d.start for r in recorded for e in r.reports if (d := e.document.published) and d.start]
    found = _telling(here.connection, recorded, min(told, default=day) - timedelta(days=1))
    followed = undertakings(process, events, _reports(found), as_of=day)
    by_id = {e.id: e for e in events}
    return tuple((by_id[u.event], u) for u in followed)


def _on_board(here: Standpoint, names: Collection[str], day: date) -> Sequence[Event]:
    c = s.items.c
    first = day - timedelta(days=OVERDUE_DAYS)
    due = c.day_end.between(first.isoformat(), day.isoformat())
    query = select(c.id).where(c.type == "event", c.kind == Kind.COMMITMENT, due)
    found = {*here.connection.scalars(query), *_events_of(here.connection, names)}
    events = here.events_named(sorted(found)).values()
    return [e for e in events if e.kind is Kind.COMMITMENT]


def _events_of(connection: Connection, names: Collection[str]) -> list[str]:
    link = s.event_entries.c
    found: list[str] = []
    for part in in_parts(sorted(names)):
        found += connection.scalars(select(link.event).where(link.entry.in_(part)))
    return found
