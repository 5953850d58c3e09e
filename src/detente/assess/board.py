"""Where each track of a process stands on a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from detente.assess.arrow import ARROW_DAYS, arrow
from detente.assess.rules import RULES, Finding, Rule
from detente.assess.seen import seen_from
from detente.assess.strand import Dated, Strand, read_strand
from detente.model.event import Event, Report, TrackStatus
from detente.model.profile import Process


def assess(
    process: Process, events: Sequence[Event], reports: Sequence[Report], *, as_of: date
) -> tuple[TrackStatus, ...]:
    """Give the status of every track of the process, in the order of the profile.

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
        for track in process.tracks
    )


def _status(strand: Strand, before: Strand) -> TrackStatus:
    rule, finding = _first_that_holds(strand)
    return TrackStatus(
        track=strand.track.id,
        name=strand.track.name,
        status=rule.status,
        since=finding.since,
        rule=finding.because or rule.text,
        events=finding.events,
        entries=finding.entries,
        last_meeting=_first(strand.held),
        next_meeting=_first(strand.due),
        last_refusal=_first(strand.refusals),
        open_commitments=tuple(c.id for c in strand.commitments),
        open_conditions=tuple(c.id for c in strand.conditions),
        arrow=arrow(_first_that_holds(before)[0].status, rule.status),
    )


def _first_that_holds(strand: Strand) -> tuple[Rule, Finding]:
    return next((r, f) for r in RULES if (f := r.holds(strand)) is not None)


def _first(items: tuple[Dated, ...]) -> str | None:
    return items[0].id if items else None
