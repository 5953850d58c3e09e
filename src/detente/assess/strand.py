"""What the record holds on one track by a day, sorted for the rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from detente.assess.agreements import Agreements
from detente.assess.bearing import blocks, clearly_on, is_of_party, tracks_of
from detente.assess.dated import Dated, last_day, latest_first
from detente.assess.days import published_by, said_day
from detente.assess.deeds import Deeds, forced_days, read_deeds
from detente.assess.matching import passage
from detente.assess.meetings import Meetings, read_meetings
from detente.assess.opened import asked, may_turn, turned
from detente.lexicon.grounds import holds_back, wishes
from detente.model.entry import Assessment, Commitment, Condition, Kind, Sign
from detente.model.event import Event, Report
from detente.model.profile import Process, Track
from detente.processes.cues import speaks_of

COMMITMENT_DAYS = 180  # a promise without a day is held open for half a year
CONDITION_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One track by one day. All lists run from the latest to the earliest.

    ``conditions`` are open, ``gates`` those of them by which a party lets nothing happen. ``agreements`` settle
    something, ``last_agreed`` holds those to meet or to go on, too.
    """

    track: Track
    as_of: date
    meetings: Meetings
    agreements: tuple[Dated, ...]
    last_agreed: tuple[Dated, ...]
    deeds: Deeds
    refusals: tuple[Dated, ...]
    conditions: tuple[Dated, ...]
    gates: tuple[Dated, ...]
    commitments: tuple[Dated, ...]
    progress: tuple[Dated, ...]
    trouble: tuple[Dated, ...]
    words: tuple[Dated, ...]

    @property
    def known(self) -> frozenset[str]:
        """Return what was done or said for the better, or was to come."""
        lists = (
            self.meetings.held,
            self.meetings.due,
            self.agreements,
            self.deeds.relief,
            self.progress,
            self.words,
        )
        return frozenset(i.id for items in lists for i in items)

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
    told = [e for e in events if _told_by(e, as_of)]
    said = [r for r in reports if published_by(r.document.published, as_of)]
    known = {r.id: r for r in said}
    words = [r for r in said if track.id in tracks_of(r)]
    entries = _said(words, as_of)
    meetings = read_meetings(process, track, events=told, reports=known, as_of=as_of)
    conditions = _open_conditions(entries, words, said, as_of=as_of)
    gates = {r.id for r in words if _is_gate(r, track, process)}
    forced = forced_days(told, track, process, known, as_of=as_of)
    agreements = Agreements(process, said, forced)

    @cache
    def settled(name: str) -> date:
        on = next((t for t in process.tracks if t.id == name), track)
        return last_day(agreements.of(told, on, as_of=as_of))

    return Strand(
        track=track,
        as_of=as_of,
        meetings=meetings,
        agreements=agreements.of(told, track, as_of=as_of),
        last_agreed=agreements.latest(told, track, as_of=as_of),
        deeds=read_deeds(process, track, events=told, reports=known, as_of=as_of, settled=settled),
        refusals=entries(lambda r: blocks(r, track, process)),
        conditions=conditions,
        gates=tuple(c for c in conditions if c.id in gates),
        commitments=_open_commitments(entries, words, as_of),
        progress=entries(lambda r: _judges(r, track, Sign.GOOD)),
        trouble=entries(lambda r: _judges(r, track, Sign.BAD)),
        words=_telling_first(entries(lambda r: r.entry.kind is not Kind.INCIDENT), known, track),
    )


def _telling_first(
    words: tuple[Dated, ...], reports: Mapping[str, Report], track: Track
) -> tuple[Dated, ...]:
    """Put of the last day what names the track before what does not: such a sentence stands by itself."""
    last = [w for w in words if w.day == words[0].day]
    last.sort(key=lambda w: not speaks_of(track, passage(reports[w.id])))
    return (*last, *words[len(last) :])


def _judges(report: Report, track: Track, sign: Sign) -> bool:
    """Say whether somebody judges the track so, and neither hopes nor calls for it."""
    entry = report.entry
    judged = isinstance(entry, Assessment) and entry.sign is sign
    return judged and clearly_on(report, track) and not wishes(passage(report))


def _is_gate(report: Report, track: Track, process: Process) -> bool:
    entry = report.entry
    return (
        isinstance(entry, Condition)
        and is_of_party(entry.said_by, track, process)
        and holds_back(passage(report))
    )


def _told_by(event: Event, as_of: date) -> bool:
    return any(published_by(s.published, as_of) for s in event.history) or not event.history


_Choose = Callable[[Callable[[Report], bool]], tuple[Dated, ...]]


def _said(reports: Sequence[Report], as_of: date) -> _Choose:
    days = [(r, said_day(r, as_of=as_of)) for r in _once(reports)]

    def choose(wanted: Callable[[Report], bool]) -> tuple[Dated, ...]:
        return latest_first(Dated(day, r.id) for r, day in days if day is not None and wanted(r))

    return choose


def _once(reports: Sequence[Report]) -> list[Report]:
    """Leave out what a copy of the same text says in the same words."""
    first: dict[tuple[str, Kind, str], Report] = {}
    for report in sorted(reports, key=lambda r: r.id):
        group = report.document.copy_group or report.document.id
        quote = " ".join(e.quote for e in report.entry.evidence)
        first.setdefault((group, report.entry.kind, quote), report)
    return list(first.values())


def _open_conditions(
    entries: _Choose, words: Sequence[Report], said: Sequence[Report], *, as_of: date
) -> tuple[Dated, ...]:
    """Return the conditions of a year that no deed has met or overtaken since."""
    first = as_of - timedelta(days=CONDITION_DAYS)
    named = entries(lambda r: isinstance(r.entry, Condition))
    by_id = {r.id: r for r in words}
    turns = [(day, r) for r in said if may_turn(r) and (day := said_day(r, as_of=as_of))]
    return tuple(
        c
        for c in named
        if c.day >= first
        and not any(day > c.day and turned(by_id[c.id], asked(by_id[c.id]), r) for day, r in turns)
    )


def _open_commitments(entries: _Choose, words: Sequence[Report], as_of: date) -> tuple[Dated, ...]:
    """Return the commitments that are not past their time."""
    first = as_of - timedelta(days=COMMITMENT_DAYS)
    dues = {r.id: r.entry.due for r in words if isinstance(r.entry, Commitment)}
    said = entries(lambda r: r.id in dues)
    return tuple(
        c
        for c in said
        if (c.day >= first if (due := dues[c.id]) is None else (due.end or as_of) >= as_of)
    )
