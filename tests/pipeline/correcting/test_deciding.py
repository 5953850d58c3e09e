import sqlite3

import pytest

from detente.ledger import verify
from detente.ledger.dump import dump
from detente.model.correction import Act
from detente.model.errors import CorrectionError
from detente.pipeline import rebuild, refresh
from detente.pipeline.correcting import (
    accept,
    add_missed,
    decide_all,
    edit,
    edit_all,
    reject,
    split_actor,
    undo,
    undo_last,
)
from detente.query import board, corrections, entries, unlisted_actors
from tests.pipeline.correcting.desk import ALL, exported, saying, sentences, states

HELD = "Norland and Sudland met on 2023-05-25"


def counts(ledger):
    return (board(ledger, ALL).health.entries, len(corrections(ledger)))


def test_an_accepted_entry_says_who_stands_behind_it(ledger):
    accept(ledger, saying(ledger, HELD).id, by="Ada", reason="read it twice")
    review = saying(ledger, HELD).review
    assert (review.state, review.by, review.reason) == ("accepted", "Ada", "read it twice")


def test_a_rejected_entry_leaves_the_list_and_the_events_and_stays_in_the_facts(ledger):
    entry = saying(ledger, HELD)
    reject(ledger, entry.id, by="Ada")
    refresh(ledger, ledger.process)
    assert HELD not in " ".join(sentences(ledger))
    assert entry.id not in exported(ledger)
    (made,) = corrections(ledger)
    assert made.subjects[0].id == entry.id


def test_an_edited_entry_stands_in_the_place_of_the_one_that_was_read(ledger):
    edit(ledger, saying(ledger, HELD).id, {"date": "2023-05-24"}, by="Ada")
    refresh(ledger, ledger.process)
    entry = saying(ledger, HELD)
    assert str(entry.entry.date) == "2023-05-24"
    assert (entry.review.state, entry.review.by) == ("edited", "Ada")
    assert '"date": {"start": "2023-05-24"' in exported(ledger)


def test_a_field_takes_names_as_people_type_them(ledger):
    edit(ledger, saying(ledger, HELD).id, {"participants": "ana ruiz; sudland, Mira Lund"}, by="A")
    refresh(ledger, ledger.process)
    named = [(a.id, a.name, a.side) for a in saying(ledger, HELD).entry.participants]
    assert named == [
        ("ana-ruiz", "Ana Ruiz", "Norland"),
        ("sudland", "Sudland", "Sudland"),
        ("~mira-lund", "Mira Lund", None),
    ]


def test_an_edited_entry_can_be_edited_again(ledger):
    edit(ledger, saying(ledger, HELD).id, {"date": "2023-05-24"}, by="Ada")
    refresh(ledger, ledger.process)
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ben")
    refresh(ledger, ledger.process)
    entry = saying(ledger, HELD).entry
    assert (str(entry.date), entry.place.name) == ("2023-05-24", "Port Vale")
    assert states(ledger) == {1: "applies", 2: "applies"}


def test_nothing_clears_a_field(ledger):
    edit(ledger, saying(ledger, HELD).id, {"date": ""}, by="Ada")
    refresh(ledger, ledger.process)
    assert saying(ledger, HELD).entry.date is None


def test_a_kind_can_be_another(ledger):
    said = saying(ledger, "it was content")
    edit(ledger, said.id, {"kind": "assessment", "sign": "+", "by": "Sudland"}, by="Ada")
    refresh(ledger, ledger.process)
    assert saying(ledger, "it was content").entry.kind == "assessment"


def test_a_label_that_followed_from_the_kind_goes_with_it(ledger):
    said = saying(ledger, "it was content").id
    edit(ledger, said, {"plover": {"event": "CONSULT", "mode": "statement"}}, by="Ada")
    refresh(ledger, ledger.process)
    labelled = saying(ledger, "it was content")
    assert labelled.entry.plover.event == "CONSULT"
    edit(ledger, labelled.id, {"kind": "demand", "by": "Sudland"}, by="Ada")
    refresh(ledger, ledger.process)
    assert saying(ledger, "it was content").entry.plover is None


