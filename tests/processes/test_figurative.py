"""Cue words in turns of speech tell of no track; the same words in earnest do."""

import pytest

from detente.processes import load_process
from detente.processes.cues import finder_of
from detente.processes.figurative import without_figures


@pytest.mark.parametrize(
    "text",
    [
        "the army released a joint statement",
        "a report released on Monday",
        "a frank exchange of views",
        "critics fear a war of words",
        "it remains committed",
        "un bodies",
    ],
)
def test_a_turn_of_speech_tells_of_no_track(text: str) -> None:
    found = finder_of(load_process("gaza")).find(text)
    assert not {"hostages", "ceasefire"} & set(found)


def test_who_strikes_a_deal_strikes_nobody() -> None:
    find = finder_of(load_process("gaza")).find
    assert "security" not in find("the two sides struck a landmark deal")
    assert "security" in find("the army struck a school")


def test_people_are_released_and_bodies_exchanged_in_earnest() -> None:
    find = finder_of(load_process("gaza")).find
    assert "hostages" in find("the group released three men and a statement")
    assert "hostages" in find("the exchange of prisoners")


def test_places_in_the_text_stay_where_they_were() -> None:
    text = "talks at a dead end, a heart attack and an attack on the camp"
    blotted = without_figures(text)
    assert len(blotted) == len(text)
    assert blotted.endswith("an attack on the camp")
