"""The arrow: the word of the day against the word of thirty days before."""

from pathlib import Path

from detente.assess import ORDER, RULES
from detente.model.entry import Assessment, Kind, Refusal
from detente.model.event import Arrow, Event, Step

from .stories import ALPHA, BETA, days, event, meeting, said, treaty

HELD = meeting("held", "2023-05-14")


def test_the_order_in_the_docs_is_the_order_in_the_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "status-scale.md").read_text(encoding="utf-8")
    assert " · ".join(f"`{word}`" for word in ORDER) in page
    assert set(ORDER) == {rule.status for rule in RULES} - {"unknown"}


def test_a_hopeful_word_after_a_meeting_improves_an_active_track() -> None:
    good = said(Assessment, "the sides came closer to a deal", "2023-06-20")
    assert treaty([HELD], [good], "2023-06-25").arrow is Arrow.IMPROVED


def test_a_track_deteriorates_when_what_was_agreed_is_followed_by_a_refusal() -> None:
    deal = event(Kind.AGREEMENT, "agreed", "2023-05-14")
    no = said(Refusal, "Alphia refused to ratify it", "2023-06-10")
    assert treaty([deal], [no], "2023-06-25").arrow is Arrow.DETERIORATED


def test_the_same_word_is_unchanged() -> None:
    assert treaty([HELD], [], "2023-06-20").arrow is Arrow.UNCHANGED


def test_where_nothing_was_known_thirty_days_before_there_is_no_arrow() -> None:
    assert treaty([HELD], [], "2023-06-12").arrow is None


def test_the_earlier_word_knows_only_what_had_been_published_by_then() -> None:
    """Told as held on 20 June alone: on 26 May the plan's day had passed without a word."""
    plan = days("2023-05-14")
    steps = (
        Step("scheduled", plan, (), "the-plan", "Agency", days("2023-05-01")),
        Step("held", plan, (), "the-talks", "Agency", days("2023-06-20")),
    )
    late = Event(
        id="late",
        kind=Kind.MEETING,
        status="held",
        date=plan,
        place=None,
        participants=(ALPHA, BETA),
        tracks=("treaty",),
        entries=("the-plan", "the-talks"),
        history=steps,
    )
    word = said(Assessment, "the sides came closer to a deal", "2023-04-30")
    status = treaty([late], [word], "2023-06-25")
    assert (status.status, status.arrow) == ("active", Arrow.IMPROVED)


def test_the_arrow_tells_what_the_word_was_and_what_that_rested_on() -> None:
    off = meeting("postponed", "2023-07-12", published="2023-06-20")
    status = treaty([HELD, off], [], "2023-06-25")
    assert (status.status, status.arrow) == ("stalled", Arrow.DETERIORATED)
    assert status.arrow_rule.startswith("It was “active” 30 days before (since 2023-05-14)")
    assert status.arrow_events == (HELD.id,)


def test_time_alone_turns_what_was_agreed_into_talks_and_no_arrow_down() -> None:
    deal = event(Kind.AGREEMENT, "agreed", "2023-04-20")
    later = meeting("held", "2023-05-14")
    status = treaty([deal, later], [], "2023-06-25")
    assert (status.status, status.arrow) == ("active", Arrow.UNCHANGED)


def test_no_arrow_points_up_to_a_track_that_stands_still() -> None:
    long_ago = meeting("held", "2023-01-10")
    word = said(Assessment, "the sides came closer to a deal", "2023-06-20")
    status = treaty([long_ago], [word], "2023-06-25")
    assert (status.status, status.arrow) == ("stalled", Arrow.UNCHANGED)