def test_what_was_missed_is_added_from_a_marked_passage(ledger):
    document = saying(ledger, "refused to talk").document.id
    add_missed(
        ledger,
        document,
        "It rained in the capital",
        {"kind": "incident", "status": "happened", "tracks": "border"},
        by="Ada",
    )
    refresh(ledger, ledger.process)
    added = saying(ledger, "It rained")
    assert (added.review.state, added.entry.kind) == ("added", "incident")
    assert added.id in exported(ledger)


@pytest.mark.parametrize(
    "correct",
    [
        lambda led: accept(led, saying(led, HELD).id, by="Ada"),
        lambda led: reject(led, saying(led, HELD).id, by="Ada"),
        lambda led: edit(led, saying(led, HELD).id, {"date": "2023-05-24"}, by="Ada"),
        lambda led: add_missed(
            led, saying(led, HELD).document.id, "It rained", {"kind": "demand"}, by="Ada"
        ),
        lambda led: split_actor(led, "~per-holm", [saying(led, "unless").id], "Ole Holm", by="Ada"),
    ],
    ids=["accept", "reject", "edit", "add", "split an actor"],
)
def test_an_undone_correction_leaves_no_trace_in_what_is_exported(ledger, correct):
    before = exported(ledger)
    correct(ledger)
    assert exported(ledger) != before
    undo(ledger, 1, by="Ben")
    assert exported(ledger) == before
    assert states(ledger) == {1: "undone", 2: "applies"}


def test_undoing_an_undo_restores(ledger):
    reject(ledger, saying(ledger, HELD).id, by="Ada")
    after = exported(ledger)
    undo(ledger, 1, by="Ada")
    undo(ledger, 2, by="Ada")
    assert exported(ledger) == after
    assert states(ledger) == {1: "applies", 2: "overruled", 3: "applies"}


def test_two_rebuilds_give_the_same_bytes(ledger):
    edit(ledger, saying(ledger, HELD).id, {"date": "2023-05-24"}, by="Ada")
    reject(ledger, saying(ledger, "it was content").id, by="Ben")
    dumps = []
    for _ in range(2):
        rebuild(ledger, ledger.process)
        dumps.append(list(dump(ledger)))
    assert dumps[0] == dumps[1]


def test_the_last_word_on_an_entry_counts(ledger):
    entry = saying(ledger, HELD).id
    reject(ledger, entry, by="Ada")
    accept(ledger, entry, by="Ben")
    refresh(ledger, ledger.process)
    assert saying(ledger, HELD).review.by == "Ben"
    assert states(ledger) == {1: "overruled", 2: "applies"}


def test_many_are_decided_at_once_and_one_undo_takes_them_back(ledger):
    before = exported(ledger)
    decide_all(ledger, [e.id for e in entries(ledger, ALL)], Act.ACCEPT, by="Ada")
    assert {e.review.state for e in entries(ledger, ALL)} == {"accepted"}
    assert len(undo_last(ledger, by="Ada")) == 8
    assert exported(ledger) == before


def test_undoing_goes_back_step_by_step_and_touches_nobody_elses(ledger):
    first, second, third = [e.id for e in entries(ledger, ALL)][:3]
    accept(ledger, first, by="Ada")
    accept(ledger, second, by="Ada")
    accept(ledger, third, by="Ben")
    undone = [undo_last(ledger, by="Ada")[0].subjects[0] for _ in range(2)]
    assert undone == [second, first]
    assert [e.id for e in entries(ledger, ALL) if e.review] == [third]
    with pytest.raises(CorrectionError, match="Ada has no correction to undo"):
        undo_last(ledger, by="Ada")


def test_an_actor_is_parted_from_another_of_the_same_name(ledger):
    split_actor(ledger, "~per-holm", [saying(ledger, "unless").id], "Ole Holm", by="Ada")
    refresh(ledger, ledger.process)
    assert [a.id for a in unlisted_actors(ledger)] == ["~ole-holm"]


