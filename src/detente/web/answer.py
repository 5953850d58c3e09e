"""What a page answers with: one value from which the page, its JSON and its CSV are written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from detente.ledger import Ledger
from detente.model.event import DocumentHead
from detente.web.address import FILTERS, Address
from detente.web.states import States
from detente.wording import counted

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a page: ``columns`` and ``cells`` for the CSV, ``shapes`` for the JSON, one for each row.

    The first column is the id by which a row is marked in the page, so that all three can be compared.
    """

    columns: tuple[str, ...]
    cells: tuple[Row, ...]
    shapes: tuple[Any, ...]

    def __post_init__(self) -> None:
        if len(self.cells) != len(self.shapes):
            raise ValueError("a row of the CSV for each one of the JSON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All rows of a filter, of which a page shows one part; ``things`` yields what they are made of.

    ``count`` is how many there are, or that there are more than it says (``more``), or ``None`` where nobody counts.
    """

    things: Callable[[], Iterator[Any]]
    cells: Callable[[Any], Row]
    shape: Callable[[Any], Any]
    count: int | None = None
    more: bool = False


NO_ROWS = Rows(columns=("id",), cells=(), shapes=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page: its template with ``values``, and its rows. ``more``: another page of rows follows.

    ``whole`` is there where the twins hold more rows than the page shows at once.
    """

    template: str
    title: str
    rows: Rows = NO_ROWS
    values: Mapping[str, Any] = field(default_factory=dict)
    more: bool = False
    status: int = 200
    whole: Whole | None = None

    @property
    def counted_rows(self) -> str:
        """Say how many rows the twins hold."""
        if self.whole is None:
            return counted(len(self.rows.cells), "row")
        if self.whole.count is None:
            return "all rows"
        if self.whole.more:
            return f"all rows, more than {self.whole.count}"
        return f"all {counted(self.whole.count, 'row')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to a page: the record, what the address says, and the part of the path that names a thing."""

    ledger: Ledger
    address: Address
    name: str = ""
    visited: int | None = (
        None  # the last change of the record that the reader had seen before this visit
    )
    states: States | None = None  # for a page that compares two


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site. ``path`` may end in ``{name}``; ``key`` goes there after ``g``."""

    path: str
    title: str
    answer: Callable[[Asked], Answer]
    in_menu: bool = True
    key: str = ""
    twins: bool = True
    uses: tuple[str, ...] = FILTERS  # the filters that bear on it
    takes: tuple[str, ...] = ()  # parameters of its own

    @property
    def twin_path(self) -> str:
        """Return the path to which ``.json`` and ``.csv`` are added."""
        return "/board" if self.path == "/" else self.path


HEAD_COLUMNS = ("headline", "url", "document")  # by which a row that comes from an article is cited


def head_cells(head: DocumentHead) -> Row:
    """Write the cells of ``HEAD_COLUMNS``."""
    return (head.title, head.url, head.id)


def rows_of(
    columns: Sequence[str],
    things: Sequence[Any],
    cells: Callable[[Any], Row],
    shape: Callable[[Any], Any],
) -> Rows:
    """Write things as rows."""
    return Rows(
        columns=tuple(columns),
        cells=tuple(cells(thing) for thing in things),
        shapes=tuple(shape(thing) for thing in things),
    )
