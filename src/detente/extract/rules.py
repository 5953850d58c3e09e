"""Rules that a word sets off, and which of them to ask of a word: most words set off none."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Generic, TypeVar

from detente.extract.reading import Reading
from detente.model.annotation import Token

F = TypeVar("F")
Read = Callable[[Reading, Token], F | None]


class Rule(Generic[F]):
    """A rule that only words of some lemmas set off; of any other word it makes nothing."""

    def __init__(self, words: Callable[[], AbstractSet[str]], read: Read[F]) -> None:
        self._words = words
        self.read = read
        self.__doc__ = read.__doc__

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the lemmas that set it off; they are asked for when the first text is read."""
        return frozenset(self._words())

    def __call__(self, reading: Reading, token: Token) -> F | None:
        """Return what the rule makes of a word."""
        return self.read(reading, token) if token.lemma in self.words else None


def set_off_by(words: Callable[[], AbstractSet[str]]) -> Callable[[Read[F]], Rule[F]]:
    """Let a rule be asked only of words whose lemma is one of these."""

    def rule(read: Read[F]) -> Rule[F]:
        return Rule(words, read)

    return rule


class FirstOf(Generic[F]):
    """Rules of which the first that makes anything of a word counts."""

    def __init__(self, *rules: Read[F]) -> None:
        self._rules = rules

    def __call__(self, reading: Reading, token: Token) -> F | None:
        """Return what the first rule makes of a word that makes anything of it."""
        for read in self._by_word.get(token.lemma, self._of_any_word):
            if found := read(reading, token):
                return found
        return None

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the lemmas that set off a rule."""
        return frozenset().union(*(r.words for r in self._rules if isinstance(r, Rule)))

    @cached_property
    def _of_any_word(self) -> tuple[Read[F], ...]:
        return tuple(r for r in self._rules if not isinstance(r, Rule))

    @cached_property
    def _by_word(self) -> dict[str, tuple[Read[F], ...]]:
        return {word: tuple(_for_word(self._rules, word)) for word in self.words}


def _for_word(rules: Iterable[Read[F]], word: str) -> Iterable[Read[F]]:
    for rule in rules:
        if not isinstance(rule, Rule):
            yield rule
        elif word in rule.words:
            yield rule.read