@pytest.mark.parametrize(
    ("correct", "told"),
    [
        (lambda led, one: accept(led, one, by=" \t"), "needs the name of its reviewer"),
        (lambda led, one: accept(led, one, by="x" * 101), "at most 100"),
        (lambda led, one: accept(led, one, by="A", reason="x" * 2001), "at most 2000"),
        (lambda led, one: accept(led, "ffffffffffff", by="A"), "the record has no entry"),  # noqa: ARG005
        (lambda led, one: accept(led, "'; DROP TABLE", by="A"), "the record has no entry"),  # noqa: ARG005
        (lambda led, one: edit(led, one, {"colour": "red"}, by="A"), "has no field 'colour'"),
        (lambda led, one: edit(led, one, {"document": "x"}, by="A"), "has no field 'document'"),
        (lambda led, one: edit(led, one, {"status": "burnt"}, by="A"), "one of: held, scheduled"),
        (lambda led, one: edit(led, one, {"status": ""}, by="A"), "a meeting needs status: held"),
        (lambda led, one: edit(led, one, {"date": "2023-02-30"}, by="A"), "is not a day"),
        (lambda led, one: edit(led, one, {"date": "2023-06/2023-05"}, by="A"), "names no days"),
        (lambda led, one: edit(led, one, {"tracks": "weather"}, by="A"), "has no track 'weather'"),
        (lambda led, one: edit(led, one, {"tracks": ["a", 1]}, by="A"), "does not take"),
        (lambda led, one: edit(led, one, {"participants": [{"id": "x"}]}, by="A"), "does not take"),
        (lambda led, one: edit(led, one, {"place": {"id": "x", "name": "X", "lat": 91}}, by="A"), "does not take"),
        (lambda led, one: edit(led, one, {"date": {"start": "soon", "end": None, "text": "", "basis": "explicit"}}, by="A"), "no meeting can be made"),
        (lambda led, one: edit(led, one, {"evidence": "4:9999"}, by="A"), "marks no passage"),
        (lambda led, one: edit(led, one, {"evidence": [{"quote": "xy", "start": 0, "end": 2}]}, by="A"), "no meeting can be made"),
        (lambda led, one: edit(led, one, {"status": "held"}, by="A"), "changes nothing"),
        (lambda led, one: undo(led, 7, by="A"), "no correction 7"),  # noqa: ARG005
        (lambda led, one: undo(led, 10**30, by="A"), "no correction"),  # noqa: ARG005
        (lambda led, one: decide_all(led, [], Act.ACCEPT, by="A"), "nothing to decide"),  # noqa: ARG005
        (lambda led, one: decide_all(led, [one], Act.EDIT, by="A"), "accepted or rejected"),
        (lambda led, one: split_actor(led, "~nobody", [one], "X", by="A"), "does not name ~nobody"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_stored(ledger, correct, told):
    before = counts(ledger)
    with pytest.raises(CorrectionError, match=told):
        correct(ledger, saying(ledger, HELD).id)
    assert counts(ledger) == before


@pytest.mark.parametrize(
    ("passage", "values", "told"),
    [
        ("0:4", {"kind": "rumour"}, "is no kind of entry"),
        ("0:4", {}, "is no kind of entry"),
        ("0:999999", {"kind": "demand"}, "marks no passage"),
        ("5:5", {"kind": "demand"}, "marks no passage"),
        ("It snowed", {"kind": "demand"}, "does not stand in the text"),
        ("the", {"kind": "demand"}, "stands more than once"),
        ("It rained", {"kind": "meeting"}, "a meeting needs status"),
        ("It rained", {"kind": "statement", "mode": "loud"}, "one of: direct"),
    ],
)
def test_a_passage_that_cannot_be_an_entry_is_refused(ledger, passage, values, told):
    document = saying(ledger, HELD).document.id
    with pytest.raises(CorrectionError, match=told):
        add_missed(ledger, document, passage, values, by="Ada")
    assert corrections(ledger) == ()


def test_what_stands_there_already_is_not_added(ledger):
    document = saying(ledger, HELD).document.id
    values = {"kind": "demand", "tracks": "border"}
    add_missed(ledger, document, "It rained", values, by="Ada")
    with pytest.raises(CorrectionError, match="stands there already"):
        add_missed(ledger, document, "It rained", values, by="Ben")


def test_the_name_of_a_reviewer_has_single_spaces(ledger):
    accept(ledger, saying(ledger, HELD).id, by="  Ada\n  Lovelace\x00 ")
    assert saying(ledger, HELD).review.by == "Ada Lovelace\ufffd"


def test_a_record_with_corrections_is_sound(ledger):
    entry = saying(ledger, HELD).id
    edit(ledger, entry, {"date": "2023-05-24"}, by="Ada")
    undo(ledger, 1, by="Ada")
    assert verify(ledger).flaws == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE corrections SET target = 9 WHERE number = 2", "no earlier correction 9"),
        ("UPDATE corrections SET target = NULL WHERE number = 2", "it undoes nothing"),
        ("UPDATE corrections SET reviewer = ' '", "nobody is named"),
        ("UPDATE corrections SET act = 'bless'", "cannot be read"),
        ("UPDATE corrections SET act = 'accept' WHERE number = 1", "so many entries"),
        ("UPDATE entries SET body = replace(body, 'Norland and', 'Norland or ')", "evidence at"),
        ("DELETE FROM correction_entries", "belongs to no reading and to no correction"),
    ],
)
def test_verify_finds_a_correction_that_was_tampered_with(ledger, statement, problem):
    edit(ledger, saying(ledger, HELD).id, {"date": "2023-05-24"}, by="Ada")
    undo(ledger, 1, by="Ada")
    with sqlite3.connect(ledger.path) as connection:
        for name in ("corrections", "correction_entries", "entries"):
            for act in ("update", "delete"):
                connection.execute(f"DROP TRIGGER {name}_{act}")
        connection.execute(statement)
    connection.close()
    assert any(problem in flaw.problem for flaw in verify(ledger).flaws)


def test_who_says_it_is_put_right_in_all_entries_of_a_passage_as_one_change(ledger):
    refusal = saying(ledger, "refused")
    place = f"{refusal.entry.evidence[0].start}:{refusal.entry.evidence[0].end}"
    values = {"kind": "statement", "mode": "indirect", "speaker": "Norland"}
    add_missed(ledger, refusal.document.id, place, values, by="Ada")
    refresh(ledger, ledger.process)
    edit_all(ledger, refusal.id, {"by": "Sudland", "said_on": "2023-05-24"}, by="Ada")
    refresh(ledger, ledger.process)
    found = {e.entry.kind: e.entry for e in entries(ledger, ALL) if "refused" in e.sentence}
    assert [a.name for a in found["refusal"].by] == ["Sudland"]
    assert [a.name for a in found["statement"].speaker] == ["Sudland"]
    assert {str(e.said_on) for e in found.values()} == {"2023-05-24"}
    undo_last(ledger, by="Ada")
    refresh(ledger, ledger.process)
    found = {e.entry.kind: e.entry for e in entries(ledger, ALL) if "refused" in e.sentence}
    assert [a.name for a in found["statement"].speaker] == ["Norland"]


def test_who_did_what_happened_is_not_changed_with_who_tells_it(ledger):
    refusal = saying(ledger, "refused")
    place = f"{refusal.entry.evidence[0].start}:{refusal.entry.evidence[0].end}"
    values = {"kind": "incident", "status": "happened", "by": "Norland"}
    add_missed(ledger, refusal.document.id, place, values, by="Ada")
    refresh(ledger, ledger.process)
    assert len(edit_all(ledger, refusal.id, {"by": "Sudland"}, by="Ada")) == 1
