"""An article: its stored text with the entries marked, and what was left out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from detente import query
from detente.export import entry_shape
from detente.model.correction import ABOUT_ARTICLES
from detente.model.entry import Kind
from detente.query import DocumentPage, RecordedEntry
from detente.query.surface import sentences
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.coverage import headlines
from detente.web.marking import letters, pieces
from detente.web.pages.forms import TO_KIND, Typed, inputs
from detente.web.pages.missing import not_found
from detente.web.pages.review import reviewer
from detente.web.panel import head_of
from detente.wording import facts, sentence, spoken_by

HEADING_ACTS = ("article", "leave out")
NEWS_ACT = "same news"
COLUMNS = ("id", "letter", "kind", "sentence", "facts", "said_by", "tracks", "start", "end")


def answer(asked: Asked, typed: Typed | None = None) -> Answer:
    """Show a stored article, and what was typed of a passage that had been missed."""
    page = query.show(asked.ledger, asked.name.casefold())
    if not isinstance(page, DocumentPage):
        return not_found(f"The record has no article “{asked.name}”.")
    text = page.recorded.document.text
    spans = [(e.start, e.end) for told in page.entries for e in told.entry.evidence]
    owners = [n for n, told in enumerate(page.entries) for _ in told.entry.evidence]
    firsts = {n for n, owner in enumerate(owners) if owner not in owners[:n]}
    lettered = {told.id: letters(n) for n, told in enumerate(page.entries)}
    return Answer(
        template="article.html",
        title=page.recorded.document.title or PurePath(page.recorded.document.source).name,
        rows=rows_of(
            COLUMNS, page.entries, lambda told: _cells(told, lettered[told.id]), entry_shape
        ),
        values={
            "document": page.recorded,
            "head": head_of(page.versions, page.recorded.id),
            "entries": page.entries,
            "read_sentences": _read_sentences(text, spans),
            "letter_of": lettered,
            "pieces": tuple(pieces(text, spans)),
            "owner": owners,
            "firsts": firsts,
            "versions": page.versions,
            "rejections": page.rejections,
            **_same_news(page),
            **_missed(asked, typed),
            **_heading(asked, page, typed),
        },
    )


def _same_news(page: DocumentPage) -> dict[str, object]:
    """Return the story that the article reports, and the other articles of it; copies of this one say so."""
    if page.story is None:
        return {"story": None, "same_news": ()}
    group = head_of(page.versions, page.recorded.id).copy_group
    others = [each for each in headlines(page.story) if each.head.id != page.recorded.id]
    same_news = [
        replace(each, copy_of="this article") if group and each.head.copy_group == group else each
        for each in others
    ]
    return {"story": page.story.story, "same_news": same_news}


def _heading(asked: Asked, page: DocumentPage, typed: Typed | None) -> dict[str, object]:
    """Return what people said of the article as a whole, and what the form shows in which they do."""
    head = head_of(page.versions, page.recorded.id)
    when = head.published
    days = f"{when.start or ''}/{when.end or ''}" if when and not when.day else str(when or "")
    said = query.corrections(asked.ledger, document=head.id)
    return {
        "said": [each for each in said if each.correction.act in ABOUT_ARTICLES],
        "was_published": days,
        "was_outlet": head.outlet or "",
        "is_heading": typed is not None and typed.act in HEADING_ACTS,
        "is_news": typed is not None and typed.act == NEWS_ACT,
        "is_missed": typed is not None and typed.act not in (*HEADING_ACTS, NEWS_ACT),
    }


def _read_sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Count the sentences that gave an entry, and all of them."""
    every = sentences(text)
    told = sum(any(start < last and end > first for start, end in spans) for first, last in every)
    return told, len(every)


def _missed(asked: Asked, typed: Typed | None) -> dict[str, object]:
    """Return what the form shows in which a passage is added that was missed."""
    chosen = (typed and typed.kind) or Kind.STATEMENT
    values = typed.values if typed else {}
    return {
        "typed": typed,
        "to_kind": TO_KIND,
        "who": (typed and typed.reviewer) or reviewer(asked.address),
        "missed_kind": chosen,
        "missed_inputs": [(kind, inputs(kind, values if kind is chosen else {})) for kind in Kind],
    }


def _cells(told: RecordedEntry, letter: str) -> Row:
    entry = told.entry
    return (
        *(told.id, letter, entry.kind, sentence(told), facts(entry), spoken_by(told)),
        *(list(entry.tracks), entry.evidence[0].start, entry.evidence[-1].end),
    )


PAGE = Page(path="/article/{name}", title="Article", answer=answer, in_menu=False, uses=())
