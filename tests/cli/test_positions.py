import json


def test_a_line_has_its_day_words_speaker_and_outlet(terminal):
    shown = terminal.type("positions", "--by", "Northland").stdout
    assert "2023-05-04, said · statement · commitment (pledge) · new" in shown
    assert "    “We shall reopen the road by June”" in shown
    assert "    — Ana Lind (Northland) in The Courier, 2023-05-05 · " in shown


def test_the_days_can_be_cut_into_pages(terminal):
    first = terminal.type("positions", "--by", "Northland", "--limit", "1")
    assert "There is more: --offset 1" in first.stderr
    second = terminal.type("positions", "--by", "Northland", "--limit", "1", "--offset", "1")
    assert second.stdout not in ("", first.stdout)


def test_the_json_holds_each_line_with_its_reports(terminal):
    page = json.loads(terminal.type("positions", "--by", "Northland", "--json").stdout)
    line = next(line for line in page["lines"] if "commitment" in line["kinds"])
    assert line["words"] == "We shall reopen the road by June"
    assert {r["kind"] for r in line["reports"]} == {"statement", "commitment"}
    assert page["next_offset"] is None


def test_somebody_must_be_named(terminal):
    shown = terminal.type("positions")
    assert shown.exit_code == 2
    assert "--by" in shown.stderr


def test_who_said_nothing_matches_nothing(terminal):
    shown = terminal.type("positions", "--by", "Nobody")
    assert shown.exit_code == 3
    assert "Nobody" in shown.stderr
