"""Make the record of the demo from the dispatches in the package."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from detente.ledger import Ledger
from detente.ledger.record import PROFILE
from detente.model.errors import RecordError
from detente.pipeline import AddReport, Progress, add

PROCESS = "armenia-azerbaijan"
MARK = (
    ".detente-demo"  # stands in a folder that the demo may clear, so that it never clears another
)


@contextmanager
def dispatches() -> Iterator[Path]:
    """Give the folder of the dispatches, also where the package lies in an archive."""
    with resources.as_file(resources.files("detente.demo").joinpath("dispatches")) as folder:
        yield folder


def clear(folder: Path) -> None:
    """Remove the record of an earlier demo; raise ``RecordError`` where the folder holds anything else."""
    if not folder.exists():
        return
    if folder.is_symlink() or not (folder / MARK).is_file():
        raise RecordError(
            f"{folder} was not made by an earlier demo. Move it away, or name another folder with --keep DIR."
        )
    shutil.rmtree(folder)


def _add_outlets(table: Path) -> None:
    """List the demo's own outlets after the profile's, as an analyst would in a spreadsheet."""
    own = resources.files("detente.demo").joinpath("outlets.csv").read_text("utf-8")
    _, _, rows = own.partition("\n")
    known = table.read_text("utf-8")
    table.write_text(known.rstrip("\n") + "\n" + rows, "utf-8", newline="\n")


def build(folder: Path, progress: Progress, *, passing: bool) -> AddReport:
    """Make a record in a folder that is new or empty, and read the dispatches into it.

    ``passing``: the folder may be cleared by the next demo.
    """
    if folder.exists() and any(folder.iterdir()):
        raise RecordError(f"{folder} is not empty. Name a new folder with --keep DIR.")
    if passing:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
    with Ledger.create(folder, PROCESS):
        _add_outlets(folder / PROFILE / "outlets.csv")
    with Ledger.open(folder) as ledger, dispatches() as articles:
        return add(ledger, [articles], process=ledger.process, progress=progress)
