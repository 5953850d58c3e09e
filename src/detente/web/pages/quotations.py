"""Quotations: who said what, in which office, when, on which track; of other kinds where they are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente import query
from detente.export import entry_shape
from detente.model.entry import ActorRef, Actors, Entry, Statement
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.query import RecordedEntry
from detente.web.address import ROWS
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, Whole, head_cells, rows_of
from detente.web.naming import office
from detente.web.wholes import whole_of
from detente.wording import sentence

COLUMNS = (
    *("id", "kind", "speaker", "side", "office", "words", "mode", "cue", "tracks"),
    *("said_on.start", "said_on.end", "outlet", "published", *HEAD_COLUMNS),
)
NEWEST, OLDEST = ("newest", "newest first"), ("oldest", "oldest first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The quotations of one speaker, or of everyone (``by`` is empty)."""

    by: str
    quotations: tuple[RecordedEntry, ...]


def answer(asked: Asked) -> Answer:
    """Show one page of quotations; of two speakers side by side where two are named."""
    address, process = asked.address, asked.ledger.process
    newest = address.choice("order", ("newest", "oldest")) == "newest"
    named = address.filter.by if len(address.filter.by) == 2 else ()
    found = [
        query.quotations(
            asked.ledger, where, limit=ROWS + 1, offset=address.offset, newest_first=newest
        )
        for where in _filters(asked, named)
    ]
    columns = [
        Column(by=by, quotations=them[:ROWS])
        for by, them in zip(named or ("",), found, strict=True)
    ]
    shown = [told for column in columns for told in column.quotations]
    return Answer(
        template="quotations.html",
        title="Quotations",
        rows=rows_of(COLUMNS, shown, lambda told: _cells(told, process), entry_shape),
        more=any(len(them) > ROWS for them in found),
        whole=_whole(asked, _filters(asked, named), found, newest=newest),
        values={
            "columns": columns,
            "orders": (NEWEST, OLDEST),
            "speakers": {told.id: speakers(told.entry, process) for told in shown},
        },
    )


def _whole(
    asked: Asked,
    wheres: Sequence[Filter],
    found: Sequence[Sequence[RecordedEntry]],
    *,
    newest: bool,
) -> Whole:
    """Give all quotations, of two speakers those of the first before those of the second."""
    ledger, process = asked.ledger, asked.ledger.process

    def count(most: int) -> int | None:
        found = [query.count_quotations(ledger, where, most=most) for where in wheres]
        known = [number for number in found if number is not None]
        return sum(known) if len(known) == len(found) else None

    def each() -> Iterator[RecordedEntry]:
        for where in wheres:
            yield from query.each_quotation(ledger, where, newest_first=newest)

    simple = len(wheres) == 1 and len(found[0]) <= ROWS
    return whole_of(
        asked.address,
        each,
        cells=lambda told: _cells(told, process),
        shape=entry_shape,
        shown=len(found[0]),
        count=None if simple else count,
    )


def _filters(asked: Asked, speakers: Sequence[str]) -> list[Filter]:
    where = asked.address.filter
    return [replace(where, by=(by,)) for by in speakers] or [where]


def speakers(entry: Entry, process: Process) -> tuple[tuple[ActorRef, str], ...]:
    """Return the speakers, each with the office held on the day of speaking."""
    day = entry.said_on.day if entry.said_on else None
    return tuple((a, office(a, process, day) if day else "") for a in voices(entry))


def voices(entry: Entry) -> Actors:
    """Return whose words these are; nobody where the outlet tells it itself."""
    return entry.speaker if isinstance(entry, Statement) else entry.said_by


def _cells(told: RecordedEntry, process: Process) -> Row:
    entry, head = told.entry, told.document
    speaker = voices(entry)
    offices = ", ".join(held for _, held in speakers(entry, process) if held)
    said_on = (entry.said_on.start, entry.said_on.end) if entry.said_on else (None, None)
    return (
        *(told.id, entry.kind, [a.name for a in speaker], [a.side for a in speaker], offices),
        *(
            sentence(told),
            getattr(entry, "mode", ""),
            getattr(entry, "cue", ""),
            list(entry.tracks),
        ),
        *(*said_on, head.outlet, str(head.published) if head.published else None),
        *head_cells(head),
    )


PAGE = Page(path="/quotations", title="Quotations", answer=answer, key="q", takes=("order",))
