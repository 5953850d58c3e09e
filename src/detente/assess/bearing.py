"""Which events and entries bear on a track, and whose they are."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from detente.assess.matching import passage, sides_of
from detente.lexicon.grounds import denies
from detente.lexicon.phrases import pattern
from detente.model.entry import Actors, Condition, Kind, Meeting, MeetingStatus, Refusal
from detente.model.event import HIGH_LEVELS, Event, Report
from detente.model.profile import Process, Track
from detente.processes.cues import speaks_of

Reports = Mapping[str, Report]  # by entry id


def bears(event: Event, track: Track, process: Process) -> bool:
    """Say whether the event bears on the track; talks that name no subject are on the main one."""
    if event.tracks or event.kind is Kind.INCIDENT:
        return track.id in event.tracks
    parties = _names(process.parties, process)
    return track.id == process.main_track and (not parties or len(_present(event) & parties) > 1)


def meeting_bears(event: Event, track: Track, process: Process, reports: Reports) -> bool:
    """Say the same of a meeting; leaders and foreign ministers meet about the process as a whole, too."""
    high = track.id == process.main_track and is_high(event, reports)
    return bears(event, track, process) or high


def plan_bears(event: Event, track: Track, process: Process, reports: Reports) -> bool:
    """Say whether a plan, or its end, is about the track.

    Its own words must say so, or else it belongs to the main track: what the sentence before it was about
    is no agenda.
    """
    told = [reports[n] for n in event.entries if n in reports]
    if not told or not event.tracks:
        return bears(event, track, process)
    on_main = track.id == process.main_track
    about = {t for t in process.tracks if t.id in event.tracks and _names_track(told, t)}
    if on_main:
        return track.id in event.tracks or is_high(event, reports) or not about
    return track in about or (event.tracks == (track.id,) and _is_low(event, reports))


def clearly_on(report: Report, track: Track) -> bool:
    """Say whether an entry is about the track by its own words, or was read as about no other."""
    tracks = report.entry.tracks
    return track.id in tracks and (len(tracks) == 1 or speaks_of(track, passage(report)))


def tracks_of(report: Report) -> tuple[str, ...]:
    """Return the tracks that an entry bears on; a condition bears on those that it holds back."""
    entry = report.entry
    if isinstance(entry, Condition) and entry.gates:
        return entry.gates
    return entry.tracks


def parties_of(track: Track, process: Process) -> frozenset[str]:
    """Return the sides between which the track runs: those that the profile names for it, else the parties."""
    return _names(track.between or process.parties, process)


def is_between(event: Event, track: Track, process: Process, reports: Reports) -> bool:
    """Say whether those between whom the track runs took part: a call of two hosts is no round of talks.

    Who was expected and stayed away did not: those count whom the reports of the meeting itself name.
    """
    ours = parties_of(track, process)
    told = [reports[n].entry for n in event.entries if n in reports]
    met = [e for e in told if isinstance(e, Meeting) and e.status is MeetingStatus.HELD]
    there = frozenset[str]().union(*(sides_of(e.participants) for e in met))
    present = there if len(there) > 1 else _present(event)
    return len(ours) < 2 or len(present & ours) > 1


def may_be_between(event: Event, track: Track, process: Process) -> bool:
    """Say the same of a plan, which a text often tells of the host or of one side alone."""
    ours = parties_of(track, process)
    hosts = _names(process.mediators, process) | sides_of(event.mediator)
    return len(ours) < 2 or bool(_present(event) & ours) or _present(event) <= hosts


def is_of_party(actors: Actors, track: Track, process: Process) -> bool:
    """Say whether one of those between whom the track runs is among them."""
    return bool(sides_of(actors) & parties_of(track, process))


@lru_cache  # asked of every event and track, and always of the same few sides
def _names(ids: tuple[str, ...], process: Process) -> frozenset[str]:
    return frozenset(a.side or a.name for a in process.actors if a.id in ids)


def _present(event: Event) -> frozenset[str]:
    return sides_of(event.participants + event.by + event.to)


def is_high(event: Event, reports: Reports) -> bool:
    """Say whether leaders or foreign ministers meet."""
    return not HIGH_LEVELS.isdisjoint(_levels(event, reports))


def _is_low(event: Event, reports: Reports) -> bool:
    """Say whether others are told to meet: those who work on one matter."""
    return bool(_levels(event, reports) - HIGH_LEVELS) and not is_high(event, reports)


def _levels(event: Event, reports: Reports) -> set[str]:
    entries = (reports[n].entry for n in event.entries if n in reports)
    return {e.level for e in entries if isinstance(e, Meeting) and e.level}


def _names_track(reports: Iterable[Report], track: Track) -> bool:
    return any(track.id in r.entry.tracks and speaks_of(track, passage(r)) for r in reports)


def blocks(report: Report, track: Track, process: Process) -> bool:
    """Say whether one of those between whom the track runs refuses a thing of it.

    The reserve of a third power or a court blocks no track, nor does one who will not come to a meeting, or
    who rejects a charge. What the other side alone calls a refusal is a charge, too.
    """
    entry = report.entry
    if not isinstance(entry, Refusal) or not clearly_on(report, track):
        return False
    ours, told_by = parties_of(track, process), sides_of(entry.said_by)
    words = passage(report)
    no_thing = denies(words) or pattern("chains", "attend").search(words) is not None
    charged = bool(told_by) and told_by <= ours - sides_of(entry.by)
    theirs = not ours or is_of_party(entry.by, track, process)
    return theirs and not (no_thing or charged)
