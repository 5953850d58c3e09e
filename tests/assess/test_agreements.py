"""Which agreements settle something on a track."""

from dataclasses import replace

import pytest

from detente.model.entry import ActorRef, Agreement, Kind, Meeting, MeetingStatus
from detente.model.event import Event, Report

from .stories import ALPHA, BETA, event, meeting, said, treaty

OUTSIDER = ActorRef("hostland", "Hostland", "Hostland")


def deal(words: str, day: str | None = "2023-05-20", **fields: object) -> tuple[Event, Report]:
    """Tell of an agreement of that day in an article of the day after."""
    when = {"date": event(Kind.AGREEMENT, "agreed", day).date} if day else {}
    told = said(Agreement, words, "2023-05-21", **when, **fields)
    found = event(
        Kind.AGREEMENT,
        "agreed",
        day,
        published="2023-05-21",
        tracks=told.entry.tracks,
        entries=(told.id,),
    )
    return found, told


def status(found: Event, told: Report) -> str:
    return treaty([found], [told], "2023-06-01").status


def test_two_parties_that_agree_on_the_track_settle_something() -> None:
    found, told = deal("they agreed on the treaty's preamble")
    answer = treaty([found], [told], "2023-06-01")
    assert (answer.status, answer.last_agreement) == ("agreed", found.id)


@pytest.mark.parametrize(
    "words",
    [
        "the agreement in principle on the treaty was signed",
        "they agreed in principle on the treaty",
        "they agreed in principle to sign the treaty",
    ],
)
def test_the_last_agreement_is_the_latest_also_where_it_settles_nothing(words: str) -> None:
    older, told_older = deal("they agreed on the treaty's preamble", "2022-05-20")
    later, told_later = deal(words)
    answer = treaty([older, later], [told_older, told_later], "2023-06-01")
    assert answer.status != "agreed"
    assert answer.last_agreement == later.id


def test_what_mediators_agree_over_the_heads_of_the_parties_does_not() -> None:
    found, told = deal("they agreed on the treaty's preamble")
    others = replace(found, by=(OUTSIDER, ALPHA))
    assert status(others, told) != "agreed"


def test_a_track_that_only_the_sentence_before_named_is_not_settled() -> None:
    tracks = ("treaty", "fighting")
    assert status(*deal("they agreed to go on with the ceasefire", tracks=tracks)) != "agreed"
    assert status(*deal("they agreed on the treaty's preamble", tracks=tracks)) == "agreed"


@pytest.mark.parametrize(
    "words", ["the trilateral statements", "what had been agreed on the treaty"]
)
def test_an_old_document_that_is_mentioned_settles_nothing(words: str) -> None:
    assert status(*deal(words, None)) != "agreed"


def test_an_agreement_without_a_day_counts_from_the_day_on_which_it_was_told() -> None:
    found, told = deal("the text of the treaty has been agreed upon", None)
    answer = treaty([found], [told], "2023-06-01")
    assert (answer.status, str(answer.since)) == ("agreed", "2023-05-21")


def test_a_plan_bears_on_the_track_that_its_words_name_or_else_on_the_main_one() -> None:
    told = said(
        Meeting,
        "the ministers will meet in Bruggen",
        "2023-05-21",
        status=MeetingStatus.SCHEDULED,
        participants=(ALPHA, BETA),
        tracks=("fighting",),
    )
    plan = replace(
        meeting("scheduled", "2023-06-20", published="2023-05-21", tracks=("fighting",)),
        entries=(told.id,),
    )
    assert treaty([plan], [told], "2023-06-01").next_meeting == plan.id
