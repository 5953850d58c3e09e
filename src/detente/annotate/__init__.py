"""Documents to annotated documents; the only package that touches the language library."""

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
from detente.annotate.parse import parse
from detente.annotate.quotations import find_quotations
from detente.annotate.refer import add_references
from detente.annotate.times import find_time_mentions
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Document
from detente.model.profile import Actor, Process

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = [
    "ModelFiles",
    "annotate",
    "changed_files",
    "find_model",
    "load_language",
    "model_id",
]


def annotate(document: Document, *, language: "Language", process: Process) -> AnnotatedDocument:
    """Find sentences, syntax, quotations, names and dates: a pure function of its arguments."""
    parsed = parse(document.text, language=language)
    times = find_time_mentions(document.text, parsed.tokens, parsed.sentences, document.published)
    dated = [t.when.start for t in times if t.when and t.when.start]
    draft = Draft(parsed.tokens, parsed.sentences, process, _day(document, dated))
    draft.home = _home(document, draft)
    add_names(draft, parsed.entities)
    add_references(draft)
    return AnnotatedDocument(
        document,
        parsed.tokens,
        parsed.sentences,
        tuple(draft.mentions),
        times,
        find_quotations(document.text),
        tuple(t.rejection for t in times if t.rejection),
    )


def _home(document: Document, draft: Draft) -> Actor | None:
    """Return the party of the process in whose country the outlet publishes."""
    outlets = {o.name: o.country for o in draft.process.outlets}
    country = outlets.get(document.outlet or "")
    parties = (draft.index.actors.get(p) for p in draft.process.parties)
    return next((a for a in parties if a and a.name == country), None)


def _day(document: Document, dated: list[date]) -> date | None:
    """Return the day on which offices are looked up: of publication, else the latest that is spoken of."""
    if document.published:
        return document.published.start or document.published.end
    return max(dated, default=None)
