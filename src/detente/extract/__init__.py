"""Annotated documents to entries, one module for each kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.extract.accusations import accusations
from detente.extract.agreements import agreements
from detente.extract.assessments import assessments
from detente.extract.attribution import find_voices
from detente.extract.commitments import commitments
from detente.extract.conditions import conditions
from detente.extract.demands import demands
from detente.extract.incidents import incidents
from detente.extract.meetings import meetings
from detente.extract.principals import principals
from detente.extract.reading import Reading
from detente.extract.refusals import refusals
from detente.extract.relevance import (
    is_asked,
    is_relevant,
    reject_irrelevant,
    stands_in_caption,
    stands_in_heading,
)
from detente.extract.sender import sender
from detente.extract.statements import statements
from detente.extract.subject import with_tracks, with_what_came_of_it
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Rejection
from detente.model.entry import Entry
from detente.model.profile import Process
from detente.processes.cues import finder_of

__all__ = ["EXTRACTORS", "Extraction", "extract"]

Extractor = Callable[[Reading], Iterator[Entry]]

EXTRACTORS: tuple[Extractor, ...] = (
    statements,
    meetings,
    incidents,
    agreements,
    commitments,
    conditions,
    demands,
    refusals,
    accusations,
    assessments,
)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The entries of a document in the order of the text, and what was left out with its reason."""

    entries: tuple[Entry, ...]
    rejections: tuple[Rejection, ...] = ()


def extract(annotated: AnnotatedDocument, *, process: Process) -> Extraction:
    """Read the entries of an annotated document: a pure function of its arguments."""
    reading = Reading(annotated, process, finder_of(process))
    reading.sender = sender(annotated, process)
    find_voices(reading)
    reading.principals = principals(reading)
    found = [entry for extractor in EXTRACTORS for entry in extractor(reading)]
    entries = []
    for entry in found:
        if stands_in_heading(reading, entry) or is_asked(reading, entry):
            continue
        if stands_in_caption(reading, entry):
            continue
        if is_relevant(reading, entry):
            entries.append(with_tracks(reading, entry))
        else:
            reject_irrelevant(reading, entry)
    read = with_what_came_of_it(reading, entries)
    ordered = sorted(read, key=lambda e: (e.evidence[0].start, e.evidence[0].end, e.kind.value))
    return Extraction(tuple(dict.fromkeys(ordered)), (*annotated.rejections, *reading.rejections))
