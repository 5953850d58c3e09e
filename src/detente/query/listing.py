"""Lists: entries, events and documents that pass a filter."""

from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.query.results import RecordedDocument, RecordedEntry, RecordedEvent


def entries(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedEntry, ...]:
    """Return the entries that pass, by day of publication, document and place in the text."""
    raise NotImplementedError


def events(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedEvent, ...]:
    """Return the events that pass, by their day; undated ones come last."""
    raise NotImplementedError


def documents(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedDocument, ...]:
    """Return the documents that pass, by day of publication.

    ``since`` and ``until`` bound the day of publication here; ``tracks``, ``by`` and ``kinds`` ask for
    one entry of the document that passes all three.
    """
    raise NotImplementedError
