"""On which tracks an entry bears: by its words, by the sides between whom it is, by what came before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.about import SENTENCES_BEFORE, tracks_about
from detente.extract.reading import Reading
from detente.model.annotation import MentionKind
from detente.model.entry import (
    Actors,
    Agreement,
    Condition,
    Entry,
    Meeting,
    MeetingStatus,
    Statement,
)
from detente.model.event import HIGH_LEVELS

_ACTOR_FIELDS = ("by", "to", "participants")
_NAMED = frozenset({MentionKind.SIDE, MentionKind.ADJECTIVE, MentionKind.SEAT, MentionKind.NAME})


def with_tracks(reading: Reading, entry: Entry) -> Entry:
    """Give an entry its tracks."""
    if isinstance(entry, Condition):
        return replace(entry, tracks=tuple(dict.fromkeys((*entry.gates, *entry.requires))))
    passage = entry.evidence[0]
    cued = reading.tracks.find(passage.quote)
    between = tuple(_between(reading, _sides(reading, entry)))
    own = tuple(dict.fromkeys((*between, *cued)))
    if not own:
        around = 0 if _has_agenda_of_its_own(entry) else SENTENCES_BEFORE
        whole = not isinstance(entry, Meeting)  # who meets without a topic meets on the main track
        own = tracks_about(reading, passage.start, passage.end, before=around, on_the_whole=whole)
    return replace(entry, tracks=own)


def _has_agenda_of_its_own(entry: Entry) -> bool:
    """Say whether leaders or foreign ministers are to meet: what was told before it is no agenda of theirs."""
    if not isinstance(entry, Meeting) or entry.status is MeetingStatus.HELD:
        return False
    return entry.level in HIGH_LEVELS


def with_what_came_of_it(reading: Reading, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Give meetings that name no subject the tracks of what those who met agreed on that day."""
    agreed = [e for e in entries if isinstance(e, Agreement) and e.date and len(e.by) > 1]
    for entry in entries:
        silent = isinstance(entry, Meeting) and not reading.tracks.find(entry.evidence[0].quote)
        if silent and isinstance(entry, Meeting) and entry.status is MeetingStatus.HELD:
            there = _ids(reading, entry.participants)
            ours = [a for a in agreed if a.date == entry.date and _ids(reading, a.by) <= there]
            told = (t for a in ours for t in a.tracks)
            yield replace(entry, tracks=tuple(dict.fromkeys((*entry.tracks, *told))))
        else:
            yield entry


def _between(reading: Reading, sides: set[str]) -> Iterator[str]:
    for track in reading.process.tracks:
        if track.between and sides == set(track.between):
            yield track.id


def _sides(reading: Reading, entry: Entry) -> set[str]:
    """Return the ids of the sides that an entry is between: its actors', or those that its words name."""
    if isinstance(entry, Statement):
        start, end = entry.evidence[0].start, entry.evidence[0].end
        named = [
            r
            for m in reading.doc.mentions
            if m.kind in _NAMED and start <= reading.tokens[m.first].start < end
            for r in m.actors
        ]
        return _ids(reading, (*named, *entry.speaker))
    return _ids(reading, tuple(r for f in _ACTOR_FIELDS for r in getattr(entry, f, ())))


def _ids(reading: Reading, refs: Actors) -> set[str]:
    return {reading.side_of(r).id for r in refs if r.listed}
