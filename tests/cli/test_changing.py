import json

import pytest


def test_two_days_are_compared_by_what_had_been_published(terminal):
    shown = terminal.type("diff", "--from", "2023-05-06", "--to", "2023-05-14").stdout
    assert "from 2023-05-06 to 2023-05-14" in shown
    assert "status: scheduled → held" in shown
    assert "Southland rejected the draft of the treaty" in shown
    assert "Round in Port Vale ends · Southern Herald, 2023-05-13" in shown


def test_since_a_change_the_record_is_compared_with_what_it_is(terminal):
    shown = " ".join(terminal.type("diff", "--since", "1").stdout.split())
    assert "from change 1, " in shown
    assert "to change 4, " in shown
    assert "articles added: 2" in shown


def test_the_json_counts_what_it_does_not_show(terminal):
    found = json.loads(terminal.type("diff", "--since", "0", "--limit", "1", "--json").stdout)
    assert (found["articles"]["count"], len(found["articles"]["shown"])) == (3, 1)
    assert found["said"]["condition"]["count"] == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("--from", "2023-05-06", "--to", "2"), "not of one sort"),
        (("--from", "2023-05-14", "--to", "2023-05-06"), "comes after"),
        (("--from", "2023-13-01"), "not in the calendar"),
        ((), "Missing option"),
    ],
)
def test_what_cannot_be_compared_is_wrong_usage(terminal, typed, why):
    shown = terminal.type("diff", *typed)
    assert shown.exit_code == 2
    assert why in " ".join(shown.stderr.split())


def test_where_nothing_changed_it_is_said(terminal):
    shown = terminal.type("diff", "--from", "2023-05-06", "--to", "2023-05-07")
    assert shown.exit_code == 3
    assert "Nothing changed" in shown.stderr
