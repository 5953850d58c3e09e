"""Words, sentences and syntax from the language library, as our own nouns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from detente.annotate.calm import calm
from detente.annotate.parallels import part_parallels
from detente.annotate.repair import (
    lead_past_insets,
    lead_with_nouns,
    lend_subjects,
    lift_subjects,
    part_days,
    part_sayings,
    raise_main_verbs,
    rejoin_lists,
    rejoin_sayings,
    tell_actively,
)
from detente.annotate.repair_finite import free_finite_verbs, name_fire
from detente.annotate.repair_told import hang_told_from_telling, raise_closing_sayings
from detente.annotate.spelling import Words
from detente.model.annotation import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Characters that go through the model at once: fuller batches are no faster and only cost memory.
FULL_BATCH = 12_000
# About 3.3 MiB for each 1,000 characters: a paragraph longer than this is read in pieces.
LONGEST_PARAGRAPH = 20_000

_PARAGRAPH = re.compile(r"[^\n]+")


class Entity(NamedTuple):
    """A name that the model found: tokens ``first`` to ``last`` (exclusive) and its label."""

    first: int
    last: int
    label: str


class Parse(NamedTuple):
    """What the library says of a text."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]


def parse(text: str, *, language: "Language") -> Parse:
    """Parse one text."""
    return next(parse_all([text], language=language))


def parse_all(texts: Sequence[str], *, language: "Language") -> Iterator[Parse]:
    """Parse the paragraphs of all texts in one stream, which fills the model's batches; one parse for each text.

    A paragraph is parsed by itself, so that no sentence crosses one, and no text hangs on its neighbours.
    """
    pieces = [list(_pieces(text)) for text in texts]
    batches = _batches(piece for them in pieces for _, piece in them)
    docs = chain.from_iterable(map(language.pipe, batches))
    for them in pieces:
        yield _parse([offset for offset, _ in them], docs)


def _parse(offsets: Sequence[int], docs: "Iterator[Doc]") -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for number, (offset, doc) in enumerate(zip(offsets, docs, strict=False)):
        words = Words(doc, base=len(tokens))
        tokens.extend(words.tokens(offset))
        sentences.extend(_sentences(doc, words, tokens, (number, len(sentences))))
        entities.extend(_entities(doc, words))
    free = tell_actively(part_days(name_fire(free_finite_verbs(tokens))))
    free = raise_closing_sayings(hang_told_from_telling(free), sentences)
    told = lead_with_nouns(free, sentences)
    led = lead_past_insets(raise_main_verbs(told, sentences), sentences)
    subjects = lend_subjects(lift_subjects(led), sentences)
    mended = part_parallels(rejoin_lists(rejoin_sayings(part_sayings(subjects))), sentences)
    return Parse(mended, tuple(sentences), tuple(entities))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    for match in _PARAGRAPH.finditer(text):
        paragraph = calm(match.group())
        for at in range(0, len(paragraph), LONGEST_PARAGRAPH):
            piece = paragraph[at : at + LONGEST_PARAGRAPH]
            if piece.strip():
                yield match.start() + at, piece


def _batches(pieces: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for piece in pieces:
        batch.append(piece)
        if sum(map(len, batch)) >= FULL_BATCH:
            yield batch
            batch = []
    yield batch


def _sentences(
    doc: "Doc", words: Words, tokens: list[Token], at: tuple[int, int]
) -> Iterator[Sentence]:
    paragraph, number = at
    for sent in doc.sents:
        if inside := words.within(sent.start, sent.end):
            first, last = inside
            yield Sentence(
                number, paragraph, first, last, tokens[first].start, tokens[last - 1].end
            )
            number += 1


def _entities(doc: "Doc", words: Words) -> Iterator[Entity]:
    for ent in doc.ents:
        if inside := words.within(ent.start, ent.end):
            yield Entity(*inside, ent.label_)
