"""Corrections in a record as it was: those that had been made by then, and no others."""

from datetime import date

from detente.model.filter import Filter
from detente.pipeline import refresh
from detente.pipeline.correcting import edit, reject, same, undo
from detente.query import corrections, entries, events
from tests.pipeline.correcting.desk import saying

HELD = "Norland and Sudland met on 2023-05-25"
LATER = "met on 2023-06-18"


def held_in(ledger, where):
    return next((e for e in entries(ledger, where) if HELD in e.sentence), None)


def test_a_state_before_the_correction_knows_nothing_of_it(ledger):
    before = held_in(ledger, Filter())
    edit(ledger, before.id, {"place": "Port Vale"}, by="Ada")
    undo(ledger, 1, by="Ada")
    reject(ledger, before.id, by="Ada")
    refresh(ledger, ledger.process)
    first, second, third = (c.correction.change for c in reversed(corrections(ledger)))
    assert held_in(ledger, Filter(known_at=str(first - 1))) == before
    assert held_in(ledger, Filter(known_at=str(first))).entry.place.name == "Port Vale"
    assert held_in(ledger, Filter(known_at=str(second))) == before
    assert held_in(ledger, Filter(known_at=str(third))) is None
    assert held_in(ledger, Filter()) is None


def test_what_had_been_published_by_a_day_is_shown_as_people_left_it(ledger):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    refresh(ledger, ledger.process)
    there = held_in(ledger, Filter(as_of=date(2023, 5, 31)))
    assert (there.entry.place.name, there.review.by) == ("Port Vale", "Ada")


def test_a_judgement_on_an_article_of_later_days_does_no_harm_on_an_earlier_one(ledger):
    same(ledger, [saying(ledger, HELD).id, saying(ledger, LATER).id], by="Ada")
    refresh(ledger, ledger.process)
    (event,) = events(ledger, Filter(as_of=date(2023, 5, 31)))
    assert len(event.reports) == 2
