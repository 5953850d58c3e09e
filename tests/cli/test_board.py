import json

from .conftest import HELD


def test_the_board_names_each_track_with_its_evidence(terminal):
    shown = terminal.type("status")
    assert shown.exit_code == 0
    board = shown.stdout
    assert board.startswith("A process without a profile · as of 2023-05-13")
    assert "Talks (talks)" in board
    assert "  last meeting      2023-05-12 · Port Vale · Northland, Southland · held" in board
    assert "Northland and Southland met in Port Vale on Friday" in board
    assert "— Southern Herald, 2023-05-13 · " in board
    assert "  open commitments  pledge · due" in board
    assert "— Ana Lind (Northland) in The Courier, 2023-05-05 · " in board


def test_no_sentence_stands_twice_in_one_track(terminal):
    board = terminal.type("status", "talks").stdout
    assert board.count("Southland rejected the draft of the treaty") == 1


def test_one_track_is_shown_by_id_or_name_in_any_case(terminal):
    by_id = terminal.type("status", "ceasefire").stdout
    assert "Talks (talks)" not in by_id
    assert terminal.type("status", "CEASEFIRE").stdout == by_id
    assert terminal.type("status", "--track", "Ceasefire").stdout == by_id


def test_a_track_that_is_not_there_is_wrong_usage(terminal):
    shown = terminal.type("status", "weather")
    assert shown.exit_code == 2
    assert "no track 'weather'" in shown.stderr
    assert "talks, ceasefire" in shown.stderr


def test_as_of_an_earlier_day_uses_no_later_article(terminal):
    shown = terminal.type("status", "talks", "--as-of", "2023-05-06")
    assert "as of 2023-05-06" in shown.stdout
    assert "Southern Herald" not in shown.stdout
    assert (
        "next meeting      2023-05-12 · Port Vale · Northland, Southland · scheduled"
        in shown.stdout
    )
    assert "2 articles left out, published later or not known when" in " ".join(
        shown.stdout.split()
    )


def test_as_of_a_day_before_every_article_nothing_matches(terminal):
    shown = terminal.type("status", "--as-of", "2020-01-01")
    assert shown.exit_code == 3
    assert "No article in the record is known to have been published by 2020-01-01" in shown.stderr


def test_known_at_a_change_uses_nothing_that_was_recorded_later(terminal):
    shown = terminal.type("status", "talks", "--known-at", "1")
    assert "as recorded up to change 1," in " ".join(shown.stdout.split())
    assert "Southern Herald" not in shown.stdout
    assert "scheduled" in shown.stdout


def test_known_at_a_day_before_every_change_nothing_matches(terminal):
    shown = terminal.type("status", "--known-at", "2020-01-01")
    assert shown.exit_code == 3
    assert "The record held no article yet at 2020-01-01." in shown.stderr


def test_a_state_that_the_record_never_had_is_an_error(terminal):
    shown = terminal.type("agenda", "--known-at", "4000")
    assert shown.exit_code == 1
    assert "Error: the record has no change 4000; its last is 4" in shown.stderr


def test_the_json_of_the_board_has_the_evidence_in_it(terminal):
    board = json.loads(terminal.type("status", "--json").stdout)
    assert list(board) == [
        *("process", "as_of", "known_at", "reckoned_on", "tracks"),
        *("meetings_to_come", "meetings_put_off", "health"),
    ]
    talks = next(t for t in board["tracks"] if t["track"] == "talks")
    assert list(talks) == [
        "track",
        "name",
        "status",
        "since",
        "arrow",
        "rule",
        "rests_on",
        "last_meeting",
        "next_meeting",
        "put_off",
        "last_refusal",
        "open_commitments",
        "overdue_commitments",
        "open_conditions",
        "last_agreement",
        "arrow_rule",
        "arrow_rests_on",
    ]
    refusal = talks["last_refusal"]
    assert (refusal["document"], refusal["outlet"]) == (HELD.id, "Southern Herald")
    assert board["health"]["undated"] == 1


def test_the_board_fits_a_narrow_terminal(terminal):
    board = terminal.type("status", columns=40).stdout
    assert max(map(len, board.splitlines())) <= 40
    assert "Northland and Southland met in" in board
    assert not set(board) & set("│╭╮╰╯─┃")
    assert "\x1b" not in board
