from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from detente.ledger import schema
from detente.ledger.earlier import Bounds, left_out
from detente.ledger.views import load_events, load_reckoned_on, load_statuses
from detente.model.entry import Kind
from detente.model.event import Event, TrackStatus
from detente.pipeline import add, as_it_was, open_ledger
from tests.ledger.stories import ANNOUNCED, HELD, LATER, STORIES, article, new_ledger, reader, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


@dataclass(frozen=True)
class Seen:
    """What the views of a record hold."""

    reckoned_on: date | None
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]


def seen(ledger, day):
    names = select(schema.events.c.id).order_by(schema.events.c.id)
    with as_it_was(ledger, ledger.process, until(day)).looking() as connection:
        return Seen(
            load_reckoned_on(connection),
            tuple(load_events(connection, connection.scalars(names).all()).values()),
            load_statuses(connection),
        )


def until(day):
    return Bounds(as_of=day and date.fromisoformat(day))


def statuses_of_meetings(found):
    return sorted((str(e.date), e.status) for e in found.events if e.kind is Kind.MEETING)


def test_announced_and_held_are_one_meeting(ledger):
    assert statuses_of_meetings(seen(ledger, None)) == [
        ("2023-05-25", "held"),
        ("2023-06-18", "held"),
    ]


def test_an_earlier_day_knows_no_later_article(ledger):
    found = seen(ledger, "2023-05-20")
    assert statuses_of_meetings(found) == [("2023-05-25", "scheduled")]
    assert found.reckoned_on == date(2023, 5, 20)


def test_before_the_first_article_nothing_is_known(ledger):
    found = seen(ledger, "2023-05-14")
    assert found.events == ()


@pytest.mark.parametrize(("day", "hidden"), [("2023-05-14", 3), ("2023-05-20", 2), (None, 0)])
def test_what_a_day_hides_is_counted(ledger, day, hidden):
    assert left_out(ledger, until(day)) == hidden


def test_the_view_of_the_last_day_equals_the_stored_one(ledger):
    stored, made = seen(ledger, None), seen(ledger, "2023-06-20")
    assert stored.reckoned_on == made.reckoned_on == date(2023, 6, 20)
    assert (stored.events, stored.statuses) == (made.events, made.statuses)


def test_what_was_added_later_does_not_change_an_earlier_day(tmp_path):
    found = []
    for name, stories in (("few", [ANNOUNCED]), ("all", STORIES)):
        with new_ledger(tmp_path / name) as ledger:
            path = rows(tmp_path / f"{name}.jsonl", stories)
            add(ledger, [path], process=ledger.process, reader=reader())
            found.append(seen(ledger, "2023-05-20"))
    assert found[0].events == found[1].events
    assert found[0].statuses == found[1].statuses


def test_an_article_without_a_day_is_left_out_of_every_earlier_view(tmp_path, ledger):
    undated = {k: v for k, v in LATER.items() if k != "date"} | {"url": "https://example.test/x"}
    undated["text"] = "Sudland refused to open the border."
    path = rows(tmp_path / "undated.jsonl", [undated])
    add(ledger, [path], process=ledger.process, reader=reader())
    assert left_out(ledger, until("2030-01-01")) == 1


def test_an_earlier_day_sees_the_version_that_stood_then(tmp_path, ledger):
    edited = HELD | {"date": "2023-06-01", "text": "Norland and Sudland met on 2023-05-24 over it."}
    path = rows(tmp_path / "edited.jsonl", [edited])
    add(ledger, [path], process=ledger.process, reader=reader())
    before, after = seen(ledger, "2023-05-31"), seen(ledger, "2023-06-01")
    assert ("2023-05-25", "held") in statuses_of_meetings(before)
    assert ("2023-05-25", "held") not in statuses_of_meetings(after)


def test_an_empty_record_has_no_day(tmp_path):
    with new_ledger(tmp_path) as ledger:
        path = rows(tmp_path / "none.jsonl", [])
        add(ledger, [path], process=ledger.process, reader=reader())
        assert seen(ledger, None).reckoned_on is None


def test_one_event_has_the_support_of_its_outlets(ledger):
    (event,) = [e for e in seen(ledger, None).events if str(e.date) == "2023-05-25"]
    assert event.outlets == ("Northern Post", "Sud Daily")


def test_a_copy_in_another_outlet_adds_no_support(tmp_path, ledger):
    copy = article("copy", "2023-05-27", "Third Times") | {"text": HELD["text"]}
    add(ledger, [rows(tmp_path / "copy.jsonl", [copy])], process=ledger.process, reader=reader())
    (event,) = [e for e in seen(ledger, None).events if str(e.date) == "2023-05-25"]
    assert event.support == 2


def test_views_that_an_upgrade_dropped_are_made_on_opening(ledger):
    made = seen(ledger, None)
    with ledger.writing() as connection:
        for table in schema.views.sorted_tables:
            connection.execute(table.delete())
    with open_ledger(ledger.folder) as opened:
        assert seen(opened, None) == made
