"""Dates in the many ways in which people write them, read on a Wednesday, 16 March 2022."""

from datetime import date

import pytest

from detente.dates import Order, Tense, find_times, resolve
from detente.model.when import DateRange

WEDNESDAY = DateRange.on(date(2022, 3, 16))
PARTED = [
    ("Jan 1,2000", "2000-01-01"),
    ("1.Jan.2000", "2000-01-01"),
    ("3.march.2021", "2021-03-03"),
    ("march,3,2021", "2021-03-03"),
    ("the 3. march", "2022-03-03"),
    ("2021.mar.3", "2021-03-03"),
    ("2000, 1 January", "2000-01-01"),
    ("January 1 in 2000", "2000-01-01"),
    ("January 1st, year 2000", "2000-01-01"),
    ("May 3, of the year 2000", "2000-05-03"),
    ("January 1 nineteen hundred", "1900-01-01"),
    ("May 3, nineteen oh five", "1905-05-03"),
]
IN_NUMBERS = [
    ("3 / 14 / 2021", "2021-03-14"),
    ("14 - 3 - 2021", "2021-03-14"),
    ("on 3/14 2021", "2021-03-14"),
    ("3/14, 2021", "2021-03-14"),
    ("on 3.12.21", "2021-12-03"),
]
WEEKDAYS = [
    ("March 14, a Monday", "2022-03-14"),
    ("14th March, Monday", "2022-03-14"),
    ("tues", "2022-03-15"),
    ("on thurs", "2022-03-10"),
    ("this upcoming Fri", "2022-03-18"),
    ("Sat 12th", "2022-03-12"),
    ("Friday of the previous week", "2022-03-11"),
    ("two Mondays after March 1, 2021", "2021-03-15"),
    ("the second Monday after March 1, 2021", "2021-03-15"),
    ("the Monday prior to March 1, 2021", "2021-02-22"),
    ("the final Monday of the year", "2022-12-26"),
    ("the second to last Friday of February", "2022-02-18"),
]
COUNTED = [
    ("a year, a month and three days ago", "2021-02-13"),
    ("a hundred days ago", "2021-12-06"),
    ("half a dozen days ago", "2022-03-10"),
    ("1,000 days ago", "2019-06-20"),
    ("72 hours ago", "2022-03-13"),
    ("five weekdays ago", "2022-03-09"),
    ("3 days before now", "2022-03-13"),
    ("a week from Friday", "2022-03-25"),
    ("the day after today", "2022-03-17"),
    ("two weeks following March 1, 2021", "2021-03-15"),
    ("two weeks prior to March 1, 2021", "2021-02-15"),
    ("the day preceding March 1", "2022-02-28"),
    ("the penultimate day of February", "2022-02-27"),
    ("the second last day of February", "2022-02-27"),
    ("the 100th day of 2021", "2021-04-10"),
    ("tmr", "2022-03-17"),
]
DAYS_OF_A_MONTH = [
    ("5th of the previous month", "2022-02-05"),
    ("last month's 5th", "2022-02-05"),
    ("this month the 5th", "2022-03-05"),
    ("the 5th", "2022-03-05"),
    ("the 31st", "2022-01-31"),
    ("They met on the 5th at noon", "2022-03-05"),
    ("They met on the 5th in Geneva", "2022-03-05"),
]
NO_DATES = [
    "within 100 feet of 1122 King Road",
    "the 5th round",
    "on the 5th floor",
    "He last sat on the board",
    "a hundred villages",
    "the penultimate round",
    "the second last village",
    "in March, 3 people died",
    "They won 14/3",
]


@pytest.mark.parametrize(
    ("words", "expected"), [*PARTED, *IN_NUMBERS, *WEEKDAYS, *COUNTED, *DAYS_OF_A_MONTH]
)
def test_a_date_is_one_expression_however_it_is_written(words: str, expected: str) -> None:
    (found,) = find_times(words, order=Order.MONTH_FIRST)
    context = WEDNESDAY if found.points_back else None
    assert str(resolve(found, anchor=WEDNESDAY, tense=Tense.PAST, context=context)) == expected


@pytest.mark.parametrize("words", NO_DATES)
def test_a_number_that_counts_something_else_is_no_day(words: str) -> None:
    assert not [found for found in find_times(words) if not found.text.endswith("March")]


def test_days_of_a_coming_month_are_counted_from_a_day_that_is_named() -> None:
    (found,) = find_times("three days from Monday")
    assert str(resolve(found, anchor=WEDNESDAY, tense=Tense.FUTURE)) == "2022-03-24"


def test_an_old_year_is_one_in_its_company() -> None:
    found = find_times("the retreat of 1812 and the peace of 1648")
    assert [time.text for time in found] == ["1812", "1648"]
