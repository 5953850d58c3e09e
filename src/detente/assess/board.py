"""Where each track of a process stands on a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from detente.assess.arrow import ARROW_DAYS, arrow
from detente.assess.dated import Dated, last_day, latest_first
from detente.assess.rules import LONG_DAYS, RULES, Finding, Rule
from detente.assess.seen import seen_from
from detente.assess.strand import Strand, read_strand
from detente.model.event import Event, Report, TrackStatus
from detente.model.profile import Process, Track


def assess(
    process: Process,
    events: Sequence[Event],
    reports: Sequence[Report],
    *,
    as_of: date,
    tracks: Sequence[Track] | None = None,
) -> tuple[TrackStatus, ...]:
    """Give the status of every track of the process, in the order of the profile, or of these ``tracks`` alone.

    ``reports`` holds entries of all kinds. Pure; what was published after ``as_of`` is passed over,
    but an event is taken as merged: to know nothing of later reports, merge those told by ``as_of``.
    """
    earlier = as_of - timedelta(days=ARROW_DAYS)
    seen = seen_from(events, earlier)
    return tuple(
        _status(
            read_strand(process, track, events=events, reports=reports, as_of=as_of),
            read_strand(process, track, events=seen, reports=reports, as_of=earlier),
        )
        for track in (process.tracks if tracks is None else tracks)
    )


def _status(strand: Strand, before: Strand) -> TrackStatus:
    rule, finding = now = _first_that_holds(strand)
    earlier = _first_that_holds(before)
    way, because = arrow(earlier, now, before, strand)
    return TrackStatus(
        track=strand.track.id,
        name=strand.track.name,
        status=rule.status,
        since=finding.since,
        rule=finding.because or rule.text,
        events=finding.events,
        entries=finding.entries,
        last_meeting=_first(strand.meetings.held),
        next_meeting=_first(strand.meetings.due),
        last_agreement=_first(strand.last_agreed),
        last_refusal=_first(_lately_refused(strand)),
        open_commitments=tuple(c.id for c in strand.commitments),
        open_conditions=tuple(c.id for c in strand.conditions),
        arrow=way,
        arrow_rule=because,
        arrow_events=earlier[1].events if way else (),
        arrow_entries=earlier[1].entries if way else (),
    )


def _lately_refused(strand: Strand) -> tuple[Dated, ...]:
    """Return the refusals of a while, also to come to a meeting, that no agreement has followed."""
    refused = latest_first((*strand.refusals, *strand.meetings.declined))
    agreed = last_day(strand.agreements)
    return tuple(r for r in strand.within(refused, LONG_DAYS) if r.day > agreed)


def _first_that_holds(strand: Strand) -> tuple[Rule, Finding]:
    return next((r, f) for r in RULES if (f := r.holds(strand)) is not None)


def _first(items: tuple[Dated, ...]) -> str | None:
    return items[0].id if items else None
