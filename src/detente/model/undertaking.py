"""Undertakings: what became of a promise by a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.when import DateRange


class Outcome(StrEnum):
    """What became of a promise. Each but ``open``, ``overdue`` and ``cannot tell`` rests on a later sentence."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    KEPT = "kept"
    PARTLY_KEPT = "partly kept"
    OVERDUE = "overdue"
    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A promise with what became of it as of a day.

    ``because`` says it in words, ``sentences`` are the entries that it rests on, ``denials`` those that say
    that it was not kept. ``silent_days``: since it was last spoken of.
    """

    event: str
    outcome: Outcome
    because: str
    due: DateRange | None
    last_said: date | None
    silent_days: int | None
    sentences: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
