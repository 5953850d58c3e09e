"""Who speaks by a role or a kind of body: the name stands beside it, later, or before."""

import pytest

from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "A senior adviser to Pashinyan, Ada Karoyan, told reporters that the border was open.",
            [["Ada Karoyan"]],
        ),
        (
            "Assistant to the President of the Republic of Azerbaijan Hikmet Hajiyev has said that peace is near.",
            [["Hikmet Hajiyev"]],
        ),
        (
            "“The border is open,” said Ada Roe. The opposition said that the border with Armenia was shut.",
            [["Ada Roe"], ["opposition"]],
        ),
        (
            "“The border is open,” H. Hajiyev said.",
            [["Hikmet Hajiyev"]],
        ),
        (
            "Special Envoy for Border Affairs Ada Roe said that Armenia would sign.",
            [["Ada Roe"]],
        ),
        (
            "The EU envoy said that the road to Armenia was open. EU envoy Toivo Klaar left at noon.",
            [["Toivo Klaar"]],
        ),
        (
            "Pashinyan met ex-premier Karen Karapetyan. The premier said that Armenia would sign.",
            [["Nikol Pashinyan"]],
        ),
        (
            "The top American diplomat said that Armenia was ready.",
            [["Antony Blinken"]],
        ),
        (
            "On Monday, only five aid trucks entered Kapan, Jens Roe, spokesperson for the UN humanitarian office, told a Geneva briefing.",
            [["Jens Roe"]],
        ),
        (
            "Shells hit a clinic in Armenia that Doctors Without Borders runs, the aid group said.",
            [["Doctors Without Borders"]],
        ),
        (
            "The Working Group for Armenia met in Baku. The working group said the road was shut.",
            [["Working Group for Armenia"]],
        ),
    ],
)
def test_a_role_means_who_is_named_beside_it_or_elsewhere(
    read: Read, text: str, speakers: list[list[str]]
) -> None:
    assert [names(s.speaker) for s in of_type(read(text), Statement)] == speakers


def test_a_spokesman_for_a_person_is_not_the_person_named_behind_a_field(read: Read) -> None:
    text = "The spokesman for President Vladimir Putin said that Armenia was safe."
    (said,) = of_type(read(text), Statement)
    assert names(said.speaker) == ["Vladimir Putin"]


def test_a_letter_is_its_writers_and_not_the_outlets_that_saw_it(read: Read) -> None:
    text = (
        "In a letter obtained by Reuters, Armenia told the council that it was ready for a treaty.\n"
        "“The border must be settled first,” the letter said."
    )
    found = of_type(read(text), Statement)
    assert [names(s.speaker) for s in found] == [["Armenia"], ["Armenia"]]
