"""Chains: what was announced of a meeting, and what became of it, stage by stage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.entry import Actors
from detente.model.when import DateRange


class Move(StrEnum):
    """What a stage of a chain changes."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    MOVED = "moved to another day"
    PUT_OFF = "put off"
    DAY_OPEN = "said to be still due, no day set"
    ANEW = "announced anew"
    DECLINED = "declined"
    CALLED_OFF = "called off"
    HELD = "held"


class Backing(StrEnum):
    """Who among those concerned stands behind a plan."""

    BOTH_SIDES = "both sides"
    ONE_SIDE = "one side"
    OTHERS = "others"  # a host, a mediator, a third side
    NOBODY = "nobody named"  # outlets tell it themselves


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence that gives a reason, and who says it; nobody named where the outlet says it itself.

    ``entry`` is the entry that the sentence holds, where it holds one.
    """

    document: str
    quote: str
    start: int
    end: int
    speaker: Actors = ()
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage in the life of a meeting. ``day``: when it was first told; ``date``: the day that was planned.

    ``voices`` are those who say so, ``reports`` the entries that tell it, the first one first.
    """

    move: Move
    day: DateRange | None
    date: DateRange | None
    voices: Actors
    backing: Backing
    reports: tuple[str, ...]
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The life of one meeting by what had been published on a day, and where it stands then, in words."""

    event: str
    as_of: date | None
    standing: str
    stages: tuple[Stage, ...]
