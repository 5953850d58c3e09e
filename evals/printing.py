"""The tables on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from evals.table import Number, Table


def shown(value: Number | None) -> str:
    """Write a count whole and a share with three digits."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def print_tables(tables: Iterable[Table], console: Console, *, misses: int = 0) -> None:
    """Print tables as they come, and as many of their misses as are asked for."""
    for table in tables:
        if table.skipped:
            console.print(Text(f"{table.title}: {table.skipped}\n"))
            continue
        console.print(_grid(table))
        for note in table.notes:
            console.print(Text(f"  {note}"))
        for line in table.misses[:misses]:
            console.print(Text(f"    {line}"), soft_wrap=True)
        console.print()


def _grid(table: Table) -> Grid:
    grid = Grid(title=table.title, title_justify="left", box=None, pad_edge=False)
    grid.add_column("", no_wrap=True)
    for column in table.columns:
        grid.add_column(column, justify="right")
    for row in table.rows:
        label = f"{row.label} ({row.note})" if row.note else row.label
        grid.add_row(Text(label), *(shown(row.values.get(c)) for c in table.columns))
    return grid
