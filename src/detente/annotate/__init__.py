"""Documents to annotated documents; the only package that touches the language library."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from detente.annotate.draft import Draft
from detente.annotate.language import (
    ModelFiles,
    changed_files,
    find_model,
    load_language,
    model_id,
)
from detente.annotate.mentions import add_names
from detente.annotate.names import plain
from detente.annotate.parse import Parse, parse_all
from detente.annotate.quotations import find_quotations
from detente.annotate.refer import add_references
from detente.annotate.times import find_time_mentions
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Document
from detente.model.entry import ActorRef
from detente.model.profile import Actor, Process

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = [
    "ModelFiles",
    "annotate",
    "annotate_all",
    "changed_files",
    "find_model",
    "load_language",
    "model_id",
]


# departments that a secretary heads, and the office by which a profile knows it
_SECRETARIES = {
    "Department of Defense": "defence minister",
    "Department of State": "foreign minister",
}


def annotate(document: Document, *, language: "Language", process: Process) -> AnnotatedDocument:
    """Find sentences, syntax, quotations, names and dates: a pure function of its arguments."""
    return next(annotate_all([document], language=language, process=process))


def annotate_all(
    documents: Sequence[Document], *, language: "Language", process: Process
) -> Iterator[AnnotatedDocument]:
    """Annotate several documents, each as it would be alone; together they cost less."""
    parses = parse_all([d.text for d in documents], language=language)
    for document, parsed in zip(documents, parses, strict=True):
        yield _annotated(document, parsed, process)


def _annotated(document: Document, parsed: Parse, process: Process) -> AnnotatedDocument:
    times = find_time_mentions(
        document.text,
        parsed.tokens,
        parsed.sentences,
        document.published,
        known_days=process.known_days,
    )
    dated = [t.when.start for t in times if t.when and t.when.start]
    draft = Draft(parsed.tokens, parsed.sentences, process, _day(document, dated))
    countries = {o.name: o.country for o in process.outlets}
    draft.country = countries.get(document.outlet or "")
    draft.home = _home(draft)
    draft.near = _near(document, draft)
    draft.secretary = _secretary(document, draft)
    draft.quotations = find_quotations(document.text)
    add_names(draft, parsed.entities)
    add_references(draft)
    return AnnotatedDocument(
        document,
        parsed.tokens,
        parsed.sentences,
        tuple(draft.mentions),
        times,
        draft.quotations,
        tuple(t.rejection for t in times if t.rejection),
    )


def _home(draft: Draft) -> Actor | None:
    """Return the party of the process in whose country the outlet publishes."""
    parties = (draft.index.actors.get(p) for p in draft.process.parties)
    return next((a for a in parties if a and a.name == draft.country), None)


def _near(document: Document, draft: Draft) -> Actor | None:
    """Return the side at whose seat an outlet of its own files: "RAMALLAH (WAFA)", "ANKARA (Anadolu)"."""
    filed = (document.dateline or "").casefold()
    side = draft.index.by_name.get(plain(draft.country or "")) if filed else None
    seats = (p for p in draft.process.places if side and p.seat_of == side.id)
    return side if any(filed.startswith(n.casefold()) for p in seats for n in p.names) else None


def _secretary(document: Document, draft: Draft) -> ActorRef | None:
    """Return who heads the department that publishes: "the Secretary" of its briefings and readouts."""
    outlet = next((o for o in draft.process.outlets if o.name == document.outlet), None)
    office = next((t for name, t in _SECRETARIES.items() if outlet and name in outlet.name), None)
    side = draft.index.by_name.get(plain(outlet.country or "")) if outlet and office else None
    return draft.holder(office, side) if side and office else None


def _day(document: Document, dated: list[date]) -> date | None:
    """Return the day on which offices are looked up: of publication, else the latest that is spoken of."""
    if document.published:
        return document.published.start or document.published.end
    return max(dated, default=None)
