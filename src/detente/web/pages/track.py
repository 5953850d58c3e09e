"""One track: where it stands, what that rests on, and its chronology."""

from dataclasses import replace

from detente import query
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page
from detente.web.pages.board import ahead_of
from detente.web.pages.chronology import LISTED, NEWEST, OLDEST, listed, of_track
from detente.web.pages.missing import not_found

MOST = 8  # open matters of each sort


def answer(asked: Asked) -> Answer:
    """Show a track of the profile."""
    track = next((t for t in asked.ledger.process.tracks if t.id == asked.name), None)
    if track is None:
        return not_found(f"The process has no track “{asked.name}”.")
    where = of_track(asked.address.filter, track.id)
    of_all = replace(where, by=(), outlets=(), kinds=(), since=None, until=None, text="")
    board = query.board(asked.ledger, of_all, most=MOST)
    return listed(
        asked,
        where,
        template="track.html",
        title=track.name,
        orders=(NEWEST, OLDEST),
        track=track,
        card=board.tracks[0] if board.tracks else None,
        ahead_of=ahead_of(board),
        words=query.latest_words(asked.ledger, of_all, (track.id,)).get(track.id, ()),
    )


PAGE = Page(
    path="/track/{name}",
    title="Track",
    answer=answer,
    in_menu=False,
    uses=without("track"),
    takes=LISTED,
)
