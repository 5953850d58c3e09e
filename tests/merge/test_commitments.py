"""A promise that is told again is one commitment."""

from detente.merge import merge
from detente.model.entry import Kind
from detente.model.profile import Actor, ActorKind, Process

from .reports import ALPHA, ALPHA_PM, BETA, HOST, article, commitment, meeting

OPEN_ROAD = "Alphia is ready to open the road along the Sava valley"


def test_a_promise_told_again_with_other_strength_is_one_commitment() -> None:
    hoped = commitment(
        article("Radio", "2023-01-10"), "Alphia hopes to open the valley road", "hope"
    )
    ready = commitment(
        article("Agency", "2023-05-01"),
        "Ana Alda said she was ready to open the road along the Sava valley",
        "readiness",
        by=(ALPHA_PM,),
    )
    pledged = commitment(
        article("Post", "2023-07-02"),
        "Alphia pledged to open the road through the valley by October",
        due="2023-10-01/2023-10-31",
    )
    (event,) = merge([pledged, hoped, ready])
    assert event.kind is Kind.COMMITMENT
    assert event.status == "pledge"
    assert str(event.date) == "2023-10-01/2023-10-31"
    assert [s.status for s in event.history] == ["hope", "readiness", "pledge"]
    assert {a.id for a in event.by} == {"ana-alda"}
    assert event.support == 3
    assert {"bound", "promise"} <= {f.feature for link in event.links for f in link.features}


def test_of_one_day_the_firmer_word_stands() -> None:
    told = [
        commitment(article(outlet, "2023-05-01"), OPEN_ROAD, strength)
        for outlet, strength in (("Agency", "pledge"), ("Radio", "hope"))
    ]
    (event,) = merge(told)
    assert event.status == "pledge"


def test_a_due_day_that_was_moved_is_the_last_one() -> None:
    first = commitment(
        article("Agency", "2023-05-01"),
        "Alphia will open the road along the Sava valley by July",
        due="2023-07-31",
    )
    later = commitment(
        article("Agency", "2023-08-01"),
        "Alphia will open the road along the Sava valley by October",
        due="2023-10-31",
    )
    (event,) = merge([later, first])
    assert [str(s.date) for s in event.history] == ["2023-07-31", "2023-10-31"]
    assert str(event.date) == "2023-10-31"


def test_two_promises_of_one_side_on_one_track_stay_two() -> None:
    road = commitment(article("Agency", "2023-05-01"), OPEN_ROAD, "readiness", tracks=("roads",))
    railway = commitment(
        article("Agency", "2023-05-01", name="b"),
        "Alphia is ready to rebuild the railway to Hafen",
        "readiness",
        tracks=("roads",),
    )
    assert len(merge([road, railway])) == 2


def test_the_same_promise_of_another_side_is_another() -> None:
    ours = commitment(article("Agency", "2023-05-01"), "they are ready to open the Sava road")
    theirs = commitment(
        article("Agency", "2023-05-01", name="b"),
        "they are ready to open the Sava road",
        by=(BETA,),
    )
    assert len(merge([ours, theirs])) == 2


def test_the_same_promise_to_another_side_is_another() -> None:
    to_beta = commitment(
        article("Agency", "2023-05-01"), "Alphia vowed to return the prisoners", to=(BETA,)
    )
    to_host = commitment(
        article("Radio", "2023-05-03"), "Alphia vowed to return prisoners", to=(HOST,)
    )
    assert len(merge([to_beta, to_host])) == 2


def test_a_promise_nobody_spoke_of_for_a_year_is_a_new_one() -> None:
    first = commitment(article("Agency", "2021-05-01"), OPEN_ROAD, "readiness")
    second = commitment(article("Agency", "2023-05-01"), OPEN_ROAD, "readiness")
    assert len(merge([first, second])) == 2


def test_a_promise_joins_no_happening() -> None:
    head = article("Agency", "2023-05-01")
    words = "Alphia will meet Betania in Hafen"
    promise = commitment(head, words, by=(ALPHA, BETA))
    plan = meeting(head, words, "scheduled", place="Hafen", at=40)
    assert len(merge([promise, plan])) == 2


def test_two_promises_with_nothing_but_names_in_common_are_two() -> None:
    names = Process(
        id="alphia-betania",
        name="Alphia and Betania",
        actors=(Actor("ford", "Casimir Ford", ActorKind.PERSON, "Betania"),),
    )
    call = commitment(article("Radio", "2023-01-10"), "Alphia expects to speak with Casimir Ford")
    letter = commitment(article("Post", "2023-01-11"), "Alphia wants to thank Casimir Ford")
    assert len(merge([call, letter], process=names)) == 2
