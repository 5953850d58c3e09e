"""Words of the language as data: each group has a definition and an example, checked when loaded.

A table is a TOML file beside this one: ``[[group]]`` with ``name``, ``definition``, ``example``,
``words`` and, where the group says more, string or boolean ``traits`` that all its words share.
"""

import re
import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any, TypeVar

S = TypeVar("S")
T_co = TypeVar("T_co", covariant=True)


class Words(frozenset[T_co]):
    """The words of a group. Sets of them are joined once and kept, since a rule asks for them at each word."""

    __slots__ = ()

    def __or__(self, other: AbstractSet[S]) -> frozenset[T_co | S]:
        return _joined(self, other if isinstance(other, frozenset) else frozenset(other))

    def __sub__(self, other: AbstractSet[object]) -> frozenset[T_co]:
        return _without(self, other if isinstance(other, frozenset) else frozenset(other))


@lru_cache(maxsize=4096)
def _joined(one: frozenset[Any], other: frozenset[Any]) -> Words[Any]:
    return Words(one.union(other))


@lru_cache(maxsize=4096)
def _without(one: frozenset[Any], other: frozenset[Any]) -> Words[Any]:
    return Words(one.difference(other))


@dataclass(frozen=True)
class Group:
    """A named group of words; ``phrases`` are the entries of more than one word, split."""

    name: str
    definition: str
    example: str
    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()
    traits: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, word: str) -> bool:
        return word in self.words

    def begun_by(self, *forms: str) -> tuple[tuple[str, ...], ...]:
        """Return the phrases whose first word is one of ``forms``."""
        firsts = self._by_first
        if firsts.keys().isdisjoint(forms):
            return ()
        return tuple(p for form in dict.fromkeys(forms) for p in firsts.get(form, ()))

    @cached_property
    def openings(self) -> frozenset[str]:
        """Return the words that an entry of the group begins with."""
        return self.words | {phrase[0] for phrase in self.phrases}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds an entry of the group as whole words in a text that is in lower case."""
        entries = sorted((*self.words, *map(" ".join, self.phrases)))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, entries))})\b")

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase[0], []).append(phrase)
        return found


class Table(dict[str, Group]):
    """The groups of one file. ``table["title"]`` gives a group; ``find`` the first group with a word.

    A ``dict``, since every rule looks groups up for every word; ``in`` asks for a word and not for a group.
    """

    def __init__(self, name: str, groups: Mapping[str, Group]) -> None:
        super().__init__(groups)
        self.name = name
        self.groups = groups

    def find(self, word: str) -> Group | None:
        """Return the first group that holds ``word``."""
        return self._by_word.get(word)

    @cached_property
    def _by_word(self) -> dict[str, Group]:
        return {w: g for g in reversed(tuple(self.groups.values())) for w in g.words}

    def __contains__(self, word: object) -> bool:
        return word in self._by_word

    @cached_property
    def last_words(self) -> frozenset[str]:
        """Return the words that entries end with: a noun that is none of them stands in no group."""
        groups = self.groups.values()
        return frozenset(w for g in groups for w in (*g.words, *(p[-1] for p in g.phrases)))

    @cached_property
    def every_word(self) -> frozenset[str]:
        """Return all words of all entries."""
        groups = self.groups.values()
        return frozenset(w for g in groups for w in (*g.words, *(w for p in g.phrases for w in p)))


@cache
def load_table(name: str) -> Table:
    """Load and check the table ``name``; raise ``ValueError`` where a group is not whole."""
    text = resources.files("detente.lexicon").joinpath(f"{name}.toml").read_text("utf-8")
    groups: dict[str, Group] = {}
    for raw in tomllib.loads(text)["group"]:
        group = _group(name, raw)
        if group.name in groups:
            raise ValueError(f"{name}.toml: the group {group.name!r} stands twice")
        groups[group.name] = group
    return Table(name, groups)


def _group(table: str, raw: Mapping[str, object]) -> Group:
    for key in ("name", "definition", "example", "words"):
        if not raw.get(key):
            raise ValueError(f"{table}.toml: group {raw.get('name')!r} lacks {key}")
    words = raw["words"]
    if not isinstance(words, list) or any(w != w.strip().lower() for w in words):
        raise ValueError(f"{table}.toml: words of {raw['name']!r} must be lower case and trimmed")
    traits = raw.get("traits", {})
    return Group(
        str(raw["name"]),
        str(raw["definition"]),
        str(raw["example"]),
        Words(w for w in words if " " not in w),
        tuple(sorted(tuple(w.split()) for w in words if " " in w)),
        dict(traits) if isinstance(traits, dict) else {},
    )
