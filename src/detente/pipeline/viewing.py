"""Facts to views: events and track statuses."""

from dataclasses import dataclass
from datetime import date

from detente.ledger import Ledger
from detente.model.event import Event, TrackStatus
from detente.model.profile import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Events and statuses by what had been published on ``as_of``.

    ``reckoned_on`` is the day that the statuses hold for; ``left_out`` counts the documents that ``as_of``
    hides: published later, or not known to have been published by then.
    """

    as_of: date | None
    reckoned_on: date | None
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]
    left_out: int


def rebuild(ledger: Ledger, process: Process) -> None:
    """Throw the views away and make them again from the facts, in one transaction."""
    raise NotImplementedError


def view(ledger: Ledger, process: Process, *, as_of: date | None = None) -> View:
    """Return events and statuses: the stored ones, or those of an earlier day, made in memory."""
    raise NotImplementedError
