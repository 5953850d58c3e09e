"""All rows of a filter, where a page shows one part of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from detente.web.address import Address
from detente.web.answer import Row, Whole

T = TypeVar("T")

MOST_COUNTED = 1_000  # rows; to count more under a filter takes longer than a page may
PART = 500  # rows that are in memory at a time


def whole_of(
    address: Address,
    things: Callable[[], Iterator[T]],
    *,
    cells: Callable[[T], Row],
    shape: Callable[[T], object],
    shown: int,
    count: Callable[[int], int | None] | None,
) -> Whole:
    """Give all rows of a filter of which ``shown`` stand on this page; ``count`` counts them up to a number.

    It is ``None`` where no more follow, and the pages so far tell how many there are. It may return ``None``, and
    nobody has counted.
    """
    if count is None:
        known = address.offset + shown if shown or address.offset == 0 else None
        return Whole(things=things, cells=cells, shape=shape, count=known)
    found = count(MOST_COUNTED + 1)
    known = None if found is None else min(found, MOST_COUNTED)
    more = found is not None and found > MOST_COUNTED
    return Whole(things=things, cells=cells, shape=shape, count=known, more=more)


def in_parts(fetch: Callable[[int, int], Sequence[T]]) -> Iterator[T]:
    """Yield all things of a list that ``fetch`` gives by limit and offset."""
    offset = 0
    while part := fetch(PART, offset):
        yield from part
        offset += len(part)
        if len(part) < PART:
            return
