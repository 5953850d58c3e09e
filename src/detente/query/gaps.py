"""What the record lacks: actors that the profile does not list, and what was left out."""

from detente.ledger import Ledger
from detente.query.results import RecordedRejection, UnlistedActor


def unlisted_actors(ledger: Ledger) -> tuple[UnlistedActor, ...]:
    """Return the actors that the profile does not list, the most frequent first."""
    raise NotImplementedError


def rejections(ledger: Ledger) -> tuple[RecordedRejection, ...]:
    """Return what was left out and still is: files first, then passages."""
    raise NotImplementedError
