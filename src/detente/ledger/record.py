"""The record: a folder with its settings, its profile and one SQLite file."""

from pathlib import Path
from types import TracebackType
from typing import Self

from detente.model.profile import Process


class Ledger:
    """An open record. Use it as a context manager; ``process`` is its profile."""

    folder: Path
    name: str

    @classmethod
    def create(cls, folder: Path, process_name: str) -> "Ledger":
        """Make a record in ``folder`` with a copy of the profile (a built-in name, or a folder) and open it."""
        raise NotImplementedError

    @classmethod
    def open(cls, folder: Path) -> "Ledger":
        """Open the record in ``folder``; raise ``RecordError`` where there is none that can be read."""
        raise NotImplementedError

    @property
    def process(self) -> Process:
        """Return the record's own copy of the process profile."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the file."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
