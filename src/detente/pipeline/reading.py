"""What reads a document: a version, and a function that is loaded when it is needed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
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
ReadSeveral = Callable[[Sequence[Document]], Iterator[Extracted]]

TOGETHER = 16  # documents read at once
_LONGEST = 100_000  # characters of these, by which a group ends
_IN_FLIGHT = 4  # documents handed out to each job: enough to keep it busy, few to hold in memory


@dataclass(frozen=True, slots=True)
class Reader:
    """``version`` names everything that a reading depends on besides the document itself.

    ``load`` is called once in each process that reads, and only when there is something new to read; it
    must be picklable for more than one job. ``load_several`` gives the same for documents that are read
    together, which costs less.
    """

    version: str
    load: Callable[[], Read]
    load_several: Callable[[], ReadSeveral] | None = None


BROKE = "the reader broke on it: "


def language_reader(process: Process) -> Reader:
    """Return the reader of the program: annotate with the language model, then extract."""
    from detente.annotate import model_id

    parts = (version("detente"), model_id(), process.digest)
    return Reader(
        content_id(parts),
        partial(_load_language_reader, process),
        partial(_load_language_reader_of_several, process),
    )


def _load_language_reader(process: Process) -> Read:
    from detente.annotate import annotate, load_language
    from detente.extract import extract

    language = load_language()

    def read(document: Document) -> Extracted:
        annotated = annotate(document, language=language, process=process)
        return extract(annotated, process=process)

    return read


def _load_language_reader_of_several(process: Process) -> ReadSeveral:
    from detente.annotate import annotate_all, load_language
    from detente.extract import extract

    language = load_language()

    def read(documents: Sequence[Document]) -> Iterator[Extracted]:
        for annotated in annotate_all(documents, language=language, process=process):
            yield extract(annotated, process=process)

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
    here = _Here(reader)
    for group in _groups(documents, needed, together=reader.load_several is not None):
        readings = here.readings([d for d, wanted in group if wanted])
        yield from ((d, next(readings) if wanted else None) for d, wanted in group)


def _groups(
    documents: Iterable[Document], needed: Callable[[Document], bool], *, together: bool
) -> Iterator[list[tuple[Document, bool]]]:
    """Give the documents in groups that are read at once, each with whether it is to be read."""
    group: list[tuple[Document, bool]] = []
    length = 0
    for document in documents:
        wanted = needed(document)
        group.append((document, wanted))
        length += len(document.text) if wanted else 0
        if not together or len(group) >= TOGETHER or length >= _LONGEST:
            yield group
            group, length = [], 0
    if group:
        yield group


def _having_read(extracted: Extracted) -> Read:
    def read(_document: Document) -> Extracted:
        return extracted

    return read


class _Here:
    """Reads in this process; what it reads with is loaded when there is something to read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: Read | None = None
        self._several: ReadSeveral | None = None

    def readings(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """Read documents in their order; where they break together, each by itself."""
        found = self._together(documents) if documents else None
        if found is None:
            for document in documents:
                self._read = self._read or self._reader.load()
                yield read_guarded(self._read, document, reader=self._reader.version)
            return
        for document, extracted in zip(documents, found, strict=True):
            yield read_guarded(_having_read(extracted), document, reader=self._reader.version)

    def _together(self, documents: Sequence[Document]) -> list[Extracted] | None:
        if self._reader.load_several is None:
            return None
        self._several = self._several or self._reader.load_several()
        try:
            return list(self._several(documents))
        except Exception:  # noqa: BLE001 - which one broke, and how, comes out where each is read by itself
            return None


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
