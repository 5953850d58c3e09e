"""What a measurement gives: tables of numbers, each with a key by which a floor can hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Number = float | int


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers under the names of their columns; a column that is left out was not measured."""

    label: str
    values: Mapping[str, Number]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``misses`` are the lines that an author of rules reads; they are not kept."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    skipped: str = ""
    misses: tuple[str, ...] = field(default=(), repr=False)

    def keyed(self) -> Iterator[tuple[str, Number]]:
        """Give each number with its key: ``cases/all kinds/F1``."""
        for row in self.rows:
            for column, value in row.values.items():
                yield f"{self.id}/{row.label}/{column}", value


def skipped(table: str, title: str, why: str) -> Table:
    """Build the table of a section whose data is not here."""
    return Table(table, title, (), (), skipped=why)


def harmonic(precision: float, recall: float) -> float:
    """Return F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: Number, whole: Number) -> float:
    """Return ``part / whole``, nothing of nothing being 0."""
    return part / whole if whole else 0.0
