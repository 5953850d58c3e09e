"""Which documents corrections bear on: those whose part of the views must be made anew."""

import pytest

from detente.ledger.corrections import documents_touched
from detente.ledger.dump import dump_views
from detente.pipeline import rebuild, refresh
from detente.pipeline.correcting import (
    accept,
    actor_is,
    add_missed,
    edit,
    reject,
    same,
    split_event,
    undo,
)
from detente.query import events
from tests.pipeline.correcting.desk import ALL, saying

MET = "met on 2023-05-25"
LATER = "met on 2023-06-18"


def touched(ledger, after):
    with ledger.looking() as connection:
        return documents_touched(connection, after=after)


def document(ledger, words):
    return saying(ledger, words).document.id


def test_a_decision_touches_its_document_and_so_does_its_undoing(ledger):
    accept(ledger, saying(ledger, MET).id, by="Ada")
    accept(ledger, saying(ledger, LATER).id, by="Ada")
    assert touched(ledger, 0) == {document(ledger, MET), document(ledger, LATER)}
    assert touched(ledger, 1) == {document(ledger, LATER)}
    assert touched(ledger, 2) == set()
    undo(ledger, 1, by="Ada")
    assert touched(ledger, 2) == {document(ledger, MET)}


def test_a_judgement_touches_the_documents_of_both_sides(ledger):
    same(ledger, [saying(ledger, MET).id, saying(ledger, LATER).id], by="Ada")
    assert touched(ledger, 0) == {document(ledger, MET), document(ledger, LATER)}


def test_joining_actors_touches_every_document_that_names_the_one(ledger):
    actor_is(ledger, "~per-holm", "norland", by="Ada")
    assert touched(ledger, 0) == {document(ledger, "unless")}
    undo(ledger, 1, by="Ada")
    assert touched(ledger, 1) == {document(ledger, "unless")}


def split(ledger):
    (event,) = [e for e in events(ledger, ALL) if len(e.reports) > 1]
    split_event(ledger, event.event.id, [event.reports[0].id], by="Ada")


@pytest.mark.parametrize(
    "correct",
    [
        lambda led: accept(led, saying(led, MET).id, by="Ada"),
        lambda led: reject(led, saying(led, MET).id, by="Ada"),
        lambda led: edit(led, saying(led, MET).id, {"date": "2023-06-18"}, by="Ada"),
        lambda led: add_missed(
            led, document(led, MET), "It rained", {"kind": "incident", "status": "happened"}, by="A"
        ),
        lambda led: same(led, [saying(led, MET).id, saying(led, LATER).id], by="Ada"),
        split,
        lambda led: actor_is(led, "~per-holm", "norland", by="Ada"),
    ],
    ids=["accept", "reject", "edit", "add", "same", "split", "actor"],
)
def test_views_brought_up_to_a_correction_are_those_that_are_made_anew(ledger, correct):
    before = views(ledger)
    for step in (correct, lambda led: undo(led, 1, by="Ben")):
        step(ledger)
        refresh(ledger, ledger.process)
        brought_up = views(ledger)
        rebuild(ledger, ledger.process)
        assert views(ledger) == brought_up
    assert brought_up == before


def views(ledger):
    with ledger.looking() as connection:
        return list(dump_views(connection))
