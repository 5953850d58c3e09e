"""Meetings of many sides: who stayed away, in which town, and of how many rounds a passage tells."""

from dataclasses import replace

from detente.merge import merge
from detente.model.entry import Meeting, PlaceRef
from detente.model.event import Report

from .reports import (
    ALPHA_PM,
    BETA_PRESIDENT,
    HOST_PRESIDENT,
    PROCESS,
    UNION_PRESIDENT,
    article,
    meeting,
    report,
)

ALL = (ALPHA_PM, BETA_PRESIDENT, HOST_PRESIDENT, UNION_PRESIDENT)


def planned(**fields: object) -> Report:
    head = article("Agency", "2023-09-27")
    words = "the four are to meet at the summit in Hafen"
    return meeting(head, words, "scheduled", who=ALL, place="Hafen", **fields)  # type: ignore[arg-type]


def test_a_summit_that_one_of_the_invited_stayed_away_from_is_the_one_that_was_planned() -> None:
    held = meeting(
        article("Post", "2023-10-06"), "Hugo Holm and Ulla Unger met with Ana Alda in Hafen",
        who=(HOST_PRESIDENT, UNION_PRESIDENT, ALPHA_PM), on="2023-10-05", place="Hafen",
    )  # fmt: skip
    (event,) = merge([planned(on="2023-10-01/2023-10-31"), held], process=PROCESS)
    assert [step.status for step in event.history] == ["scheduled", "held"]
    assert BETA_PRESIDENT not in event.participants


def test_who_was_to_come_took_part_where_the_report_names_one_side_alone() -> None:
    held = meeting(
        article("Post", "2023-10-06"), "the summit with Ana Alda was held in Hafen",
        who=(ALPHA_PM,), on="2023-10-05", place="Hafen",
    )  # fmt: skip
    (event,) = merge([planned(on="2023-10-05"), held], process=PROCESS)
    assert BETA_PRESIDENT in event.participants


def test_a_talk_of_the_host_with_one_guest_is_not_the_summit_of_that_day() -> None:
    held = meeting(
        article("Post", "2023-10-06"), "Hugo Holm met with Ana Alda in Hafen",
        who=(HOST_PRESIDENT, ALPHA_PM), on="2023-10-05", place="Hafen",
    )  # fmt: skip
    assert len(merge([planned(on="2023-10-05"), held], process=PROCESS)) == 2


def in_country(told: Report, country: str) -> Report:
    assert isinstance(told.entry, Meeting)
    assert told.entry.place is not None
    place = PlaceRef(told.entry.place.id, told.entry.place.name, country)
    return report(replace(told.entry, place=place), told.document)


def test_plans_for_towns_of_two_countries_are_two() -> None:
    brussels = meeting(
        article("Post", "2023-09-28"), "the four are to meet at the summit in Bruggen", "scheduled",
        who=ALL, on="2023-10-01/2023-10-31", place="Bruggen",
    )  # fmt: skip
    here, there = in_country(planned(on="2023-10-05"), "Hostland"), in_country(brussels, "Union")
    assert len(merge([here, there], process=PROCESS)) == 2


def test_four_rounds_told_together_are_not_the_fourth_of_them() -> None:
    several = meeting(
        article("Agency", "2023-05-20"), "the two sides have held four rounds of talks in Hafen",
        place="Hafen",
    )  # fmt: skip
    fourth = meeting(
        article("Post", "2023-05-20"), "the two sides held talks in Hafen for the fourth time",
        on="2023-05-11", place="Hafen",
    )  # fmt: skip
    assert len(merge([several, fourth], process=PROCESS)) == 2
