"""What reads a document: a version, and a function that is loaded when it is needed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from typing import Protocol

from detente.ledger.recording import Reading, check_evidence
from detente.model.document import Document, Reason, Rejection
from detente.model.entry import Entry
from detente.model.identity import content_id
from detente.model.profile import Process


class Extracted(Protocol):
    """What a reader returns."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the document."""

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """Return the passages that were left out, with reasons."""


Read = Callable[[Document], Extracted]

_IN_FLIGHT = 4  # documents handed out to each job: enough to keep it busy, few to hold in memory


@dataclass(frozen=True, slots=True)
class Reader:
    """``version`` names everything that a reading depends on besides the document itself.

    ``load`` is called once in each process that reads, and only when there is something new to read; it
    must be picklable for more than one job.
    """

    version: str
    load: Callable[[], Read]


BROKE = "the reader broke on it: "


def language_reader(process: Process) -> Reader:
    """Return the reader of the program: annotate with the language model, then extract."""
    from detente.annotate import model_id

    parts = (version("detente"), model_id(), process.digest)
    return Reader(content_id(parts), partial(_load_language_reader, process))


def _load_language_reader(process: Process) -> Read:
    from detente.annotate import annotate, load_language
    from detente.extract import extract

    language = load_language()

    def read(document: Document) -> Extracted:
        annotated = annotate(document, language=language, process=process)
        return extract(annotated, process=process)

    return read


def read_guarded(read: Read, document: Document, *, reader: str) -> Reading:
    """Read one document; where the reader breaks, the reading says so and has no entries."""
    try:
        found = read(document)
        check_evidence(document, found.entries)
    except Exception as error:  # noqa: BLE001 - one document must not stop a run; the record names the fault
        left_out = Rejection(Reason.NOT_UNDERSTOOD, f"{BROKE}{type(error).__name__}: {error}")
        return Reading(reader=reader, entries=(), rejections=(left_out,))
    return Reading(reader=reader, entries=found.entries, rejections=found.rejections)


def broken(reading: Reading) -> Rejection | None:
    """Return what ``read_guarded`` wrote where the reader broke."""
    return next((r for r in reading.rejections if r.detail.startswith(BROKE)), None)


def read_all(
    documents: Iterable[Document],
    reader: Reader,
    *,
    needed: Callable[[Document], bool],
    jobs: int,
) -> Iterator[tuple[Document, Reading | None]]:
    """Read the documents that are ``needed`` in any number of processes; pass the others on unread.

    They come in the order that they were given in.
    """
    if jobs > 1:
        yield from _read_in_processes(documents, reader, needed=needed, jobs=jobs)
        return
    read: Read | None = None
    for document in documents:
        if needed(document):
            read = read or reader.load()
            yield document, read_guarded(read, document, reader=reader.version)
        else:
            yield document, None


def _read_in_processes(
    documents: Iterable[Document],
    reader: Reader,
    *,
    needed: Callable[[Document], bool],
    jobs: int,
) -> Iterator[tuple[Document, Reading | None]]:
    waiting: deque[tuple[Document, Future[Reading] | None]] = deque()
    # not forked: the parent may hold threads and an open database
    spawn = get_context("spawn")
    with ProcessPoolExecutor(jobs, spawn, initializer=_begin, initargs=(reader,)) as pool:
        for document in documents:
            future = pool.submit(_read_here, document) if needed(document) else None
            waiting.append((document, future))
            if len(waiting) >= jobs * _IN_FLIGHT:
                first, future = waiting.popleft()
                yield first, future.result() if future else None
        for document, future in waiting:
            yield document, future.result() if future else None


class _Worker:
    """What a worker process reads with; the main process leaves it empty."""

    reader: Reader
    read: Read | None = None


def _begin(reader: Reader) -> None:
    _Worker.reader = reader


def _read_here(document: Document) -> Reading:
    # not in the initializer: an error there would reach the user as a broken pool without its message
    _Worker.read = _Worker.read or _Worker.reader.load()
    return read_guarded(_Worker.read, document, reader=_Worker.reader.version)
