"""What was done on the ground: force and flight, ways closed and opened, what eases matters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.assess.bearing import Reports, clearly_on, is_of_party
from detente.assess.dated import Dated, latest_first
from detente.assess.days import event_day, is_vague, latest_day, said_day, told_day
from detente.assess.matching import passage
from detente.lexicon.grounds import closes, flees, holds_captive, opens
from detente.model.entry import Incident, IncidentStatus, Kind
from detente.model.event import Event, Report
from detente.model.profile import Hurt, Process, Track

# Incidents of these PLOVER types ease a track, are told elsewhere or are words; all others strain it.
EASING = frozenset(
    {"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "PROTEST", "RETREAT", "SUPPORT"}
)
BETTER = frozenset({"AID", "RETREAT"})  # of these, what is done for the better
FORCE = frozenset({"ASSAULT", "SEIZE"})
_COERCION = "COERCE"
ON_THE_GROUND = frozenset({"happened", "ongoing"})
CLOSURE_DAYS = 180  # a closure of which nobody has spoken for so long is no longer known to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What was done on the ground by a day, and bears on one track; each list from the latest on.

    ``strains``: force, closure and flight told of this track. ``elsewhere``: what is told of other tracks and
    hurts this one by the profile. ``closures``: reports of ways that are still closed. ``relief``: what was done
    for the better.
    """

    strains: tuple[Dated, ...]
    elsewhere: tuple[Dated, ...]
    closures: tuple[Dated, ...]
    relief: tuple[Dated, ...]


def read_deeds(
    process: Process,
    track: Track,
    *,
    events: Sequence[Event],
    reports: Reports,
    as_of: date,
    settled: Callable[[str], date],
) -> Deeds:
    """Sort the incidents of all tracks by what they are to this one.

    ``settled`` gives the day of the last agreement on a track: what it settled there hurts no other track.
    """
    happened = [
        _Deed(event, [reports[n] for n in event.entries if n in reports])
        for event in events
        if event.kind is Kind.INCIDENT and event.status in ON_THE_GROUND
    ]
    ours = [d for d in happened if d.is_on(track)]
    others = [d for d in happened if not d.is_on(track)]
    hurts = hurting(track, process)
    afar = [d for d in others if d.hurts(hurts, track, process)]
    unsettled = [
        d
        for d in afar
        if (day := d.day(as_of)) and not any(settled(t) > day for t in d.event.tracks)
    ]
    eased = [d for d in ours if d.is_relief]
    if (
        track.id == process.main_track
    ):  # what one party does for another moves the process as a whole
        eased += [d for d in others if d.is_relief and d.is_of(track, process)]
    return Deeds(
        strains=_dated((d for d in ours if d.is_strain), track, process, as_of),
        elsewhere=_dated(unsettled, track, process, as_of),
        closures=_closures(reports.values(), track, process, as_of),
        relief=_dated(eased, track, process, as_of),
    )


def hurting(track: Track, process: Process) -> tuple[Hurt, ...]:
    """Return what bears on a track though it is told of another.

    Force hurts the main track where the profile does not say which it hurts.
    """
    said = any(Hurt.FORCE in t.hurt_by for t in process.tracks)
    main = track.id == process.main_track and not said
    return (*track.hurt_by, *((Hurt.FORCE,) * main))


def forced_days(
    events: Iterable[Event], track: Track, process: Process, reports: Reports, *, as_of: date
) -> list[date]:
    """Return the days on which one of the parties used force."""
    return [
        day
        for event in events
        if event.kind is Kind.INCIDENT and event.status in ON_THE_GROUND
        if _Deed(event, [reports[n] for n in event.entries if n in reports]).is_force
        if is_of_party(event.by, track, process)
        if (day := event_day(event, as_of=as_of)) is not None
    ]


