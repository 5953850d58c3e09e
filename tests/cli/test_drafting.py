import json

import pytest

from detente.annotate import annotate
from detente.pipeline import drafting

ARTICLE = "The Courier\n\n5 May 2023\n\nOrhan Kelmendi met the Greek delegation in Zafiria. Orhan Kelmendi left Zafiria."


@pytest.fixture(autouse=True)
def model_that_is_loaded(language, monkeypatch):
    def ready(process):
        return lambda document: annotate(document, language=language, process=process)

    monkeypatch.setattr(drafting, "_annotate_with", ready)


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ARTICLE, "utf-8")
    return tmp_path / "articles"


def test_a_draft_says_what_it_found_and_what_to_do_next(terminal, articles, tmp_path):
    folder = tmp_path / "Île Talks"
    shown = terminal.type("draft", str(articles), "-o", str(folder), "--at-least", "2")
    assert shown.exit_code == 0
    assert "Drafted Île Talks from 1 article" in shown.stdout
    assert "detente init DIR --process" in shown.stderr
    assert 'id = "ile-talks"' in (folder / "process.toml").read_text("utf-8")


def test_the_counts_come_as_json(terminal, articles, tmp_path):
    folder = tmp_path / "draft"
    shown = terminal.type("draft", str(articles), "-o", str(folder), "--at-least", "1", "--json")
    found = json.loads(shown.stdout)
    assert (found["folder"], found["articles"], found["people"]) == (str(folder), 1, 1)


def test_an_empty_folder_ends_with_nothing(terminal, tmp_path):
    (tmp_path / "empty").mkdir()
    shown = terminal.type("draft", str(tmp_path / "empty"), "-o", str(tmp_path / "draft"))
    assert shown.exit_code == 3
    assert "Nothing to read" in shown.stderr


def test_a_folder_with_a_profile_is_left_as_it_is(terminal, articles, tmp_path):
    (tmp_path / "process.toml").write_text("# mine", "utf-8")
    shown = terminal.type("draft", str(articles), "-o", str(tmp_path))
    assert shown.exit_code == 1
    assert "is there already" in shown.stderr
    assert (tmp_path / "process.toml").read_text("utf-8") == "# mine"
