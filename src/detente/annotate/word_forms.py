"""Part of speech, morphology and lemma of each word, as the model's ruler and lemmatizer give them.

The library holds each word against all of the model's rules of tags, a seventh of the time that the model takes,
and then looks for its lemma. What a rule of one word answers hangs only on what it names, and the lemma only on
that and the word itself, so that both can be kept.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc, Token
    from spacy.tokens.morphanalysis import MorphAnalysis

NAME = "word_forms"
_NAMES = ("LOWER", "TAG", "DEP", "IS_SPACE")  # what a rule may name for its answer to be kept
_KNOWN_BY = ("ORTH", "TAG", "DEP")  # all that the rest hangs on
_MOST_WORDS = 100_000
_LISTED = ({"IN"}, {"REGEX"})
_TokenPattern = Mapping[str, Any]


class _Ruled(NamedTuple):
    """What the ruler makes of a word; most have their lemma from the lemmatizer, and none here."""

    tag: int
    pos: int
    morph: "MorphAnalysis"
    lemma: int


class WordForms:
    """Stands in for the ruler and the lemmatizer and sets the same."""

    def __init__(self, ruler: "AttributeRuler", lemmatizer: "Lemmatizer") -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._kinds = _Kinds(ruler)
        self._ruled: dict[int, _Ruled] = {}  # by the number of a kind
        self._lemmas: dict[tuple[int, int], int] = {}  # grows with the vocabulary
        self._known: dict[bytes, _Ruled] = {}  # by the word, its tag and its role

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the forms of every word."""
        words = _rows(doc, _KNOWN_BY)
        known = list(map(self._known.get, words))
        if None in known:
            kinds = self._kinds.of(doc)
            words = self._with_company(words, kinds)
            known = list(map(self._known.get, words))
            if None in known:
                return self._ask(doc, words, kinds)
        for token, forms in zip(doc, known, strict=True):
            if forms is not None:
                token.tag, token.pos, token.morph, token.lemma = forms
        return doc

    def _with_company(self, words: list[bytes], kinds: Sequence["_Kind"]) -> list[bytes]:
        """Name a word by its neighbours, too, where a rule of several words may begin or end with it."""
        found = list(words)
        reach = self._kinds.longest - 1
        for i in (n for n, kind in enumerate(kinds) if kind.is_hint):
            for j in range(i, min(i + reach + 1, len(words))):
                found[j] += b"|%d|" % (j - i) + b"".join(words[i : i + reach + 1])
        return found

    def _ask(self, doc: "Doc", words: list[bytes], kinds: Sequence["_Kind"]) -> "Doc":
        """Have the forms set by the model's own components, and keep them."""
        if any(kind.is_hint for kind in kinds):
            self._lemmatizer(self._ruler(doc))
        else:
            self._set_alone(doc, kinds)
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        for token, word in zip(doc, words, strict=True):
            self._known[word] = _Ruled(token.tag, token.pos, token.morph, token.lemma)
        return doc

    def _set_alone(self, doc: "Doc", kinds: Sequence["_Kind"]) -> None:
        if any(kind.number not in self._ruled for kind in kinds):
            for token, kind in zip(self._ruler(doc), kinds, strict=True):
                ruled = _Ruled(token.tag, token.pos, token.morph, token.lemma)
                self._ruled[kind.number] = ruled
        for token, kind in zip(doc, kinds, strict=True):
            ruled = self._ruled[kind.number]
            token.tag, token.pos, token.morph, token.lemma = ruled
            if not ruled.lemma:
                key = (token.orth, kind.number)
                token.lemma = self._lemmas.get(key) or self._lemma(token, key)

    def _lemma(self, token: "Token", key: tuple[int, int]) -> int:
        self._lemmas[key] = token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return self._lemmas[key]


def _rows(doc: "Doc", names: Sequence[str]) -> list[bytes]:
    """Return what is named of each word as bytes, which can be looked up."""
    asked: Any = list(names)
    table = doc.to_array(asked)
    written, size = table.tobytes(), table.shape[1] * table.itemsize
    return [written[at : at + size] for at in range(0, len(written), size)]


@Language.factory(NAME)
def word_forms(nlp: Language, name: str) -> WordForms:  # noqa: ARG001 - the library passes it by name
    """Make the component from the two that it stands in for."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return WordForms(ruler, lemmatizer)


class _Kind(NamedTuple):
    """Words that are alike to every rule of one word; ``is_hint``: a rule of several may begin to match."""

    number: int
    is_hint: bool


class _Kinds:
    """Tells which words are alike to the rules of a ruler."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        self._hints = Matcher(ruler.vocab)  # one word of each rule of several
        self._strings = ruler.vocab.strings
        self._alike: dict[int, int] = {}  # grows with the vocabulary, as the library's own does
        self._known: dict[tuple[int, ...], _Kind] = {}
        named: list[str] = []
        self.longest = 1  # words of a rule
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            if not all(len(p) == 1 and _is_plain(p[0]) for p in patterns):
                self._hints.add(str(number), [[dict(_hint(p))] for p in patterns])
                self.longest = max(self.longest, *map(_length, patterns))
            named.extend(_words(token) for p in patterns for token in p if _is_plain(token))
        self._named = re.compile("|".join(filter(None, named)))

    def of(self, doc: "Doc") -> list[_Kind]:
        """Return the kind of each word."""
        names: Any = list(_NAMES)
        found: list[_Kind] = []
        for i, (word, *others) in enumerate(doc.to_array(names).tolist()):
            alike = self._alike.get(word)
            key = (self._likened(word) if alike is None else alike, *others)
            found.append(self._known.get(key) or self._ask(doc, i, key))
        return found

    def _likened(self, word: int) -> int:
        """Return what stands for a word among the keys: all that no rule names are alike."""
        self._alike[word] = word if self._named.search(self._strings[word]) else 0
        return self._alike[word]

    def _ask(self, doc: "Doc", i: int, key: tuple[int, ...]) -> _Kind:
        is_hint = bool(self._hints(doc[i : i + 1], allow_missing=True))
        self._known[key] = _Kind(len(self._known), is_hint)
        return self._known[key]


def _is_plain(token: _TokenPattern) -> bool:
    """Say whether a rule asks of a word only what answers are kept by."""
    word = token.get("LOWER", "")
    return (isinstance(word, str) or set(word) in _LISTED) and set(token) <= set(_NAMES)


def _hint(pattern: Sequence[_TokenPattern]) -> _TokenPattern:
    """Return the word that a longer pattern begins with; any word where that is not plain."""
    return pattern[0] if _is_plain(pattern[0]) else {}


def _length(pattern: Sequence[_TokenPattern]) -> int:
    """Return how many words a pattern can match; as many as there are where one may come again."""
    return sys.maxsize if any("OP" in token for token in pattern) else len(pattern)


def _words(token: _TokenPattern) -> str:
    """Return an expression for the words that a rule names; an empty one where it names none."""
    word = token.get("LOWER", {})
    asked: Mapping[str, Any] = {"IN": [word]} if isinstance(word, str) else word
    listed = [f"^{re.escape(one)}$" for one in asked.get("IN", ())]
    return "|".join([*listed, asked["REGEX"]] if "REGEX" in asked else listed)
