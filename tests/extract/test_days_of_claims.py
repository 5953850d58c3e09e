"""On which day somebody asked, refused or accused: what the text tells of it, and not the day of what is asked."""

from datetime import date

import pytest

from detente.model.entry import Accusation, Demand, Refusal
from tests.extract.conftest import Read
from tests.extract.finding import of_type, only

MONDAY = date(2023, 5, 22)


@pytest.mark.parametrize(
    "text",
    [
        "Pashinyan urged Azerbaijan on Monday to withdraw its troops by Friday.",
        "Azerbaijan must withdraw its troops by Friday, Pashinyan said on Monday.",
        "Lavrov met Pashinyan in Moscow on Monday. He called on Baku to withdraw its troops.",
    ],
)
def test_a_demand_was_made_on_the_day_of_its_own_word(read: Read, text: str) -> None:
    demand = only(read(text), Demand)
    assert demand.date
    assert demand.date.day == MONDAY


def test_a_refusal_was_made_when_it_was_spoken(read: Read) -> None:
    text = "Baku will not attend the talks on June 1, Aliyev said on Monday."
    refusal = only(read(text), Refusal)
    assert refusal.date
    assert refusal.date.day == MONDAY


def test_an_accusation_has_not_the_day_of_the_wrong(read: Read) -> None:
    text = "Yerevan accused Baku on Monday of shelling the village of Sotk on May 11."
    accusation = only(read(text), Accusation)
    assert accusation.date
    assert accusation.date.day == MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "Pashinyan has urged Azerbaijan to withdraw its troops by Friday.",
        "Lavrov said on Monday that Yerevan had urged Baku to withdraw.",
    ],
)
def test_what_was_asked_on_no_day_told_has_none(read: Read, text: str) -> None:
    assert [d.date for d in of_type(read(text), Demand)] == [None]
