"""How a report, or an article, finds those that it may belong with, without a look at all the others.

A report lies under some keys in a window of days, and seeks under keys in the same window. What one finds
the other would find too, so it does not matter which came first. ``pairs_in_reach`` asks that of a list;
the record keeps the same keys in a table and asks it by index.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from detente.merge.blocking import AT_ANY_TIME, NEAR_DAYS, blocks_of
from detente.merge.plans import plan_reach
from detente.merge.traits import Traits

_WHENEVER = (0, 0)  # a window that all share
EVER = (NEAR_DAYS, date.max.toordinal())  # the window of what may have been on any day

Key = int


class Reach(NamedTuple):
    """A key under which a report is found, and the one under which it finds others; windows meet.

    The two keys differ where only reports of two sorts are to meet: a plan, and the word that it is off.
    """

    key: Key
    seeks: Key
    first: int
    last: int


def reaches(one: Traits) -> tuple[Reach, ...]:
    """Return where a report is found and where it seeks, each once."""
    found: set[Reach] = set()
    for block in blocks_of(one):
        timed = block[1] not in AT_ANY_TIME
        window = one.window if timed else _WHENEVER
        if block[1] == "about" and window is None:
            window = EVER
        key = key_of(*block, "no window" if timed and window is None else "")
        first, last = window or _WHENEVER
        found.add(Reach(key, key, first - (NEAR_DAYS if timed else 0), last))
    if (plan := plan_reach(one)) is not None:
        role, other, (first, last) = plan
        found.update(Reach(key_of(role, s), key_of(other, s), first, last) for s in one.sides)
    return tuple(sorted(found))


def pairs_in_reach(found: Sequence[Iterable[Reach]], *, at_least: int = 1) -> list[tuple[int, int]]:
    """Return the pairs of indices that find each other under so many keys, each once, in ascending order."""
    under: dict[Key, list[tuple[int, int, int]]] = defaultdict(list)
    sought: dict[Key, Key] = {}
    for index, some in enumerate(found):
        for reach in some:
            under[reach.key].append((reach.first, reach.last, index))
            sought[reach.key] = reach.seeks
    for members in under.values():
        members.sort()
    pairs: Counter[tuple[int, int]] = Counter()
    for key, other in sought.items():
        if key <= other and other in under:
            pairs.update(_meeting(under[key], under[other]))
    return sorted(pair for pair, keys in pairs.items() if keys >= at_least)


def _meeting(
    ours: Sequence[tuple[int, int, int]], theirs: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose windows meet: for each the windows that begin in it, from both sides."""
    starts = [[m[0] for m in members] for members in (ours, theirs)]
    for near, far, begins in ((ours, theirs, starts[1]), (theirs, ours, starts[0])):
        for place, (first, last, index) in enumerate(near):
            begin = place + 1 if ours is theirs else bisect_right(begins, first - 1)
            for _, _, other in far[begin : bisect_right(begins, last)]:
                yield min(index, other), max(index, other)
        if ours is theirs:
            break


def key_of(*words: str) -> Key:
    """Shorten a key to a number that fits in a column; that two meet by chance is not to be expected."""
    digest = blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
