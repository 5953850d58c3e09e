"""Entries, documents and events as files that others read."""

from detente.export.files import write_whole
from detente.export.jsonl import json_line, json_page, jsonl_lines
from detente.export.shapes import (
    JSON_FIELDS,
    Item,
    document_shape,
    entry_shape,
    event_shape,
    in_order,
)
from detente.export.tables import CSV_COLUMNS, csv_lines

__all__ = [
    "CSV_COLUMNS",
    "JSON_FIELDS",
    "Item",
    "csv_lines",
    "document_shape",
    "entry_shape",
    "event_shape",
    "in_order",
    "json_line",
    "json_page",
    "jsonl_lines",
    "write_whole",
]
