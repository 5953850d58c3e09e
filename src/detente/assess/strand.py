"""What the record holds on one track by a day, sorted for the rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.assess.bearing import (
    Agreements,
    bears,
    is_between,
    is_party,
    is_refusal_of_a_side,
    may_be_between,
    tracks_of,
)
from detente.assess.days import event_day, is_vague, published_by, said_day, told_day
from detente.model.entry import Commitment, Condition, Kind
from detente.model.event import Event, Report
from detente.model.profile import Process, Track

COMMITMENT_DAYS = 180  # a promise without a day is held open for half a year
CONDITION_DAYS = 365

# Incidents of these PLOVER types ease a track, are told elsewhere or are words; all others strain it.
EASING = frozenset(
    {"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "PROTEST", "RETREAT", "SUPPORT"}
)
OFF = frozenset({"postponed", "cancelled"})
ON_THE_GROUND = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Dated:
    """An event (or entry) with the day that it counts from; ``told``: when a plan that stands was first told."""

    day: date
    id: str
    told: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One track by one day. All lists run from the latest to the earliest, ``due`` from the nearest on."""

    track: Track
    as_of: date
    held: tuple[Dated, ...]
    due: tuple[Dated, ...]
    put_off: tuple[Dated, ...]
    agreements: tuple[Dated, ...]
    incidents: tuple[Dated, ...]
    refusals: tuple[Dated, ...]
    conditions: tuple[Dated, ...]
    commitments: tuple[Dated, ...]
    progress: tuple[Dated, ...]
    trouble: tuple[Dated, ...]
    words: tuple[Dated, ...]

    def within(self, items: Sequence[Dated], days: int) -> tuple[Dated, ...]:
        """Return those of the last ``days`` days."""
        first = self.as_of - timedelta(days=days)
        return tuple(i for i in items if first <= i.day <= self.as_of)


def read_strand(
    process: Process,
    track: Track,
    *,
    events: Sequence[Event],
    reports: Sequence[Report],
    as_of: date,
) -> Strand:
    """Gather what bears on the track and was told by that day."""
    ours = [e for e in events if bears(e, track, process) and _told_by(e, as_of)]
    plans = [e for e in ours if may_be_between(e, track, process)]
    said = [r for r in reports if published_by(r.document.published, as_of)]
    labels = {r.id: r.entry.plover.event for r in said if r.entry.plover}
    words = [r for r in said if track.id in tracks_of(r)]
    agreements = Agreements(process, said)
    past = _happened(ours, as_of)
    entries = _said(words, as_of)
    return Strand(
        track=track,
        as_of=as_of,
        held=past(lambda e: _was_held(e) and is_between(e, track, process)),
        due=_due(plans, as_of),
        put_off=_put_off(plans, as_of),
        agreements=past(agreements.settles),
        incidents=_incidents(ours, labels, as_of),
        refusals=_latest_first(
            (
                *entries(lambda r: is_refusal_of_a_side(r, process)),
                *_called_off(plans, process, as_of),
            )
        ),
        conditions=_open_conditions(words, as_of),
        commitments=_open_commitments(words, as_of),
        progress=entries(lambda r: getattr(r.entry, "sign", None) == "+"),
        trouble=entries(lambda r: getattr(r.entry, "sign", None) == "-"),
        words=entries(lambda r: r.entry.kind is not Kind.INCIDENT),
    )


def _was_held(event: Event) -> bool:
    return event.kind is Kind.MEETING and event.status == "held"


def _told_by(event: Event, as_of: date) -> bool:
    return any(published_by(s.published, as_of) for s in event.history) or not event.history


def _latest_first(items: Iterable[Dated]) -> tuple[Dated, ...]:
    return tuple(sorted(items, key=lambda i: (-i.day.toordinal(), i.id)))


def _happened(
    events: Sequence[Event], as_of: date
) -> Callable[[Callable[[Event], bool]], tuple[Dated, ...]]:
    def choose(wanted: Callable[[Event], bool]) -> tuple[Dated, ...]:
        return _latest_first(
            Dated(day, e.id)
            for e in events
            if wanted(e) and (day := event_day(e, as_of=as_of)) is not None
        )

    return choose


def _said(
    reports: Sequence[Report], as_of: date
) -> Callable[[Callable[[Report], bool]], tuple[Dated, ...]]:
    def choose(wanted: Callable[[Report], bool]) -> tuple[Dated, ...]:
        return _latest_first(
            Dated(day, r.id)
            for r in _once(reports)
            if wanted(r) and (day := said_day(r, as_of=as_of)) is not None
        )

    return choose


def _once(reports: Sequence[Report]) -> list[Report]:
    """Leave out what a copy of the same text says in the same words."""
    first: dict[tuple[str, Kind, str], Report] = {}
    for report in sorted(reports, key=lambda r: r.id):
        group = report.document.copy_group or report.document.id
        quote = " ".join(e.quote for e in report.entry.evidence)
        first.setdefault((group, report.entry.kind, quote), report)
    return list(first.values())


def _due(events: Sequence[Event], as_of: date) -> tuple[Dated, ...]:
    """Return the meetings that are to come, by the last day on which they can begin."""
    ahead = [
        Dated(max(e.date.start or as_of, as_of), e.id, _planned_since(e, as_of))
        for e in events
        if e.kind is Kind.MEETING
        and e.status == "scheduled"
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
    return _latest_first(
        Dated(max(told), e.id)
        for e in events
        if e.kind is Kind.MEETING
        and e.status in OFF
        and (
            told := [
                day
                for s in e.history
                if s.status == e.status and (day := told_day(s, as_of=as_of)) is not None
            ]
        )
    )


def _called_off(events: Sequence[Event], process: Process, as_of: date) -> list[Dated]:
    """Return the words by which a party called a meeting off: it refuses what was to be."""
    return [
        Dated(day, step.entry)
        for event in events
        if event.kind is Kind.MEETING and event.status == "cancelled"
        for step in event.history
        if step.status == event.status
        and is_party(step.said_by, process)
        and (day := told_day(step, as_of=as_of)) is not None
    ]


def _incidents(
    events: Sequence[Event], labels: Mapping[str, str], as_of: date
) -> tuple[Dated, ...]:
    """Return the incidents that strain the track; one that goes on counts up to its last report."""
    found = []
    for event in events:
        if event.kind is not Kind.INCIDENT or event.status not in ON_THE_GROUND:
            continue
        types = {labels[i] for i in event.entries if i in labels}
        days = [event_day(event, as_of=as_of)]
        if event.status == "ongoing":
            days += [told_day(s, as_of=as_of) for s in event.history]
        known = [d for d in days if d is not None]
        if known and not (types and types <= EASING):
            found.append(Dated(max(known), event.id))
    return _latest_first(found)


def _open_conditions(reports: Sequence[Report], as_of: date) -> tuple[Dated, ...]:
    first = as_of - timedelta(days=CONDITION_DAYS)
    said = _said(reports, as_of)(lambda r: isinstance(r.entry, Condition))
    return tuple(c for c in said if c.day >= first)


def _open_commitments(reports: Sequence[Report], as_of: date) -> tuple[Dated, ...]:
    """Return the commitments that are not past their time."""
    first = as_of - timedelta(days=COMMITMENT_DAYS)
    dues = {r.id: r.entry.due for r in reports if isinstance(r.entry, Commitment)}
    said = _said(reports, as_of)(lambda r: r.id in dues)
    return tuple(
        c
        for c in said
        if (c.day >= first if (due := dues[c.id]) is None else (due.end or as_of) >= as_of)
    )
