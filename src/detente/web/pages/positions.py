"""Positions: what a speaker or side has said on a track by the day, and what moved in the words."""

from collections.abc import Iterator

from detente import query
from detente.export import position_shape, positions_shape
from detente.model.codec import Json
from detente.query import PositionLine, Positions
from detente.web.address import ROWS
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, Whole, head_cells, rows_of
from detente.web.wholes import PART
from detente.wording import attribution, set_words

OFFERED = 10  # speakers, where none is named
COLUMNS = (
    "id",
    "date",
    "day_is",
    "words",
    "kinds",
    "strength",
    "new",
    "dropped",
    "shifts",
    "by",
    "reports",
    *HEAD_COLUMNS,
)


def answer(asked: Asked) -> Answer:
    """Show one page of the positions of whom the filter names."""
    address = asked.address
    empty = Positions(lines=(), next_offset=None)
    named = bool(address.filter.by)
    page = empty
    if named:
        page = query.positions(asked.ledger, address.filter, limit=ROWS, offset=address.offset)
    shapes: list[Json] = positions_shape(page)["lines"]
    numbered = tuple(enumerate(page.lines))
    return Answer(
        template="positions.html",
        title="Positions",
        rows=rows_of(COLUMNS, numbered, lambda n: _cells(n[1]), lambda n: shapes[n[0]]),
        more=page.next_offset is not None,
        whole=Whole(
            things=lambda: _each(asked),
            cells=_cells,
            shape=position_shape,
            count=_known(asked, page),
        )
        if named
        else None,
        values={
            "lines": page.lines,
            "named": named,
            "heard": () if named else _most_heard(asked),
        },
    )


def _each(asked: Asked) -> Iterator[PositionLine]:
    """Yield all positions of whom the filter names."""
    offset: int | None = 0
    while offset is not None:
        page = query.positions(asked.ledger, asked.address.filter, limit=PART, offset=offset)
        yield from page.lines
        offset = page.next_offset


def _known(asked: Asked, page: Positions) -> int | None:
    """Count the positions where one page holds them all."""
    alone = page.next_offset is None and asked.address.page == 1
    return len(page.lines) if alone else None


def _most_heard(asked: Asked) -> tuple[tuple[str, int], ...]:
    """Return those who speak most under the filters, and how often on any track."""
    names = {a.id: a.name for a in asked.ledger.process.actors}
    heard = query.most_heard(asked.ledger, asked.address.filter, most=OFFERED)
    return tuple((names[actor], count) for actor, count in heard)


def _cells(line: PositionLine) -> Row:
    position, move = line.position, line.move
    return (
        *(
            position.reports[0].id,
            str(position.date or ""),
            position.day_is.value,
            set_words(position.reports[0], position.words),
        ),
        *([k.value for k in position.kinds], position.strength),
        *((list(move.wording.new), list(move.wording.dropped)) if move else (None, None)),
        [shift.value for shift in move.shifts] if move else None,
        *(attribution(position.reports[0]), len(position.reports)),
        *head_cells(position.reports[0].document),
    )


PAGE = Page(path="/positions", title="Positions", answer=answer, key="o")
