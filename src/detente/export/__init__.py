"""Entries, documents and events as files that others read."""

from detente.export.answers import (
    agenda_shape,
    board_shape,
    head_shape,
    hit_shape,
    page_shape,
    recorded_document_shape,
    recorded_rejection_shape,
    rejection_shape,
    timeline_shape,
    told_event_shape,
    told_story_shape,
    unlisted_actor_shape,
)
from detente.export.blockers import blockers_shape
from detente.export.commitments import commitment_shape
from detente.export.corrections import (
    agreement_shape,
    changed_fields,
    correction_shape,
    suggestion_shape,
)
from detente.export.differing import differences_shape
from detente.export.files import write_whole
from detente.export.jsonl import json_line, json_page, jsonl_lines
from detente.export.positions import position_shape, positions_shape
from detente.export.sealing import snapshot_shape, take_snapshot
from detente.export.shapes import (
    JSON_FIELDS,
    Item,
    document_shape,
    entry_shape,
    event_shape,
    in_order,
    story_shape,
)
from detente.export.tables import CSV_COLUMNS, csv_lines, table_lines
from detente.export.words import wording_shape

__all__ = [
    "CSV_COLUMNS",
    "JSON_FIELDS",
    "Item",
    "agenda_shape",
    "agreement_shape",
    "blockers_shape",
    "board_shape",
    "changed_fields",
    "commitment_shape",
    "correction_shape",
    "csv_lines",
    "differences_shape",
    "document_shape",
    "entry_shape",
    "event_shape",
    "head_shape",
    "hit_shape",
    "in_order",
    "json_line",
    "json_page",
    "jsonl_lines",
    "page_shape",
    "position_shape",
    "positions_shape",
    "recorded_document_shape",
    "recorded_rejection_shape",
    "rejection_shape",
    "snapshot_shape",
    "story_shape",
    "suggestion_shape",
    "table_lines",
    "take_snapshot",
    "timeline_shape",
    "told_event_shape",
    "told_story_shape",
    "unlisted_actor_shape",
    "wording_shape",
    "write_whole",
]
