"""Meetings that are to come and those that were put off, as all sides tell of them: bounded, whatever the record holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import ColumnElement, func, select

from detente.ledger import schema as s
from detente.ledger.facets import Selection
from detente.ledger.facts import load_texts
from detente.model.chain import Chain, Move
from detente.model.entry import Actors, Kind, MeetingStatus
from detente.model.event import PLAN_DAYS, Event
from detente.model.profile import Process
from detente.query.chains import chains_of
from detente.query.context import passages
from detente.query.fetching import fetch_entries, fetch_reports
from detente.query.results import Ahead, Meetings, RecordedEntry, RecordedEvent
from detente.query.standpoint import Standpoint
from detente.query.utterances import voice

TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)
OFF = (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED)
OFF_DAYS = 120  # since it was told: as long as it weighs on a track
LOOKED_AT = 30  # meetings of each sort
BESIDE = (Kind.STATEMENT, Kind.REFUSAL)


def meetings_ahead(here: Standpoint, process: Process, *, tracks: Sequence[str]) -> Meetings:
    """Find the next meeting and the last one that was put off, over all of these tracks and on each of them."""
    day = here.reckoned_on
    if day is None:
        return Meetings(to_come=(), put_off=())
    tracks_alone = Selection(tracks=here.selection.tracks, common=here.selection.common)
    here = replace(here, selection=tracks_alone)
    c = s.items.c
    # "this year" is no plan that anybody could go to
    near = func.julianday(c.day_end) - func.julianday(c.day_start) <= PLAN_DAYS
    coming = _meetings(here, c.status.in_(TO_COME), c.day_end >= day.isoformat(), near)
    since = (day - timedelta(days=OFF_DAYS)).isoformat()
    lately = c.listed_day >= (day - timedelta(days=OFF_DAYS + PLAN_DAYS)).isoformat()
    found = _meetings(here, c.status.in_(OFF), lately, latest=True)
    off = sorted((e for e in found if _told_off(e) >= since), key=_told_off, reverse=True)
    chosen = _first_ones(coming, tracks), _first_ones(off, tracks)
    recorded = {
        r.event.id: r for r in fetch_reports(here.connection, [e for them in chosen for e in them])
    }
    chains = chains_of(here.connection, list(recorded.values()), process, as_of=day)
    to_come, put_off = (
        tuple(_ahead(here, recorded[e.id], chains[e.id], process) for e in them) for them in chosen
    )
    return Meetings(to_come=to_come, put_off=put_off)


def _meetings(
    here: Standpoint, *conditions: ColumnElement[bool], latest: bool = False
) -> list[Event]:
    c = s.items.c
    names = here.item_ids(
        "event",
        *(c.kind == Kind.MEETING, *conditions),
        order=() if latest else (c.day, c.id),
        newest_first=latest,
        limit=LOOKED_AT,
    )
    found = here.events_named(names)
    return [found[name] for name in names]


def _told_off(event: Event) -> str:
    """Return the day on which it was last told that a meeting is off; nothing where none is known."""
    told = [
        p.end for step in event.history if step.status == event.status and (p := step.published)
    ]
    return max((day.isoformat() for day in told if day), default="")


def _first_ones(events: Sequence[Event], tracks: Sequence[str]) -> list[Event]:
    """Return the first event, and the first one on each track."""
    each = (next((e for e in events if track in e.tracks), None) for track in tracks)
    return list({e.id: e for e in (*events[:1], *each) if e}.values())


def _ahead(here: Standpoint, recorded: RecordedEvent, chain: Chain, process: Process) -> Ahead:
    off = recorded.event.status in OFF
    moves = (Move.PUT_OFF, Move.CALLED_OFF) if off else ()
    stages = [st for st in chain.stages if st.move in moves] or chain.stages[-1:]
    by_id: Mapping[str, RecordedEntry] = {r.id: r for r in recorded.reports}
    named = [by_id[name] for st in stages for name in st.reports if name in by_id]
    told = next((r for r in named if r.entry.said_by), named[0] if named else recorded.reports[-1])
    return Ahead(
        recorded=recorded, chain=chain, told=told, beside=_beside(here, told, recorded, process)
    )


def _beside(
    here: Standpoint, told: RecordedEntry, recorded: RecordedEvent, process: Process
) -> tuple[RecordedEntry, ...]:
    """Return what parties that announced nothing say in the paragraph in which the meeting is told."""
    parties = {a.name for a in process.actors if a.id in process.parties}
    announced = {side for r in recorded.reports for side in _sides(r.entry.said_by)}
    c = s.items.c
    # by the document: the order of lists would be walked through for it
    words = select(c.id).where(c.document == told.document.id, c.kind.in_(BESIDE))
    found = fetch_entries(here.connection, list(here.connection.scalars(words.limit(LOOKED_AT))))
    text = load_texts(here.connection, {told.document.id})[told.document.id]
    first = told.entry.evidence[0]
    (paragraph,) = passages(text, [(first.start, first.end)])
    within = range(paragraph.start, paragraph.start + len(paragraph.text))
    others = (r for r in found.values() if r.entry.evidence[0].start in within)
    return tuple(
        r for r in others if (sides := _sides(voice(r.entry)) & parties) and not sides & announced
    )


def _sides(actors: Actors) -> set[str]:
    return {a.side or a.name for a in actors}
