"""Times in their passage: tense from the words near them, context from the dates before them."""

from datetime import date

import pytest

from detente.dates import Tense, find_times, guess_tense, read_times
from detente.model.when import DateRange

FRIDAY = DateRange.on(date(2023, 5, 26))


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The ministers met on Friday.", Tense.PAST),
        ("The ministers will meet on Friday.", Tense.FUTURE),
        ("The two are to meet on Friday.", Tense.FUTURE),
        ("A summit is slated for June 1.", Tense.FUTURE),
        ("He said they will meet on Friday.", Tense.FUTURE),
        ("On Friday, they signed a protocol.", Tense.PAST),
        ("They must leave by Friday.", Tense.FUTURE),
        ("It will look into Friday's attack.", Tense.UNKNOWN),
    ],
)
def test_tense_of_the_nearest_verb(sentence: str, tense: Tense) -> None:
    (time,) = find_times(sentence)
    assert guess_tense(sentence, time) is tense


def days(text: str) -> list[str]:
    return [str(t.when) for t in read_times(text, anchor=FRIDAY) if isinstance(t.when, DateRange)]


def test_two_weekdays_of_one_sentence() -> None:
    assert days("He said on Thursday that they will meet on Monday.") == [
        "2023-05-25",
        "2023-05-29",
    ]


def test_two_months_later_follows_the_date_before() -> None:
    text = "The war ended on Nov. 10, 2020. Two months later, the leaders signed a pact."
    assert days(text) == ["2020-11-10", "2021-01-01/2021-01-31"]


def test_a_passage_on_a_year_gives_it_to_its_months() -> None:
    assert days("In 2021, talks failed. They resumed in April.")[-1] == "2021-04-01/2021-04-30"


def test_a_new_paragraph_forgets_the_year() -> None:
    assert days("In 2021, talks failed.\n\nThey resumed in April.")[-1] == "2023-04-01/2023-04-30"


def test_a_year_ago_is_the_same_quarter_of_the_year_before() -> None:
    text = "Profit fell in the first quarter.\n\nIt was higher a year ago. The quarter was poor."
    assert days(text) == [
        "2023-01-01/2023-03-31",
        "2022-01-01/2022-03-31",
        "2023-01-01/2023-03-31",
    ]


def test_without_a_quarter_a_year_ago_is_a_year() -> None:
    assert days("Ties were better a year ago.") == ["2022-01-01/2022-12-31"]


def test_a_day_near_ahead_is_meant_and_not_one_of_long_ago() -> None:
    assert days("Baku has cancelled the round of May 30.") == ["2023-05-30"]


def test_that_day_is_the_last_day_spoken_of_and_not_a_year() -> None:
    text = (
        "A truce was signed on May 9, 2023, the first since 1994. Later that day, guns fell silent."
    )
    assert days(text) == ["2023-05-09", "1994-01-01/1994-12-31", "2023-05-09"]


def test_from_a_year_no_day_is_counted() -> None:
    assert days("The war of 1994 ended. Two days later, the envoy left.") == [
        "1994-01-01/1994-12-31"
    ]


def test_a_weekday_does_not_draw_a_day_near_ahead_years_back() -> None:
    assert days("It was moved to Tuesday, May 30, he said.") == ["2023-05-30"]


def test_a_year_lasts_while_its_months_follow() -> None:
    text = "In 2021, talks failed. They resumed in April. They failed again in June. They ended in July."
    assert [d[:7] for d in days(text)] == ["2021-01", "2021-04", "2021-06", "2021-07"]


def test_a_year_fades_after_some_sentences() -> None:
    text = "In 2021, talks failed. It was bad. It was worse. Nobody cared. They resumed on May 16."
    assert days(text)[-1] == "2023-05-16"
