"""Near copies of one text, found by the runs of words that they share."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

SHINGLE_WORDS = 5  # a copy that was cut or given a new lede keeps most of its runs of five words
COPY_SHARE = 0.7  # of the shorter text's shingles: a copy is often cut short
LEAST_LENGTH = 0.35  # of the longer one: a weekly round-up that holds a dispatch is no copy of it
SHORTEST = 12  # shingles; shorter texts share set phrases and are copies only when equal
FEWEST_SHARED = int(SHORTEST * COPY_SHARE)  # fewer cannot make a copy
COMMON = 50  # of a shingle in more texts, only neighbours are compared: enough to chain a group of copies

_WORD = re.compile(r"\w+")


def fold_copies(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Name the group of near copies that each text belongs to: the smallest id among them.

    Every id of ``texts`` is in the answer; a text without copies is a group of its own. The answer
    depends on the texts alone and not on their order.
    """
    first_of: dict[str, str] = {}
    for name in sorted(texts):
        first_of.setdefault(texts[name], name)
    shingles = {name: _shingles(texts[name]) for name in sorted(first_of.values())}
    group = {name: first_of[text] for name, text in texts.items()}
    for first, second in _sharing(shingles):
        one, other = _root(group, first), _root(group, second)
        if one != other and _near(shingles[first], shingles[second]):
            group[max(one, other)] = min(one, other)
    return {name: _root(group, name) for name in group}


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    starts = range(len(words) - SHINGLE_WORDS + 1)
    # 32 bits a shingle: a chance collision adds one of the many that a copy must share
    return frozenset(
        zlib.crc32(" ".join(words[i : i + SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        for i in starts
    )


def _sharing(shingles: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that share enough runs to be worth a comparison."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name, runs in shingles.items():
        for run in runs:
            holders[run].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        shared.update(combinations(names, 2) if len(names) <= COMMON else pairwise(names))
    yield from sorted(pair for pair, count in shared.items() if count >= FEWEST_SHARED)


def _near(first: frozenset[int], second: frozenset[int]) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= max(SHORTEST, LEAST_LENGTH * longer) and (
        len(first & second) >= COPY_SHARE * shorter
    )


def _root(group: Mapping[str, str], name: str) -> str:
    while group[name] != name:
        name = group[name]
    return name
