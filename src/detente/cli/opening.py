"""The record that a command works on."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from detente.model.errors import RecordError
from detente.model.filter import Filter
from detente.model.profile import Process

if TYPE_CHECKING:
    from detente.ledger import Ledger

SETTINGS = "detente.toml"  # the file that makes a folder a record


def find_folder(record: Path | None) -> Path:
    """Return the folder of the record: the one named, or else this folder or the nearest above it."""
    if record is not None:
        return record
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise RecordError(
        f"no record in {here} or above it. Make one with 'detente init DIR --process NAME', "
        "or name one with --record DIR or the variable DETENTE_RECORD."
    )


def open_record(record: Path | None) -> "Ledger":
    """Open the record that the user means."""
    from detente.pipeline import open_ledger

    return open_ledger(find_folder(record))


def known_tracks(wanted: Filter, process: Process) -> Filter:
    """Take tracks by id or name, in any case; a track that the profile lacks is wrong usage."""
    ids = {name.casefold(): t.id for t in process.tracks for name in (t.name, t.id)}
    unknown = [typed for typed in wanted.tracks if typed.casefold() not in ids]
    if unknown:
        choices = ", ".join(t.id for t in process.tracks) or "none"
        raise typer.BadParameter(
            f"the process {process.name!r} has no track {unknown[0]!r}. Its tracks: {choices}."
        )
    return replace(wanted, tracks=tuple(ids[typed.casefold()] for typed in wanted.tracks))
