"""The address of an event holds when a correction or an article gives the event another id."""

from datetime import date

import pytest

from detente import query
from detente.ledger import Ledger
from detente.ledger.schema import SCHEMA_VERSION
from detente.model.filter import Filter
from detente.pipeline import add, rebuild, refresh
from detente.pipeline.correcting import edit, reject
from tests.ledger.stories import STORIES, article, new_ledger, reader, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        rows(tmp_path / "files" / "stories.jsonl", STORIES)
        add(opened, [tmp_path / "files"], process=opened.process, reader=reader())
        yield opened


def the_meeting(ledger):
    """Return the event of the two reports of 25 May."""
    found = query.events(ledger, Filter())
    return next(e.event for e in found if str(e.event.date) == "2023-05-25")


def show_id(ledger, item):
    page = query.show(ledger, item)
    return page and page.recorded.event.id


def test_it_holds_when_a_report_is_rejected(ledger):
    before = the_meeting(ledger)
    reject(ledger, before.entries[0], by="Ada")
    refresh(ledger, ledger.process)
    now = the_meeting(ledger)
    assert now.id != before.id
    assert show_id(ledger, before.id) == show_id(ledger, before.id[:8]) == now.id


def test_it_holds_when_an_article_tells_of_the_event_too(ledger, tmp_path):
    before = the_meeting(ledger)
    more = article(
        "more", "2023-05-27", "Third Paper", "Norland and Sudland met on 2023-05-25 again."
    )
    path = rows(tmp_path / "more.jsonl", [more])
    add(ledger, [path], process=ledger.process, reader=reader())
    now = the_meeting(ledger)
    assert len(now.entries) == len(before.entries) + 1
    assert show_id(ledger, before.id) == now.id


def test_it_holds_when_every_report_was_edited_and_the_views_were_made_anew(ledger):
    before = the_meeting(ledger)
    for name in before.entries:
        edit(ledger, name, {"tracks": "border"}, by="Ada")
    rebuild(ledger, ledger.process)
    now = the_meeting(ledger)
    assert set(now.entries).isdisjoint(before.entries)
    assert show_id(ledger, before.id) == now.id


def test_it_leads_to_the_event_of_an_earlier_day(ledger):
    page = query.show(ledger, the_meeting(ledger).id, as_of=date(2023, 5, 20))
    assert page.recorded.event.status == "scheduled"
    assert query.show(ledger, "0" * 16) is None


def test_it_holds_in_a_record_that_an_older_program_made(tmp_path):
    with new_ledger(tmp_path) as opened:
        rows(tmp_path / "files" / "stories.jsonl", STORIES)
        add(opened, [tmp_path / "files"], process=opened.process, reader=reader())
        before = the_meeting(opened)
        with opened.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE event_names")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    with Ledger.open(tmp_path / "record") as opened:
        reject(opened, before.entries[0], by="Ada")
        refresh(opened, opened.process)
        assert the_meeting(opened).id != before.id
        assert show_id(opened, before.id) == the_meeting(opened).id
