import itertools
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from detente.ledger import Ledger, verify
from detente.ledger.crash import EXIT_CODE, POINTS, VARIABLE
from detente.ledger.dump import dump, dump_views
from detente.ledger.facts import load_state
from detente.model.document import Reason
from detente.model.errors import LanguageError, RecordError
from detente.pipeline import AddReport, Reader, Step, add, rebuild, reread
from tests.ledger.stories import HELD, LATER, STORIES, new_ledger, reader, rows

CHILD = Path(__file__).with_name("child.py")


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        yield opened


@pytest.fixture
def files(tmp_path) -> Path:
    """Write the stories, each in a file of its own, and one file that is none."""
    folder = tmp_path / "files"
    for number, story in enumerate(STORIES):
        rows(folder / f"{number}.jsonl", [story])
    (folder / "empty.txt").write_bytes(b"")
    return folder


def put(ledger: Ledger, *paths: Path, version: str = "by hand 1", **options: object) -> AddReport:
    return add(ledger, paths, process=ledger.process, reader=reader(version), **options)


def whole(ledger: Ledger) -> list[str]:
    return list(dump(ledger))


def test_a_run_says_what_became_of_each_input(ledger, files):
    report = put(ledger, files)
    assert len(report.new) == 3
    assert report.entries == 8
    assert [r.reason for r in report.rejected] == [Reason.EMPTY]
    assert report.duplicates == ()
    assert verify(ledger).sound


def test_adding_twice_changes_nothing(ledger, files):
    put(ledger, files)
    before = whole(ledger)
    report = put(ledger, files)
    assert report.new == report.versions == report.reread == ()
    assert [r.reason for r in report.duplicates] == [Reason.DUPLICATE] * 3
    assert whole(ledger) == before


def test_the_order_of_the_files_does_not_matter(tmp_path, files):
    dumps = []
    for name, paths in (("one", sorted(files.iterdir())), ("two", sorted(files.iterdir())[::-1])):
        with new_ledger(tmp_path / name) as ledger:
            put(ledger, *paths)
            dumps.append(whole(ledger))
    assert dumps[0] == dumps[1]


def test_files_added_one_by_one_in_any_order_give_the_same_record(tmp_path, files):
    dumps = []
    for name, paths in (("one", sorted(files.iterdir())), ("two", sorted(files.iterdir())[::-1])):
        with new_ledger(tmp_path / name) as ledger:
            for path in paths:
                put(ledger, path)
            dumps.append(whole(ledger))
    assert dumps[0] == dumps[1]


def test_two_jobs_give_the_record_of_one(tmp_path, files):
    dumps = []
    for jobs in (1, 2):
        with new_ledger(tmp_path / str(jobs)) as ledger:
            put(ledger, files, jobs=jobs)
            dumps.append(whole(ledger))
    assert dumps[0] == dumps[1]


def test_the_reader_is_not_loaded_where_nothing_is_new(ledger, files):
    put(ledger, files)

    def load() -> None:
        raise LanguageError("loaded")

    add(ledger, [files], process=ledger.process, reader=Reader("by hand 1", load))
    with pytest.raises(LanguageError):
        add(ledger, [files], process=ledger.process, reader=Reader("by hand 2", load))


def test_another_version_of_the_reader_reads_what_is_given_again(ledger, files):
    put(ledger, files)
    assert len(put(ledger, files, version="by hand 2").reread) == 3


def test_rereading_reads_every_stored_document_once(ledger, files):
    put(ledger, files)
    for expected in (3, 0):
        report = reread(ledger, process=ledger.process, reader=reader("by hand 2"))
        assert len(report.reread) == expected
    assert verify(ledger).sound


def test_progress_tells_of_every_input(ledger, files):
    steps: list[Step] = []
    put(ledger, files, progress=steps.append)
    assert [(s.done, s.total) for s in steps] == [(1, 3), (2, 3), (3, 3)]


def test_an_edited_article_replaces_the_old_one_in_the_views_and_both_stay_in_the_record(
    ledger, files
):
    put(ledger, files)
    text = HELD["text"].replace("Norland refused", "Norland promised")
    rows(files / "1.jsonl", [HELD | {"text": text}])
    report = put(ledger, files)
    assert len(report.versions) == 1
    lines = "\n".join(whole(ledger))
    assert "Norland refused" in lines
    with ledger.looking() as connection:
        passages = connection.exec_driver_sql(
            "SELECT passage FROM entries JOIN items USING (id) WHERE items.superseded_on IS NULL"
        ).scalars()
        assert "Norland refused to talk about the border." not in list(passages)


