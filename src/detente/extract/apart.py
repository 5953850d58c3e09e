"""One entry of a kind for one passage."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from detente.model.entry import Entry

E = TypeVar("E", bound=Entry)

VERBAL = frozenset({"VERB", "AUX"})


def apart(found: Iterable[E | None]) -> Iterator[E]:
    """Give the entries whose passages do not overlap an earlier one's."""
    taken: list[tuple[int, int]] = []
    for entry in found:
        if entry is None:
            continue
        start, end = entry.evidence[0].start, entry.evidence[0].end
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield entry
