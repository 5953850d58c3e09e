"""One thing in full: an entry, an event or a document, each sentence in its context."""

from detente.ledger import Ledger
from detente.query.results import Page


def show(ledger: Ledger, item: str) -> Page | None:
    """Return the page of an id, or of six or more first digits of one that belong to no other."""
    raise NotImplementedError
