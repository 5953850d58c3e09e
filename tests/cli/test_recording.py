import json
import sqlite3

import pytest

from detente.cli.main import app
from detente.ledger import Ledger
from detente.model.entry import ActorRef, Evidence, Mode, Statement
from detente.pipeline import Reader

from .conftest import Terminal

LIND = ActorRef("~ana-lind", "Ana Lind")
ARTICLE = (
    "Port Vale, 5 May 2023\n\nAna Lind said the road would be open by June. Nothing else was said."
)


class Found:
    def __init__(self, entries):
        self.entries = entries
        self.rejections = ()


def read(document):
    """Find one sentence, without a language model."""
    start = document.text.find("the road would be open by June")
    if start < 0:
        return Found(())
    evidence = (Evidence("the road would be open by June", start, start + 30),)
    return Found(
        (Statement(document=document.id, evidence=evidence, speaker=(LIND,), mode=Mode.INDIRECT),)
    )


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A new record, and a reader that needs no language model."""
    reader = Reader("by hand", lambda: read)
    monkeypatch.setattr("detente.pipeline.adding.language_reader", lambda _process: reader)
    terminal = Terminal(tmp_path / "talks")
    assert terminal.type("init", str(tmp_path / "talks"), "--process", "blank").exit_code == 0
    return terminal


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def test_init_makes_a_record_and_says_what_comes_next(tmp_path):
    shown = Terminal(tmp_path).type("init", str(tmp_path / "talks"), "--process", "blank")
    assert shown.exit_code == 0
    assert "Made a record of A process without a profile" in shown.stdout
    assert "Next: detente add PATH --record" in shown.stderr
    Ledger.open(tmp_path / "talks").close()


def test_init_makes_no_second_record_over_the_first(empty, tmp_path):
    shown = empty.type("init", str(tmp_path / "talks"), "--process", "blank")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("Error: ")


def test_init_asks_for_a_process_that_there_is(tmp_path):
    terminal = Terminal(tmp_path)
    assert terminal.type("init", str(tmp_path / "talks")).exit_code == 2
    shown = terminal.type("init", str(tmp_path / "talks"), "--process", "nowhere-land")
    assert shown.exit_code == 1
    assert "nowhere-land" in shown.stderr


def test_add_reads_articles_once(empty, articles):
    first = empty.type("add", str(articles))
    assert first.exit_code == 0
    assert first.stdout.startswith("1 new article, 1 entry read")
    again = empty.type("add", str(articles))
    assert again.exit_code == 0
    assert "1 there already" in again.stdout


def test_add_names_each_file_that_was_not_read_and_reads_the_rest(empty, articles):
    (articles / "empty.txt").write_bytes(b"")
    shown = empty.type("add", str(articles))
    assert shown.exit_code == 4
    assert "1 new article" in shown.stdout
    assert "1 not read:" in shown.stdout
    assert "empty.txt·empty:" in "".join(shown.stdout.split())


def test_add_fails_where_nothing_could_be_read(empty, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert empty.type("add", str(tmp_path / "empty.txt")).exit_code == 1
    assert empty.type("add", str(tmp_path / "not-there.txt")).exit_code == 1


def test_add_says_where_a_folder_holds_nothing_to_read(empty, tmp_path):
    (tmp_path / "bare").mkdir()
    shown = empty.type("add", str(tmp_path / "bare"))
    assert shown.exit_code == 3
    assert "Nothing to read in" in shown.stderr


def test_the_json_of_add_names_every_input(empty, articles):
    (articles / "empty.txt").write_bytes(b"")
    report = json.loads(empty.type("add", str(articles), "--json").stdout)
    lists = ["new", "versions", "reread", "empty", "ahead", "duplicates", "rejected"]
    assert list(report) == [*lists, "entries"]
    assert len(report["new"]) == 1
    assert [r["reason"] for r in report["rejected"]] == ["empty"]


def test_no_bar_is_drawn_where_stderr_is_no_terminal(empty, articles):
    assert empty.type("add", str(articles)).stderr == ""


def test_an_empty_record_has_a_board_that_says_what_to_do(empty):
    shown = empty.type("status")
    assert shown.exit_code == 3
    assert "detente add PATH" in shown.stderr


def test_without_a_record_every_command_says_how_to_make_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path)
    shown = terminal.runner.invoke(app, ["status"], env={"DETENTE_RECORD": None})
    assert shown.exit_code == 1
    assert "detente init DIR --process NAME" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_the_record_is_found_from_a_folder_inside_it(empty, tmp_path, monkeypatch):
    inside = tmp_path / "talks" / "notes" / "may"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    shown = empty.runner.invoke(app, ["verify"], env={"DETENTE_RECORD": None})
    assert shown.exit_code == 0


def test_verify_counts_what_it_checked(terminal):
    shown = terminal.type("verify")
    assert shown.exit_code == 0
    assert "Checked documents: 3, entries: 7, passages: 7" in shown.stdout
    report = json.loads(terminal.type("verify", "--json").stdout)
    assert report == {"documents": 3, "entries": 7, "passages": 7, "sound": True, "flaws": []}


def test_verify_names_what_does_not_hold_and_fails(empty, articles, tmp_path):
    empty.type("add", str(articles))
    database = sqlite3.connect(tmp_path / "talks" / "record.sqlite")
    triggers = [
        name
        for (name,) in database.execute("select name from sqlite_master where type = 'trigger'")
    ]
    for trigger in triggers:
        database.execute(f"drop trigger {trigger}")
    database.execute("update documents set text = replace(text, 'June', 'July')")
    database.commit()
    database.close()
    shown = empty.type("verify")
    assert shown.exit_code == 1
    assert "do not hold" in shown.stderr


def test_an_interrupted_run_says_that_nothing_is_lost(empty, articles, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("detente.pipeline.add", interrupt)
        shown = empty.type("add", str(articles))
    assert shown.exit_code == 130
    assert "the same command goes on from there" in shown.stderr
    assert empty.type("add", str(articles)).exit_code == 0


def test_add_points_out_articles_without_entries_and_days_to_come(empty, articles):
    (articles / "list.txt").write_text("Milk, eggs, bread, and two onions.", encoding="utf-8")
    row = {"title": "Roads", "date": "2999-05-06", "text": ARTICLE.split("\n\n")[1]}
    (articles / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    shown = empty.type("add", str(articles))
    assert shown.exit_code == 0
    said = "".join(shown.stdout.split())  # long paths are folded
    assert "1articlegavenoentry;isitofthisprocess?" + str(articles / "list.txt") in said
    assert "1articleisdatedaftertoday;checkitsday" + str(articles / "rows.jsonl") in said


def test_reread_reads_what_another_reader_had_read(empty, articles, monkeypatch):
    empty.type("add", str(articles))
    (articles / "one.txt").unlink()
    assert empty.type("reread").exit_code == 3
    other = Reader("another", lambda: read)
    monkeypatch.setattr("detente.pipeline.adding.language_reader", lambda _process: other)
    shown = empty.type("reread", "--json")
    assert shown.exit_code == 0
    assert len(json.loads(shown.stdout)["reread"]) == 1
