"""``detente export``: entries, documents or events as a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from detente.cli.ending import nothing, write_data
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import RecordFolder, takes_filters
from detente.cli.terminal import say, visible
from detente.model.filter import Filter

if TYPE_CHECKING:
    from detente.export import Item
    from detente.ledger import Ledger

WhatArgument = Annotated[
    Literal["entries", "documents", "events"],
    typer.Argument(metavar="WHAT", help="entries, documents or events."),
]
FormatOption = Annotated[
    Literal["jsonl", "csv"],
    typer.Option("--format", help="jsonl: one JSON object a line; csv: a table for a spreadsheet."),
]
FileOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all."),
]


@takes_filters()
def export(
    what: WhatArgument,
    *,
    wanted: Filter,
    format_: FormatOption = "jsonl",
    output: FileOption = None,
    record: RecordFolder = None,
) -> None:
    """Write entries, documents or events as a file."""
    from detente.export import Item, csv_lines, in_order, jsonl_lines, write_whole

    item = Item(what)
    with open_record(record) as ledger:
        shapes = in_order(item, _shapes(ledger, item, known_tracks(wanted, ledger.process)))
    pieces = jsonl_lines(shapes) if format_ == "jsonl" else csv_lines(item, shapes)
    if output is None:
        write_data(map(visible, pieces) if sys.stdout.isatty() else pieces)
    else:
        write_whole(output, pieces)
        say(f"{len(shapes)} {what} written to {output}")
    if not shapes:
        nothing(f"No {what} match.")


def _shapes(ledger: "Ledger", item: "Item", wanted: Filter) -> Iterable[dict[str, Any]]:
    from detente import query
    from detente.export import Item, document_shape, entry_shape, event_shape

    match item:
        case Item.ENTRIES:
            return [entry_shape(e) for e in query.entries(ledger, wanted)]
        case Item.DOCUMENTS:
            return [document_shape(d.document) for d in query.documents(ledger, wanted)]
        case Item.EVENTS:
            return [event_shape(e.event) for e in query.events(ledger, wanted)]
