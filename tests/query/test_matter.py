import pytest

from detente.model.profile import Actor, ActorKind, Process
from detente.query.matter import How, Matters

NORLAND = Actor("norland", "Norland", ActorKind.SIDE, "Norland", adjectives=("Norlander",))
MATTERS = Matters(Process("northsouth", "Norland and Sudland", actors=(NORLAND,)))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("The treaty can be signed in May", "Norland hopes to sign a treaty"),
        ("We recognise its territorial integrity", "recognition of territorial integrity"),
        ("the border will be delimited", "Delimitation of borders must come first"),
    ],
)
def test_forms_of_the_same_words_are_one_matter(earlier, later):
    assert MATTERS.one(earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Norland said it was ready", "Norland was ready on Monday, it said"),
        ("We shall reopen the road", "The prisoners will be released"),
        ("the treaty", "the treaty and what else the two sides have still to discuss"),
    ],
)
def test_names_of_sides_and_words_of_any_matter_are_none(earlier, later):
    assert not MATTERS.one(earlier, later)


def test_words_that_moved_are_marked_where_they_stand():
    wording = MATTERS.compare(
        "Norland is ready to sign the treaty in June.", "Norland is ready to sign the treaty soon"
    )
    assert [(run.how, run.text) for run in wording.runs] == [
        (How.KEPT, "Norland is ready to sign the treaty"),
        (How.DROPPED, "in June."),
        (How.NEW, "soon"),
    ]
    assert wording.legible


def test_punctuation_and_capitals_move_nothing():
    wording = MATTERS.compare("“Sign the treaty,” he said", "sign the treaty, he said.")
    assert [run.how for run in wording.runs] == [How.KEPT]


def test_words_that_carry_the_matter_are_told_apart_by_their_stems():
    wording = MATTERS.compare(
        "We shall sign the treaty if troops withdraw", "The treaty was signed in the capital"
    )
    assert (wording.new, wording.dropped) == (("capital",), ("troops", "withdraw"))
    assert not wording.legible


def test_runs_hold_every_word_of_both():
    earlier, later = "one two three four", "two five four six"
    runs = MATTERS.compare(earlier, later).runs
    assert " ".join(r.text for r in runs if r.how is not How.NEW) == earlier
    assert " ".join(r.text for r in runs if r.how is not How.DROPPED) == later
