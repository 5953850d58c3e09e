"""A record that is taken for large answers as a small one does, within the bounds that it says."""

from datetime import date

import pytest

from detente import query
from detente.ledger import commonness
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query import Progress, reviewing, standpoint

FILTERS = (
    Filter(tracks=("border",)),
    Filter(by=("Norland",)),
    Filter(outlets=("Sud Daily",)),
    Filter(text="border"),
    Filter(tracks=("treaty",), by=("Sudland",)),
)
DAY = date(2023, 5, 25)
QUESTIONS = (query.timeline, query.entries, query.events, query.agenda)


@pytest.fixture
def large(monkeypatch):
    """Take whatever is there for much."""
    monkeypatch.setattr(commonness, "FEW", 0)
    monkeypatch.setattr(standpoint, "LARGE", 0)


@pytest.mark.parametrize("where", FILTERS)
def test_what_very_many_pass_is_found_item_by_item_as_by_its_list(ledger, where, monkeypatch):
    by_list = [ask(ledger, where) for ask in QUESTIONS]
    monkeypatch.setattr(commonness, "FEW", 0)
    assert [ask(ledger, where) for ask in QUESTIONS] == by_list
    assert any(by_list)


@pytest.mark.usefixtures("large")
def test_a_large_board_says_that_not_all_was_looked_through(ledger):
    assert not query.board(ledger, Filter(), most=1).followed
    assert query.board(ledger, Filter()).followed


def test_a_board_that_shows_few_of_a_small_record_looks_through_all(ledger):
    assert query.board(ledger, Filter(), most=1).followed


@pytest.mark.usefixtures("large")
def test_of_a_large_record_as_many_commitments_are_listed_as_are_asked_for(ledger):
    assert query.commitments(ledger, Filter(), most=0) == ()
    assert query.commitments(ledger, Filter(), most=9) == query.commitments(ledger, Filter())


@pytest.mark.usefixtures("large")
def test_of_a_large_record_the_latest_conditions_hold_tracks_back(ledger):
    assert not query.blockers(ledger, Filter(), most=0).blockers.gates
    assert query.blockers(ledger, Filter(), most=9) == query.blockers(ledger, Filter())


def review(ledger, where, **options):
    """Ask what waits under a filter, and how much of it there is."""
    waiting = query.suggestions(ledger, where, reviewer="Ada", limit=20)
    return waiting, query.progress(ledger, where, reviewer="Ada", **options)


@pytest.mark.parametrize("where", [*FILTERS, Filter(kinds=(Kind.MEETING,)), Filter(until=DAY)])
def test_what_waits_under_a_filter_is_found_article_by_article_as_by_its_list(
    ledger, where, monkeypatch
):
    by_list = review(ledger, where)
    monkeypatch.setattr(commonness, "FEW", 0)
    assert review(ledger, where) == by_list
    assert by_list[0]


def test_under_a_filter_no_more_are_counted_than_are_asked_for(ledger):
    where = Filter(kinds=(Kind.STATEMENT,))
    (_, all_of_them), (_, some) = review(ledger, where), review(ledger, where, most=1)
    assert all_of_them.total > 1
    assert some == Progress(0, 1, more=True)
    assert review(ledger, where, most=all_of_them.total)[1] == all_of_them


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("where", FILTERS)
def test_under_filters_that_many_pass_the_latest_are_counted_and_it_is_said(
    ledger, where, monkeypatch
):
    whole = review(ledger, where)[1]
    assert review(ledger, where, most=99)[1] == whole
    monkeypatch.setattr(reviewing, "LOOKED_THROUGH", 2)
    some = review(ledger, where, most=99)[1]
    assert some.total < whole.total
    assert some.more


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("count", [query.count_dated, query.count_quotations])
def test_what_passes_filters_that_many_do_is_counted_or_not_known(ledger, count, monkeypatch):
    for where in FILTERS:
        monkeypatch.setattr(commonness, "FEW", 4000)
        whole = count(ledger, where, most=99)
        monkeypatch.setattr(commonness, "FEW", 0)
        monkeypatch.setattr(standpoint, "LOOKED_THROUGH", 99)
        assert count(ledger, where, most=99) == (None if where.text else whole)
        monkeypatch.setattr(standpoint, "LOOKED_THROUGH", 1)
        assert count(ledger, where, most=99) is None
