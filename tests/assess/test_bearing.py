"""What speaks for the state of a track, and what does not."""

from dataclasses import replace

from detente.model.entry import (
    ActorRef,
    Agreement,
    Assessment,
    Kind,
    Meeting,
    MeetingStatus,
    Refusal,
)
from detente.model.event import Event, Step

from .stories import ALPHA, BETA, days, event, labelled, meeting, said, treaty

HOST = ActorRef("~hostland", "Hostland", "Hostland")
COURT = ActorRef("~court", "Court")
BOTH = meeting("held", "2023-05-14")


def by(event_: Event, *who: ActorRef) -> Event:
    """Tell an event by these voices."""
    steps = tuple(replace(step, said_by=who) for step in event_.history)
    return replace(event_, history=steps)


def test_a_call_of_one_party_with_the_host_is_no_round_of_talks() -> None:
    call = replace(meeting("held", "2023-06-01"), participants=(ALPHA, HOST))
    status = treaty([BOTH, call], [], "2023-06-10")
    assert (status.last_meeting, status.events) == (BOTH.id, (BOTH.id,))


def test_a_plan_that_names_one_party_is_the_next_meeting() -> None:
    plan = replace(
        meeting("scheduled", "2023-06-20", published="2023-06-01"), participants=(ALPHA, HOST)
    )
    assert treaty([plan], [], "2023-06-10").next_meeting == plan.id


def test_a_plan_for_this_year_is_not_the_next_meeting() -> None:
    plan = meeting("scheduled", "2023-01-01/2023-12-31", published="2023-06-01")
    assert treaty([plan], [], "2023-06-10").next_meeting is None


def test_the_refusal_of_somebody_whom_the_profile_does_not_list_blocks_nothing() -> None:
    no = said(Refusal, "the court declined to hear the motion", "2023-06-01", by=(COURT,))
    status = treaty([BOTH], [no], "2023-06-10")
    assert (status.status, status.last_refusal) == ("active", None)


def test_what_one_party_alone_calls_agreed_is_not() -> None:
    deal = event(Kind.AGREEMENT, "agreed", "2023-05-20")
    assert treaty([by(deal, ALPHA)], [], "2023-06-01").status != "agreed"
    assert treaty([by(deal, ALPHA, BETA)], [], "2023-06-01").status == "agreed"
    assert treaty([by(deal, HOST)], [], "2023-06-01").status == "agreed"
    assert treaty([deal], [], "2023-06-01").status == "agreed"


def test_what_both_tell_in_two_articles_is_agreed() -> None:
    deal = by(event(Kind.AGREEMENT, "agreed", "2023-05-20"), ALPHA)
    theirs = Step("agreed", days("2023-05-20"), (BETA,), "other", "Herald", days("2023-05-21"))
    told = replace(deal, history=(*deal.history, theirs))
    assert treaty([told], [], "2023-06-01").status == "agreed"


def test_an_agreement_in_principle_or_to_go_on_settles_nothing() -> None:
    for words in ("they agreed in principle to some terms", "they agreed to resume talks"):
        told = said(Agreement, words, "2023-05-20")
        deal = event(Kind.AGREEMENT, "agreed", "2023-05-20", entries=(told.id,))
        assert treaty([deal], [told], "2023-06-01").status != "agreed"


def test_a_meeting_put_off_since_undoes_the_progress() -> None:
    good = said(Assessment, "the sides came closer to a deal", "2023-05-15")
    off = meeting("postponed", "2023-06-12", published="2023-06-08")
    assert treaty([BOTH], [good], "2023-06-10").status == "advancing"
    assert treaty([BOTH, off], [good], "2023-06-10").status == "stalled"


def test_a_protest_puts_no_track_into_crisis() -> None:
    protest = event(Kind.INCIDENT, "happened", "2023-05-20", entries=("an-entry",))
    told = labelled(said(Agreement, "Alphia protested", "2023-05-20"), "PROTEST")
    protest = replace(protest, entries=(told.id,))
    assert treaty([protest], [told], "2023-06-01").status != "in crisis"


def test_who_was_expected_and_stayed_away_took_no_part() -> None:
    told = said(
        Meeting,
        "Alphia and Hostland met in Bruggen",
        "2023-06-01",
        status=MeetingStatus.HELD,
        participants=(ALPHA, HOST),
    )
    planned_with_both = replace(meeting("held", "2023-06-01"), entries=(told.id,))
    status = treaty([BOTH, planned_with_both], [told], "2023-06-10")
    assert status.last_meeting == BOTH.id
