import json


def meeting(terminal):
    found = json.loads(terminal.type("list", "events", "--json").stdout)
    return next(event for event in found if event["kind"] == "meeting")


def test_outlets_stand_side_by_side_where_there_is_room(terminal):
    shown = terminal.type("wording", meeting(terminal)["id"][:8], columns=100).stdout
    assert f"{'':18}{'The Courier':41}Southern Herald" in shown
    assert f"{'headline':18}“Talks are set for Port Vale”" in shown
    assert f"{'the act':18}{'“meet”':41}“met”" in shown


def test_in_a_narrow_terminal_each_outlet_has_a_block(terminal):
    shown = terminal.type("wording", meeting(terminal)["id"][:8], columns=64).stdout
    assert "  headline          “Talks are set for Port Vale”" in shown
    assert "  Port Vale         “Port Vale”" in shown
    assert shown.index("“meet”") < shown.index("Southern Herald") < shown.index("“met”")


def test_who_else_published_then_is_told(terminal):
    shown = terminal.type("wording", meeting(terminal)["id"]).stdout
    assert "No other outlet of this record published between 2023-05-09 and 2023-05-15." in shown


def test_the_json_gives_each_word_its_place(terminal):
    page = json.loads(terminal.type("wording", meeting(terminal)["id"], "--json").stdout)
    (act,) = page["columns"][1]["acts"]
    assert (act["words"], act["end"] - act["start"]) == ("met", 3)
    assert page["silent"] == []


def test_an_id_of_no_event_matches_nothing(terminal):
    shown = terminal.type("wording", "0123456789abcdef")
    assert shown.exit_code == 3
    assert "detente list events" in shown.stderr
