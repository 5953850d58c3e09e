"""Properties of the entries of a document as people left them, whatever was read and decided."""

from datetime import UTC, datetime
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from detente.ledger.corrected import Decision, corrected
from detente.model.codec import entry_id
from detente.model.correction import Act, Review, ReviewState
from detente.model.entry import ActorRef, Demand, Evidence, Refusal

TEXT = "abcdefghij"
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
STATES = {
    Act.ACCEPT: ReviewState.ACCEPTED,
    Act.REJECT: ReviewState.REJECTED,
    Act.EDIT: ReviewState.EDITED,
    Act.ADD: ReviewState.ADDED,
}


@st.composite
def named(draw):
    start = draw(st.integers(0, 8))
    end = draw(st.integers(start + 1, 10))
    kind = draw(st.sampled_from([Demand, Refusal]))
    by = ActorRef(draw(st.sampled_from(["a", "b", "c"])), "A")
    evidence = (Evidence(TEXT[start:end], start, end),)
    entry = kind(document="d", evidence=evidence, by=(by,))
    return entry_id(entry), entry


readings = st.lists(named(), max_size=4).map(lambda found: tuple(dict(found).items()))


@st.composite
def cases(draw):
    """Give two readings of a document, and decisions of which each saw the one or the other."""
    first, second = draw(readings), draw(readings)
    decisions = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        read = draw(st.sampled_from([first, second]))
        made = [d.result for d in decisions if d.result]
        act = draw(st.sampled_from(list(STATES)))
        choices = [*read, *made]
        if act is not Act.ADD and not choices:
            continue
        subjects = () if act is Act.ADD else (draw(st.sampled_from(choices)),)
        result = draw(named()) if act in (Act.EDIT, Act.ADD) else None
        review = Review(state=STATES[act], by="Ada", on=MOMENT, correction=number)
        decisions.append(
            Decision(
                number=number,
                act=act,
                review=review,
                subjects=subjects,
                result=result,
                seen=frozenset(dict(read)),
            )
        )
    return second, decisions


@given(cases())
def test_nothing_that_was_read_vanishes_without_a_word_on_it(case):
    read, decisions = case
    found = corrected(read, decisions)
    for name, _ in read:
        assert name in dict(found.entries) or name in found.set_aside


@given(cases())
def test_each_decision_has_a_state_and_what_it_says_to_stand_there_does(case):
    read, decisions = case
    found = corrected(read, decisions)
    standing = dict(found.entries)
    for decision in decisions:
        spoken_of = decision.subjects or (decision.result,)
        placed = found.placed[decision.number, spoken_of[0][0]]
        assert placed.entry is None or placed.entry in standing
        if decision.act in (Act.ACCEPT, Act.ADD) and placed.state in ("applies", "carried"):
            assert placed.entry is not None


@given(cases())
def test_the_order_in_which_decisions_are_given_does_not_matter(case):
    read, decisions = case
    expected = corrected(read, decisions)
    for mixed in list(permutations(decisions))[:6]:
        assert corrected(read, mixed) == expected


@given(cases())
def test_what_stands_is_what_was_read_or_what_a_person_accepted_or_made(case):
    read, decisions = case
    allowed = set(dict(read)) | {n for d in decisions for n, _ in d.subjects}
    allowed |= {d.result[0] for d in decisions if d.result}
    assert set(dict(corrected(read, decisions).entries)) <= allowed


@given(readings)
def test_without_decisions_what_was_read_stands(read):
    assert dict(corrected(read, ()).entries) == dict(read)
