import json


def test_a_track_waits_for_another_by_somebodys_word(terminal):
    shown = terminal.type("blockers").stdout
    assert "Talks (talks) waits for" in shown
    assert "ceasefire · " in shown
    assert "1 voice: Ana Lind (Northland) · said 2023-05-0" in " ".join(shown.split())
    assert "no treaty without a ceasefire" in shown


def test_if_a_gate_opened_the_track_would_be_free(terminal):
    shown = terminal.type("blockers", "--if", "ceasefire=settled").stdout
    assert "If ceasefire were settled" in shown
    assert "Talks (talks) would have no open condition left" in shown


def test_what_is_assumed_of_a_track_must_be_said(terminal):
    shown = terminal.type("blockers", "--if", "ceasefire")
    assert shown.exit_code == 2
    assert "border=settled" in shown.stderr


def test_a_track_without_a_condition_ends_with_nothing(terminal):
    shown = terminal.type("blockers", "ceasefire")
    assert shown.exit_code == 3
    assert "No condition is named" in shown.stderr


def test_the_json_of_blockers_has_the_evidence_in_it(terminal):
    answer = json.loads(terminal.type("blockers", "--if", "ceasefire=settled", "--json").stdout)
    (gate,) = answer["gates"]
    assert (gate["track"], gate["requires"], gate["state"]) == ("talks", "ceasefire", "cannot tell")
    assert gate["voices"][0]["reports"][0]["evidence"]
    assert answer["freed"][0]["remain"] == []
