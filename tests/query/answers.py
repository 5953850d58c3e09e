"""Everything that a record answers, to compare two of them."""

from dataclasses import replace

from detente import query
from detente.model.filter import Filter

WORDS = ("border", "treaty", "Norland", "experts")


def answers(ledger, **where):
    """Ask every question; what a day hides is no answer but a warning, and is left out."""
    wanted = Filter(**where)
    board = query.board(ledger, wanted)
    health = replace(board.health, left_out=0)
    listed = [find(ledger, wanted) for find in (query.entries, query.events, query.documents)]
    ids = [
        item.event.id if hasattr(item, "event") else item.id for found in listed for item in found
    ]
    return {
        "board": replace(board, health=health, known_at=None),
        "timeline": query.timeline(ledger, wanted),
        "agenda": query.agenda(ledger, wanted),
        "listed": listed,
        "unlisted": query.unlisted_actors(ledger, wanted),
        "rejections": query.rejections(ledger, wanted),
        "found": [query.search(ledger, word, wanted) for word in WORDS],
        "pages": [query.show(ledger, item, **where) for item in ids],
    }
