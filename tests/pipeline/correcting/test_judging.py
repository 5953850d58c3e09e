import pytest

from detente.ledger.dump import dump
from detente.model.errors import CorrectionError
from detente.model.filter import Filter
from detente.pipeline import rebuild, refresh, reread
from detente.pipeline.correcting import (
    actor_is,
    actor_is_not,
    different,
    edit,
    merge_events,
    same,
    split_event,
    undo,
)
from detente.query import entries, events, unlisted_actors
from tests.ledger.stories import reader
from tests.pipeline.correcting.desk import exported, saying, states

PLANNED = "will meet on 2023-05-25"
MET = "met on 2023-05-25"
LATER = "met on 2023-06-18"


def event_of(ledger, words):
    name = saying(ledger, words).id
    (found,) = [e.event for e in events(ledger, Filter()) if name in e.event.entries]
    return found


def together(ledger, one, other):
    refresh(ledger, ledger.process)
    return event_of(ledger, one).id == event_of(ledger, other).id


def test_a_report_is_split_from_its_event(ledger):
    assert together(ledger, PLANNED, MET)
    split_event(ledger, event_of(ledger, MET).id, [saying(ledger, PLANNED).id], by="Ada")
    assert not together(ledger, PLANNED, MET)


def test_two_events_are_merged(ledger):
    merge_events(ledger, [event_of(ledger, MET).id, event_of(ledger, LATER).id], by="Ada")
    assert together(ledger, MET, LATER)
    assert together(ledger, PLANNED, LATER)


def test_the_reason_of_a_link_is_that_a_person_said_so(ledger):
    same(ledger, [saying(ledger, MET).id, saying(ledger, LATER).id], by="Ada")
    refresh(ledger, ledger.process)
    why = [f.because for link in event_of(ledger, LATER).links for f in link.features]
    assert "a person judged them to be the same" in why


def test_what_was_said_to_differ_never_joins(ledger):
    planned, met, later = (saying(ledger, w).id for w in (PLANNED, MET, LATER))
    different(ledger, [planned], [later], by="Ada")
    same(ledger, [planned, met], by="Ben")
    same(ledger, [met, later], by="Cleo")
    assert not together(ledger, PLANNED, LATER)


def test_the_last_word_on_a_pair_counts(ledger):
    met, later = saying(ledger, MET).id, saying(ledger, LATER).id
    different(ledger, [met], [later], by="Ada")
    same(ledger, [met, later], by="Ben")
    assert together(ledger, MET, LATER)
    assert states(ledger) == {1: "overruled", 2: "applies"}


@pytest.mark.parametrize(
    "correct",
    [
        lambda led: split_event(led, event_of(led, MET).id, [saying(led, PLANNED).id], by="A"),
        lambda led: merge_events(led, [event_of(led, w).id for w in (MET, LATER)], by="A"),
        lambda led: actor_is(led, "~per-holm", "norland", by="A"),
    ],
    ids=["split", "merge", "same actor"],
)
def test_an_undone_judgement_leaves_no_trace(ledger, correct):
    before = exported(ledger)
    correct(ledger)
    assert exported(ledger) != before
    undo(ledger, 1, by="A")
    assert exported(ledger) == before


def test_two_rebuilds_give_the_same_bytes(ledger):
    same(ledger, [saying(ledger, MET).id, saying(ledger, LATER).id], by="Ada")
    actor_is(ledger, "~per-holm", "norland", by="Ada")
    dumps = []
    for _ in range(2):
        rebuild(ledger, ledger.process)
        dumps.append(list(dump(ledger)))
    assert dumps[0] == dumps[1]


def test_a_judgement_follows_an_edit_and_outlives_a_rereading(ledger):
    same(ledger, [saying(ledger, MET).id, saying(ledger, LATER).id], by="Ada")
    edit(ledger, saying(ledger, LATER).id, {"place": "Port Vale"}, by="Ben")
    reread(ledger, process=ledger.process, reader=reader("by hand 2"))
    assert together(ledger, MET, LATER)
    assert states(ledger) == {1: "applies", 2: "applies"}


@pytest.mark.parametrize(
    ("correct", "told"),
    [
        (lambda led, one, two: same(led, [one], by="A"), "two entries or more"),  # noqa: ARG005
        (lambda led, one, two: same(led, [one, one], by="A"), "two entries or more"),  # noqa: ARG005
        (lambda led, one, two: same(led, [one, two], by="A"), "is the report of no event"),
        (lambda led, one, two: different(led, [one], [one], by="A"), "on both sides"),  # noqa: ARG005
        (lambda led, one, two: different(led, [one], [], by="A"), "on both sides"),  # noqa: ARG005
        (lambda led, one, two: split_event(led, event_of(led, LATER).id, [one], by="A"), "no report of the event"),  # noqa: ARG005
        (lambda led, one, two: split_event(led, event_of(led, LATER).id, [saying(led, LATER).id], by="A"), "at least one report"),  # noqa: ARG005
        (lambda led, one, two: merge_events(led, [event_of(led, LATER).id], by="A"), "two events or more"),  # noqa: ARG005
        (lambda led, one, two: same(led, [one, saying(led, LATER).id], by=""), "name of its reviewer"),  # noqa: ARG005
        (lambda led, one, two: actor_is(led, "norland", "sudland", by="A"), "both stand in the profile"),  # noqa: ARG005
        (lambda led, one, two: actor_is(led, "~nobody", "norland", by="A"), "no actor '~nobody'"),  # noqa: ARG005
        (lambda led, one, two: actor_is(led, "~per-holm", "Per Holm", by="A"), "one actor already"),  # noqa: ARG005
    ],
)  # fmt: skip
def test_what_cannot_be_judged_is_refused(ledger, correct, told):
    with pytest.raises(CorrectionError, match=told):
        correct(ledger, saying(ledger, MET).id, saying(ledger, "it was content").id)
    assert states(ledger) == {}


def test_an_unlisted_actor_is_a_listed_one(ledger):
    actor_is(ledger, "Per Holm", "the Northern Republic", by="Ada")
    refresh(ledger, ledger.process)
    assert [a.id for a in saying(ledger, "unless").entry.said_by] == ["norland"]
    assert unlisted_actors(ledger) == ()
    assert saying(ledger, "unless") in entries(ledger, Filter(by=("Norland",)))


def test_an_actor_that_is_kept_apart_is_joined_by_no_way_round(ledger):
    edit(ledger, saying(ledger, "it was content").id, {"speaker": "Holm"}, by="Ada")
    actor_is_not(ledger, "~per-holm", "norland", by="Ada")
    actor_is(ledger, "~holm", "norland", by="Ada")
    with pytest.raises(CorrectionError, match="cannot be one"):
        actor_is(ledger, "~holm", "~per-holm", by="Ben")
    assert 4 not in states(ledger)
