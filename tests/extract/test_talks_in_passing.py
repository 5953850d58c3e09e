"""Talks told in other words, and pictures of them."""

from detente.model.entry import Incident, Meeting, MeetingStatus
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only


def test_two_who_discuss_have_met(read: Read) -> None:
    text = "Pashinyan and Aliyev discussed the border on Monday."
    meeting = only(read(text), Meeting)
    assert (names(meeting.participants), meeting.status) == (
        ["Nikol Pashinyan", "Ilham Aliyev"],
        MeetingStatus.HELD,
    )


def test_one_who_discusses_a_thing_meets_nobody(read: Read) -> None:
    assert of_type(read("Pashinyan discussed the border in an article on Monday."), Meeting) == []


def test_talks_that_resumed_somewhere_were_held(read: Read) -> None:
    text = "Armenia and Azerbaijan remain at odds. Peace talks have also resumed in Geneva."
    meeting = only(read(text), Meeting)
    assert meeting.place is not None
    assert meeting.place.name == "Geneva"


def test_talks_with_a_day_are_due_whoever_comes(read: Read) -> None:
    text = "Armenia and Azerbaijan differ. Yerevan has not said whether it will attend peace talks planned for May 29."
    meeting = only(read(text), Meeting)
    assert meeting.status is MeetingStatus.SCHEDULED
    assert meeting.date is not None
    assert str(meeting.date.day) == "2023-05-29"


def test_who_is_due_to_meet_takes_part(read: Read) -> None:
    text = "Azerbaijan, which was due to meet Lavrov on Friday, sent a letter."
    assert names(only(read(text), Meeting).participants) == ["Azerbaijan", "Sergey Lavrov"]


def test_a_scene_with_its_day_and_year_is_a_picture(read: Read) -> None:
    text = (
        "The border stayed closed for a third day, Yerevan said in a statement. "
        "Pashinyan meets Aliyev at a hotel in Munich, February 18, 2023."
    )
    assert of_type(read(text), Meeting) == []
    assert len(of_type(read("Baku shelled Sotk on May 20, 2023."), Incident)) == 1


def test_a_mediator_who_tells_of_talks_of_the_parties_mediates(read: Read) -> None:
    text = "Talks between Armenia and Azerbaijan will be held in Sochi on Friday, Lavrov said."
    assert names(only(read(text), Meeting).mediator) == ["Sergey Lavrov"]
