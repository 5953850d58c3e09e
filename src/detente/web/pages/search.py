"""Search: entries and articles that hold the words."""

from dataclasses import replace

from detente import query
from detente.export import hit_shape
from detente.query import SearchHit
from detente.web.address import ROWS
from detente.web.answer import Answer, Asked, Page, Row, rows_of

COLUMNS = ("id", "what", "kind", "sentence", "outlet", "published", "title", "document")


def answer(asked: Asked) -> Answer:
    """Show what holds every word that is asked for."""
    where = asked.address.filter
    words = where.text
    found = query.search(asked.ledger, words, replace(where, text=""), limit=ROWS) if words else ()
    return Answer(
        template="search.html",
        title=f"Search: {words}" if words else "Search",
        rows=rows_of(COLUMNS, found, _cells, hit_shape),
        values={"hits": found, "words": words},
    )


def _cells(hit: SearchHit) -> Row:
    head, entry = hit.document, hit.entry
    what = (
        (entry.id, "entry", entry.entry.kind, entry.sentence)
        if entry
        else (head.id, "article", "", "")
    )
    return (
        *what,
        head.outlet,
        str(head.published) if head.published else None,
        head.title,
        head.id,
    )


PAGE = Page(path="/search", title="Search", answer=answer, key="s")
