"""Ids in parts that fit in a statement."""

from collections.abc import Collection, Iterator
from typing import TypeVar

T = TypeVar("T", str, int)

_MANY = 500  # ids in one statement: well under the limits of every SQLite


def in_parts(names: Collection[T]) -> Iterator[list[T]]:
    """Cut ids into parts that fit in a statement."""
    ordered = list(names)
    for first in range(0, len(ordered), _MANY):
        yield ordered[first : first + _MANY]
