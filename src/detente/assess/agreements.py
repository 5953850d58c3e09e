"""Which agreements settle something on a track, and which do not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from detente.assess.bearing import clearly_on, parties_of
from detente.assess.dated import Dated, latest_first
from detente.assess.days import event_day, told_day
from detente.assess.matching import passage, side_of, sides_of
from detente.lexicon.grounds import agrees, capitulates
from detente.lexicon.phrases import pattern
from detente.model.entry import Agreement, Commitment, Evidence, Kind, Meeting, MeetingStatus
from detente.model.event import Event, Report
from detente.model.profile import Process, Track

UNDER_FIRE_DAYS = 10  # who gives up arms so soon after an attack has not agreed with the attacker


class Agreements:
    """Tells the agreements that settle something from those that do not.

    ``forced`` are the days on which one of the parties used force.
    """

    def __init__(self, process: Process, reports: Sequence[Report], forced: Sequence[date]) -> None:
        self._process = process
        self._parties = frozenset(
            a.side or a.name for a in process.actors if a.id in process.parties
        )
        self._reports = {r.id: r for r in reports}
        self._empty = _settling_nothing(reports)
        self._forced = forced
        self._surrenders = frozenset(
            r.document.id
            for r in reports
            if isinstance(r.entry, Agreement | Commitment) and capitulates(passage(r))
        )

    def of(self, events: Iterable[Event], track: Track, *, as_of: date) -> tuple[Dated, ...]:
        """Return the agreements that settle something on the track, the latest first."""
        found = (self._dated(e, track, as_of) for e in events if e.kind is Kind.AGREEMENT)
        return latest_first(a for a in found if a is not None)

    def latest(self, events: Iterable[Event], track: Track, *, as_of: date) -> tuple[Dated, ...]:
        """Return all agreements on the track, also those to meet or to go on, the latest first."""
        made = (e for e in events if e.kind is Kind.AGREEMENT)
        found = (self._dated(e, track, as_of, even_slight=True) for e in made)
        return latest_first(a for a in found if a is not None)

    def _dated(
        self, event: Event, track: Track, as_of: date, *, even_slight: bool = False
    ) -> Dated | None:
        if not self._settles(event, track, even_slight=even_slight):
            return None
        day = event_day(event, as_of=as_of)
        if (
            day is None and event.date is None
        ):  # told without a day, as what has been agreed by then
            told = [d for step in event.history if (d := told_day(step, as_of=as_of))]
            day = min(told, default=None)
        if day is None or self._is_surrender(event, day):
            return None
        return Dated(day, event.id)

    def _settles(self, event: Event, track: Track, *, even_slight: bool) -> bool:
        if self._told_by_one_party(event):
            return False
        sides, ours = sides_of(event.by + event.to), parties_of(track, self._process)
        if len(sides & ours if len(ours) > 1 else sides) < 2:
            return False
        told = [self._reports[n] for n in event.entries if n in self._reports]
        if not told:
            return track.id in event.tracks and event.date is not None
        weighty = told if even_slight else [r for r in told if r.id not in self._empty]
        return any(self._tells(r, track) for r in weighty)

    def _tells(self, report: Report, track: Track) -> bool:
        """Say whether a report tells of an agreement on the track, and does not mention a document alone."""
        entry = report.entry
        dated = isinstance(entry, Agreement) and entry.date is not None
        new = dated or agrees(passage(report))
        return new and clearly_on(report, track)

    def _is_surrender(self, event: Event, day: date) -> bool:
        told = [self._reports[n] for n in event.entries if n in self._reports]
        first = day - timedelta(days=UNDER_FIRE_DAYS)
        if not told or not any(first <= forced <= day for forced in self._forced):
            return False
        beside = all(r.document.id in self._surrenders for r in told)
        return beside or any(capitulates(passage(r)) for r in told)

    def _told_by_one_party(self, event: Event) -> bool:
        voices = [frozenset(map(side_of, step.said_by)) for step in event.history]
        told = frozenset[str]().union(*voices)
        return bool(voices) and all(voices) and len(told) == 1 and told <= self._parties


def _settling_nothing(reports: Sequence[Report]) -> frozenset[str]:
    """Return the agreements to meet and no more, and those in principle."""
    ahead: dict[str, list[Evidence]] = {}
    for report in reports:
        if isinstance(report.entry, Meeting) and report.entry.status is not MeetingStatus.HELD:
            ahead.setdefault(report.document.id, []).append(report.entry.evidence[0])
    return frozenset(
        r.id for r in reports if r.entry.kind is Kind.AGREEMENT and _settles_nothing(r, ahead)
    )


def _settles_nothing(report: Report, ahead: Mapping[str, Sequence[Evidence]]) -> bool:
    own = report.entry.evidence[0]
    told = own.quote.casefold()
    return any(
        own.start <= e.start and e.end <= own.end for e in ahead.get(report.document.id, ())
    ) or bool(
        pattern("outcomes", "in principle").search(told)
        or pattern("outcomes", "agreed to talk").search(told)
    )
