"""Who speaks in a transcript, and behind a name and a colon."""

import pytest

from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote


def test_the_turns_of_a_transcript_are_their_speakers(read: Read) -> None:
    text = (
        "Ned Price took questions.\n"
        "QUESTION: Will the border talks go on next week?\n"
        "MR. PRICE: The border talks will go on. Armenia and Azerbaijan are close to a treaty."
    )
    said = [s for s in of_type(read(text), Statement) if names(s.speaker) == ["Ned Price"]]
    assert [quote(s) for s in said] == [
        "The border talks will go on",
        "Armenia and Azerbaijan are close to a treaty",
    ]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Remarks by President Macron and Prime Minister Pashinyan", "Emmanuel Macron"),
        ("Press gaggle on the treaty", "Joe Biden"),  # who held the office that day
        ("Remarks by Vice President Harris on the treaty", "Joe Biden"),
    ],
)
def test_an_office_before_a_colon_is_whom_the_title_names_with_it_or_who_held_it(
    read: Read, title: str, speaker: str
) -> None:
    text = (
        "THE PRESIDENT: The border talks will go on.\n"
        "MS. ARDEN: Thank you.\n"
        "THE PRESIDENT: Armenia and Azerbaijan are close to a treaty."
    )
    found = of_type(read(text, title=title, outlet="The White House"), Statement)
    assert found
    assert all(names(s.speaker) == [speaker] for s in found)


def test_who_answers_in_an_interview_speaks_and_who_asks_says_nothing(read: Read) -> None:
    text = (
        "Nikol Pashinyan spoke to the Morning Herald.\n"
        "Morning Herald: Will the border talks go on?\n"
        "A: The border talks will go on in June."
    )
    found = of_type(read(text, outlet="Morning Herald"), Statement)
    assert [names(s.speaker) for s in found] == [["Nikol Pashinyan"]]


def test_a_name_and_a_colon_say_who_speaks(read: Read) -> None:
    (statement,) = of_type(
        read("Foreign Minister Lavrov: The border talks will go on in June."), Statement
    )
    assert names(statement.speaker) == ["Sergey Lavrov"]
    assert quote(statement) == "The border talks will go on in June"


def test_a_heading_before_a_colon_says_nothing(read: Read) -> None:
    assert not of_type(read("EXCLUSIVE: The border talks will go on in June."), Statement)


def test_what_is_said_in_a_turn_of_another_is_told_once(read: Read) -> None:
    text = "Lavrov: Mirzoyan said that the border talks will go on."
    assert [names(s.speaker) for s in of_type(read(text), Statement)] == [["Ararat Mirzoyan"]]
