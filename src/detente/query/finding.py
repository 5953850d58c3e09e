"""Full-text search."""

from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.query.results import SearchHit


def search(ledger: Ledger, text: str, where: Filter, *, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return entries, then documents, that hold every word of ``text``, the best match first.

    Words between quotation marks are a phrase. Case and accents do not matter; no text is a wrong query.
    """
    raise NotImplementedError
