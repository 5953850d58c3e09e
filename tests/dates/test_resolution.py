"""From an expression to days: by the day of publication, the tense and the time spoken of."""

from datetime import date

import pytest

from detente.dates import Order, Tense, find_times, resolve
from detente.model.document import Reason, Rejection
from detente.model.when import Basis, DateRange

FRIDAY = DateRange.on(date(2023, 5, 26))
PAST = [
    ("14 May 2023", "2023-05-14"),
    ("May 14", "2023-05-14"),
    ("December", "2022-12-01/2022-12-31"),
    ("last December", "2022-12-01/2022-12-31"),
    ("Thursday", "2023-05-25"),
    ("Friday", "2023-05-26"),
    ("last Friday", "2023-05-19"),
    ("Friday, May 19", "2023-05-19"),
    ("yesterday", "2023-05-25"),
    ("last month", "2023-04-01/2023-04-30"),
    ("last week", "2023-05-15/2023-05-21"),
    ("earlier this month", "2023-05-01/2023-05-26"),
    ("the fall of 2020", "2020-09-01/2020-11-30"),
    ("last summer", "2022-06-01/2022-08-31"),
    ("the 1990s", "1990-01-01/1999-12-31"),
    ("in 2020", "2020-01-01/2020-12-31"),
    ("November 9-10, 2020", "2020-11-09/2020-11-10"),
    ("from 14 to 16 May", "2023-05-14/2023-05-16"),
    ("two weeks ago", "2023-05-12"),
    ("five months ago", "2022-12-01/2022-12-31"),
    ("the second half of 2022", "2022-07-01/2022-12-31"),
    ("early June", "2022-06-01/2022-06-10"),
    ("recent weeks", "2023-03-26/2023-05-26"),
    ("Q1", "2023-01-01/2023-03-31"),
    ("on 4/22", "2023-04-22"),
    ("Christmas Eve", "2022-12-24"),
    ("Easter", "2023-04-09"),
    ("Orthodox Easter", "2023-04-16"),
    ("last Thanksgiving", "2022-11-24"),
    ("Memorial Day 2021", "2021-05-31"),
    ("May 8, 9 and 10", "2023-05-08/2023-05-10"),
    ("4-22 January, 1995", "1995-01-04/1995-01-22"),
    ("November between 19 and 20", "2022-11-19/2022-11-20"),
    ("last week from Tuesday to Thursday", "2023-05-16/2023-05-18"),
    ("the first ten days of May", "2023-05-01/2023-05-10"),
    ("the last two days of April", "2023-04-29/2023-04-30"),
    ("the second half of April", "2023-04-16/2023-04-30"),
    ("half a year ago", "2022-11-01/2022-11-30"),
    ("two and a half years ago", "2020-11-01/2020-11-30"),
    ("the past 48 hours", "2023-05-24/2023-05-26"),
    ("the late 1980s", "1987-01-01/1989-12-31"),
    ("so far this year", "2023-01-01/2023-05-26"),
    ("9/11", "2001-09-11"),
    ("for three days from Monday", "2023-05-22/2023-05-24"),
    ("the week of the 18th", "2023-05-15/2023-05-21"),
    ("the quarter ended March 31", "2023-01-01/2023-03-31"),
    ("two Mondays ago", "2023-05-15"),
    ("a week ago Tuesday", "2023-05-16"),
    ("a year ago today", "2022-05-26"),
    ("a year ago this week", "2022-05-22/2022-05-28"),
    ("three years ago last month", "2020-04-01/2020-04-30"),
    ("two years after May 2020", "2022-05-01/2022-05-31"),
    ("two fortnights ago", "2023-04-28"),
    ("Monday last", "2023-05-22"),
    ("Friday next", "2023-06-02"),
    ("Tuesday after next", "2023-06-06"),
    ("Q1'22", "2022-01-01/2022-03-31"),
    ("Q3-2022", "2022-07-01/2022-09-30"),
    ("2023-W20-7", "2023-05-21"),
    ("on 14.05.23", "2023-05-14"),
    ("141500Z MAY 23", "2023-05-14"),
    ("20230514", "2023-05-14"),
    ("St. Patrick's Day", "2023-03-17"),
    ("Black Friday", "2022-11-25"),
    ("Ascension Day", "2023-05-18"),
    ("World Refugee Day 2022", "2022-06-20"),
    ("the Monday before last", "2023-05-15"),
    ("this past Friday", "2023-05-19"),
    ("the day before May 4", "2023-05-03"),
    ("the Monday after Easter", "2023-04-10"),
    ("the week before Christmas", "2022-12-18/2022-12-24"),
    ("the weekend of May 13", "2023-05-13/2023-05-14"),
    ("six months after May 4, 2022", "2022-11-04"),
    ("three working days ago", "2023-05-23"),
    ("week 7", "2023-02-13/2023-02-19"),
    ("2022-W52", "2022-12-26/2023-01-01"),
    ("3Q 2022", "2022-07-01/2022-09-30"),
    ("the year to date", "2023-01-01/2023-05-26"),
    ("the latter part of April", "2023-04-21/2023-04-30"),
    ("from mid-April to early May", "2023-04-11/2023-05-10"),
    ("between the 4th and the 12th of May", "2023-05-04/2023-05-12"),
    ("4th-12th of May", "2023-05-04/2023-05-12"),
    ("Jan-Mar 2022", "2022-01-01/2022-03-31"),
    ("Monday to Wednesday last week", "2023-05-15/2023-05-17"),
    ("from May 2022 to the present", "2022-05-01/2023-05-26"),
    ("earlier last week", "2023-05-15/2023-05-17"),
    ("Friday the 13th", "2023-01-13"),
    ("Monday 15", "2023-05-15"),
    ("22/04", "2023-04-22"),
    ("two weekends ago", "2023-05-13/2023-05-14"),
    ("week starting May 16", "2023-05-16/2023-05-22"),
    ("all week", "2023-05-22/2023-05-28"),
    ("2022Q1", "2022-01-01/2022-03-31"),
    ("2022 summer", "2022-06-01/2022-08-31"),
    ("12-May-22", "2022-05-12"),
    ("Friday (19.05.2023)", "2023-05-19"),
    ("last month on the 20th", "2023-04-20"),
    ("1 month, 2 days ago", "2023-04-24"),
    ("from the 2nd to 7th", "2023-05-02/2023-05-07"),
    ("12.25.2022", "2022-12-25"),
]
# What was to be: the day ahead, unless the one just over is much nearer.
PLANNED = [
    ("Thursday", "2023-05-25"),
    ("Monday", "2023-05-29"),
    ("May 12", "2023-05-12"),
    ("June 12", "2023-06-12"),
]
FUTURE = [
    ("Thursday", "2023-06-01"),
    ("June 1", "2023-06-01"),
    ("December", "2023-12-01/2023-12-31"),
    ("next week", "2023-05-29/2023-06-04"),
    ("next Tuesday", "2023-05-30"),
    ("in a week's time", "2023-06-02"),
    ("in two weeks", "2023-06-09"),
    ("the next three days", "2023-05-27/2023-05-29"),
    ("Christmas", "2023-12-25"),
    ("within ten days", "2023-05-26/2023-06-05"),
    ("the coming days", "2023-05-26/2023-06-09"),
    ("the coming weeks", "2023-05-26/2023-07-26"),
    ("the coming months", "2023-05-26/2023-11-26"),
    ("later this year", "2023-05-26/2023-12-31"),
    ("this coming Monday", "2023-05-29"),
    ("two Mondays from now", "2023-06-05"),
    ("the Monday after next", "2023-06-05"),
    ("a week tomorrow", "2023-06-03"),
    ("later next week", "2023-06-01/2023-06-04"),
    ("within three working days", "2023-05-26/2023-05-31"),
    ("the end of the year", "2023-12-01/2023-12-31"),
]


