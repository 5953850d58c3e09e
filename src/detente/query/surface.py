"""Words as they stand in a text: names of a profile, words of the lexicon; without the language model."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from detente.lexicon import load_table

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s\-.'’]")  # what may stand between two words of one name
_SENTENCE_END = re.compile(r"(?<=[^\s.A-Z][.!?])[”\"’»)]*\s+(?=[\"“‘«(]?[A-Z])|\n+")
# what is cut off a form, and what is put in its place
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)

Phrases = Mapping[str, Sequence[tuple[str, ...]]]  # by their first word


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Words of a text with their place: ``text[start:end] == words``."""

    start: int
    end: int
    words: str


def spots(text: str, start: int = 0, end: int | None = None) -> list[Spot]:
    """Return the words of a text, or of a part of it."""
    stop = len(text) if end is None else end
    return [Spot(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, stop)]


def spot(text: str, start: int, end: int) -> Spot:
    """Return the words between two places of a text."""
    return Spot(start, end, text[start:end])


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentences that hold a passage, by their full stops."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    first = max(at for at in ends if at <= start)
    last = min(at for at in ends if at >= end)
    return first, first + len(text[first:last].rstrip())


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the sentences of a text, by their full stops; headings and bylines are none."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    found = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(ends)]
    return [(a, b) for a, b in found if text[a:b].rstrip('”"’»)').endswith((".", "!", "?", "…"))]


@lru_cache(maxsize=16_384)
def plain(word: str) -> str:
    """Write a word as names are compared: case and accents off."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ə", "a"))
    return "".join(c for c in letters if not unicodedata.combining(c))


class NameFinder:
    """Finds the names that it was given, the longest first; a name stands for one or more ids."""

    def __init__(self, names: Iterable[tuple[str, str]], *, any_case: bool = False) -> None:
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._longest: dict[str, int] = {}
        self._small: set[str] = set()  # first words of names that are written in lower case
        for name, known_as in names:
            words = tuple(plain(w) for w in _WORD.findall(name))
            if words:
                self._ids.setdefault(words, set()).add(known_as)
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
                if any_case or name[0].islower():
                    self._small.add(words[0])

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Spot, frozenset[str]]]:
        """Yield each name in a part of a text, with the ids that it stands for."""
        words = spots(text, start, end)
        at = 0
        while at < len(words):
            length, ids = self._at(text, words, at)
            if ids:
                yield spot(text, words[at].start, words[at + length - 1].end), frozenset(ids)
            at += max(1, length)

    def _at(self, text: str, words: Sequence[Spot], at: int) -> tuple[int, set[str]]:
        first = plain(words[at].words)
        # "US" is a side, "us" is not
        if first not in self._longest or not (words[at].words[0].isupper() or first in self._small):
            return 0, set()
        for length in range(min(self._longest[first], len(words) - at), 0, -1):
            run = words[at : at + length]
            joined = all(
                _JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(run)
            )
            found = self._ids.get(tuple(plain(w.words) for w in run)) if joined else None
            if found:
                return length, found
        return 0, set()


def bases(word: str) -> frozenset[str]:
    """Return what a word may be a form of, by its ending or the table of irregular forms."""
    small = word.casefold()
    found = {small}
    if irregular := load_table("irregular").find(small):
        found.add(irregular.name)
    for ending, instead in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) > 1:
            base = small[: -len(ending)] + instead
            found.add(base)
            if len(base) > 3 and base[-1] == base[-2]:
                found.add(base[:-1])  # "hitting"
    return frozenset(found)


def lexicon_spots(
    text: str, start: int, end: int, words: Container[str], phrases: Phrases
) -> Iterator[Spot]:
    """Yield the words of a part of a text whose base is one of ``words``, and the phrases that begin so."""
    found = spots(text, start, end)
    at = 0
    while at < len(found):
        length = _phrase_at(found, at, phrases)
        if not length and any(base in words for base in bases(found[at].words)):
            length = 1
        if length:
            yield spot(text, found[at].start, found[at + length - 1].end)
        at += max(1, length)


def _phrase_at(found: Sequence[Spot], at: int, phrases: Phrases) -> int:
    for base in bases(found[at].words):
        for phrase in phrases.get(base, ()):
            rest = [w.words.casefold() for w in found[at + 1 : at + len(phrase)]]
            if tuple(rest) == phrase[1:]:
                return len(phrase)
    return 0
