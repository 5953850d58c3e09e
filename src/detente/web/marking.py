"""Where the passages lie in a text: pieces to write one after the other, each marked or not."""

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.query import Passage

Span = tuple[int, int]


def marked(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Cut a paragraph into pieces that are marked or not; joined they are its text."""
    for piece in pieces(passage.text, passage.marks):
        yield piece.text, bool(piece.covered_by)


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
