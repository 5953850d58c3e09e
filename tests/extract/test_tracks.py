"""On which tracks an entry bears that names none."""

import pytest

from detente.extract import Extraction
from detente.model.entry import Meeting, Statement
from tests.extract.conftest import Read


def _tracks(extraction: Extraction) -> list[tuple[str, ...]]:
    return [e.tracks for e in extraction.entries if isinstance(e, Meeting)]


def test_what_was_told_before_is_no_agenda_of_ministers_to_come(read: Read) -> None:
    text = "The border must be delimited, Baku said. The foreign ministers may meet in June."
    assert _tracks(read(text)) == [("treaty",)]


def test_those_who_work_on_one_matter_are_to_meet_on_what_was_told_before(read: Read) -> None:
    text = "Much of the railway was done. The deputy prime ministers will meet in Moscow next week."
    assert _tracks(read(text)) == [("transport",)]


def test_who_meets_stands_before_the_passage(read: Read) -> None:
    text = "Baku wants the border delimited. The leaders are to meet again in Brussels in mid-June."
    assert _tracks(read(text)) == [("treaty",)]


def test_a_meeting_bears_on_what_came_of_it(read: Read) -> None:
    text = "Aliyev met with Pashinyan on Thursday. They agreed to speed up the border commissions."
    assert _tracks(read(text)) == [("treaty", "border")]


def test_what_others_agreed_came_of_another_meeting(read: Read) -> None:
    text = "Lavrov met with Mirzoyan on Thursday. The parties agreed to delimit the border."
    assert "border" not in _tracks(read(text))[0]


def test_what_names_no_matter_is_on_that_of_the_text_around_it(read: Read) -> None:
    text = (
        "The border commissions met in Ijevan. Engineers measured the border for a week. Farmers watched them. "
        "A shepherd lost his way. Snow fell. Baku said that it was content. Nobody is in haste, Yerevan said."
    )
    tracks = [e.tracks for e in read(text).entries if isinstance(e, Statement)]
    assert tracks == [("border",), ("border",)]


@pytest.mark.parametrize("talks", ["The round was put off.", "Paris was not at the table."])
def test_talks_on_nothing_that_is_named_are_on_the_main_track(read: Read, talks: str) -> None:
    text = (
        "Engineers measured the border for a week. Farmers watched them. A shepherd lost his way. Snow fell. "
        f"{talks} Baku said that it was content."
    )
    tracks = [e.tracks for e in read(text).entries if isinstance(e, Statement)]
    assert tracks == [("treaty",)]
