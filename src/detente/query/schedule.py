"""Things in the order of their days: what was, and what is to be."""

from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.query.results import AgendaItem, TimelineItem


def timeline(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[TimelineItem, ...]:
    """Return every dated event, and every dated entry that belongs to none, by day."""
    raise NotImplementedError


def agenda(ledger: Ledger, where: Filter) -> tuple[AgendaItem, ...]:
    """Return the meetings and commitments that are still to come, seen from the day of the board."""
    raise NotImplementedError
