"""``detente demo``: a record of dispatches that come with the program."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.board import put_board
from detente.cli.ending import write_json
from detente.cli.options import AsJson
from detente.cli.recording import progress_bar
from detente.cli.sheet import Sheet
from detente.cli.terminal import say, stdout
from detente.model.filter import Filter

KeepOption = Annotated[
    Path | None,
    typer.Option("--keep", metavar="DIR", help="Make the record in this new folder, to keep it."),
]


def cache_folder() -> Path:
    """Return where the record of the demo is made anew each time."""
    caches = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(caches) if Path(caches).is_absolute() else Path.home() / ".cache"
    return base / "detente" / "demo"


def demo(*, keep: KeepOption = None, as_json: AsJson = False) -> None:
    """Make a record of dispatches of 2020 to 2023 and show it."""
    from detente.demo import build, clear
    from detente.export import board_shape
    from detente.ledger import Ledger
    from detente.query import board

    folder = keep or cache_folder()
    if keep is None:
        clear(folder)
    say(f"Reading the dispatches of the demo into {folder}")
    with progress_bar("Reading") as progress:
        build(folder, progress, passing=keep is None)
    with Ledger.open(folder) as ledger:
        answer, name = board(ledger, Filter()), ledger.process.name
    if as_json:
        write_json(board_shape(answer, name))
        return
    sheet = Sheet(stdout())
    put_board(sheet, answer, name, whole=False)
    _put_next_steps(sheet, folder)


# What to try next in the record of the demo: the command, and what it shows.
NEXT_STEPS = (
    ("status --as-of 2023-06-09", "the same board as it stood on that day"),
    ("agenda --as-of 2023-05-23", "what was to come then"),
    ("timeline --track treaty --from 2023-05", "one track by day"),
    ("search '\"territorial integrity\"'", "who said these words"),
    ("show ID", "the sentence in its article; ids stand at the end of lines"),
)


def _put_next_steps(sheet: Sheet, folder: Path) -> None:
    sheet.blank()
    sheet.put(("Try next", "bold"))
    sheet.command(f"export DETENTE_RECORD={shlex.quote(str(folder))}")
    for command, what in NEXT_STEPS:
        sheet.command(f"detente {command}")
        sheet.put((what, "dim"), indent=6)
