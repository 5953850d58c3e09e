"""Full-text search."""

from dataclasses import replace

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import FIRST_DAY, LAST_DAY, Selection
from detente.ledger.facts import load_texts
from detente.ledger.searching import (
    has_too_many_documents,
    has_too_many_entries,
    matches_in,
    search_documents,
    search_documents_between,
    search_entries,
)
from detente.model.filter import Filter
from detente.query.context import passages
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.listing import document_conditions
from detente.query.naming import search_words
from detente.query.results import Passage, SearchHit
from detente.query.standpoint import Standpoint, looking


def search(ledger: Ledger, text: str, where: Filter, *, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return entries, then documents, that hold every word of ``text``, the best match first.

    Words between quotation marks are a phrase; a family name is found in every spelling of the profile. Case and accents do not matter; no text is a wrong query.
    A document is left out where one of its entries is among the hits. Of words that very many hold, the
    latest hits come first.
    """
    expression = search_words(text, ledger.process)
    if expression is None or limit < 1:
        return ()
    with looking(ledger, where) as here:
        in_entries = _in_entries(here, expression, limit)
        documents = _in_documents(here, expression, limit)
    shown = {hit.document.id for hit in in_entries}
    others = [hit for hit in documents if hit.document.id not in shown]
    return (*in_entries, *others)[:limit]


def _in_entries(here: Standpoint, expression: str, limit: int) -> tuple[SearchHit, ...]:
    if _has_days(here.selection) and has_too_many_entries(here.connection, expression):
        names = _latest(here, expression, limit)
    else:
        conditions = (s.items.c.type == "entry", *here.selection.conditions())
        names = search_entries(here.connection, expression, conditions, limit=limit)
    found = fetch_entries(here.connection, names).values()
    texts = load_texts(here.connection, {r.document.id for r in found})
    return tuple(
        SearchHit(
            document=r.document,
            entry=r,
            context=passages(texts[r.document.id], [(e.start, e.end) for e in r.entry.evidence])[0],
        )
        for r in found
    )


def _has_days(selection: Selection) -> bool:
    return selection.since is not None or selection.until is not None


def _latest(here: Standpoint, expression: str, limit: int) -> list[str]:
    """Return the latest entries of some days that hold words which very many hold: by the day, not hit by hit."""
    also = here.selection.matching
    both = f"({also}) AND ({expression})" if also else expression
    common = here.selection.common | {"matching"}
    there = replace(here, selection=replace(here.selection, matching=both, common=common))
    return there.item_ids("entry", newest_first=True, limit=limit)


def _in_documents(here: Standpoint, expression: str, limit: int) -> tuple[SearchHit, ...]:
    conditions = document_conditions(here.selection)
    where = here.selection
    if _has_days(where) and has_too_many_documents(here.connection, expression):
        days = (
            where.since.isoformat() if where.since else FIRST_DAY,
            where.until.isoformat() if where.until else LAST_DAY,
        )
        found = search_documents_between(here.connection, expression, conditions, days, limit=limit)
    else:
        found = search_documents(here.connection, expression, conditions, limit=limit)
    names = [name for name, _ in found]
    heads = fetch_heads(here.connection, names)
    texts = load_texts(here.connection, names)
    return tuple(
        SearchHit(document=heads[name], entry=None, context=_context(texts[name], marked))
        for name, marked in found
    )


def _context(text: str, marked: str) -> Passage:
    """Return the paragraph of the first match; where only the title matches, the first paragraph."""
    # two characters more for each match, unless the text itself has such marks
    matches = matches_in(marked)
    if not matches or len(marked) - len(text) != 2 * len(matches):
        (opening,) = passages(text, [(0, 0)])
        return Passage(text=opening.text, start=opening.start, marks=())
    return passages(text, matches)[0]
