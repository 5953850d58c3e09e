"""An annotated document as a tree: what hangs from each token and how, and what a sentence holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from detente.model.annotation import AnnotatedDocument, Sentence, Token

_CLAIM_WORDS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV"})


@dataclass
class Tree:
    """An annotated document and its tokens, by what they hang from."""

    doc: AnnotatedDocument
    is_settled: bool = field(default=False, init=False)  # whether it is known who says what

    @cached_property
    def answers(self) -> defaultdict[str, dict[int, Any]]:
        """Keep what was answered of each token, by the question."""
        return defaultdict(dict)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the document."""
        return self.doc.tokens

    @cached_property
    def document_id(self) -> str:
        """Return the document's id, which is a hash of all that it says."""
        return self.doc.document.id

    @cached_property
    def text(self) -> str:
        """Return the stored text."""
        return self.doc.document.text

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """Return the verbs that head a clause."""
        return tuple(
            t for t in self.tokens if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass"}
        )

    @cached_property
    def claim_words(self) -> tuple[Token, ...]:
        """Return the words that a claim can turn on: verbs, nouns, adjectives and adverbs."""
        return tuple(t for t in self.tokens if t.pos in _CLAIM_WORDS)

    @cached_property
    def below(self) -> tuple[list[Token], ...]:
        """Return for each token the tokens that hang from it, in order."""
        below: tuple[list[Token], ...] = tuple([] for _ in self.tokens)
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return below

    @cached_property
    def _below_by_dep(self) -> tuple[dict[str, list[Token]], ...]:
        """Keep for each token what hangs from it, by the way in which it does."""
        kept: tuple[dict[str, list[Token]], ...] = tuple({} for _ in self.tokens)
        for token in self.tokens:
            if token.head != token.i:
                kept[token.head].setdefault(token.dep, []).append(token)
        return kept

    def children(self, i: int, *deps: str) -> list[Token]:
        """Return the tokens that hang from ``i`` by one of ``deps``, in order."""
        kept = self._below_by_dep[i]
        if not kept:
            return []
        if len(deps) == 1:  # most ask so, and often
            return [*kept.get(deps[0], ())]
        if kept.keys().isdisjoint(deps):
            return []
        return [t for t in self.below[i] if t.dep in deps]

    @cached_property
    def _quoted(self) -> bytearray:
        """Mark the offsets of the text that stand between quotation marks."""
        marks = bytearray(len(self.text))
        for quotation in self.doc.quotations:
            marks[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)
        return marks

    def is_quoted(self, offset: int) -> bool:
        """Say whether an offset stands between quotation marks."""
        return bool(self._quoted[offset])

    @cached_property
    def _lemmas(self) -> dict[int, frozenset[str]]:
        return {}

    def tells_none_of(self, i: int, words: frozenset[str]) -> bool:
        """Say whether the sentence of a token has none of these lemmas: then nothing in it need be looked at."""
        sentence = self.sentence(i)
        lemmas = self._lemmas.get(sentence.index)
        if lemmas is None:
            lemmas = frozenset(t.lemma for t in self.tokens[sentence.first : sentence.last])
            self._lemmas[sentence.index] = lemmas
        return lemmas.isdisjoint(words)

    def has(self, i: int, words: Iterable[str], *deps: str) -> bool:
        """Say whether a token of these lemmas hangs from ``i`` (by one of ``deps``)."""
        below = self.children(i, *deps) if deps else self.below[i]
        if not below:
            return False
        wanted = frozenset(words)
        return any(t.lemma in wanted or t.text.lower() in wanted for t in below)

    def sentence(self, i: int) -> Sentence:
        """Return the sentence of a token."""
        return self.doc.sentence_of[i]
