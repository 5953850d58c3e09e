"""What was done on the ground moves a track, also one that the text does not name."""

from dataclasses import replace
from datetime import date

import pytest

from detente.assess import assess
from detente.model.entry import (
    ActorRef,
    Agreement,
    Commitment,
    Incident,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
)
from detente.model.event import Event, Report, TrackStatus
from detente.model.profile import Hurt

from .stories import ALPHA, BETA, PROCESS, days, event, labelled, meeting, said, treaty

OUTSIDER = ActorRef("hostland", "Hostland", "Hostland")


def deed(
    words: str, day: str, label: str, *, by: tuple[ActorRef, ...] = (BETA,), track: str = "fighting"
) -> tuple[Event, Report]:
    """Tell of a deed on the ground: its event and its report."""
    told = said(Incident, words, day, status=IncidentStatus.HAPPENED, tracks=(track,), by=by)
    found = event(Kind.INCIDENT, "happened", day, tracks=(track,), entries=(told.id,))
    return replace(found, by=by, to=()), labelled(told, label)


def both(events: list[Event], reports: list[Report], day: str) -> tuple[TrackStatus, ...]:
    return assess(PROCESS, events, reports, as_of=date.fromisoformat(day))


ATTACK = deed("Betania attacked the villages", "2023-06-01", "ASSAULT")


def test_force_by_a_party_hurts_the_main_track_until_the_leaders_meet() -> None:
    before = meeting("held", "2023-05-14")
    main, fighting = both([before, ATTACK[0]], [ATTACK[1]], "2023-06-10")
    assert (main.status, fighting.status) == ("in crisis", "in crisis")
    told = said(
        Meeting,
        "the leaders met",
        "2023-06-05",
        status=MeetingStatus.HELD,
        participants=(ALPHA, BETA),
        level="leaders",
    )
    after = replace(meeting("held", "2023-06-05"), entries=(told.id,))
    assert both([before, ATTACK[0], after], [ATTACK[1], told], "2023-06-10")[0].status == "active"


def test_force_by_nobody_of_the_process_hurts_the_tracks_that_are_named_alone() -> None:
    raid = deed("Hostland bombed the villages", "2023-06-01", "ASSAULT", by=(OUTSIDER,))
    main, fighting = both([meeting("held", "2023-05-14"), raid[0]], [raid[1]], "2023-06-10")
    assert (main.status, fighting.status) == ("active", "in crisis")


def test_where_the_profile_says_what_force_hurts_the_main_track_goes_on() -> None:
    tracks = tuple(
        replace(t, hurt_by=(Hurt.FORCE,)) if t.id == "fighting" else t for t in PROCESS.tracks
    )
    process = replace(PROCESS, tracks=tracks, digest="force named")
    events, reports = [meeting("held", "2023-05-14"), ATTACK[0]], [ATTACK[1]]
    assert assess(process, events, reports, as_of=date(2023, 6, 10))[0].status == "active"


def test_an_agreement_of_the_same_day_does_not_outweigh_force_by_a_party() -> None:
    truce = event(Kind.AGREEMENT, "agreed", "2023-06-01", tracks=("fighting",))
    assert both([ATTACK[0], truce], [ATTACK[1]], "2023-06-10")[1].status == "in crisis"
    later = event(Kind.AGREEMENT, "agreed", "2023-06-02", tracks=("fighting",))
    assert both([ATTACK[0], later], [ATTACK[1]], "2023-06-10")[1].status == "agreed"


def test_to_disarm_after_an_attack_is_no_agreement() -> None:
    told = said(
        Agreement,
        "Alphia's men agreed to disarm under a ceasefire",
        "2023-06-02",
        tracks=("fighting",),
    )
    given_up = event(
        Kind.AGREEMENT, "agreed", "2023-06-02", tracks=("fighting",), entries=(told.id,)
    )
    assert both([ATTACK[0], given_up], [ATTACK[1], told], "2023-06-10")[1].status == "in crisis"
    assert both([given_up], [told], "2023-06-10")[1].status == "agreed"


BLOCKADE = deed("the road has been closed since Monday", "2023-01-02", "COERCE")


