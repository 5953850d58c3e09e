import sqlite3

import pytest

from detente.ledger import Ledger
from detente.model.errors import ProfileError, RecordError
from tests.ledger.stories import new_ledger, profile


def test_a_new_record_can_be_opened_and_knows_its_process(tmp_path):
    new_ledger(tmp_path).close()
    with Ledger.open(tmp_path / "record") as ledger:
        assert ledger.name == "record"
        assert ledger.process.id == "northsouth"


def test_the_profile_is_a_copy_of_its_own(tmp_path):
    with new_ledger(tmp_path) as ledger:
        assert (ledger.folder / "process" / "process.toml").is_file()


def test_a_folder_that_has_a_record_is_not_made_into_another(tmp_path):
    new_ledger(tmp_path).close()
    with pytest.raises(RecordError, match="has a record already"):
        new_ledger(tmp_path)


def test_a_folder_without_a_record_says_how_to_make_one(tmp_path):
    with pytest.raises(RecordError, match="detente init"):
        Ledger.open(tmp_path)


def test_a_folder_that_init_left_half_done_is_finished(tmp_path):
    with new_ledger(tmp_path) as ledger:
        (ledger.folder / "detente.toml").unlink()
    new_ledger(tmp_path).close()
    Ledger.open(tmp_path / "record").close()


def test_another_profile_in_the_folder_is_not_overwritten(tmp_path):
    mine = profile(tmp_path / "record" / "process") / "process.toml"
    mine.write_text(mine.read_text("utf-8").replace("The border", "The frontier"), "utf-8")
    with pytest.raises(ProfileError, match="another profile"):
        new_ledger(tmp_path)


def test_a_record_of_a_newer_program_is_refused(tmp_path):
    with new_ledger(tmp_path) as ledger:
        path = ledger.path
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(RecordError, match="newer detente"):
        Ledger.open(tmp_path / "record")


@pytest.mark.parametrize(
    ("content", "message"), [(b"not a database" * 100, "damaged"), (b"", "holds no record")]
)
def test_a_file_that_is_no_record_is_named_so(tmp_path, content, message):
    with new_ledger(tmp_path) as ledger:
        path = ledger.path
    for extra in path.parent.glob("record.sqlite-*"):
        extra.unlink()
    path.write_bytes(content)
    with pytest.raises(RecordError, match=message):
        Ledger.open(tmp_path / "record")


def test_a_missing_database_is_named(tmp_path):
    with new_ledger(tmp_path) as ledger:
        path = ledger.path
    path.unlink()
    with pytest.raises(RecordError, match="is missing"):
        Ledger.open(tmp_path / "record")


def test_a_record_that_another_one_writes_to_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "detente.ledger.database._PRAGMAS", ("busy_timeout = 10", "journal_mode = WAL")
    )
    with (
        new_ledger(tmp_path) as first,
        Ledger.open(tmp_path / "record") as second,
        first.writing(),
        pytest.raises(RecordError, match="another detente is writing"),
        second.writing(),
    ):
        pass
