"""What a sentence is about, by its words, and where two sentences part in their wording."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from detente.lexicon import load_table
from detente.model.profile import Process

STEM = 6  # letters by which "delimitation" and "delimited" are one word, once their endings are off
SHORTEST = 3  # letters of a word that can carry a matter
FEWEST_SHARED = 2  # words that two sentences on one matter share
LEAST_SHARED = 0.25  # of the words of the shorter one
LEGIBLE = 0.4  # of words kept, below which a text with its changes marked cannot be read

LONGEST_NAME = 2  # words of a name that are no matter: "Nikol Pashinyan", "United States"

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|ies|ied|es|ed|[sey])$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


class How(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of two sentences in a row: kept, only in the earlier or only in the later one."""

    how: How
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a later sentence is worded beside an earlier one.

    ``runs`` hold all words of both, ``new`` and ``dropped`` those that carry a matter, as they are written.
    ``legible``: enough was kept to read the later sentence with its changes marked.
    """

    runs: tuple[Run, ...]
    new: tuple[str, ...]
    dropped: tuple[str, ...]
    legible: bool


class Matters:
    """Tells the matter of sentences by their words; the names of the profile's actors are none."""

    def __init__(self, process: Process) -> None:
        table = load_table("matter")
        seats = (p.names for p in process.places if p.seat_of)  # "Baku" stands for its government
        names = (*(n for a in process.actors for n in (*a.names, *a.adjectives)), *chain(*seats))
        split = ([_plain(word) for word in _WORD.findall(name)] for name in names)
        # longer names are made of common words: "Collective Security Treaty Organization"
        named = {word for words in split if len(words) <= LONGEST_NAME for word in words}
        self._empty = frozenset({*table["function"].words, *table["saying"].words, *named})
        self.of = lru_cache(maxsize=4096)(self._of)

    def carries(self, word: str) -> bool:
        """Say whether a word carries a matter."""
        plain = _plain(word)
        return len(plain) >= SHORTEST and plain not in self._empty and not plain.isdigit()

    def _of(self, sentence: str) -> frozenset[str]:
        """Return the words that carry the matter of a sentence, cut to their stems."""
        return frozenset(_stem(w) for w in _WORD.findall(sentence) if self.carries(w))

    def one(self, first: str, second: str) -> bool:
        """Say whether two sentences are on one matter."""
        a, b = self.of(first), self.of(second)
        shared = len(a & b)
        return shared >= FEWEST_SHARED and shared >= LEAST_SHARED * min(len(a), len(b))

    def compare(self, earlier: str, later: str) -> Wording:
        """Hold the words of a later sentence against those of an earlier one."""
        before, now = earlier.split(), later.split()
        matcher = SequenceMatcher(None, list(map(_bare, before)), list(map(_bare, now)), False)
        runs = tuple(_runs(matcher, before, now))
        kept = sum(len(run.text.split()) for run in runs if run.how is How.KEPT)
        return Wording(
            runs=runs,
            new=self._told_apart(later, self.of(earlier)),
            dropped=self._told_apart(earlier, self.of(later)),
            legible=kept >= LEGIBLE * max(len(before), len(now)),
        )

    def _told_apart(self, sentence: str, others: frozenset[str]) -> tuple[str, ...]:
        words = dict.fromkeys(w for w in _WORD.findall(sentence) if self.carries(w))
        return tuple(w for w in words if _stem(w) not in others)


def _runs(matcher: "SequenceMatcher[str]", before: list[str], now: list[str]) -> Iterator[Run]:
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield Run(How.KEPT, " ".join(now[first:last]))
            continue
        if end > start:
            yield Run(How.DROPPED, " ".join(before[start:end]))
        if last > first:
            yield Run(How.NEW, " ".join(now[first:last]))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _stem(word: str) -> str:
    """Cut a word so that its forms are alike: "sign", "signed" and "signing"."""
    return _ENDING.sub("", _plain(word))[:STEM]


def _bare(word: str) -> str:
    """Strip what punctuation stands around a word."""
    return word.casefold().strip(".,;:!?\"'“”‘’«»()[]…—–")