def test_a_closed_road_is_a_crisis_until_it_is_opened() -> None:
    assert both([BLOCKADE[0]], [BLOCKADE[1]], "2023-04-30")[1].status == "in crisis"
    open_ = deed("the road was reopened to traffic", "2023-05-01", "RETREAT")
    reports = [BLOCKADE[1], open_[1]]
    assert both([BLOCKADE[0], open_[0]], reports, "2023-05-02")[1].status == "active"


def test_a_closure_of_which_nobody_has_spoken_for_half_a_year_is_not_known_to_hold() -> None:
    assert both([BLOCKADE[0]], [BLOCKADE[1]], "2023-08-01")[1].status != "in crisis"


@pytest.mark.parametrize("words", ["nothing had been blocked", "the road must not be closed"])
def test_what_is_denied_or_asked_for_closes_no_road(words: str) -> None:
    denied = deed(words, "2023-01-02", "COERCE")
    assert both([denied[0]], [denied[1]], "2023-04-30")[1].status != "in crisis"


def test_closure_hurts_the_tracks_of_which_the_profile_says_so() -> None:
    tracks = tuple(
        replace(t, hurt_by=(Hurt.CLOSURE,)) if t.id == "treaty" else t for t in PROCESS.tracks
    )
    process = replace(PROCESS, tracks=tracks, digest="closure named")
    found = assess(process, [BLOCKADE[0]], [BLOCKADE[1]], as_of=date(2023, 2, 1))
    assert found[0].status == "in crisis"


def test_people_who_flee_are_a_crisis_whatever_the_label() -> None:
    flight = deed("50,000 refugees had crossed into Alphia", "2023-06-01", "RETREAT", by=())
    assert both([flight[0]], [flight[1]], "2023-06-10")[1].status == "in crisis"


@pytest.mark.parametrize(
    "words",
    [
        "the two sailors had been held since April",
        "Betania detained eleven fishermen",
        "nine drivers are still in custody",
    ],
)
def test_people_held_are_no_crisis(words: str) -> None:
    held = deed(words, "2023-06-01", "COERCE")
    assert both([held[0]], [held[1]], "2023-06-10")[1].status not in {"in crisis", "strained"}


def test_a_release_by_a_party_moves_its_track_and_the_process_as_a_whole() -> None:
    freed = deed("Betania freed ten prisoners", "2023-06-01", "RETREAT")
    off = meeting("cancelled", "2023-05-20", published="2023-05-18")
    main, fighting = both([off, freed[0]], [freed[1]], "2023-06-10")
    assert (main.status, fighting.status) == ("active", "active")


def test_a_release_before_an_attack_moves_nothing() -> None:
    freed = deed("Betania freed ten prisoners", "2023-04-25", "RETREAT")
    attack = deed("Betania attacked the villages", "2023-05-01", "ASSAULT")
    found = both([freed[0], attack[0]], [freed[1], attack[1]], "2023-06-10")
    assert found[1].status == "strained"


def test_what_is_told_to_come_has_not_happened() -> None:
    told = said(
        Incident,
        "Betania regains the district by December 1",
        "2023-11-10",
        status=IncidentStatus.ONGOING,
        tracks=("treaty",),
        by=(BETA,),
    )
    ahead = event(
        Kind.INCIDENT, "ongoing", "2023-12-01", published="2023-11-10", entries=(told.id,)
    )
    assert treaty([ahead], [labelled(told, "SEIZE")], "2023-11-11").status == "unknown"


def test_a_promise_to_disarm_after_an_attack_makes_its_truce_no_agreement() -> None:
    when = {"tracks": ("fighting",), "date": days("2023-06-02")}
    truce = said(Agreement, "the truce took effect", "2023-06-02", **when)
    given_up = said(Commitment, "Alphia's men agreed to disarm", "2023-06-02", tracks=("fighting",))
    beside = replace(given_up, document=truce.document)
    made = event(Kind.AGREEMENT, "agreed", "2023-06-02", tracks=("fighting",), entries=(truce.id,))
    told = [ATTACK[1], truce]
    assert both([ATTACK[0], made], [*told, beside], "2023-06-10")[1].status == "in crisis"
    assert both([ATTACK[0], made], told, "2023-06-10")[1].status == "agreed"
