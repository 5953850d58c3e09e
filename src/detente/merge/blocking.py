"""Which reports are worth a comparison: those that share a day, a side near in time, a place or a document.

Of promises those of one side that share two words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from detente.merge.traits import Traits
from detente.model.entry import Kind

Block = tuple[str, ...]

NEAR_DAYS = 3  # a meeting's day slips by that much between plan, start and report
WIDE_DAYS = 62  # a wider range ("in 2020") meets too much of the record to be sought by side alone


def candidate_pairs(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Return the pairs of indices to compare, each once, in ascending order.

    Whether two reports are compared depends on these two alone.
    """
    blocks: dict[Block, list[int]] = defaultdict(list)
    for index, one in enumerate(traits):
        for block in _blocks(one):
            blocks[block].append(index)
    pairs: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        if block[1] in ("document", "range"):
            pairs.update(combinations(members, 2))
        else:
            pairs.update(_near_in_time(members, traits))
    return sorted(pairs)


def _blocks(one: Traits) -> Iterator[Block]:
    kind = one.kind.value
    yield kind, "document", one.report.document.id
    if one.report.document.copy_group:
        yield kind, "document", one.report.document.copy_group
    if one.kind is Kind.COMMITMENT:
        pairs = combinations(sorted(one.stems), 2)
        yield from (
            (kind, "bound", side, *pair) for side, pair in product(sorted(one.sides), pairs)
        )
        return
    if one.place:
        yield kind, "place", one.place.id
    wide = one.window is None or one.window[1] - one.window[0] > WIDE_DAYS
    if one.dated:
        among = sorted(one.sides) if wide else []
        yield kind, "range", str(one.first), str(one.last), *among
    if not wide:
        for side in sorted(one.sides):
            yield kind, "side", side


def _near_in_time(members: Sequence[int], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Sweep over the windows in time; those with no window at all have only each other."""
    timed = sorted((window, i) for i in members if (window := traits[i].window) is not None)
    for position, ((_, last), i) in enumerate(timed):
        for (first, _), j in timed[position + 1 :]:
            if first > last + NEAR_DAYS:
                break
            yield min(i, j), max(i, j)
    yield from combinations([i for i in members if traits[i].window is None], 2)
