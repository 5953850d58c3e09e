"""A remark told by several articles is one thing that was said: wherever events are asked for."""

import pytest

from detente.export import event_shape
from detente.ledger.moments import last_change
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline import add, rebuild
from detente.query import events, show
from detente.query.changes import changes
from tests.ledger.stories import article, new_ledger, reader, rows

REMARK = "Ana Ruiz said that the orchards along the glacier belong to their beekeepers."
FIRST = article("first", "2023-06-01", "Northern Post", REMARK)
AGAIN = article(
    "again", "2023-06-02", "Sud Daily", REMARK.replace("along", "below"), "Norland met Sudland."
)


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        add_one(opened, tmp_path, FIRST)
        yield opened


def add_one(ledger, tmp_path, story):
    path = rows(tmp_path / "more.jsonl", [story])
    add(ledger, [path], process=ledger.process, reader=reader())


def test_a_remark_told_again_is_one_event_of_two_outlets(ledger, tmp_path):
    assert events(ledger, Filter(), said=True) == ()
    add_one(ledger, tmp_path, AGAIN)
    (told,) = (e for e in events(ledger, Filter(), said=True) if e.event.kind is Kind.STATEMENT)
    assert (told.event.support, told.event.status) == (2, "said")
    shape = event_shape(told.event)
    assert [a["name"] for a in shape["speaker"]] == ["Ana Ruiz"]
    assert "by" not in shape
    assert list(show(ledger, told.reports[0].id).events) == [told.event.id]


def test_it_is_listed_where_asked_for_and_not_among_what_happened(ledger, tmp_path):
    add_one(ledger, tmp_path, AGAIN)
    assert {e.event.kind for e in events(ledger, Filter())} == {Kind.MEETING}
    (told,) = events(ledger, Filter(kinds=(Kind.STATEMENT,)))
    assert told.event.support == 2


def test_a_remark_that_was_known_is_nothing_newly_said(ledger, tmp_path):
    before = last_change(ledger)
    add_one(ledger, tmp_path, AGAIN)
    found = changes(ledger, Filter(known_at=str(before)), Filter())
    assert found.said == {}
    assert found.retold == 1


def test_adding_one_by_one_comes_out_as_all_anew(ledger, tmp_path):
    add_one(ledger, tmp_path, AGAIN)
    grown = events(ledger, Filter(), said=True)
    rebuild(ledger, ledger.process)
    assert events(ledger, Filter(), said=True) == grown
