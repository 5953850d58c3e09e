"""Full-text search, behind three functions: another database does it in another way."""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, column, func, select, table

from detente.ledger import schema as s

MOST_WORDS = 32  # more make no better query, and SQLite limits how deep one may be
_OPEN, _CLOSE = (
    "\ue000",
    "\ue001",
)  # around a match: private characters, which texts have no use for
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})

_entry_search = table("entry_search", column("rowid"), column("rank"), column("entry_search"))
_document_search = table(
    "document_search", column("rowid"), column("rank"), column("document_search")
)


def match_expression(typed: str) -> str | None:
    """Quote what a user typed, so that every word must be there and none is an operator.

    Words between quotation marks stay together. Returns ``None`` where there is nothing to look for.
    """
    storable = typed.translate(_STRAIGHT).encode("utf-8", "replace").decode("utf-8")
    terms = [phrase or word for phrase, word in _TERM.findall(storable)]
    words = [term for term in terms if any(c.isalnum() for c in term)][:MOST_WORDS]
    return " ".join(f'"{word}"' for word in words) or None


def search_entries(
    connection: Connection,
    expression: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int,
) -> list[str]:
    """Return ids of the entries whose passages match, the best first; ``conditions`` are on ``items``."""
    found = _entry_search.c
    query = (
        select(s.items.c.id)
        .join_from(_entry_search, s.items, s.items.c.number == found.rowid)
        .where(found.entry_search.op("MATCH")(expression), *conditions)
        .order_by(found.rank, s.items.c.number)
        .limit(limit)
    )
    return list(connection.scalars(query))


def search_documents(
    connection: Connection,
    expression: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int,
) -> list[tuple[str, str]]:
    """Return ids and marked texts of the documents that match; ``conditions`` are on ``articles``."""
    found = _document_search.c
    marked = func.highlight(_document_search.table_valued(), 1, _OPEN, _CLOSE)
    query = (
        select(s.documents.c.id, marked)
        .join_from(_document_search, s.documents, s.documents.c.number == found.rowid)
        .join(s.articles, s.articles.c.document == s.documents.c.id)
        .where(found.document_search.op("MATCH")(expression), *conditions)
        .order_by(found.rank, s.documents.c.id)
        .limit(limit)
    )
    return list(connection.execute(query).all())


def matches_in(marked: str) -> list[tuple[int, int]]:
    """Return where the matches lie in the text, as half-open offsets without the marks."""
    found: list[tuple[int, int]] = []
    length = 0
    for number, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if number % 2:
            found.append((length, length + len(piece)))
        length += len(piece)
    return found
