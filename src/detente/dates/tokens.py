"""Text to tokens: words, numbers and marks, in one pass."""

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import wraps
from typing import Any, Final, NamedTuple, TypeVar

from detente.dates.order import Order


class Shape(Enum):
    """What a token is made of."""

    WORD = auto()
    NUMBER = auto()
    MARK = auto()
    BREAK = auto()  # a blank line: no expression reaches over it


class Token(NamedTuple):
    """A half-open span of the text. ``glued`` says that no space stands before it."""

    text: str
    low: str
    start: int
    end: int
    shape: Shape
    glued: bool


# One alternative consumes each character once, so the time is linear in the text.
_TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_]+)|(?P<number>[0-9]+)|(?P<space>\s+)|(?P<mark>[^\s])", re.UNICODE
)
_SHAPES: Final = {"word": Shape.WORD, "number": Shape.NUMBER, "mark": Shape.MARK}
# A light end of a sentence, for callers without a parse; a blank line ends one too.
SENTENCE_END: Final = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z“\"‘])|\n\s*\n")
_LONGEST_NUMBER: Final = 4
_NOTHING: Final = Token("", "", -1, -1, Shape.BREAK, glued=False)


# How many empty tokens stand on either side; no reader looks further back than that.
_MARGIN: Final = 8


class _Lows(dict[int, str]):
    """Tokens in lower case by their place, empty outside of the text."""

    def __missing__(self, _: int) -> str:
        return ""


class Tokens:
    """The tokens of a text; a place outside of it holds an empty token.

    ``low`` gives the token at a place in lower case; it is asked so often that it is a dictionary's own.
    ``answers`` keeps what readers have found at a place. ``order`` is how the text writes dates in
    numbers, where that is known.
    """

    def __init__(self, text: str, order: Order | None = None) -> None:
        self.order = order
        found = _split(text)
        self._count = len(found)
        self._tokens = [_NOTHING] * _MARGIN + found + [_NOTHING] * _MARGIN
        lows = enumerate((token.low for token in self._tokens), -_MARGIN)
        self.low: Callable[[int], str] = _Lows(lows).__getitem__
        self.answers: dict[tuple[str, int], Any] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> Token:
        try:
            return self._tokens[at + _MARGIN]
        except IndexError:
            return _NOTHING

    def all(self) -> list[Token]:
        """Return the tokens."""
        return self._tokens[_MARGIN : _MARGIN + self._count]

    def digits(self, at: int, most: int = _LONGEST_NUMBER) -> int | None:
        """Return the value of a number of at most ``most`` digits."""
        token = self[at]
        is_short = token.shape is Shape.NUMBER and len(token.text) <= most
        return int(token.text) if is_short else None

    def skip(self, at: int, *words: str) -> int:
        """Step over the token where it is one of the words."""
        return at + 1 if self.low(at) in words else at

    def is_capital(self, at: int) -> bool:
        """Say whether the token begins with a capital letter."""
        return self[at].text[:1].isupper()


def _split(text: str) -> list[Token]:
    tokens: list[Token] = []
    glued = False
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup, match.group()
        if kind == "space":
            if found.count("\n") > 1:
                tokens.append(Token("\n", "\n", *match.span(), Shape.BREAK, glued=False))
            glued = False
            continue
        shape = _SHAPES[kind or "mark"]
        tokens.append(Token(found, found.lower(), *match.span(), shape, glued))
        glued = True
    return tokens


A = TypeVar("A")


def remembered(reader: Callable[[Tokens, int], A]) -> Callable[[Tokens, int], A]:
    """Ask a reader once for each place, since several others ask it for the same one."""
    name = reader.__name__

    @wraps(reader)
    def answer(tokens: Tokens, at: int) -> A:
        answers, key = tokens.answers, (name, at)
        if key not in answers:
            answers[key] = reader(tokens, at)
        found: A = answers[key]
        return found

    return answer
