"""Who met whom: when last, when next, and which meetings these were."""

import pytest

from detente.pipeline import add
from detente.web.pages import actors
from tests.ledger.stories import STORIES, article, new_ledger, reader, rows
from tests.web.conftest import client_of

PLANNED = article(
    "planned",
    "2023-06-20",
    "Sud Daily",
    "Norland and Sudland will meet on 2023-07-18 over the treaty.",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("actors")
    with new_ledger(folder) as opened:
        path = rows(folder / "files" / "stories.jsonl", [*STORIES, PLANNED])
        add(opened, [path], process=opened.process, reader=reader())
        yield client_of(opened)


def test_the_last_meeting_was_held_and_the_next_one_stands_apart(client):
    (row,) = client.get("/actors.json").json()["rows"]
    assert (row["held"], row["planned"]) == (2, 1)
    assert (row["last_held"], row["next"]) == ("2023-06-18", "2023-07-18")


def test_a_pair_leads_to_all_meetings_of_both(client):
    text = client.get("/actors").text
    assert "/actors?pair=Norland&amp;pair=Sudland" in text
    found = client.get("/actors.json?pair=Norland&pair=Sudland").json()["rows"]
    days = [row["date"]["start"] for row in found]
    assert days == ["2023-07-18", "2023-06-18", "2023-05-25"]
    assert "2 held, 1 planned" in client.get("/actors?pair=Norland&pair=Sudland").text


def test_an_actor_of_many_meetings_is_told_by_the_latest_and_the_page_says_so(client, monkeypatch):
    assert "Met most often</h2>" in client.get("/actor/norland").text
    monkeypatch.setattr(actors, "MOST_OF_ONE", 2)
    assert "Met most often, in the latest 2 meetings</h2>" in client.get("/actor/norland").text
