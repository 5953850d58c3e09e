"""The words that carry what a passage says, each weighed by how rare it is in the news.

The weights stand in a table and not in the record, so that what two passages share hangs on these two alone.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from detente.lexicon import load_table

RARE = 1.0  # of a word that no group of the table holds

# of the table of incidents, the groups whose words name what was done; the noun, then what is like it
ACTS = (
    "kill",
    "fight",
    "seize",
    "mobilize",
    "expel",
    "detain",
    "destroy",
    "protest",
    "sanction",
    "close",
    "assault",
)

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_CLIPPED = re.compile(r"(?:n[’']t|[’'](?:s|d|ll|m|re|ve))\b")  # "doesn't", "Baku's"
_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ied", "ies", "ers",
    "ed", "es", "er", "ly", "e", "y", "s",
)  # fmt: skip
_SHORTEST = 3
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=4096)  # a passage is held against many
def stems(text: str) -> Mapping[str, str]:
    """Return the stems of the words that say something, each with a word that has it."""
    found: dict[str, str] = {}
    for word in _WORD.findall(_CLIPPED.sub("", text.casefold())):
        if weight_of(one := stem(word)) > 0:
            found.setdefault(one, word)
    return MappingProxyType(found)


@cache
def stem(word: str) -> str:
    """Cut the ending off a word in lower case, so that "signed" and "signing" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


@cache
def weight_of(one: str) -> float:
    """Return how much a stem tells: nothing where it is a small word, ``RARE`` where it is rare."""
    return _weights().get(one, RARE)


@cache
def _weights() -> Mapping[str, float]:
    groups = load_table("common").groups.values()
    return {stem(word): float(g.traits["weight"]) for g in reversed([*groups]) for word in g.words}


@cache
def words_of_promising() -> frozenset[str]:
    """Return the stems by which a side binds itself, whatever it is to do."""
    groups = load_table("stance").groups.values()
    return frozenset(stem(w) for g in groups if "strength" in g.traits for w in g.words)


@cache
def acts_of_force() -> Mapping[str, str]:
    """Return the stems of the words by which an incident is told, each with the group that it is of."""
    groups = load_table("incidents").groups
    return MappingProxyType({stem(w): n for n in reversed(ACTS) for w in groups[n].words})


def weigh(some: Iterable[str]) -> float:
    """Add up the weights of some stems."""
    return sum(map(weight_of, some))


def share_of(first: Collection[str], second: Collection[str]) -> float:
    """Return what part of the shorter one's weight both have."""
    least = min(weigh(first), weigh(second))
    return weigh(s for s in first if s in second) / least if least else 0.0
