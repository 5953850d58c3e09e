"""Files to facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from detente.ledger import Ledger
from detente.model.document import Rejection
from detente.model.profile import Process
from detente.pipeline.reading import Reader


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come: ``done`` of ``total`` inputs (files, archives), the last one's source."""

    done: int
    total: int
    source: str


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What became of the inputs: ids of documents, and the rest with reasons.

    ``new``: read for the first time. ``versions``: a new text of an article that the record has. ``reread``:
    known, read anew by another version of the reader. ``duplicates``: already in the record (no fault).
    ``rejected``: inputs that could not be stored or read.
    """

    new: tuple[str, ...]
    versions: tuple[str, ...]
    reread: tuple[str, ...]
    duplicates: tuple[Rejection, ...]
    rejected: tuple[Rejection, ...]
    entries: int


def add(
    ledger: Ledger,
    paths: Iterable[Path],
    *,
    process: Process,
    reader: Reader | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> AddReport:
    """Read files into the record, then rebuild its views; safe to repeat and to interrupt.

    ``reader`` is the language reader of ``process`` unless another is given.
    """
    raise NotImplementedError


def reread(
    ledger: Ledger,
    *,
    process: Process,
    reader: Reader | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> AddReport:
    """Read every stored document again that this version of the reader has not read, then rebuild the views."""
    raise NotImplementedError
