import json
import sqlite3

import pytest

from detente.export import (
    Item,
    document_shape,
    entry_shape,
    event_shape,
    in_order,
    jsonl_lines,
    story_shape,
)
from detente.export.sealing import take_snapshot
from detente.ledger import verify
from detente.ledger.moments import change_at, last_change
from detente.ledger.snapshots import sealed_lines, snapshots
from detente.model.errors import RecordError
from detente.model.filter import Filter
from detente.pipeline import add
from detente.query import documents, entries, events, stories
from tests.ledger.stories import ANNOUNCED, HELD, LATER, new_ledger, reader, rows

UNDATED = {k: v for k, v in LATER.items() if k != "date"} | {"url": "https://example.test/x"}


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "first.jsonl", [ANNOUNCED, HELD, UNDATED])
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


def add_more(ledger, tmp_path):
    path = rows(tmp_path / "later.jsonl", [LATER])
    add(ledger, [path], process=ledger.process, reader=reader())


def exported(ledger, item, **where):
    found = {
        Item.ENTRIES: lambda: map(entry_shape, entries(ledger, Filter(**where))),
        Item.DOCUMENTS: lambda: (
            document_shape(d.document) for d in documents(ledger, Filter(**where))
        ),
        Item.EVENTS: lambda: (
            event_shape(e.event) for e in events(ledger, Filter(**where), said=True)
        ),
        Item.STORIES: lambda: (story_shape(t.story) for t in stories(ledger, Filter(**where))),
    }
    return list(jsonl_lines(in_order(item, found[item]())))


@pytest.mark.parametrize("item", list(Item))
def test_what_is_sealed_is_what_the_export_gives_then_and_what_it_gives_later(
    ledger, tmp_path, item
):
    then = exported(ledger, item)
    take_snapshot(ledger, "june", note="for the report")
    add_more(ledger, tmp_path)
    assert exported(ledger, item) != then
    assert list(sealed_lines(ledger, "june", item.value)) == then
    assert exported(ledger, item, known_at="june") == then


def test_a_snapshot_is_found_by_name_with_its_note(ledger):
    state = last_change(ledger)
    take_snapshot(ledger, "june", note="for the report")
    (found,) = snapshots(ledger)
    assert (found.name, found.note, found.known_at) == ("june", "for the report", state)
    assert [(seal.item, seal.rows) for seal in found.seals] == [
        ("documents", 3),
        ("entries", 8),
        ("events", 2),
        ("stories", 0),
    ]
    assert change_at(ledger, "june") == state


def test_two_snapshots_of_one_state_have_one_digest(ledger):
    assert take_snapshot(ledger, "one").digest == take_snapshot(ledger, "two").digest


@pytest.mark.parametrize("name", ["", "2023", "2023-05-25", "-x", "a b", "a/b", "x" * 65])
def test_a_name_that_could_mean_another_state_is_refused(ledger, name):
    with pytest.raises(RecordError, match="no name for a snapshot"):
        take_snapshot(ledger, name)


def test_a_name_is_given_once(ledger):
    take_snapshot(ledger, "june")
    with pytest.raises(RecordError, match="'june' is there already"):
        take_snapshot(ledger, "june")


def test_an_unknown_name_is_answered_with_those_that_there_are(ledger):
    take_snapshot(ledger, "june")
    with pytest.raises(RecordError, match=r"no snapshot 'july'\. Its snapshots: june"):
        list(sealed_lines(ledger, "july", "entries"))
    with pytest.raises(RecordError, match="Its snapshots: june"):
        change_at(ledger, "july")


def test_an_empty_record_has_nothing_to_keep(tmp_path):
    with new_ledger(tmp_path) as empty, pytest.raises(RecordError, match="no article yet"):
        take_snapshot(empty, "june")


def test_a_record_with_snapshots_is_sound(ledger):
    take_snapshot(ledger, "june")
    assert verify(ledger).flaws == ()


def test_a_sealed_export_that_was_changed_is_found(ledger):
    take_snapshot(ledger, "june")
    with sqlite3.connect(ledger.path) as connection:
        connection.execute("DROP TRIGGER seals_update")
        connection.execute("UPDATE seals SET sha256 = 'x' WHERE item = 'entries'")
    assert {flaw.subject for flaw in verify(ledger).flaws} == {"snapshot june"}
    with pytest.raises(RecordError, match="not those that were sealed"):
        list(sealed_lines(ledger, "june", "entries"))


def test_each_sealed_line_is_an_object(ledger):
    take_snapshot(ledger, "june")
    assert all(json.loads(line)["id"] for line in sealed_lines(ledger, "june", "events"))
