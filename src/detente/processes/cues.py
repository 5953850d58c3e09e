"""Which strands of the talks a passage bears on, by the cue words of the profile."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from detente.model.profile import Process, Track
from detente.processes.figurative import without_figures


@dataclass(frozen=True)
class TrackFinder:
    """One pattern for each track, compiled once for a profile."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    main: str | None

    @classmethod
    def of(cls, process: Process) -> "TrackFinder":
        """Compile the cue words of a profile."""
        known = tuple((t.id, _pattern(t)) for t in process.tracks if t.cues)
        return cls(known, process.main_track)

    def find(self, text: str) -> tuple[str, ...]:
        """Return the tracks that ``text`` has a cue of, in the order of the profile."""
        return self._found(text)

    @cached_property
    def _found(self) -> Callable[[str], tuple[str, ...]]:
        # a sentence is asked about for each of its entries
        return lru_cache(maxsize=4096)(self._search)

    def _search(self, text: str) -> tuple[str, ...]:
        lower = _lowered(text)
        found = [(track, pattern) for track, pattern in self.patterns if pattern.search(lower)]
        if len(found) > 1:
            found = _standing_alone(found, lower)
        return tuple(track for track, _ in found)

    @property
    def otherwise(self) -> tuple[str, ...]:
        """Return the main track, which stands where nothing tells another."""
        return (self.main,) if self.main else ()


def _standing_alone(
    found: list[tuple[str, re.Pattern[str]]], text: str
) -> list[tuple[str, re.Pattern[str]]]:
    """Leave out a track whose every cue is part of another's: "hostilities" in "cessation of hostilities"."""
    spans = {track: [m.span() for m in pattern.finditer(text)] for track, pattern in found}
    every = {span for those in spans.values() for span in those}

    def is_part(span: tuple[int, int]) -> bool:
        return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in every)

    return [(t, p) for t, p in found if not all(map(is_part, spans[t]))]


def speaks_of(track: Track, text: str) -> bool:
    """Say whether ``text`` itself has a cue of the track."""
    return bool(track.cues) and _pattern(track).search(_lowered(text)) is not None


@lru_cache(maxsize=8)
def finder_of(process: Process) -> TrackFinder:
    """Compile the cue words of a profile once for all articles that are read with it."""
    return TrackFinder.of(process)


def _lowered(text: str) -> str:
    return without_figures(text.lower().replace("’", "'"))


@lru_cache(maxsize=256)
def _pattern(track: Track) -> re.Pattern[str]:
    # longest first, so that "peace treaty" is tried before "peace"
    cues = sorted(track.cues, key=len, reverse=True)
    return re.compile("|".join(_cue(cue) for cue in cues))


def _cue(cue: str) -> str:
    words = [
        re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in cue.split()
    ]
    return r"\b" + r"[\s-]+".join(words) + r"\b"
