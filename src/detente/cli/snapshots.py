"""``detente snapshot``: name the present state of the record, and keep what is exported of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.opening import open_record
from detente.cli.options import AsJson, RecordFolder
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout

if TYPE_CHECKING:
    from detente.ledger.snapshots import Snapshot

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="What to call the state; begins with a letter."),
]
NoteOption = Annotated[
    str, typer.Option("--note", metavar="TEXT", help="What the snapshot is for.")
]
ListOption = Annotated[bool, typer.Option("--list", help="List the snapshots of the record.")]


def snapshot(
    name: NameArgument = None,
    *,
    note: NoteOption = "",
    list_: ListOption = False,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Name the present state of the record and seal its exports."""
    from detente.export import snapshot_shape, take_snapshot
    from detente.ledger.snapshots import snapshots

    if (name is None) is not list_:
        raise typer.BadParameter(
            "Name the snapshot, as in 'detente snapshot june', or write --list."
        )
    with open_record(record) as ledger:
        found = snapshots(ledger) if name is None else (take_snapshot(ledger, name, note=note),)
    if as_json:
        shapes = [snapshot_shape(each) for each in found]
        write_json(shapes if list_ else shapes[0])
    else:
        sheet = Sheet(stdout())
        for number, each in enumerate(found):
            if number:
                sheet.blank()
            _put(sheet, each)
    if not found:
        nothing("The record has no snapshot. Make one with 'detente snapshot NAME'.")


def _put(sheet: Sheet, taken: "Snapshot") -> None:
    time = f"{taken.recorded_at:%Y-%m-%d %H:%M} UTC"
    sheet.put((taken.name, "bold"), f" · {time} · up to change {taken.known_at}")
    if taken.note:
        sheet.labelled("note", taken.note)
    sheet.labelled("keeps", ", ".join(f"{seal.item}: {seal.rows}" for seal in taken.seals))
    sheet.labelled("made with", taken.made_with)
    sheet.labelled("sha256 of its exports")
    sheet.command(taken.digest, indent=4)  # to copy