@dataclass(frozen=True, slots=True)
class _Deed:
    """An incident that happened or goes on, with the reports of it that are known."""

    event: Event
    reports: Sequence[Report]

    @property
    def labels(self) -> set[str]:
        return {r.entry.plover.event for r in self.reports if r.entry.plover}

    @property
    def is_flight(self) -> bool:
        return any(flees(passage(r)) for r in self.reports)

    @property
    def is_strain(self) -> bool:
        eases = bool(self.labels) and self.labels <= EASING
        return self.is_flight or not (eases or self.is_closure or self.is_captivity)

    @property
    def is_captivity(self) -> bool:
        """Say whether it does nothing but hold people: a wrong, and no force between the sides."""
        told = [passage(r) for r in self.reports]
        return self.labels == {_COERCION} and all(map(holds_captive, told))

    @property
    def is_closure(self) -> bool:
        """Say whether it does nothing but close a way: that lasts, and is told report by report."""
        return bool(self.reports) and all(tells_closure(r) for r in self.reports)

    def is_on(self, track: Track) -> bool:
        """Say whether a report of it is about the track, and not only the sentence before it."""
        told = any(clearly_on(r, track) for r in self.reports)
        return told if self.reports else track.id in self.event.tracks

    @property
    def is_force(self) -> bool:
        return bool(self.labels & FORCE)

    @property
    def is_relief(self) -> bool:
        return bool(self.labels & BETTER) and not self.is_strain

    def is_of(self, track: Track, process: Process) -> bool:
        """Say whether one of the parties did it."""
        return is_of_party(self.event.by, track, process)

    def hurts(self, hurts: tuple[Hurt, ...], track: Track, process: Process) -> bool:
        """Say whether it is of the sort that bears on a track of which it is not told."""
        forced = Hurt.FORCE in hurts and self.is_force and self.is_of(track, process)
        return forced or (Hurt.FLIGHT in hurts and self.is_flight)

    def day(self, as_of: date) -> date | None:
        """Return its day; one that goes on counts up to its last report."""
        told = [d for s in self.event.history if (d := told_day(s, as_of=as_of))]
        day = event_day(self.event, as_of=as_of)
        if self.event.status != "ongoing" or not told:
            return day
        start = self.event.date.start if self.event.date else None
        ahead = start is not None and start > max(told)  # "regains the district by December 1"
        return None if ahead else max(filter(None, (day, *told)))


def _dated(
    deeds: Iterable[_Deed], track: Track, process: Process, as_of: date
) -> tuple[Dated, ...]:
    return latest_first(
        Dated(day, d.event.id, of_party=d.is_of(track, process))
        for d in deeds
        if (day := d.day(as_of)) is not None
    )


def _closures(
    reports: Iterable[Report], track: Track, process: Process, as_of: date
) -> tuple[Dated, ...]:
    """Return the reports of ways that are closed, and of which no later one tells that they were opened."""
    told = [(r, day) for r in reports if (day := _state_day(r, as_of)) is not None]
    opened = [(day, frozenset(r.entry.tracks)) for r, day in told if opens(passage(r))]
    from_afar = Hurt.CLOSURE in hurting(track, process)
    held = [
        (r, day)
        for r, day in told
        if (from_afar or track.id in r.entry.tracks)
        and _is_closure(r, track, process)
        and not any(day <= end and tracks.intersection(r.entry.tracks) for end, tracks in opened)
    ]
    spoken = max((_spoken_of(r, as_of) for r, _ in held), default=date.min)
    known = held and spoken >= as_of - timedelta(days=CLOSURE_DAYS)
    return latest_first(Dated(day, r.id) for r, day in held) if known else ()


def _state_day(report: Report, as_of: date) -> date | None:
    entry = report.entry
    if not isinstance(entry, Incident) or entry.status not in _TOLD_AS_SO:
        return None
    if entry.date is not None and is_vague(entry.date):
        return None  # "closed in 1993" is the state in which the process began
    return latest_day(entry.date, as_of=as_of) or said_day(report, as_of=as_of)


_TOLD_AS_SO = frozenset({IncidentStatus.HAPPENED, IncidentStatus.ONGOING})


def _spoken_of(report: Report, as_of: date) -> date:
    published = report.document.published
    return min(published.end, as_of) if published and published.end else date.min


def tells_closure(report: Report) -> bool:
    """Say whether an incident tells that a way was closed or people were cut off."""
    entry = report.entry
    closing = entry.plover is not None and entry.plover.event == _COERCION
    return isinstance(entry, Incident) and closing and closes(passage(report))


def _is_closure(report: Report, track: Track, process: Process) -> bool:
    """Say whether it tells of a closure, and not of one by a power outside the process."""
    by = report.entry.by if isinstance(report.entry, Incident) else ()
    outsiders = bool(by) and all(a.listed for a in by)
    return tells_closure(report) and (not outsiders or is_of_party(by, track, process))
