"""The board: where each track stands, what is due, what is new, and how the record is."""

from dataclasses import replace
from datetime import timedelta

from detente import query
from detente.export import board_shape
from detente.query import Board, TrackCard
from detente.web.answer import Answer, Asked, Page, Row, Rows

MOST = 3  # open matters of a track
SOON = 14  # days
DUE = 12  # things that are due
COLUMNS = (
    *("id", "name", "status", "since", "arrow", "rule", "last_meeting", "next_meeting"),
    *("open_conditions", "open_commitments"),
)


def answer(asked: Asked) -> Answer:
    """Show the state of the process."""
    where = replace(asked.address.filter, text="")
    board = query.board(asked.ledger, where, most=MOST)
    words = query.latest_words(asked.ledger, where, tuple(c.status.track for c in board.tracks))
    return Answer(
        template="board.html",
        title=asked.ledger.process.name,
        rows=_rows(board, asked.ledger.process.name),
        values={
            "board": board,
            "words": words,
            "due": _due(asked, board),
            "soon": SOON,
            "shown": DUE,
            "news": query.news(asked.ledger, asked.visited) if asked.visited is not None else None,
        },
    )


def _due(asked: Asked, board: Board) -> tuple[query.AgendaItem, ...]:
    if board.reckoned_on is None:
        return ()
    until = board.reckoned_on + timedelta(days=SOON)
    return query.agenda(asked.ledger, replace(asked.address.filter, until=until), most=DUE + 1)


def _rows(board: Board, process: str) -> Rows:
    shapes = board_shape(board, process)["tracks"]
    return Rows(columns=COLUMNS, cells=tuple(map(_cells, board.tracks)), shapes=tuple(shapes))


def _cells(card: TrackCard) -> Row:
    status = card.status
    last, coming = (m.event.date if m else None for m in (card.last_meeting, card.next_meeting))
    return (
        *(status.track, status.name, status.status, status.since, status.arrow, status.rule),
        *(str(last) if last else None, str(coming) if coming else None),
        *(len(status.open_conditions), len(status.open_commitments)),
    )


PAGE = Page(path="/", title="Board", answer=answer, key="b")
