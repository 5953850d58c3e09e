"""Files to facts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from detente.ingest import Input, find_inputs, read_input
from detente.ledger import Ledger
from detente.ledger.crash import crash_point
from detente.ledger.facts import load_documents, unread_documents
from detente.ledger.heading import awaiting_reading, read_as_corrected
from detente.ledger.recording import (
    Outcome,
    Reading,
    begin_run,
    record_document,
    record_reading,
    record_rejections,
    was_read,
)
from detente.model.document import Document, Reason, Rejection
from detente.model.profile import Process
from detente.pipeline.reading import Reader, broken, language_reader, read_all
from detente.pipeline.storable import storable, storable_rejection
from detente.pipeline.viewing import refresh


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come: ``done`` of ``total`` inputs, and the last one's source."""

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
    ``rejected``: inputs that could not be stored or read. ``empty``: sources of articles that gave no entry.
    ``ahead``: sources of articles dated after today.
    """

    new: tuple[str, ...]
    versions: tuple[str, ...]
    reread: tuple[str, ...]
    duplicates: tuple[Rejection, ...]
    rejected: tuple[Rejection, ...]
    entries: int
    empty: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()


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

    ``reader`` is the language reader of ``process`` unless another is given. Raises ``RecordError`` where
    the record cannot be written; what was read until then is kept.
    """
    inputs, not_read = find_inputs(list(paths))
    # one order, whatever that of the arguments: of two texts of one article and day the later one stands
    inputs = sorted(inputs, key=lambda i: i.source)
    run = _Run(ledger, reader or language_reader(process))
    run.reject(sorted(not_read, key=lambda r: r.source))
    run.take(_documents(run, inputs, process=process, progress=progress), jobs=jobs)
    run.read_as_corrected()
    refresh(ledger, process)
    return run.report()


def reread(
    ledger: Ledger,
    *,
    process: Process,
    reader: Reader | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> AddReport:
    """Read every stored document again that this version of the reader has not read, then rebuild the views."""
    run = _Run(ledger, reader or language_reader(process))
    unread = unread_documents(ledger, reader=run.reader.version)
    found = read_all(load_documents(ledger, unread), run.reader, needed=lambda _: True, jobs=jobs)
    for done, (document, reading) in enumerate(found, start=1):
        if reading:
            record_reading(ledger, document, reading, run=run.number)
            run.note(Outcome.REREAD, document, reading)
        progress(Step(done, len(unread), document.source))
    run.read_as_corrected()
    refresh(ledger, process)
    return run.report()


def catch_up(ledger: Ledger, process: Process, *, reader: Reader | None = None) -> None:
    """Let the record follow what people said: read again the articles whose day they corrected, then refresh."""
    with ledger.looking() as connection:
        are_some = bool(awaiting_reading(connection))
    if are_some:
        _Run(ledger, reader or language_reader(process)).read_as_corrected()
    refresh(ledger, process)


def _documents(
    run: "_Run", inputs: Sequence[Input], *, process: Process, progress: Progress
) -> Iterator[Document]:
    for done, item in enumerate(inputs, start=1):
        for found in read_input(item, outlets=process.outlets):
            if isinstance(found, Rejection):
                run.reject([found])
            else:
                yield storable(found)
        progress(Step(done, len(inputs), item.source))


@dataclass(slots=True)
class _Run:
    """One run over documents: what it has recorded so far."""

    ledger: Ledger
    reader: Reader
    number: int = field(init=False)
    found: dict[Outcome, list[str]] = field(default_factory=lambda: {o: [] for o in Outcome})
    duplicates: list[Rejection] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    entries: int = 0
    empty: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        program = f"detente {version('detente')}"
        self.number = begin_run(self.ledger, program=program, reader=self.reader.version)

    def reject(self, rejections: Sequence[Rejection]) -> None:
        """Record inputs that could not be stored."""
        kept = [storable_rejection(r) for r in rejections]
        record_rejections(self.ledger, kept, run=self.number)
        self.rejected.extend(kept)

    def take(self, documents: Iterable[Document], *, jobs: int) -> None:
        """Read the documents that this reader has not read; record each as soon as it is read."""

        def needed(document: Document) -> bool:
            crash_point("before-reading")
            return not was_read(self.ledger, document.id, reader=self.reader.version)

        for document, reading in read_all(documents, self.reader, needed=needed, jobs=jobs):
            outcome = record_document(self.ledger, document, reading, run=self.number)
            self.note(outcome, document, reading)

    def read_as_corrected(self) -> None:
        """Read again the articles whose day was corrected since they were read: others hang on it."""
        with self.ledger.looking() as connection:
            numbers = awaiting_reading(connection)
        documents = load_documents(self.ledger, list(numbers))
        for document, reading in read_all(documents, self.reader, needed=lambda _: True, jobs=1):
            if reading:
                name = read_as_corrected(reading.reader, numbers[document.id])
                record_reading(
                    self.ledger, document, replace(reading, reader=name), run=self.number
                )

    def note(self, outcome: Outcome, document: Document, reading: Reading | None) -> None:
        """Count a document that was recorded."""
        self.found[outcome].append(document.id)
        if outcome is Outcome.DUPLICATE:
            known = Rejection(Reason.DUPLICATE, f"document {document.id}", document.source)
            self.duplicates.append(known)
        elif reading:
            self.entries += len(reading.entries)
            if fault := broken(reading):
                self.rejected.append(Rejection(fault.reason, fault.detail, document.source))
            elif not reading.entries:
                self.empty.append(document.source)
            when = document.published
            if when and when.start and when.start > date.today():
                self.ahead.append(document.source)

    def report(self) -> AddReport:
        """Sum up."""
        return AddReport(
            new=tuple(self.found[Outcome.NEW]),
            versions=tuple(self.found[Outcome.VERSION]),
            reread=tuple(self.found[Outcome.REREAD]),
            duplicates=tuple(self.duplicates),
            rejected=tuple(self.rejected),
            entries=self.entries,
            empty=tuple(self.empty),
            ahead=tuple(self.ahead),
        )
