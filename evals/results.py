"""The figures of a run as they are kept beside the code: ``evals/results.json``."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.table import Number, Row, Table

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Results:
    """Every table of a run, and the day of it."""

    measured_on: str
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table | None:
        """Return a table, ``None`` where it was skipped or is not there."""
        return next((t for t in self.tables if t.id == name and not t.skipped), None)

    def value(self, table: str, row: str, column: str) -> Number | None:
        """Return one figure, ``None`` where it was not measured."""
        found = self.table(table)
        rows = found.rows if found else ()
        return next((r.values.get(column) for r in rows if r.label == row), None)


def rounded(tables: Sequence[Table], *, measured_on: str) -> Results:
    """Build the results of a run, its figures as exact as they are kept."""
    return results_from_json(_to_json(tables, measured_on=measured_on))


def write_results(path: Path, results: Results) -> None:
    """Write the results."""
    plain = _to_json(results.tables, measured_on=results.measured_on)
    path.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", "utf-8")


def load_results(path: Path) -> Results:
    """Load the results of the run whose page stands in the documentation."""
    return results_from_json(json.loads(path.read_text("utf-8")))


def results_from_json(plain: Mapping[str, Any]) -> Results:
    """Read what ``write_results`` wrote."""
    return Results(plain["measured_on"], tuple(map(_table, plain["tables"])))


def _to_json(tables: Sequence[Table], *, measured_on: str) -> dict[str, Any]:
    return {"measured_on": measured_on, "tables": [_plain(t) for t in tables]}


def _plain(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "columns": list(table.columns),
        "rows": [_plain_row(row) for row in table.rows],
        "notes": list(table.notes),
        "skipped": table.skipped,
    }


def _plain_row(row: Row) -> dict[str, Any]:
    values = {k: v if isinstance(v, int) else round(v, _DIGITS) for k, v in row.values.items()}
    return {"label": row.label, "values": values, "note": row.note}


def _table(plain: Mapping[str, Any]) -> Table:
    rows = tuple(Row(r["label"], r["values"], r["note"]) for r in plain["rows"])
    return Table(
        plain["id"],
        plain["title"],
        tuple(plain["columns"]),
        rows,
        tuple(plain["notes"]),
        plain["skipped"],
    )
