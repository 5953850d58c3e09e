"""One entry of a kind for one passage."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from detente.extract.reading import Reading
from detente.model.annotation import Token
from detente.model.entry import Entry

E = TypeVar("E", bound=Entry)

VERBAL = frozenset({"VERB", "AUX"})


def first_of(
    rules: Sequence[Callable[[Reading, Token], E | None]], reading: Reading, token: Token
) -> E | None:
    """Return what the first rule makes of a word that makes anything of it."""
    for rule in rules:
        if found := rule(reading, token):
            return found
    return None


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
