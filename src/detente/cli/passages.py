"""A paragraph of an article with its marked passages, told apart without colour too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.cli.sheet import Piece, Sheet

if TYPE_CHECKING:
    from detente.query import Passage


def put_passage(sheet: Sheet, passage: "Passage", *, indent: int) -> None:
    """Write a paragraph, its passages between » and «."""
    sheet.prose(_pieces(passage), indent=indent)


def _pieces(passage: "Passage") -> Iterator[Piece]:
    at = 0
    for start, end in passage.marks:
        yield passage.text[at:start]
        yield f"»{passage.text[start:end]}«", "bold"
        at = end
    yield passage.text[at:]
