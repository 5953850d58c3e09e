import json
from io import StringIO

from rich.console import Console

from detente.cli.differing import put_differences
from detente.cli.sheet import Sheet
from detente.model.entry import Figure
from detente.query import EventPage
from tests.query.reports import NORLAND, SUDLAND, event_of, incident


def shown(*reports):
    written = StringIO()
    page = EventPage(recorded=event_of(*reports), contexts=tuple(() for _ in reports))
    put_differences(Sheet(Console(file=written, width=100)), page)
    return written.getvalue()


def test_each_version_stands_with_its_speaker_and_outlet():
    ours = incident(by=(SUDLAND,), said_by=(NORLAND,))
    theirs = incident(outlet="Sud Daily", by=(NORLAND,), said_by=(SUDLAND,))
    text = shown(ours, theirs)
    assert (
        "who to whom       Sudland → not said — Norland, reported, in Northern Post, 2023-05-01"
        in text
    )
    assert "Norland → not said — Sudland, reported, in Sud Daily, 2023-05-01" in text
    assert "They do not name the same side as the one who acted." in text


def test_counts_say_whose_they_are():
    ours = incident(figures=(Figure("soldiers", 3, 3, "Norland"),))
    theirs = incident(outlet="Sud Daily", figures=(Figure("soldiers", 49, None, "Sudland"),))
    text = shown(ours, theirs)
    assert "3 soldiers by the count of Norland — Northern Post" in text
    assert "at least 49 soldiers by the count of Sudland — Sud Daily" in text


def test_accounts_are_headed_only_where_there_are_several():
    assert "own words" not in shown(incident())
    text = shown(incident(), incident("Norland fired", said_by=(SUDLAND,)))
    assert text.index("By the word of Sudland") < text.index("In the outlets' own words")


def test_the_same_words_of_a_later_day_are_not_written_out_again():
    text = shown(incident(), incident(day="2023-05-02"))
    assert "— Northern Post, 2023-05-02, the same words" in text


def test_the_json_of_an_event_says_where_its_reports_differ(terminal):
    (event,) = json.loads(terminal.type("list", "events", "--json").stdout)
    page = json.loads(terminal.type("show", event["id"], "--json").stdout)
    assert page["differences"]["points"] == []
    assert page["differences"]["accounts"] == [{"sides": [], "reports": event["entries"]}]
