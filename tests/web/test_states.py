"""An earlier state of a large record: the page says that it is being made, and shows it when it is there."""

import json
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from starlette.testclient import TestClient

from detente.pipeline import add
from detente.query import standpoint
from detente.web import states
from detente.web.app import make_app
from detente.web.states import Making
from tests.ledger.stories import ANNOUNCED, STORIES, new_ledger, reader, rows
from tests.web.browser import Watched
from tests.web.conftest import ORIGIN, serve
from tests.web.test_access import GRAVE, OPTIONS

AS_OF = "/chronology?as_of=2023-05-20"
CHANGES = "/changes?since=2023-05-20"


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


@pytest.fixture
def large(monkeypatch):
    """Take whatever is there for much."""
    monkeypatch.setattr(standpoint, "LARGE", 0)


def client_of(ledger):
    return TestClient(make_app(ledger), base_url=ORIGIN)


def awaited(client, path):
    """Ask for a page that is being made; wait for the end of it; return what was told."""
    answer = client.get(path)
    assert answer.status_code == 202
    there = answer.text.split('data-progress="')[1].split('"')[0]
    return [json.loads(line[6:]) for line in client.get(there).text.split("\n\n") if line]


def test_a_small_record_shows_an_earlier_state_at_once(ledger):
    assert client_of(ledger).get(AS_OF).status_code == 200


def test_the_state_of_a_large_one_is_shown_when_it_is_there(ledger, monkeypatch):
    asked_at_once = client_of(ledger).get(AS_OF.replace("?", ".json?")).json()
    ledger.earlier.clear()
    monkeypatch.setattr(standpoint, "LARGE", 0)
    client = client_of(ledger)
    told = awaited(client, AS_OF)
    assert told[-1]["ended"]
    assert not told[-1]["failed"]
    assert client.get(AS_OF).status_code == 200
    assert client.get(AS_OF.replace("?", ".json?")).json() == asked_at_once


@pytest.mark.usefixtures("large")
def test_a_program_is_told_when_to_ask_again(ledger):
    answer = client_of(ledger).get(AS_OF.replace("?", ".csv?"))
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "as of 2023-05-20" in answer.text


@pytest.mark.usefixtures("large")
def test_what_is_recorded_later_is_brought_into_the_state_that_is_there(ledger, tmp_path):
    client = client_of(ledger)
    awaited(client, AS_OF)
    (then,) = ledger.earlier.values()
    late = ANNOUNCED | {"title": "Late", "text": "Holm said that the treaty was near."}
    add(ledger, [rows(tmp_path / "late.jsonl", [late])], process=ledger.process, reader=reader())
    assert awaited(client, AS_OF)[-1]["ended"]
    assert list(ledger.earlier.values()) == [then]
    assert "the treaty was near" in client.get(AS_OF).text


def test_two_states_are_compared_while_the_page_tells_how_far_it_is(ledger, monkeypatch):
    compared_at_once = client_of(ledger).get(CHANGES.replace("?", ".json?")).json()
    ledger.earlier.clear()
    monkeypatch.setattr(standpoint, "LARGE", 0)
    client = client_of(ledger)
    for _ in ("the state", "what changed since"):
        awaited(client, CHANGES)
    assert client.get(CHANGES).status_code == 200
    assert client.get(CHANGES.replace("?", ".json?")).json() == compared_at_once


@pytest.mark.usefixtures("large")
def test_a_page_asks_for_no_state_that_its_filters_do_not_name(ledger):
    assert client_of(ledger).get("/chronology").status_code == 200
    assert client_of(ledger).get("/review?as_of=2023-05-20").status_code == 200


@pytest.mark.usefixtures("large")
def test_why_nothing_came_of_it_is_told(ledger, monkeypatch):
    def full(*_words):
        raise OSError("No space left on device")

    monkeypatch.setattr(states, "_in_another_process", full)
    told = awaited(client_of(ledger), AS_OF)
    assert told[-1]["failed"]
    assert "No space left" in told[-1]["words"]


def test_of_many_that_wait_the_oldest_are_given_up(ledger):
    many = states.States(ledger)
    with many._turn:
        makings = [
            many._begin(n, f"number {n}", lambda _: None) for n in range(states.MOST_WAITING + 2)
        ]
        assert [m.ended for m in makings] == [True, True, *[False] * states.MOST_WAITING]


def test_how_far_it_is_is_told_in_articles():
    making = Making("the record as of 2023-05-20", begun=True, done=3, total=12)
    assert making.words == "3 of 12 articles …"


@pytest.fixture
def served(ledger):
    yield from serve(ledger)


@pytest.mark.usefixtures("large")
def test_the_page_shows_itself_when_the_state_is_there(browser, served, monkeypatch):
    go_on, begin = threading.Event(), states._in_another_process

    def held(*words):
        go_on.wait(60)
        return begin(*words)

    monkeypatch.setattr(states, "_in_another_process", held)
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        watched = Watched(context.new_page(), served.address)
        page = watched.go(AS_OF)
        assert "as of 2023-05-20" in page.inner_text("[data-progress]")
        found = Axe().run(page, options=OPTIONS).response["violations"]
        go_on.set()
        page.wait_for_selector("table.lines", timeout=60_000)
        assert [each["id"] for each in found if each["impact"] in GRAVE] == []
        assert watched.complaints == []
