import json


def test_a_commitment_is_shown_with_its_outcome_due_day_and_sentence(terminal):
    shown = " ".join(terminal.type("commitments").stdout.split())
    assert shown.startswith("open · due 2023-05-05 to 2023-06-30, “by June” · pledge · Northland")
    assert "“We shall reopen the road by June”" in shown
    assert "— Ana Lind (Northland) in The Courier, 2023-05-05" in shown


def test_outcomes_narrow_the_list(terminal):
    assert terminal.type("commitments", "--outcome", "open").exit_code == 0
    none = terminal.type("commitments", "--outcome", "kept")
    assert none.exit_code == 3
    assert "No commitment matches" in none.stderr


def test_an_outcome_that_is_none_is_wrong_usage(terminal):
    assert terminal.type("commitments", "--outcome", "broken").exit_code == 2


def test_the_json_of_commitments_has_the_evidence_in_it(terminal):
    (told,) = json.loads(terminal.type("commitments", "talks", "--json").stdout)
    assert (told["outcome"], told["strength"]) == ("open", "pledge")
    assert told["event"]["reports"][0]["evidence"]
    assert told["sentences"] == []
