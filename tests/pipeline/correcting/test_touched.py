"""Which documents corrections bear on: those whose part of the views must be made anew."""

from detente.ledger.corrections import documents_touched
from detente.pipeline.correcting import accept, actor_is, same, undo
from tests.pipeline.correcting.desk import saying

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
