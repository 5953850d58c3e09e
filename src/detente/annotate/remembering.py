"""The model's rules of tags, asked once for each kind of token.

The library holds each token against all of the model's rules, a seventh of the time that the model takes.
What a rule of one token answers hangs only on what it names, so that the answer can be kept.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_NAMES = ("LOWER", "TAG", "DEP", "IS_SPACE")
_LISTED = ({"IN"}, {"REGEX"})
_Key = tuple[int, int, int, int]
_Match = tuple[int, int, int]  # a rule, its first token and its last (exclusive)
_TokenPattern = Mapping[str, Any]


class _Answer(NamedTuple):
    """The rules of one token that match, and whether a longer one may."""

    rules: tuple[int, ...]
    is_hint: bool


class RememberingMatcher:
    """Stands in for the matcher of a ruler and finds the same."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        self.library = ruler.matcher
        self._single, self._longer = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._hints = Matcher(ruler.vocab)  # one token of each longer pattern
        self._strings = ruler.vocab.strings
        self._alike: dict[int, int] = {}  # grows with the vocabulary, as the library's own does
        self._answers: dict[_Key, _Answer] = {}
        named: list[str] = []
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            if all(len(p) == 1 and _is_plain(p[0]) for p in patterns):
                self._single.add(str(number), patterns)
            else:
                self._longer.add(str(number), patterns)
                self._hints.add(str(number), [[dict(_hint(p))] for p in patterns])
            named.extend(_words(token) for p in patterns for token in p if _is_plain(token))
        self._named = re.compile("|".join(filter(None, named)))

    def __call__(self, doc: "Doc", *, allow_missing: bool, **_: bool) -> list[_Match]:
        """Find what the ruler asks of a matcher."""
        names: Any = list(_NAMES)
        found: list[_Match] = []
        is_hinted = False
        for i, (word, *others) in enumerate(doc.to_array(names).tolist()):
            alike = self._alike.get(word)
            key = (self._likened(word) if alike is None else alike, *others)
            answer = self._answers.get(key) or self._ask(doc, i, key)
            for rule in answer.rules:
                found.append((rule, i, i + 1))
            is_hinted = is_hinted or answer.is_hint
        return [*found, *self._longer(doc, allow_missing=allow_missing)] if is_hinted else found

    def _likened(self, word: int) -> int:
        """Return what stands for a word among the keys: all that no rule names are alike."""
        self._alike[word] = word if self._named.search(self._strings[word]) else 0
        return self._alike[word]

    def _ask(self, doc: "Doc", i: int, key: _Key) -> _Answer:
        token = doc[i : i + 1]
        rules = tuple(rule for rule, _, _ in self._single(token, allow_missing=True))
        self._answers[key] = _Answer(rules, bool(self._hints(token, allow_missing=True)))
        return self._answers[key]


def _is_plain(token: _TokenPattern) -> bool:
    """Say whether a rule asks of a token only what answers are kept by."""
    word = token.get("LOWER", "")
    return (isinstance(word, str) or set(word) in _LISTED) and set(token) <= set(_NAMES)


def _hint(pattern: Sequence[_TokenPattern]) -> _TokenPattern:
    """Return a token that a text must have for a longer pattern to match; any token where none is plain."""
    return next(filter(_is_plain, pattern), {})


def _words(token: _TokenPattern) -> str:
    """Return an expression for the words that a rule names; an empty one where it names none."""
    word = token.get("LOWER", {})
    asked: Mapping[str, Any] = {"IN": [word]} if isinstance(word, str) else word
    listed = [f"^{re.escape(one)}$" for one in asked.get("IN", ())]
    return "|".join([*listed, asked["REGEX"]] if "REGEX" in asked else listed)
