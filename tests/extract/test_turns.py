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


def test_what_stands_between_paragraphs_that_ask_is_the_words_of_whoever_is_interviewed(
    read: Read,
) -> None:
    text = (
        "Hikmet Hajiyev spoke to the Morning Herald about the treaty.\n"
        "Do you expect a treaty this year?\n"
        "The treaty is nearly ready. I believe that the border talks will go on.\n"
        "Why has Armenia not answered?\n"
        "We handed over our proposals in May. Armenia has not answered them."
    )
    found = of_type(read(text), Statement)
    assert {tuple(names(s.speaker)) for s in found} == {("Hikmet Hajiyev",)}
    assert [quote(s) for s in found][-1] == "Armenia has not answered them"


def test_the_questions_of_an_explainer_are_put_to_nobody(read: Read) -> None:
    text = (
        "Armenia and Azerbaijan hold talks in Brussels. Hikmet Hajiyev will be there.\n"
        "What are the talks about?\n"
        "The talks are about the border between Armenia and Azerbaijan.\n"
        "Why has Armenia not answered?\n"
        "Armenia has not answered since the border talks began."
    )
    assert not of_type(read(text), Statement)


def test_whoever_is_named_again_and_again_gives_no_answers(read: Read) -> None:
    text = (
        "We talked to lawyers about Pashinyan's plan.\n\n"
        "What would the treaty mean for your taxes?\n\n"
        "We do not know. Pashinyan says that the border talks go on, and our readers doubt it.\n\n"
        "What if your bank is in Baku?\n\n"
        "Pashinyan has not told us. We asked Pashinyan twice whether Armenia would sign a treaty."
    )
    said = of_type(read(text, title="Questions about a treaty"), Statement)
    assert [quote(s) for s in said] == ["the border talks go on"]


def test_a_turn_goes_on_over_paragraphs_where_somebody_asks(read: Read) -> None:
    text = (
        "Morning Herald: Will the border talks go on?\n"
        "Ararat Mirzoyan: The border talks will go on in June.\n"
        "The treaty with Azerbaijan does not depend on them.\n"
        "Morning Herald: Thank you."
    )
    found = of_type(read(text, outlet="Morning Herald"), Statement)
    assert [names(s.speaker) for s in found] == [["Ararat Mirzoyan"]] * 2


def test_a_short_turn_is_nobody_elses_words(read: Read) -> None:
    text = (
        "MR. PRICE: The border talks will go on.\n"
        "QUESTION: Did the Secretary raise the treaty?\n"
        "MR. PRICE: He did. Matt, go ahead."
    )
    title = "Department Press Briefing by Spokesperson Ned Price"
    found = of_type(read(text, title=title, outlet="US Department of State"), Statement)
    assert [quote(s) for s in found] == ["The border talks will go on"]


def test_the_secretary_of_a_department_that_tells_is_who_heads_it(read: Read) -> None:
    text = "The Secretary told reporters that Armenia and Azerbaijan were close to a treaty."
    (statement,) = of_type(read(text, outlet="US Department of State"), Statement)
    assert names(statement.speaker) == ["Antony Blinken"]


def test_who_takes_the_floor_in_minutes_says_the_rest_of_the_paragraph(read: Read) -> None:
    text = (
        "ADA ROE (Norway) said that Armenia and Azerbaijan should return to talks. "
        "A treaty could only be reached through dialogue.\n"
        "TOM ORR (Ireland) said that the border had been quiet. He regretted that the talks had stalled."
    )
    found = of_type(read(text, outlet="United Nations"), Statement)
    assert [names(s.speaker) for s in found] == [["Ada Roe"]] * 2 + [["Tom Orr"]] * 2
    assert [s.speaker[0].side for s in found] == ["Norway"] * 2 + ["Ireland"] * 2
