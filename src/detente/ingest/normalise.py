"""Text as it was saved -> clean lines, joined into paragraphs where an editor wrapped them."""

import re
from itertools import pairwise

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# controls, soft hyphens, zero-width spaces, byte order marks; and the marks that make a line read
# backwards, which can hide what a sentence says. Joiners (U+200C, U+200D) are letters' business and stay
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r" {2,}")
# pages that were flattened to one line keep four blanks where a paragraph ended
_FLATTENED_BREAK = re.compile(r"(?<=[.!?”\"’']) {4,}(?=[A-Z“\"‘'])")
_UNSPLIT = re.compile(r"^\s*(https?://|www\.)", re.IGNORECASE)

END_MARK = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$|[.!?…]\s*\([^)]*\)$")

# an editor wraps somewhere in between; shorter blocks are lists, longer lines are whole paragraphs
_NARROWEST, _WIDEST = 40, 120
_LINES_THAT_SHOW_A_WRAP = 3


def clean(text: str) -> str:
    """Return the text with plain line ends and plain blanks, without controls; letters stay as they are."""
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    return _SURROGATES.sub("\ufffd", text)


def groups(text: str) -> list[list[str]]:
    """Split clean text at blank lines into groups of lines, hard-wrapped lines joined.

    A group of several lines is a block whose lines stand for themselves: a header, a list, or
    paragraphs that were saved one to a line.
    """
    text = _FLATTENED_BREAK.sub("\n\n", text)
    raw = [
        [_BLANKS.sub(" ", line.strip()) for line in part.split("\n")]
        for part in re.split(r"\n[ ]*(?:\n[ ]*)+", text.strip())
    ]
    width = _wrap_width(raw)
    return [_joined(lines, width) for lines in raw if any(lines)]


def _wrap_width(raw: list[list[str]]) -> int | None:
    """Return the width at which an editor wrapped the text, or ``None`` where none did."""
    widths = [
        max(map(len, lines))
        for lines in raw
        if len(lines) >= _LINES_THAT_SHOW_A_WRAP and _is_filled(lines, max(map(len, lines)))
    ]
    return max(widths, default=None)


def _is_filled(lines: list[str], width: int) -> bool:
    """Say whether no line but the last had room for the first word of the next."""
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = sum(_is_full(line, after, width) for line, after in pairwise(lines))
    return full >= 0.9 * (len(lines) - 1)


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _joined(lines: list[str], width: int | None) -> list[str]:
    """Join the lines that go on in the next one."""
    paragraphs = [[lines[0]]]
    for last, line in pairwise(lines):
        if _goes_on(last, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [text for pieces in paragraphs if (text := " ".join(filter(None, pieces)))]


def _goes_on(line: str, after: str, width: int | None) -> bool:
    if not line or not after or _UNSPLIT.match(line) or _UNSPLIT.match(after):
        return False
    if width is not None and len(line) <= width:
        if _is_full(line, after, width):
            return True
        # the first line of an indented paragraph is shorter
        if len(line) >= 0.7 * width and not END_MARK.search(line):
            return True
    return after[0].islower() and not END_MARK.search(line) and len(line) >= _NARROWEST