def test_one_document_that_breaks_the_reader_is_named_and_the_others_are_read(ledger, files):
    report = add(
        ledger, [files], process=ledger.process, reader=reader(broken_by="refused to talk")
    )
    (fault,) = [r for r in report.rejected if r.reason is Reason.NOT_UNDERSTOOD]
    assert "ZeroDivisionError" in fault.detail
    assert fault.source == HELD["url"]
    assert len(report.new) == 3
    assert report.entries == 5


def test_names_and_texts_that_no_database_can_hold_are_marked(ledger, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Norland said that the border was closed.\n\nSudland said no.\n", "utf-8")
    broken = rows(tmp_path / "x.jsonl", [LATER | {"text": LATER["text"] + " \ud83d said Ruiz."}])
    report = put(ledger, path, broken, tmp_path / os.fsdecode(b"gone-\xe9.txt"))
    assert len(report.new) == 2
    assert verify(ledger).sound


def test_views_thrown_away_and_made_again_are_the_same_to_the_byte(ledger, files):
    put(ledger, files)
    tables = ("items", "entry_search_data", "document_search_data", "articles", "events")

    def stored() -> list[object]:
        rebuild(ledger, ledger.process)
        with ledger.looking() as connection:
            raw = [connection.exec_driver_sql(f"SELECT * FROM {t}").all() for t in tables]  # noqa: S608
            return [*dump_views(connection), *raw]

    assert stored() == stored()


def run_child(folder: Path, files: Path, crash_at: str = "") -> int:
    environment = os.environ | {VARIABLE: crash_at}
    return subprocess.run([sys.executable, str(CHILD), folder, files], env=environment).returncode


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_any_point_and_a_second_run_give_the_record_of_one_run(tmp_path, files, point):
    with new_ledger(tmp_path / "whole") as ledger:
        put(ledger, files)
        expected = whole(ledger)
    with new_ledger(tmp_path / "killed") as ledger:
        folder = ledger.folder
    for n in itertools.count(1):
        killed = run_child(folder, files, f"{point}:{n}") == EXIT_CODE
        with Ledger.open(folder) as ledger:
            assert verify(ledger).sound
            if not killed:  # the run before came so far that there was no n-th time
                assert n > 1
                assert whole(ledger) == expected
                break


def test_two_programs_that_add_at_once_give_the_record_of_one(tmp_path, files):
    for number in range(3, 40):
        rows(files / f"{number}.jsonl", [LATER | {"url": f"https://example.test/{number}"}])
    with new_ledger(tmp_path / "whole") as ledger:
        put(ledger, files)
        expected = whole(ledger)
    with new_ledger(tmp_path / "shared") as ledger:
        command = [sys.executable, str(CHILD), ledger.folder, files]
        running = [subprocess.Popen(command) for _ in range(2)]
        assert [program.wait() for program in running] == [0, 0]
        assert whole(ledger) == expected
        assert verify(ledger).sound


def test_views_of_an_older_state_do_not_replace_newer_ones(ledger, files, monkeypatch):
    put(ledger, files / "0.jsonl")
    older = load_state(ledger)
    put(ledger, files)
    before = whole(ledger)
    monkeypatch.setattr("detente.pipeline.viewing.load_state", lambda _: older)
    rebuild(ledger, ledger.process)
    assert whole(ledger) == before


@contextmanager
def failing(ledger: Ledger, nth: int) -> Iterator[None]:
    """Let the n-th statement fail, as on a full disk."""
    count = itertools.count(1)

    def fail(*_: object) -> None:
        if next(count) == nth:
            full = sqlite3.OperationalError("database or disk is full")
            raise OperationalError("a statement", None, full)

    event.listen(ledger.engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(ledger.engine, "before_cursor_execute", fail)


def test_whichever_statement_fails_the_record_holds_together_and_the_next_run_completes_it(
    tmp_path, files
):
    for spare in ("0.jsonl", "2.jsonl"):
        (files / spare).unlink()
    with new_ledger(tmp_path / "whole") as ledger:
        put(ledger, files)
        expected = whole(ledger)
    for nth in itertools.count(1):
        with new_ledger(tmp_path / f"failing-{nth}") as ledger:
            try:
                with failing(ledger, nth):
                    put(ledger, files)
                break  # there is no such statement: every one has failed once
            except RecordError as error:
                assert "make room" in str(error)  # noqa: PT017
            assert verify(ledger).sound
            put(ledger, files)
            assert whole(ledger) == expected
    assert nth > 50
