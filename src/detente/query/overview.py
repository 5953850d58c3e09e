"""The board: where each track stands."""

from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.query.results import Board


def board(ledger: Ledger, where: Filter) -> Board:
    """Say where each track stands (``where.tracks``: these alone) and how the record is."""
    raise NotImplementedError
