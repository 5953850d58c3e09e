"""The library's words as our own tokens. What a word is written and parsed as is spelled out once and kept."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from detente.lexicon import load_table
from detente.model.annotation import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_ASKED = ("ORTH", "LEMMA", "POS", "TAG", "DEP")
_MOST_WORDS = 50_000
_PARTED = frozenset({"fire", "fires"})


class Spelling(NamedTuple):
    """What one word is, wherever it stands."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_space: bool
    may_end: bool  # "cease-fire"


class Words:
    """The words of a paragraph that count behind ``base`` others, its blanks left out."""

    def __init__(self, doc: "Doc", *, base: int) -> None:
        self._spellings = _spellings(doc)
        kept = (n for n, word in enumerate(self._spellings) if not word.is_space)
        self._index = dict(zip(kept, count(base), strict=False))
        self._doc = doc

    def tokens(self, offset: int) -> Iterator[Token]:
        """Give the tokens of the paragraph that stands at an offset of the text."""
        names: Any = ["IDX", "HEAD"]
        places = self._doc.to_array(names).view(np.int64).tolist()
        for n, i in self._index.items():
            text, lemma, pos, tag, dep, _, ends = self._spellings[n]
            start, head = offset + places[n][0], n + places[n][1]
            while head not in self._index and places[head][1]:
                head += places[head][1]
            if ends and _is_parted(self._doc, n):
                lemma = "ceasefire"
            yield Token(
                i, text, start, start + len(text), lemma, pos, tag, dep, self._index.get(head, i)
            )

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first token of a span of the paragraph and the one behind the last."""
        inside = [self._index[n] for n in range(start, end) if n in self._index]
        return (inside[0], inside[-1] + 1) if inside else None


def _spellings(doc: "Doc") -> list[Spelling]:
    names: Any = list(_ASKED)
    rows = doc.to_array(names)
    written, size = rows.tobytes(), rows.shape[1] * rows.itemsize
    known = _known(doc.vocab)
    if len(known) > _MOST_WORDS:
        known.clear()
    keys = (written[at : at + size] for at in range(0, len(written), size))
    return [known.get(key) or _spell(known, key, doc[n]) for n, key in enumerate(keys)]


@lru_cache(maxsize=2)
def _known(vocab: object) -> dict[bytes, Spelling]:  # noqa: ARG001 - the numbers of words are those of a vocabulary
    """Return the words that were spelled out of a vocabulary, by their numbers."""
    return {}


def _spell(known: dict[bytes, Spelling], key: bytes, token: "SpacyToken") -> Spelling:
    right = load_table("lemmas").find(token.lower_)
    # a proper noun's own form may be that of a common noun: "the Talks"
    lemma = right.name if right and token.pos_ != "PROPN" else token.lemma_.lower()
    known[key] = Spelling(
        token.text, lemma, token.pos_, token.tag_, token.dep_,
        token.is_space, token.lower_ in _PARTED,
    )  # fmt: skip
    return known[key]


def _is_parted(doc: "Doc", n: int) -> bool:
    """Say whether a word is the end of "cease-fire", which is three."""
    return n > 1 and doc[n - 2 : n].text.lower() == "cease-"
