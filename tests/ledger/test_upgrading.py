"""A record of an older program is opened: its facts stay, its views are made anew."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from detente.ledger import Ledger, verify
from detente.ledger.facts import load_state
from detente.ledger.schema import SCHEMA_VERSION
from detente.model.errors import RecordError
from tests.ledger.stories import new_ledger

OLD = Path(__file__).with_name("version_1.sql")


@pytest.fixture
def folder(tmp_path):
    """A record as the first schema had it, with two articles."""
    new_ledger(tmp_path).close()
    record = tmp_path / "record"
    for file in record.glob("record.sqlite*"):
        file.unlink()
    with sqlite3.connect(record / "record.sqlite") as connection:
        connection.executescript(OLD.read_text("utf-8"))
    connection.close()
    return record


def tables_and_version(folder):
    connection = sqlite3.connect(folder / "record.sqlite")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return names, version


def test_it_has_the_tables_of_a_new_record(folder, tmp_path):
    Ledger.open(folder).close()
    new_ledger(shutil.copytree(tmp_path / "profile", tmp_path / "new" / "profile").parent).close()
    assert tables_and_version(folder) == tables_and_version(tmp_path / "new" / "record")
    assert tables_and_version(folder)[1] == SCHEMA_VERSION


def test_it_keeps_its_facts(folder):
    with Ledger.open(folder) as ledger:
        state = load_state(ledger)
    assert [a.title for a in state.articles] == ["News of announced", "News of held"]
    assert sum(map(len, state.entries.values())) == 6


def test_it_is_sound(folder):
    with Ledger.open(folder) as ledger:
        report = verify(ledger)
    assert (report.flaws, report.documents, report.entries) == ((), 2, 6)


def test_its_facts_cannot_be_changed(folder):
    with (
        Ledger.open(folder) as ledger,
        pytest.raises(RecordError, match="facts are not changed"),
        ledger.writing() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM sightings")
