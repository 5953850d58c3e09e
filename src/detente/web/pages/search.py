"""Search: entries and articles that hold the words."""

import re
from dataclasses import replace

from detente import query
from detente.export import hit_shape
from detente.model.profile import Process
from detente.query import SearchHit
from detente.web.address import ROWS
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, head_cells, rows_of
from detente.web.marking import pieces_with_words
from detente.wording import sentence

FEW = 3  # examples of each sort
COLUMNS = ("id", "what", "kind", "sentence", "outlet", "published", *HEAD_COLUMNS)


def answer(asked: Asked) -> Answer:
    """Show what holds every word that is asked for."""
    where = asked.address.filter
    words = where.text
    found = query.search(asked.ledger, words, replace(where, text=""), limit=ROWS) if words else ()
    looked_for = query.search_words(words, asked.ledger.process)
    return Answer(
        template="search.html",
        title=f"Search: {words}" if words else "Search",
        rows=rows_of(COLUMNS, found, _cells, hit_shape),
        values={
            "hits": found,
            "words": words,
            "shown_pieces": [pieces_with_words(hit.context, looked_for) for hit in found],
            "spellings": _spellings(looked_for, words),
            "examples": _examples(asked.ledger.process),
            "most": ROWS,
        },
    )


def _spellings(looked_for: str | None, typed: str) -> tuple[str, ...]:
    """Return the words that are looked for besides those that were typed."""
    ways = re.findall('"([^"]*)"', looked_for or "")
    return tuple(way for way in ways if way.casefold() not in typed.casefold())


def _examples(process: Process) -> tuple[str, ...]:
    """Return words that are worth a search: the contested ones, and what the tracks are known by."""
    contested = [word for each in process.contested for word, _ in each.terms[:1]]
    cues = [cue.rstrip("*") for track in process.tracks for cue in track.cues[:1]]
    chosen = dict.fromkeys((*contested[:FEW], *cues[:FEW]))
    return tuple(f'"{words}"' if " " in words else words for words in chosen)


def _cells(hit: SearchHit) -> Row:
    head, entry = hit.document, hit.entry
    what = (
        (entry.id, "entry", entry.entry.kind, sentence(entry))
        if entry
        else (head.id, "article", "", "")
    )
    return (
        *what,
        head.outlet,
        str(head.published) if head.published else None,
        *head_cells(head),
    )


PAGE = Page(path="/search", title="Search", answer=answer, key="s")
