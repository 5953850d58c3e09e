"""Which events and entries bear on a track, and which of them speak for its state."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from detente.assess.matching import side_of, sides_of
from detente.assess.phrases import pattern
from detente.model.entry import Actors, Condition, Evidence, Kind, Meeting, MeetingStatus, Refusal
from detente.model.event import Event, Report
from detente.model.profile import Process, Track


def bears(event: Event, track: Track, process: Process) -> bool:
    """Say whether the event bears on the track; talks that name no subject are on the main one."""
    if event.tracks or event.kind is Kind.INCIDENT:
        return track.id in event.tracks
    parties = _names(process.parties, process)
    return track.id == process.main_track and (not parties or len(_present(event) & parties) > 1)


def tracks_of(report: Report) -> tuple[str, ...]:
    """Return the tracks that an entry bears on; a condition bears on those that it holds back."""
    entry = report.entry
    if isinstance(entry, Condition) and entry.gates:
        return entry.gates
    return entry.tracks


def is_between(event: Event, track: Track, process: Process) -> bool:
    """Say whether those between whom the track runs took part: a call of two hosts is no round of talks."""
    ours = _names(track.between or process.parties, process)
    return len(ours) < 2 or len(_present(event) & ours) > 1


def may_be_between(event: Event, track: Track, process: Process) -> bool:
    """Say the same of a plan, which a text often tells of the host or of one side alone."""
    ours = _names(track.between or process.parties, process)
    hosts = _names(process.mediators, process) | sides_of(event.mediator)
    return len(ours) < 2 or bool(_present(event) & ours) or _present(event) <= hosts


def is_party(actors: Actors, process: Process) -> bool:
    """Say whether one of the parties of the process is among them."""
    return bool(sides_of(actors) & _names(process.parties, process))


@lru_cache  # asked of every event and track, and always of the same few sides
def _names(ids: tuple[str, ...], process: Process) -> frozenset[str]:
    return frozenset(a.side or a.name for a in process.actors if a.id in ids)


def _present(event: Event) -> frozenset[str]:
    return sides_of(event.participants + event.by + event.to)


def is_refusal_of_a_side(report: Report, process: Process) -> bool:
    """Say whether somebody of the process refuses: a court that dismisses a motion blocks no track."""
    entry = report.entry
    return isinstance(entry, Refusal) and (
        not process.parties or any(actor.listed for actor in entry.by)
    )


class Agreements:
    """Tells the agreements that settle something from those that do not."""

    def __init__(self, process: Process, reports: Sequence[Report]) -> None:
        self._parties = _names(process.parties, process)
        self._empty = _settling_nothing(reports)

    def settles(self, event: Event) -> bool:
        """Say whether two sides settled something, by more than one of the parties' own word."""
        return (
            event.kind is Kind.AGREEMENT
            and len(sides_of(event.by + event.to)) > 1
            and not (event.entries and self._empty.issuperset(event.entries))
            and not self._told_by_one_party(event)
        )

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
