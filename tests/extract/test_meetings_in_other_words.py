"""Meetings told by phone, before a journey, by an agency's word order, and of those who bring others together."""

from datetime import date

import pytest

from detente.model.entry import Agreement, Demand, Meeting, MeetingStatus
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only

PAIR = {"Nikol Pashinyan", "Vladimir Putin"}


@pytest.mark.parametrize(
    "text",
    [
        "Pashinyan told Putin by telephone on Tuesday that Armenia would not sign.",
        "Pashinyan told Putin in a phone call that Armenia would not sign.",
        "After discussions with Putin, Pashinyan flew home to Yerevan.",
        "Pashinyan received on Monday Russian President Vladimir Putin.",
        "Pashinyan discussed with Putin the border with Azerbaijan.",
    ],
)
def test_two_meet_in_other_words(read: Read, text: str) -> None:
    meeting = only(read(text), Meeting)
    assert (set(names(meeting.participants)), meeting.status) == (PAIR, MeetingStatus.HELD)


def test_separate_meetings_have_all_guests(read: Read) -> None:
    text = "Lavrov held meetings with Pashinyan and with Aliyev in Moscow on Monday."
    guests = {n for m in of_type(read(text), Meeting) for n in names(m.participants)}
    assert guests == {"Sergey Lavrov", "Nikol Pashinyan", "Ilham Aliyev"}


@pytest.mark.parametrize(
    "text",
    [
        "Georgia mediated a meeting between Armenia and Azerbaijan in Tbilisi in March.",
        "With Georgia acting as mediator, Armenia and Azerbaijan resumed talks in Tbilisi.",
        "Georgia shuttled between Armenia and Azerbaijan in Tbilisi on Monday.",
    ],
)
def test_who_stands_between_mediates_and_is_no_party(read: Read, text: str) -> None:
    meeting = only(read(text), Meeting)
    assert set(names(meeting.participants)) == {"Armenia", "Azerbaijan"}
    assert names(meeting.mediator) == ["Georgia"]


def test_who_brings_others_together_mediates(read: Read) -> None:
    text = "Michel brought together the leaders of Armenia and Azerbaijan in Brussels on Sunday."
    assert names(only(read(text), Meeting).mediator) == ["Charles Michel"]


def test_a_paper_signed_under_auspices_has_a_mediator(read: Read) -> None:
    text = "Under the auspices of Russia, Armenia and Azerbaijan signed an agreement in Sochi."
    agreement = only(read(text), Agreement)
    assert (names(agreement.mediator), agreement.to) == (["Russia"], ())


def test_a_meeting_that_is_unlikely_is_none(read: Read) -> None:
    text = "A meeting between Pashinyan and Aliyev is unlikely to take place in May, Peskov said."
    assert of_type(read(text), Meeting) == []


def test_for_his_part_makes_no_passive(read: Read) -> None:
    demand = only(read("Lavrov, for his part, called on Baku to open the corridor."), Demand)
    assert (names(demand.by), names(demand.to)) == (["Sergey Lavrov"], ["Azerbaijan"])


def test_a_delegation_is_of_whoever_sent_it(read: Read) -> None:
    meeting = only(read("Putin received a delegation of Armenia in Sochi on Monday."), Meeting)
    assert set(names(meeting.participants)) == {"Vladimir Putin", "Armenia"}


def test_talks_mediated_by_a_side_are_no_talks_of_it(read: Read) -> None:
    text = "The talks between Armenia and Azerbaijan in Tbilisi were mediated by Georgia."
    meeting = only(read(text), Meeting)
    assert names(meeting.mediator) == ["Georgia"]
    assert set(names(meeting.participants)) == {"Armenia", "Azerbaijan"}


def test_talks_called_by_their_mediator_are_the_parties(read: Read) -> None:
    meeting = only(
        read("Armenia and Azerbaijan traded charges. The EU talks took place on Monday."), Meeting
    )
    assert set(names(meeting.participants)) == {"Armenia", "Azerbaijan"}


def test_one_is_invited_to_a_day_to_come(read: Read) -> None:
    text = "Michel invited Aliyev and Pashinyan to talks in Brussels on Monday."
    meeting = only(read(text), Meeting)
    assert meeting.date
    assert meeting.date.day == date(2023, 5, 29)
