"""What reads a document: a version, and a function that is loaded when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from detente.model.document import Document, Rejection
from detente.model.entry import Entry
from detente.model.profile import Process


class Extracted(Protocol):
    """What a reader returns."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the document."""

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """Return the passages that were left out, with reasons."""


@dataclass(frozen=True, slots=True)
class Reader:
    """``version`` names everything that a reading depends on besides the document itself.

    ``load`` is called once in each process that reads, and only when there is something new to read; it
    must be picklable for more than one job.
    """

    version: str
    load: Callable[[], Callable[[Document], Extracted]]


def language_reader(process: Process) -> Reader:
    """Return the reader of the program: annotate with the language model, then extract."""
    raise NotImplementedError
