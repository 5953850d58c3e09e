"""Blocks of one article -> its ``Document``, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.ingest.blocks import Block, blocks_of
from detente.ingest.body import read_body, read_tail
from detente.ingest.dateline import Dateline, dateline_of
from detente.ingest.head import Head, read_head
from detente.ingest.language import ENGLISH, language_of
from detente.ingest.normalise import clean
from detente.ingest.outlet import choose_outlet
from detente.ingest.outlet_names import OutletNames
from detente.ingest.publication import published
from detente.model.document import Document, Dropped, Found, Reason, Rejection

_TITLE_AS_TEXT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as it came: its text with or without Markdown, and the metadata that came beside it."""

    source: str
    text: str
    given: tuple[Found, ...] = ()

    def first(self, field: str) -> str | None:
        """Return the first value that was given for a field."""
        return next((f.value for f in self.given if f.field == field), None)


def read_article(raw: Raw, *, names: OutletNames) -> Document | Rejection:
    """Read one article: metadata, furniture, text."""
    text = clean(raw.text)
    if not any(letter.isalpha() for letter in text[:100_000]) and not any(map(str.isalpha, text)):
        return Rejection(Reason.NO_TEXT, f"no letter among {len(text)} signs", raw.source)
    language = language_of(text)
    if language not in (None, ENGLISH):
        return Rejection(
            Reason.OTHER_LANGUAGE, f"the text is in '{language}'; English is read", raw.source
        )
    head = read_head(blocks_of(text), title=raw.first("title"), names=names)
    body, below, dropped_below = read_tail(head.body)
    kept, dropped = read_body(body)
    dateline, kept = _cut_dateline(kept)
    dropped += dropped_below
    if (
        not kept
        and head.title
        and len(head.title.split()) >= _TITLE_AS_TEXT_WORDS
        and not raw.first("title")
    ):
        kept, head.title = [Block(head.title)], None
        head.found = [f for f in head.found if f.field != "title"]
    stored = "\n\n".join(block.text for block in kept).strip()
    if not any(map(str.isalpha, stored)):
        return Rejection(Reason.NO_TEXT, _why_no_text(head, dropped), raw.source)
    found = (*raw.given, *head.found, *below)
    return _document(
        raw, stored, found=found, dropped=(*head.dropped, *dropped), dateline=dateline, names=names
    )


def _document(
    raw: Raw,
    stored: str,
    *,
    found: tuple[Found, ...],
    dropped: tuple[Dropped, ...],
    dateline: Dateline | None,
    names: OutletNames,
) -> Document:
    firsts = _first_of_each(found)
    url = firsts.get("url")
    outlet = choose_outlet(found, url=url, dateline=dateline, text=stored, names=names)
    when, basis = published(found, url=url, text=_dated_words(dropped, dateline) + stored)
    also = (
        *(() if dateline is None else (Found("dateline", dateline.text, "start of the text"),)),
    )
    return Document(
        source=raw.source,
        text=stored,
        title=firsts.get("title"),
        outlet=outlet.value if outlet else None,
        byline=_bylines(found),
        dateline=dateline.text if dateline else None,
        published=when,
        published_basis=basis,
        url=url,
        language=ENGLISH,
        found=_with_choices(found, also, outlet, str(when) if when else None, basis),
        dropped=dropped,
    )


def _dated_words(dropped: tuple[Dropped, ...], dateline: Dateline | None) -> str:
    """Return what was cut off but may tell a day: no picture is younger than the article that shows it."""
    captions = [f"{d.text}\n\n" for d in dropped if d.why.startswith("caption")]
    return "".join(captions) + (f"{dateline.text} — " if dateline else "")


def _first_of_each(found: tuple[Found, ...]) -> dict[str, str]:
    firsts: dict[str, str] = {}
    for item in found:
        firsts.setdefault(item.field, item.value)
    return firsts


def _with_choices(
    found: tuple[Found, ...],
    also: tuple[Found, ...],
    outlet: Found | None,
    when: str | None,
    basis: str,
) -> tuple[Found, ...]:
    """Return what was found, with the chosen outlet and day in place of the candidates."""
    chosen = [f for f in found if f.field not in ("outlet", "published")]
    if outlet:
        chosen.append(outlet)
    if when:
        chosen.append(Found("published", when, basis))
    return (*dict.fromkeys((*chosen, *also)),)


def _bylines(found: tuple[Found, ...]) -> tuple[str, ...]:
    lines = [f for f in found if f.field == "byline"]
    how = lines[0].how if lines else ""
    return tuple(dict.fromkeys(f.value for f in lines if f.how == how))


def _cut_dateline(blocks: Sequence[Block]) -> tuple[Dateline | None, list[Block]]:
    """Cut the dateline off the first paragraph that has one, among the first three."""
    for at, block in enumerate(blocks[:3]):
        dateline = dateline_of(block.text)
        if dateline and len(block.text) > dateline.length:
            rest = Block(block.text[dateline.length :], block.mark, block.group, block.level)
            return dateline, [*blocks[:at], rest, *blocks[at + 1 :]]
    return None, list(blocks)


def _why_no_text(head: Head, dropped: Sequence[Dropped]) -> str:
    taken = [d.why for d in (*head.dropped, *dropped)]
    if head.title and not taken:
        return "only a headline"
    return "nothing is left of it but " + ", ".join(dict.fromkeys(taken)) if taken else "no prose"
