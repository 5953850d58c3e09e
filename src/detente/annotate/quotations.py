"""What stands between quotation marks: of all kinds, broken, nested, running over paragraphs."""

import re
from collections.abc import Iterator

from detente.model.annotation import Quotation

_OPENING = "“„«‟"
_CLOSING = "”»"
_PLAIN = '"'
_MARK = re.compile(rf"[{_OPENING}{_CLOSING}{_PLAIN}]|''|``|[‘’]’")
_SINGLE_OPEN = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(—–]))['‘](?=[^\s'’\d])", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’](?=[\s.,;:!?)—–]|$)", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]+")


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find every outermost quotation of ``text``, paragraph by paragraph.

    A quotation that no mark closes ends with its paragraph and is marked so: by convention the next
    paragraph then opens with a mark of its own, and the same speaker goes on. Where none does, a mark is
    missing, and no more of a long paragraph is taken for speech than its first sentences.
    """
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        double = list(_in_paragraph(text, paragraph.start(), paragraph.end()))
        # British outlets quote between single marks; inside double marks those are nested
        found += double or _between_single_marks(text, paragraph.start(), paragraph.end())
    return tuple(found)


def _between_single_marks(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Find quotations between single marks, which apostrophes look like.

    A mark opens after a space and before a word. It is closed by the first mark after a full stop,
    comma or the like; where there is none, by the first mark at the end of a word that no
    possessive plural explains.
    """
    at = start
    while opening := _SINGLE_OPEN.search(text, at, end):
        closers = list(_SINGLE_CLOSE.finditer(text, opening.end(), end))
        firm = [m for m in closers if text[m.start() - 1] in ".,!?…"]
        loose = [m for m in closers if text[m.start() - 1] not in "s"]
        closing = min(firm + loose, key=lambda m: m.start(), default=None)
        if closing is None:
            return
        if text[opening.end() : closing.start()].strip():
            yield Quotation(opening.end(), closing.start())
        at = closing.end()


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        opens = _opens(text, mark, start, inside=opened is not None)
        if opened is None:
            if opens:
                opened, depth = mark.end(), 1
        elif depth == 1 and _opens_anew(text, mark, start):
            # two marks open and none closes between them: the first one lacks its other half
            if cut := _end_before_reporter(text, opened, mark.start()):
                yield Quotation(opened, cut, closed=False)
            opened = mark.end()
        elif opens and mark.group() in _OPENING:
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                if text[opened : mark.start()].strip():
                    yield Quotation(opened, mark.start())
                opened = None
    if opened is not None and text[opened:end].strip():
        yield Quotation(opened, _unclosed_end(text, opened, end), closed=False)


# So many characters of a quotation that no mark closes are taken for speech, up to a sentence's end.
_LONGEST_UNCLOSED = 600
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_TELLS = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|according to|asked|replied|noted|stressed|insisted|warned)\b"
)
_NEXT_OPENS = re.compile(rf"\s*[{_OPENING}{_PLAIN}]|\s*(?:''|``)")


def _end_before_reporter(text: str, start: int, end: int) -> int | None:
    """Return where a quotation ends that another follows with no mark between: where the outlet tells again.

    Where paragraphs were run together each opened with a mark, and the same speaker went on.
    """
    last = min(end, start + _LONGEST_UNCLOSED)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, last)]
    if not ends:
        return None
    return ends[0] if _TELLS.search(text, ends[0], end) else ends[-1]


def _unclosed_end(text: str, start: int, end: int) -> int:
    """Return where a quotation ends that no mark of its paragraph closes."""
    if end - start <= _LONGEST_UNCLOSED or _NEXT_OPENS.match(text, end):
        return end
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, start + _LONGEST_UNCLOSED)]
    return ends[-1] if ends else end


def _opens_anew(text: str, mark: re.Match[str], start: int) -> bool:
    """Say whether a mark within a quotation opens another: a sentence ended and a word follows.

    Within double marks an outlet quotes between single ones, so that a double one is none of them.
    """
    before = text[start : mark.start()]
    behind = text[mark.end() : mark.end() + 1]
    is_apart = before[-1:].isspace() and before.rstrip()[-1:] in set(",:.!?…")
    return mark.group() in {_PLAIN, "“"} and is_apart and behind.isalnum()


def _opens(text: str, mark: re.Match[str], start: int, *, inside: bool) -> bool:
    """Say whether a mark opens: by its shape, or a plain one by the space around it.

    Outlets err: ``”Work on the treaty`` opens with a closing mark, so a closing mark that stands
    before a word and after a space opens as well.
    """
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if sign in _OPENING:
        return True
    if sign[-1] == "’" and len(sign) > 1:  # two single marks close what a double one opened
        return False
    stands_before_word = (before.isspace() or before in "([—–-") and not after.isspace()
    if sign in _CLOSING:
        return not inside and stands_before_word
    return not inside and (stands_before_word or before.isspace())
