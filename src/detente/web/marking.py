"""Where the passages lie in a text: pieces to write one after the other, each marked or not."""

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.query import Passage

Span = tuple[int, int]


def marked(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Cut a paragraph into pieces that are marked or not; joined they are its text."""
    for piece in pieces(passage.text, passage.marks):
        yield piece.text, bool(piece.covered_by)


def pieces_with_words(
    passage: Passage, expression: str | None
) -> tuple[tuple[str, bool, bool], ...]:
    """Cut a paragraph as ``marked`` does, and where words that were searched for stand.

    Each piece tells whether it is of the passage, and whether it is one of the words.
    """
    found = _places(passage.text, expression)
    cut = pieces(passage.text, (*passage.marks, *found))
    first = len(passage.marks)
    return tuple(
        (p.text, any(n < first for n in p.covered_by), any(n >= first for n in p.covered_by))
        for p in cut
    )


def _places(text: str, expression: str | None) -> list[Span]:
    terms = re.findall('"([^"]*)"', expression or "")
    words = [r"\W+".join(map(re.escape, re.findall(r"\w+", _plain(term)))) for term in terms]
    if not any(words):
        return []
    pattern = re.compile(r"\b(?:" + "|".join(filter(None, words)) + r")\b")
    return [found.span() for found in pattern.finditer(_plain(text))]


def _plain(text: str) -> str:
    """Take case and accents off, letter by letter, so that places stay what they are."""
    return "".join((unicodedata.normalize("NFKD", c)[:1] or c).casefold()[:1] or c for c in text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and which of the spans cover it. ``begins``: those that begin here."""

    text: str
    covered_by: tuple[int, ...]
    begins: tuple[int, ...]


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """Cut a text where a span begins or ends; spans may overlap."""
    inside = [(max(start, 0), min(end, len(text))) for start, end in spans]
    cuts = sorted({0, len(text), *(cut for span in inside for cut in span)})
    for start, end in pairwise(cuts):
        covering = tuple(
            n for n, (first, last) in enumerate(inside) if first <= start and end <= last
        )
        begins = tuple(n for n in covering if inside[n][0] == start)
        yield Piece(text[start:end], covering, begins)


def letters(number: int) -> str:
    """Name the things of a list a, b, … z, aa, ab and so on."""
    name = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = string.ascii_lowercase[digit] + name
    return name
