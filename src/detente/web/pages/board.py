"""The board: where each track stands, what is due, what is new, and how the record is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from detente import query
from detente.export import board_shape
from detente.export.shapes import entry_shape
from detente.model.filter import EVERYTHING
from detente.query import Ahead, Board, RecordedEntry, RecordedEvent, TrackCard
from detente.query.newest import Words
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page, Row, Rows
from detente.wording import attribution, sentence

MOST = 3  # open matters of a track
SOON = 14  # days
DUE = 12  # things that are due
LOOKED_AT = 60  # things to come
Agenda = tuple[query.AgendaItem, ...]
COLUMNS = (
    *("id", "name", "status", "since", "arrow", "rule", "last_meeting", "next_meeting"),
    *("next_status", "next_told_by", "put_off", "put_off_told_by", "last_refusal"),
    *("last_agreement", "arrow_rule"),
    *("open_conditions", "open_commitments", "overdue_commitments", "latest_words"),
)


def answer(asked: Asked) -> Answer:
    """Show the state of the process."""
    where = replace(asked.address.filter, text="")
    board = query.board(asked.ledger, where, most=MOST)
    words = query.latest_words(asked.ledger, where, tuple(c.status.track for c in board.tracks))
    due, spanning = _due(asked, board)
    return Answer(
        template="board.html",
        title="Board",
        rows=_rows(board, asked.ledger.process.name, words),
        values={
            "board": board,
            "ahead_of": ahead_of(board),
            "words": words,
            "due": due,
            "spanning": spanning,
            "soon": SOON,
            "checked": query.progress(asked.ledger, EVERYTHING, reviewer=""),
            "visited": asked.visited,
            "shown": DUE,
            "news": query.news(asked.ledger, asked.visited) if asked.visited is not None else None,
        },
    )


def ahead_of(board: Board) -> dict[str, Ahead]:
    """Return what is told of meetings to come and put off, by event."""
    return {a.recorded.event.id: a for a in (*board.ahead.to_come, *board.ahead.put_off)}


def _due(asked: Asked, board: Board) -> tuple[Agenda, Agenda]:
    """Return what falls due within the next days, and what may, since it is of a longer time with these in it."""
    if board.reckoned_on is None:
        return (), ()
    until = board.reckoned_on + timedelta(days=SOON)
    where = replace(asked.address.filter, until=until)
    found = query.agenda(asked.ledger, where, most=LOOKED_AT)
    due = [i for i in found if i.date and i.date.end and i.date.end <= until]
    due.sort(key=lambda i: (i.date and i.date.end) or until)
    return tuple(due), tuple(i for i in found if i not in due)


def _rows(board: Board, process: str, words: Mapping[str, Words]) -> Rows:
    shapes = board_shape(board, process)["tracks"]
    for shape in shapes:
        said = words[shape["track"]]
        shape["latest_words"] = {side: entry_shape(told) for side, told in said}
    told_of = ahead_of(board)
    cells = tuple(_cells(card, told_of, words[card.status.track]) for card in board.tracks)
    return Rows(columns=COLUMNS, cells=cells, shapes=tuple(shapes))


def _cells(card: TrackCard, told_of: Mapping[str, Ahead], words: Words) -> Row:
    status, coming, off = card.status, card.next_meeting, card.put_off

    def by(told: RecordedEvent | None) -> str | None:
        known = told_of.get(told.event.id) if told else None
        return attribution(known.told) if known else None

    return (
        *(status.track, status.name, status.status, status.since, status.arrow, status.rule),
        *(_day(card.last_meeting), _day(coming), coming.event.status if coming else None),
        *(by(coming), _day(off), by(off), _told(card.last_refusal)),
        *(_day(card.last_agreement), status.arrow_rule),
        *(
            [_told(told) for told in them]
            for them in (card.open_conditions, card.open_commitments, card.overdue_commitments)
        ),
        [f"{side}: {_told(told)}" for side, told in words],
    )


def _told(told: RecordedEntry | None) -> str | None:
    """Write a sentence with who says so."""
    return f"{sentence(told)} — {attribution(told)}" if told else None


def _day(told: RecordedEvent | None) -> str | None:
    when = (told.event.date or told.event.was_due) if told else None
    return str(when) if when else None


PAGE = Page(path="/", title="Board", answer=answer, key="b", uses=without("text"))
