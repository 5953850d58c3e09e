"""Dates by the tense of the parse, with sentences of our own; the article is of Friday, 26 May 2023."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from detente.annotate.parse import parse
from detente.annotate.times import find_time_mentions
from detente.model.annotation import TimeMention
from detente.model.when import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    Read = Callable[..., tuple[TimeMention, ...]]


@pytest.fixture(scope="module")
def read(language: "Language") -> "Read":
    """Find the dates of a text published on a day."""

    def find(text: str, *, on: str = "2023-05-26") -> tuple[TimeMention, ...]:
        parsed = parse(text, language=language)
        published = DateRange.on(date.fromisoformat(on))
        return find_time_mentions(text, parsed.tokens, parsed.sentences, published)

    return find


def days(mentions: tuple[TimeMention, ...]) -> list[str]:
    return [str(t.when) if t.when else "" for t in mentions]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The ministers met on Thursday.", "2023-05-25"),
        ("The ministers will meet on Thursday.", "2023-06-01"),
        ("The ministers could meet on Thursday.", "2023-06-01"),
        ("He may have met the envoy on Thursday.", "2023-05-25"),
        ("The two leaders are to meet on Thursday.", "2023-06-01"),
        ("The two sides agreed to meet on Tuesday.", "2023-05-30"),
        ("The envoy travels to Baku on Tuesday.", "2023-05-30"),
        ("The talks are due to resume on Monday.", "2023-05-29"),
        ("The talks were due to resume on Thursday.", "2023-05-25"),
        ("The round was first planned for May 12.", "2023-05-12"),
        ("Baku has cancelled a round that was due on May 30.", "2023-05-30"),
        ("Baku has cancelled a round planned for May 30.", "2023-05-30"),
        ("Baku cancelled the talks, which had been held on Monday.", "2023-05-22"),
        ("The next round of talks is on Monday.", "2023-05-29"),
        ("The two were to have met in Granada on May 20.", "2023-05-20"),
        ("The two are said to have met in Granada on Thursday.", "2023-05-25"),
        ("Troops set up a post on Thursday.", "2023-05-25"),
        ("The raid follows the release of a letter on Thursday.", "2023-05-25"),
        ("The visit comes after an air strike on Monday.", "2023-05-22"),
        ("Families flee the town on Monday.", "2023-05-22"),
        ("After a phone call on Monday, he suggested that talks would begin.", "2023-05-22"),
        ("He met the envoy ahead of Monday's summit.", "2023-05-29"),
        ("The envoys arrived in Geneva for Saturday's talks.", "2023-05-27"),
        ("In a Thursday interview, he said no.", "2023-05-25"),
        ("A bomb went off at 2030 on Thursday.", "2023-05-25"),
        ("A bomb went off (2100 GMT Thursday).", "2023-05-25"),
        ("The arms were tested last Sunday (May 14).", "2023-05-14"),
        ("The arms were tested last Sunday, May 14.", "2023-05-14"),
        ("The road has been closed since December 12.", "2022-12-12"),
    ],
)
def test_the_tense_tells_the_day(read: "Read", sentence: str, day: str) -> None:
    assert days(read(sentence)) == [day]


def test_a_plan_that_was_is_ahead_of_its_clause(read: "Read") -> None:
    (time,) = read("The round was first planned for May 12.")
    assert time.ahead


def test_an_event_with_its_date_is_over_even_where_the_clause_looks_ahead(read: "Read") -> None:
    assert days(read("The army will answer the October 7 attack.")) == ["2022-10-07"]


def test_an_event_with_its_date_is_of_the_year_that_the_text_named_before(read: "Read") -> None:
    text = "Gunmen struck on October 7, 2020. The envoy spoke of the October 7 attack."
    assert days(read(text)) == ["2020-10-07", "2020-10-07"]


def test_a_summit_with_its_date_may_lie_ahead(read: "Read") -> None:
    assert days(read("They will attend the June 1 summit.")) == ["2023-06-01"]


def test_the_year_of_a_statement_is_not_the_year_of_what_follows(read: "Read") -> None:
    text = "It is a breach of the statement of 2020. The road was blocked on December 12."
    assert days(read(text))[-1] == "2022-12-12"


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("A shell hit a farm on the same day.", "2023-05-08"),
        ("That day, a shell hit a farm.", "2023-05-08"),
        ("A day earlier, a shell had hit a farm.", "2023-05-07"),
        ("Two days after the talks, a shell hit a farm.", "2023-05-10"),
        ("The day before the meeting, a shell hit a farm.", "2023-05-07"),
        ("The next day, a shell hit a farm.", "2023-05-09"),
    ],
)
def test_a_day_reckoned_from_the_one_spoken_of(read: "Read", sentence: str, day: str) -> None:
    text = f"The ministers met on May 8. {sentence}"
    assert days(read(text)) == ["2023-05-08", day]


def test_a_second_name_of_a_day_is_not_reckoned_from_the_first(read: "Read") -> None:
    text = "The ministers met on May 8. On May 10, two days after the talks, a shell hit a farm."
    assert days(read(text)) == ["2023-05-08", "2023-05-10", ""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the lead's news, and each day of that name behind it
        (
            "A missile crossed the strait on Saturday. The one fired on Saturday fell into the sea.",
            ["2023-05-27", "2023-05-27"],
        ),
        # the first hours of a day, wherever they are told
        (
            "A missile crossed the strait. It was seen. It was heard. It fell early on Saturday.",
            ["2023-05-27"],
        ),
        # a text that is full of one day, and begins with another matter
        (
            "It was loud. None was made like the one made on Saturday. Few slept on Saturday. It fell on Saturday.",
            ["2023-05-27", "2023-05-27", "2023-05-27"],
        ),
        # a lead that tells of today keeps to the clock of the day of publication
        (
            "The army said on Friday it had found a tunnel. Rockets were fired early on Saturday.",
            ["2023-05-26", "2023-05-20"],
        ),
        ("A missile crossed the strait last Saturday.", ["2023-05-20"]),
        ("The army buried two men who had been shot on Saturday.", ["2023-05-20"]),
    ],
)
def test_a_day_told_as_past_has_begun_elsewhere(read: "Read", text: str, found: list[str]) -> None:
    assert days(read(text)) == found
