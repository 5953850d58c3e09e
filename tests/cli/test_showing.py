import json

import pytest

from detente.model.codec import entry_id

from .conftest import ANNOUNCED, HELD, HOSTILE, entries_of


def test_an_entry_is_shown_in_its_paragraph_with_how_the_article_is_known(terminal):
    promise = entry_id(entries_of(ANNOUNCED)[2])
    shown = terminal.type("show", promise).stdout
    assert "“»We shall reopen the road by June«,” Ana Lind said on Thursday." in shown
    assert "published         2023-05-05 (line under the headline)" in shown
    assert "outlet            The Courier" in shown


def test_an_event_is_shown_with_its_history_and_every_report(terminal):
    (event,) = json.loads(terminal.type("list", "events", "--json").stdout)
    shown = terminal.type("show", event["id"][:8]).stdout
    assert "history           scheduled · 2023-05-12 · The Courier, 2023-05-05" in shown
    assert "held · 2023-05-12 · Southern Herald, 2023-05-13" in shown
    assert "»Northland and Southland met in Port Vale on Friday«" in shown
    assert "will meet in Port Vale on 12 May«" in shown


def test_a_document_is_shown_with_its_text_and_entries(terminal):
    shown = terminal.type("show", HELD.id).stdout
    assert "headline          Round in Port Vale ends" in shown
    assert "    Northland and Southland met in Port Vale on Friday. Southland rejected" in shown
    assert "refusal · " in shown


@pytest.mark.parametrize("what", ["entry", "document"])
def test_the_json_says_what_it_is(terminal, what):
    item = {"entry": entry_id(entries_of(HELD)[0]), "document": HELD.id}[what]
    page = json.loads(terminal.type("show", item, "--json").stdout)
    assert page["what"] == what


def test_an_id_that_is_not_there_matches_nothing(terminal):
    shown = terminal.type("show", "0123456789abcdef")
    assert shown.exit_code == 3
    assert "Ids stand at the end of lines" in shown.stderr


def test_a_hostile_document_is_shown_with_marks(terminal):
    shown = terminal.type("show", HOSTILE.id).stdout
    assert "Lind said ␛[31mnothing<U+202E> is [red]agreed[/red] yet." in shown
    assert "\x1b" not in shown
    assert "articles/evil␛[2J.txt" in shown


def test_the_json_of_a_hostile_document_is_safe_and_exact(terminal):
    shown = terminal.type("show", HOSTILE.id, "--json").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert json.loads(shown)["document"]["text"] == HOSTILE.text
