import json

import pytest

from detente.cli.kinds import KINDS

from .conftest import ANNOUNCED, HELD


def listed(terminal, *words):
    shown = terminal.type("list", *words, "--json")
    return shown.exit_code, json.loads(shown.stdout)


def sources(items):
    return {item["source"] for item in items}


def test_a_meeting_is_listed_with_its_sentence_outlet_and_day(terminal):
    shown = terminal.type("list", "meetings").stdout
    assert "meeting · held · 2023-05-12 · Port Vale · Northland, Southland · talks" in shown
    assert "    Northland and Southland met in Port Vale on Friday" in shown
    assert "    — Southern Herald, 2023-05-13 · " in shown


def test_the_id_at_the_end_of_a_line_can_be_shown(terminal):
    line = next(
        line for line in terminal.type("list", "refusals").stdout.splitlines() if "—" in line
    )
    shown = terminal.type("show", line.rsplit(" ", 1)[1])
    assert shown.exit_code == 0
    assert "»Southland rejected the draft of the treaty«" in " ".join(shown.stdout.split())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_can_be_listed(terminal, kind):
    code, items = listed(terminal, kind)
    assert code == (0 if items else 3)
    assert terminal.type("list", kind).exit_code == code


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (["--outlet", "The Courier"], [ANNOUNCED]),
        (["--outlet", "The Courier", "--outlet", "Southern Herald"], [ANNOUNCED, HELD]),
        (["--as-of", "2023-05-06"], [ANNOUNCED]),
        (["--track", "ceasefire"], [ANNOUNCED]),
        (["--by", "Southland", "--from", "2023-05-12"], [ANNOUNCED, HELD]),
        (["--from", "2023-06", "--to", "2023-06"], [ANNOUNCED]),
    ],
)
def test_filters_narrow_a_list(terminal, filters, documents):
    code, items = listed(terminal, "entries", *filters)
    assert code == 0
    assert sources(items) == {d.source for d in documents}


def test_nothing_that_matches_is_its_own_exit_code_and_an_empty_document(terminal):
    assert listed(terminal, "meetings", "--from", "2024-01") == (3, [])
    assert "No meetings match." in terminal.type("list", "meetings", "--from", "2024-01").stderr


def test_what_was_left_out_is_listed_with_its_reason(terminal):
    shown = terminal.type("list", "rejections").stdout
    assert "empty · articles/empty.txt\n    no bytes in it" in shown


def test_actors_that_the_profile_does_not_list_are_listed_with_an_example(terminal):
    shown = terminal.type("list", "actors").stdout
    assert "Northland · " in shown
    assert "— The Courier" in shown or "— Southern Herald" in shown


def test_what_takes_no_filters_says_so(terminal):
    shown = terminal.type("list", "rejections", "--outlet", "The Courier")
    assert shown.exit_code == 2
    assert "leave the filters out" in shown.stderr


def test_days_that_run_backwards_are_wrong_usage(terminal):
    shown = terminal.type("list", "meetings", "--from", "2023-06", "--to", "2023-05")
    assert shown.exit_code == 2
    assert "--from 2023-06-01 comes after --to 2023-05-31" in shown.stderr


def test_a_search_finds_the_sentence_and_who_said_it(terminal):
    shown = terminal.type("search", "reopen road")
    assert shown.exit_code == 0
    assert "— Ana Lind (Northland) in The Courier, 2023-05-05 · " in shown.stdout


def test_a_search_takes_the_filters(terminal):
    assert terminal.type("search", "Vale", "--outlet", "Southern Herald").exit_code == 0
    assert terminal.type("search", "reopen", "--outlet", "Southern Herald").exit_code == 3


@pytest.mark.parametrize("text", ['"', "NEAR(", "a AND", "*", "col:x", "'; drop table entries; --"])
def test_no_text_is_a_fault_of_the_search(terminal, text):
    assert terminal.type("search", text).exit_code in (2, 3, 0)


def test_hostile_text_reaches_the_terminal_as_marks(terminal):
    for words in (("list", "documents"), ("list", "statements"), ("search", "nothing")):
        shown = terminal.type(*words).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\x07" not in shown
    shown = terminal.type("list", "documents").stdout
    assert "[bold]=SUM(A1)[/bold] ␛]0;owned␇" in shown


def test_what_the_pages_call_articles_and_left_out_is_listed_by_these_names(terminal):
    for name, other in (("articles", "documents"), ("left-out", "rejections")):
        assert terminal.type("list", name).stdout == terminal.type("list", other).stdout
