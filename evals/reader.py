"""The program's reading, with the language model and the profiles loaded once in each process."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.annotate import annotate, annotate_all, load_language
from detente.extract import extract
from detente.extract.attribution import find_voices
from detente.extract.reading import Reading
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Document
from detente.model.entry import Entry
from detente.model.profile import Process
from detente.model.when import DateRange
from detente.processes import load_process
from detente.processes.cues import TrackFinder

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def language() -> "Language":
    """Load the language model, once."""
    return load_language()


@cache
def profile(name: str) -> Process:
    """Load a profile, once; what has none is read with the blank one."""
    return load_process(name)


def entries_of(document: Document, process: Process) -> tuple[Entry, ...]:
    """Read the entries of a document, as the program does."""
    annotated = annotate(document, language=language(), process=process)
    return extract(annotated, process=process).entries


def entries_of_all(documents: Sequence[Document], process: Process) -> Iterator[tuple[Entry, ...]]:
    """Read the entries of documents that are read together, as ``detente add`` does."""
    for annotated in annotate_all(documents, language=language(), process=process):
        yield extract(annotated, process=process).entries


def annotated_text(text: str, published: DateRange | None, process: Process) -> AnnotatedDocument:
    """Annotate a text of the data sets as it stands: its offsets are those of the gold."""
    document = Document(source="data", text=text, published=published)
    return annotate(document, language=language(), process=process)


def attributions_of(text: str, published: DateRange | None) -> Reading:
    """Find who says what in a text of no process."""
    process = profile("blank")
    reading = Reading(annotated_text(text, published, process), process, TrackFinder.of(process))
    find_voices(reading)
    return reading