def when(
    words: str,
    tense: Tense = Tense.PAST,
    anchor: DateRange | None = FRIDAY,
    context: DateRange | None = None,
) -> DateRange | Rejection:
    time = find_times(words)[0]
    return resolve(time, anchor=anchor, tense=tense, context=context)


@pytest.mark.parametrize(("words", "expected"), PAST)
def test_past(words: str, expected: str) -> None:
    assert str(when(words)) == expected


@pytest.mark.parametrize(("words", "expected"), FUTURE)
def test_future(words: str, expected: str) -> None:
    assert str(when(words, Tense.FUTURE)) == expected


@pytest.mark.parametrize(("words", "expected"), PLANNED)
def test_planned(words: str, expected: str) -> None:
    assert str(when(words, Tense.PLANNED)) == expected


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("14 May 2023", Basis.EXPLICIT),
        ("Thursday", Basis.WEEKDAY),
        ("last month", Basis.RELATIVE),
        ("May 14", Basis.INFERRED),
    ],
)
def test_it_tells_how_a_date_was_found(words: str, basis: Basis) -> None:
    found = when(words)
    assert isinstance(found, DateRange)
    assert found.basis is basis


def test_an_inferred_year_has_its_reason() -> None:
    found = when("May 14")
    assert isinstance(found, DateRange)
    assert "the day of publication" in found.because


