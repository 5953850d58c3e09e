"""``detente export``: entries, documents, events or stories as a file."""

import json
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
    Literal["entries", "documents", "events", "stories"],
    typer.Argument(metavar="WHAT", help="entries, documents, events or stories."),
]
FormatOption = Annotated[
    Literal["jsonl", "csv"],
    typer.Option("--format", help="jsonl: one JSON object a line; csv: a table for a spreadsheet."),
]
FileOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all."),
]
SnapshotOption = Annotated[
    str | None,
    typer.Option("--snapshot", metavar="NAME", help="What was sealed with this snapshot, whole."),
]


@takes_filters()
def export(
    what: WhatArgument,
    *,
    wanted: Filter,
    format_: FormatOption = "jsonl",
    output: FileOption = None,
    snapshot: SnapshotOption = None,
    record: RecordFolder = None,
) -> None:
    """Write entries, documents, events or stories as a file."""
    from detente.export import Item, csv_lines, in_order, jsonl_lines

    item = Item(what)
    if snapshot is not None:
        if wanted != Filter():
            raise typer.BadParameter("A snapshot is exported whole: leave the filters out.")
        _export_sealed(snapshot, item, format_=format_, output=output, record=record)
        return
    with open_record(record) as ledger:
        shapes = in_order(item, _shapes(ledger, item, known_tracks(wanted, ledger.process)))
    pieces = jsonl_lines(shapes) if format_ == "jsonl" else csv_lines(item, shapes)
    _write(pieces, output)
    if output is not None:
        say(f"{len(shapes)} {what} written to {output}")
    if not shapes:
        nothing(f"No {what} match.")


def _export_sealed(
    name: str, item: "Item", *, format_: str, output: Path | None, record: Path | None
) -> None:
    """Write what was sealed, letter by letter; a table is made of it by this program."""
    from detente.export import csv_lines
    from detente.ledger.snapshots import find_snapshot, sealed_lines

    with open_record(record) as ledger:
        seals = {each.item: each for each in find_snapshot(ledger, name).seals}
        if (seal := seals.get(item.value)) is None:
            nothing(
                f"The snapshot {name} was taken before {item.value} were kept. It holds "
                f"{', '.join(seals)}."
            )
        lines = sealed_lines(ledger, name, item.value)
        _write(lines if format_ == "jsonl" else csv_lines(item, map(json.loads, lines)), output)
    if output is not None:
        say(f"{seal.rows} {item.value} of the snapshot {name} written to {output}")
    if not seal.rows:
        nothing(f"The snapshot {name} has no {item.value}.")


def _write(pieces: Iterable[str], output: Path | None) -> None:
    from detente.export import write_whole

    if output is None:
        write_data(map(visible, pieces) if sys.stdout.isatty() else pieces)
    else:
        write_whole(output, pieces)


def _shapes(ledger: "Ledger", item: "Item", wanted: Filter) -> Iterable[dict[str, Any]]:
    from detente import query
    from detente.export import Item, document_shape, entry_shape, event_shape, story_shape

    match item:
        case Item.ENTRIES:
            return [entry_shape(e) for e in query.entries(ledger, wanted)]
        case Item.DOCUMENTS:
            return [document_shape(d.document) for d in query.documents(ledger, wanted)]
        case Item.EVENTS:
            return [event_shape(e.event) for e in query.events(ledger, wanted, said=True)]
        case Item.STORIES:
            return [story_shape(found.story) for found in query.stories(ledger, wanted)]
