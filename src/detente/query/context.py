"""Sentences in their paragraphs."""

import re
from collections.abc import Sequence

from detente.query.results import Passage

LONGEST = 1500  # characters: a page saved without line ends is one paragraph
LONGEST_OF_MANY = 600  # where many reports stand below each other
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_END = re.compile(r"\n")


def passages(
    text: str, marks: Sequence[tuple[int, int]], *, longest: int = LONGEST
) -> tuple[Passage, ...]:
    """Return the paragraphs that hold the marks (half-open offsets into ``text``), in their order.

    Of a paragraph of more than ``longest`` letters, what stands around the mark.
    """
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for mark in sorted(marks):
        found.setdefault(_paragraph(text, mark, longest), []).append(mark)
    return tuple(
        Passage(
            text=text[start:end],
            start=start,
            marks=tuple((first - start, last - start) for first, last in inside),
        )
        for (start, end), inside in found.items()
    )


def _paragraph(text: str, mark: tuple[int, int], longest: int) -> tuple[int, int]:
    """Find the paragraph around a mark; of a very long one, a piece that begins and ends at a blank."""
    border = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    first, last = mark
    start, end = 0, len(text)
    for found in border.finditer(text):
        if found.end() <= first:
            start = found.end()
        elif found.start() >= last:
            end = found.start()
            break
    around = max(longest - (last - first), 0) // 2
    if first - start > around:
        blank = text.find(" ", first - around, first)
        start = blank + 1 if blank >= 0 else first
    if end - last > around:
        blank = text.rfind(" ", last, last + around)
        end = blank if blank >= 0 else last
    return start, end