@pytest.mark.parametrize("words", ["Thursday", "last month", "today", "May 14", "two weeks ago"])
def test_without_a_day_of_publication_nothing_is_guessed(words: str) -> None:
    found = when(words, anchor=None)
    assert isinstance(found, Rejection)
    assert found.reason is Reason.NO_DATE


@pytest.mark.parametrize(
    "words",
    [
        "recently",
        "six weeks",
        "12/05/2023",
        "on 4/5",
        "the first Sunday",
        "February 30, 2023",
        "two days later",
    ],
)
def test_what_names_no_day_is_rejected(words: str) -> None:
    assert isinstance(when(words), Rejection)


def test_in_two_weeks_of_the_past_is_a_length_of_time() -> None:
    assert isinstance(when("in two weeks"), Rejection)


def test_two_months_later_is_reckoned_from_the_time_spoken_of() -> None:
    signed = DateRange.on(date(2020, 11, 10))
    assert str(when("Two months later", context=signed)) == "2021-01-01/2021-01-31"
    assert str(when("two days later", context=signed)) == "2020-11-12"


def test_the_following_monday_is_reckoned_from_the_time_spoken_of() -> None:
    signed = DateRange.on(date(2020, 11, 10))
    assert str(when("the following Monday", context=signed)) == "2020-11-16"


def test_the_first_sunday_lies_in_the_month_spoken_of() -> None:
    signed = DateRange.on(date(2020, 11, 10))
    assert str(when("the first Sunday", context=signed)) == "2020-11-01"


def test_a_text_that_writes_one_date_with_the_month_first_does_so_with_all() -> None:
    first, second = find_times("It was signed on 4/22/2022 and broken on 5/6/2022.")
    assert str(resolve(first, anchor=None)) == "2022-04-22"
    assert str(resolve(second, anchor=None)) == "2022-05-06"


def test_an_order_that_is_known_settles_a_date_in_numbers() -> None:
    (time,) = find_times("5/6/2022", order=Order.DAY_FIRST)
    assert str(resolve(time, anchor=None)) == "2022-06-05"


def test_earlier_that_month_ends_on_the_day_spoken_of() -> None:
    met = DateRange.on(date(2023, 5, 14))
    assert str(when("earlier that month", context=met)) == "2023-05-01/2023-05-14"


def test_a_passage_on_a_year_gives_its_year() -> None:
    year = DateRange(date(2021, 1, 1), date(2021, 12, 31))
    assert str(when("April", context=year)) == "2021-04-01/2021-04-30"


def test_bounds_that_agree_give_one_day() -> None:
    week = DateRange(date(2023, 5, 19), date(2023, 5, 25))
    assert str(when("Friday", anchor=week)) == "2023-05-19"


def test_the_early_hours_of_tomorrow_have_come_in_the_east() -> None:
    assert str(when("early on Saturday", Tense.PAST)) == "2023-05-27"
    assert str(when("Saturday morning", Tense.PAST)) == "2023-05-27"
    assert str(when("Saturday", Tense.PAST)) == "2023-05-20"
    assert str(when("early last Saturday", Tense.PAST)) == "2023-05-20"
    assert str(when("early on Sunday", Tense.PAST)) == "2023-05-21"


def test_bounds_that_differ_give_an_inferred_hull() -> None:
    week = DateRange(date(2023, 5, 19), date(2023, 5, 25))
    found = when("next week", Tense.FUTURE, anchor=week)
    assert isinstance(found, DateRange)
    assert (str(found), found.basis) == ("2023-05-22/2023-06-04", Basis.INFERRED)
    assert "2023-05-19 and 2023-05-25" in found.because


def test_open_bounds_say_too_little() -> None:
    assert isinstance(when("Saturday", anchor=DateRange(date(2020, 11, 10), None)), Rejection)
