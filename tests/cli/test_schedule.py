import json


def test_the_timeline_goes_by_day_and_names_its_reports(terminal):
    shown = terminal.type("timeline").stdout
    assert shown.index("2023-05-04") < shown.index("2023-05-12")
    assert "  meeting · held · Port Vale · Northland, Southland · 2 outlets" in shown
    assert "Northland and Southland met in Port Vale on Friday" in shown


def test_the_timeline_takes_days(terminal):
    shown = terminal.type("timeline", "--from", "2023-05-12", "--to", "2023-05-12", "--json")
    items = json.loads(shown.stdout)
    assert [i["kind"] for i in items] == ["commitment", "meeting", "refusal"]
    assert all(i["date"]["start"] <= "2023-05-12" <= i["date"]["end"] for i in items)


def test_the_agenda_holds_the_promise_that_falls_due(terminal):
    shown = terminal.type("agenda")
    assert shown.exit_code == 0
    assert "“We shall reopen the road by June”" in shown.stdout
    assert "met in Port Vale" not in shown.stdout


def test_the_agenda_of_an_earlier_day_holds_the_meeting(terminal):
    shown = terminal.type("agenda", "--as-of", "2023-05-06")
    assert "2023-05-12 · scheduled" in shown.stdout
    assert "— The Courier, 2023-05-05 · " in shown.stdout


def test_where_nothing_is_to_come_nothing_matches(terminal):
    shown = terminal.type("agenda", "--track", "humanitarian")
    assert shown.exit_code == 3
    assert "Nothing is to come" in shown.stderr
