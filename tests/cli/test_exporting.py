import csv
import io
import json
from typing import get_args

import pytest

from detente.cli.exporting import WhatArgument
from detente.export import CSV_COLUMNS, JSON_FIELDS, Item

from .conftest import ANNOUNCED, HELD, HOSTILE, entries_of

DOCUMENTS = {d.id: d for d in (ANNOUNCED, HELD, HOSTILE)}


def lines(terminal, *words):
    return [json.loads(line) for line in terminal.type("export", *words).stdout.splitlines()]


def test_what_can_be_exported_is_what_the_exports_know():
    assert get_args(get_args(WhatArgument)[0]) == tuple(Item)


def test_every_entry_is_exported_and_every_passage_slices_out_of_its_document(terminal):
    entries = lines(terminal, "entries")
    assert len(entries) == sum(len(entries_of(d)) for d in DOCUMENTS.values())
    for entry in entries:
        text = DOCUMENTS[entry["document"]].text
        assert all(text[e["start"] : e["end"]] == e["quote"] for e in entry["evidence"])
        assert entry["source"] == DOCUMENTS[entry["document"]].source


@pytest.mark.parametrize("what", ["entries", "documents", "events"])
def test_two_exports_have_the_same_bytes_and_known_fields(terminal, what):
    first, second = (terminal.type("export", what).stdout_bytes for _ in range(2))
    assert first == second
    for line in first.decode("utf-8").splitlines():
        assert set(json.loads(line)) <= set(JSON_FIELDS[Item(what)])


def test_what_is_exported_is_what_the_list_shows(terminal):
    filters = ("--track", "ceasefire", "--as-of", "2023-05-06")
    listed = json.loads(terminal.type("list", "entries", *filters, "--json").stdout)
    assert lines(terminal, "entries", *filters) == listed


def test_a_table_has_its_header_and_runs_no_formula(terminal):
    shown = terminal.type("export", "documents", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown, newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS[Item.DOCUMENTS]
    assert len(rows) == 3
    assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@"))]


def test_a_file_is_written_and_the_message_goes_to_stderr(terminal, tmp_path):
    shown = terminal.type("export", "events", "-o", str(tmp_path / "events.jsonl"))
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert "1 events written to" in shown.stderr
    assert (tmp_path / "events.jsonl").read_bytes() == terminal.type(
        "export", "events"
    ).stdout_bytes


def test_a_file_that_cannot_be_written_is_an_error_without_traceback(terminal, tmp_path):
    shown = terminal.type("export", "events", "-o", str(tmp_path / "no" / "events.jsonl"))
    assert shown.exit_code == 1
    assert shown.stderr.startswith("Error: cannot write ")


def test_an_export_of_nothing_says_so(terminal):
    shown = terminal.type("export", "entries", "--outlet", "Nobody's Gazette")
    assert (shown.exit_code, shown.stdout) == (3, "")
    shown = terminal.type("export", "entries", "--outlet", "Nobody's Gazette", "--format", "csv")
    assert shown.stdout.startswith("id,kind,")
