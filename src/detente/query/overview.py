"""The board: where each track stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.counting import rows_in, stored_counts
from detente.ledger.facets import Selection, entry_facets, standing
from detente.ledger.moments import last_moment
from detente.ledger.recording import standing as still_rejected
from detente.ledger.told import days_told
from detente.ledger.view_state import load_left_out
from detente.model.event import HAPPENINGS, Event, Report, TrackStatus
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.model.undertaking import Outcome, Undertaking
from detente.model.when import DateRange
from detente.query.ahead import meetings_ahead
from detente.query.commitments import DONE_WITH, outcomes_on_board
from detente.query.fetching import fetch_entries, picked, with_reports
from detente.query.results import (
    Ahead,
    Board,
    Health,
    Meetings,
    RecordedEntry,
    RecordedEvent,
    TrackCard,
)
from detente.query.standpoint import Standpoint, looking

LATE_FOR_ONE = 2  # commitments whose day has passed, of which one may be overdue


def board(ledger: Ledger, where: Filter, *, most: int | None = None) -> Board:
    """Say where each track stands (``where.tracks``: these alone) and how the record is.

    A status rests on all that the record holds by ``as_of``; the other filters thin out the lines that
    are listed under it. ``most`` spares all but the first open matters of each sort; in a large record what
    became of promises is then looked for in the latest entries alone.
    """
    with looking(ledger, where) as here:
        wanted = here.selection.tracks
        statuses = [t for t in here.statuses() if wanted is None or t.track in wanted]
        cut = most is not None and here.is_large()
        ahead = meetings_ahead(here, ledger.process, tracks=[t.track for t in statuses])
        cards = _cards(here, statuses, ledger.process, most, cut=cut)
        return Board(
            as_of=where.as_of,
            known_at=last_moment(here.connection) if where.known_at else None,
            reckoned_on=here.reckoned_on,
            tracks=tuple(_with_meetings(card, ahead) for card in cards),
            ahead=ahead,
            health=_health(here),
            followed=not cut,
        )


def _cards(
    here: Standpoint,
    statuses: list[TrackStatus],
    process: Process,
    most: int | None,
    *,
    cut: bool,
) -> tuple[TrackCard, ...]:
    opened = {n for t in statuses for n in t.open_commitments[:most]}
    late = most * LATE_FOR_ONE if most is not None and cut else None
    followed = outcomes_on_board(here, process, opened, most=late)
    named = {m for t in statuses for m in _events_of(t) if m}
    events = here.events_named(named)
    names = {n for t in statuses for n in _entries_of(t, most)}
    names |= {n for event in events.values() for n in event.entries}
    names |= {event.history[-1].entry for event, u in followed if u.outcome is Outcome.OVERDUE}
    found = fetch_entries(here.connection, sorted(names))
    listed = _thinned(found, here.selection)
    return tuple(
        _with_outcomes(_card(t, events, found, listed), followed, listed) for t in statuses
    )


def _with_meetings(card: TrackCard, ahead: Meetings) -> TrackCard:
    """Add the meeting that was only proposed, where none is fixed, and the one that was put off."""

    def of_track(them: tuple[Ahead, ...]) -> RecordedEvent | None:
        found = (a.recorded for a in them if card.status.track in a.recorded.event.tracks)
        return next(found, None)

    return replace(
        card,
        next_meeting=card.next_meeting or of_track(ahead.to_come),
        put_off=of_track(ahead.put_off),
    )


def _with_outcomes(
    card: TrackCard,
    followed: Sequence[tuple[Event, Undertaking]],
    listed: Mapping[str, RecordedEntry],
) -> TrackCard:
    """Leave out what was kept or withdrawn, and add what is overdue: the last mention of each."""
    over = {n for event, u in followed if u.outcome in DONE_WITH for n in event.entries}
    late = [
        event.history[-1].entry
        for event, u in followed
        if u.outcome is Outcome.OVERDUE and card.status.track in event.tracks
    ]
    return replace(
        card,
        open_commitments=tuple(c for c in card.open_commitments if c.id not in over),
        overdue_commitments=picked(late, listed),
    )


def _events_of(status: TrackStatus) -> tuple[str | None, ...]:
    met = (status.last_meeting, status.next_meeting, status.last_agreement)
    return (*met, *status.events, *status.arrow_events)


def _entries_of(status: TrackStatus, most: int | None) -> tuple[str, ...]:
    refusal = (status.last_refusal,) if status.last_refusal else ()
    still_open = (*status.open_commitments[:most], *status.open_conditions[:most])
    return (*status.entries, *status.arrow_entries, *still_open, *refusal)


def _thinned(
    found: Mapping[str, RecordedEntry], selection: Selection
) -> Mapping[str, RecordedEntry]:
    lines = replace(selection, tracks=None)
    return {
        name: recorded
        for name, recorded in found.items()
        if lines.passes(entry_facets(recorded.entry, recorded.document.outlet, _told(recorded)))
    }


def _told(recorded: RecordedEntry) -> DateRange | None:
    told = days_told([Report(recorded.id, recorded.entry, recorded.document)])
    return told[recorded.id].day if recorded.id in told else None


def _card(
    status: TrackStatus,
    events: Mapping[str, Event],
    found: Mapping[str, RecordedEntry],
    listed: Mapping[str, RecordedEntry],
) -> TrackCard:
    def told(name: str | None) -> RecordedEvent | None:
        return with_reports(events[name], found) if name and name in events else None

    shown = [n for n in status.events if n not in (status.last_meeting, status.next_meeting)]
    return TrackCard(
        status=status,
        rests_on=picked(_grounds(shown, status.entries, events), listed),
        last_meeting=told(status.last_meeting),
        next_meeting=told(status.next_meeting),
        open_commitments=picked(status.open_commitments, listed),
        open_conditions=picked(status.open_conditions, listed),
        last_refusal=listed.get(status.last_refusal) if status.last_refusal else None,
        last_agreement=told(status.last_agreement),
        arrow_rests_on=picked(_grounds(status.arrow_events, status.arrow_entries, events), listed),
    )


def _grounds(
    names: Sequence[str], entries: Sequence[str], events: Mapping[str, Event]
) -> tuple[str, ...]:
    """Return the entries that a word rests on; where it rests on events, the last report of each."""
    told = tuple(
        step.entry for name in names if name in events for step in events[name].history[-1:]
    )
    return tuple(dict.fromkeys((*entries, *told)))


def _happenings(here: Standpoint) -> int:
    c = s.items.c
    happened = (c.type == "event", standing(s.items), c.kind.in_(sorted(HAPPENINGS)))
    return rows_in(here.connection, s.items, *happened)


def _health(here: Standpoint) -> Health:
    counts = stored_counts(here.connection)
    return Health(
        documents=counts.documents,
        superseded=counts.superseded,
        entries=counts.entries,
        events=_happenings(here),
        rejected_files=rows_in(here.connection, s.file_rejections, still_rejected()),
        rejected_passages=counts.rejected_passages,
        undated=counts.undated,
        copies=counts.copies,
        left_out=load_left_out(here.connection),
    )
