"""The meetings of a track by a day: held, to come, put off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.assess.bearing import (
    Reports,
    is_between,
    is_high,
    is_of_party,
    may_be_between,
    meeting_bears,
    plan_bears,
)
from detente.assess.dated import Dated, latest_first
from detente.assess.days import event_day, is_vague, told_day
from detente.model.entry import Kind
from detente.model.event import Event
from detente.model.profile import Process, Track

OFF = frozenset({"postponed", "cancelled"})
AHEAD_OR_OFF = OFF | {"scheduled"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The meetings of one track: ``due`` from the nearest on, the others from the latest on.

    ``high``: of those held the ones of leaders and foreign ministers, of whatever they spoke. ``declined``: the
    words by which a party called one off.
    """

    held: tuple[Dated, ...]
    high: tuple[Dated, ...]
    due: tuple[Dated, ...]
    put_off: tuple[Dated, ...]
    declined: tuple[Dated, ...]


def read_meetings(
    process: Process,
    track: Track,
    *,
    events: Sequence[Event],
    reports: Reports,
    as_of: date,
) -> Meetings:
    """Sort the meetings that were told by that day."""
    met = [e for e in events if e.kind is Kind.MEETING]
    plans = [
        e
        for e in met
        if e.status in AHEAD_OR_OFF
        and may_be_between(e, track, process)
        and plan_bears(e, track, process, reports)
    ]
    took_place = [
        (e, day)
        for e in met
        if e.status == "held"
        and is_between(e, track, process, reports)
        and (day := event_day(e, as_of=as_of)) is not None
    ]
    return Meetings(
        held=latest_first(
            Dated(day, e.id) for e, day in took_place if meeting_bears(e, track, process, reports)
        ),
        high=latest_first(Dated(day, e.id) for e, day in took_place if is_high(e, reports)),
        due=_due(plans, as_of),
        put_off=_put_off(plans, as_of),
        declined=_called_off(plans, track, process, as_of),
    )


def _due(events: Sequence[Event], as_of: date) -> tuple[Dated, ...]:
    """Return the meetings that are to come, by the last day on which they can begin."""
    ahead = [
        Dated(max(e.date.start or as_of, as_of), e.id, _planned_since(e, as_of))
        for e in events
        if e.status == "scheduled"
        and e.date
        and not is_vague(e.date)
        and (e.date.end is None or e.date.end >= as_of)
    ]
    return tuple(sorted(ahead, key=lambda i: (i.day, i.id)))


def _planned_since(event: Event, as_of: date) -> date | None:
    """Return when the plan was first told that stands: after the last word that put the meeting off."""
    told = [(day, s.status) for s in event.history if (day := told_day(s, as_of=as_of))]
    off = max((day for day, status in told if status in OFF), default=date.min)
    return min((day for day, status in told if status == event.status and day >= off), default=None)


def _put_off(events: Sequence[Event], as_of: date) -> tuple[Dated, ...]:
    """Return the meetings that were put off or called off, by the day on which that was told."""
    return latest_first(
        Dated(max(told), e.id)
        for e in events
        if e.status in OFF
        and (
            told := [
                day
                for s in e.history
                if s.status == e.status and (day := told_day(s, as_of=as_of)) is not None
            ]
        )
    )


def _called_off(
    events: Sequence[Event], track: Track, process: Process, as_of: date
) -> tuple[Dated, ...]:
    return latest_first(
        Dated(day, step.entry)
        for event in events
        if event.status == "cancelled"
        for step in event.history
        if step.status == event.status
        and is_of_party(step.said_by, track, process)
        and (day := told_day(step, as_of=as_of)) is not None
    )
