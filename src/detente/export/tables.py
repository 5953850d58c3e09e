"""Flat tables for spreadsheets: a column ``date.start`` holds the field ``start`` of ``date``."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from detente.export.shapes import JSON_FIELDS, Item
from detente.model.codec import Json

_DATE = ("start", "end", "text", "basis")
_PLACE = ("name", "country", "lat", "lon")


def _parts(field: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{field}.{part}" for part in parts)


def _actors(*fields: str) -> tuple[str, ...]:
    return tuple(column for field in fields for column in (f"{field}.name", f"{field}.side"))


CSV_COLUMNS: dict[Item, tuple[str, ...]] = {
    Item.ENTRIES: (
        "id",
        "kind",
        *_parts("evidence", ("quote",)),
        *_actors("speaker", "by", "to", "participants", "mediator", "said_by"),
        "outlet",
        *_parts("published", _DATE),
        *_parts("date", _DATE),
        *_parts("due", _DATE),
        *_parts("said_on", _DATE),
        *_parts("place", _PLACE),
        "tracks",
        *("mode", "cue", "level", "format", "round", "status", "strength", "sign"),
        *("gates", "requires", "requires_text", "figures"),
        *_parts("plover", ("event", "mode")),
        *_parts("evidence", ("start", "end")),
        "document",
        "source",
        *("title", "url"),
        *_parts("review", ("state", "by", "on")),
    ),
    Item.DOCUMENTS: (
        *("id", "title", "outlet", "byline", "dateline"),
        *_parts("published", (*_DATE, "because")),
        *("published_basis", "url", "language", "source", "text"),
    ),
    Item.EVENTS: (
        *("id", "kind", "status"),
        *_parts("date", _DATE),
        *_parts("place", _PLACE),
        *_actors("speaker", "participants", "by", "to", "mediator"),
        *("tracks", "support", "outlets", "entries", "history"),
    ),
    Item.STORIES: JSON_FIELDS[Item.STORIES],
}

# A spreadsheet takes a cell that begins so as a formula, and some fold full-width forms to these first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def _text_of(part: Json) -> str:
    """Write a figure or a step of a history on one line."""
    if "low" in part:
        count = str(part["low"]) if part["low"] == part["high"] else f"{part['low']}-{part['high']}"
        return f"{count} {part['what']}" + (f" (by {part['by']})" if part["by"] else "")
    when = part["date"]
    day = f" {when['start'] or '..'}/{when['end'] or '..'}" if when else ""
    return f"{part['status']}{day} [{part['entry']}]"


def _value(shape: Json, column: str) -> Any:
    """Follow a column's path into the exported shape; lists give one value for each of their parts."""
    field, _, part = column.partition(".")
    value = shape.get(field)
    if value is None or not part:
        return value
    if isinstance(value, list):
        return [each[part] for each in value]
    return value.get(part)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return _text_of(value)
    return "" if value is None else str(value)


def cell(value: Any) -> str:
    """Write one cell: lists joined by ``; ``, and no text that a spreadsheet would run as a formula."""
    if isinstance(value, (int, float)):
        return str(value)
    text = "; ".join(map(_plain, value)) if isinstance(value, list) else _plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_lines(item: Item, shapes: Iterable[Json]) -> Iterator[str]:
    """Write a header and one row for each item, lines ended by a line feed."""
    columns = CSV_COLUMNS[item]
    return table_lines(columns, ([_value(shape, c) for c in columns] for shape in shapes))


def table_lines(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Write a header and rows of values, lines ended by a line feed."""
    yield _row(columns)
    for row in rows:
        yield _row(map(cell, row))


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    # The writer quotes a carriage return only where it ends lines; the file itself has line feeds.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"
