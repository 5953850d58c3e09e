"""Gates: what holds a track of the talks back, and what would be free if a gate opened."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.entry import Actors


class GateState(StrEnum):
    """Whether a condition still stands: only a later sentence can say that it does not."""

    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"  # the side of which or by which it was asked has given up since
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Voice:
    """One who makes the condition; nobody named where the outlet says it itself."""

    speaker: Actors
    reports: tuple[str, ...]  # entry ids, the first one first
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One thing that must come before a track can move.

    ``requires`` is the track that must be settled first, where the words mean one; ``words`` is what must
    come first, as it was last put. ``because`` is the entry that fulfils or withdraws it.
    """

    track: str
    requires: str | None
    words: str
    voices: tuple[Voice, ...]
    first: date | None
    last: date | None
    state: GateState = GateState.CANNOT_TELL
    because: str | None = None

    @property
    def stands(self) -> bool:
        """Say whether no later sentence has opened the gate."""
        return self.state is GateState.CANNOT_TELL


@dataclass(frozen=True, slots=True, kw_only=True)
class Freed:
    """What a track waits for if some tracks were settled: ``opened`` gates, and those that ``remain``."""

    track: str
    opened: tuple[Gate, ...]
    remain: tuple[Gate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blockers:
    """All gates of a process as of a day, and the tracks that wait for each other in a ring."""

    as_of: date | None
    gates: tuple[Gate, ...]
    rings: tuple[tuple[str, ...], ...] = ()
    settled: tuple[str, ...] = ()
    freed: tuple[Freed, ...] = ()
