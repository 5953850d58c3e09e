"""What counts as an expression of time in the news, and where it begins and ends."""

import pytest

from detente.dates import find_times
from detente.dates.meaning import Calendar, Edge, Relative, Span, Unit, Weekday

FOUND = [
    ("They met on 14 May 2023 in Brussels.", ["14 May 2023"]),
    ("They met on May 14.", ["May 14"]),
    ("Clashes erupted on Sept. 27, 2020, near the border.", ["Sept. 27, 2020"]),
    ("Dated 2023-05-14 and 14.05.2023.", ["2023-05-14", "14.05.2023"]),
    ("The truce of November 9-10 held.", ["November 9-10"]),
    ("The talks ran from 14 to 16 May.", ["from 14 to 16 May"]),
    ("The attack of September 19 and 20 was condemned.", ["September 19 and 20"]),
    ("War broke out in 2020 and in the 1990s.", ["2020", "the 1990s"]),
    ("The 1991 agreement and the 2022 vote", ["1991", "2022"]),
    ("He spoke on Friday, May 19, in Moscow.", ["Friday, May 19"]),
    ("They arrived last Friday and leave next Tuesday.", ["last Friday", "next Tuesday"]),
    ("She left on Thursday evening.", ["Thursday evening"]),
    ("Today, yesterday, tomorrow and tonight", ["Today", "yesterday", "tomorrow", "tonight"]),
    ("It began this morning.", ["this morning"]),
    ("It flared up last December and last month.", ["last December", "last month"]),
    ("Activists blocked the road in December.", ["December"]),
    ("They met earlier this month.", ["earlier this month"]),
    ("He may come later this year.", ["later this year"]),
    ("A treaty is near in the coming months.", ["the coming months"]),
    ("Relations soured in recent weeks.", ["recent weeks"]),
    ("It was signed two weeks ago.", ["two weeks ago"]),
    ("Deputies will meet in a week's time.", ["in a week's time"]),
    ("The group will meet in two weeks.", ["in two weeks"]),
    ("Troops must leave within ten days.", ["within ten days"]),
    ("A deal is due by the end of the year.", ["the end of the year"]),
    ("Six weeks of war in the fall of 2020", ["Six weeks", "the fall of 2020"]),
    ("It failed last summer.", ["last summer"]),
    ("In early June, in mid-July and late last week", ["early June", "mid-July", "late last week"]),
    ("Trade rose in the first half of 2021.", ["the first half of 2021"]),
    ("Two months later, they signed.", ["Two months later"]),
    ("Since December 12, 2022, troops stand there.", ["December 12, 2022"]),
    ("The road is shut for more than 100 days.", ["100 days"]),
    ("Little has moved since then.", ["then"]),
    ("It rose in January nineteen ninety-seven.", ["January nineteen ninety-seven"]),
    ("It fell on Oct/2, on 4/22 and on 22/4.", ["Oct/2", "4/22", "22/4"]),
    ("They return on the 27.", ["the 27"]),
    ("The count of 2019-aug-1, and of 2016, Nov", ["2019-aug-1", "2016, Nov"]),
    ("In 2020, September 27 was quiet.", ["2020, September 27"]),
    ("It runs for three days from Monday.", ["three days from Monday"]),
    (
        "Two weeks starting May 20, or the week of the 18th",
        ["Two weeks starting May 20", "the week of the 18th"],
    ),
    ("Two days after the talks, a shell fell.", ["Two days after the talks"]),
    ("It was quiet the day before.", ["the day before"]),
    ("They left on the same day, that same week.", ["the same day", "that same week"]),
    ("Profit fell in the quarter ended June 30.", ["the quarter", "June 30"]),
    ("The 9/11 attacks", ["9/11"]),
    ("On May 8, 9 and 10, or on 1, 2 and 3 June", ["May 8, 9 and 10", "1, 2 and 3 June"]),
    ("On May 19 (Friday) and on Monday (May 22)", ["May 19 (Friday)", "Monday (May 22)"]),
    (
        "The first ten days of May and the second half of June",
        ["The first ten days of May", "the second half of June"],
    ),
    ("It lasted from Friday to Sunday last week.", ["from Friday to Sunday last week"]),
    ("In the past 48 hours, or within 24 hours", ["the past 48 hours", "within 24 hours"]),
    (
        "They met half a year ago, and so far this year not once.",
        ["half a year ago", "so far this year"],
    ),
    (
        "On Christmas Eve, at Easter and on New Year’s Day",
        ["Christmas Eve", "Easter", "New Year’s Day"],
    ),
    ("In the two thousands and in 70's", ["the two thousands", "70's"]),
    ("It stalled two Fridays ago.", ["two Fridays ago"]),
    ("They left in the early 80s and in the mid-nineties.", ["the early 80s", "the mid-nineties"]),
    ("Talks are set for week 31 and week 35.", ["week 31", "week 35"]),
    ("They spoke on Friday 15th, and on Thursday 21.", ["Friday 15th", "Thursday 21"]),
    ("They left the 27th, and return on may 12.", ["the 27th", "may 12"]),
    ("Friday next week, or the third week of May", ["Friday next week", "the third week of May"]),
]

NOT_FOUND = [
    "They tried, and may try again.",
    "Theresa May said so.",
    "They march on the capital.",
    "The March on Washington drew crowds.",
    "Wait a second.",
    "It freed 20 prisoners.",
    "Support is 100 percent.",
    "See article 2020 of the code.",
    "A force of 2000 soldiers stood by.",
    "The fall of the old government surprised them.",
    "Some 1,991 houses and 2020% more",
    "The Arab Spring failed.",
    "May 20 soldiers go home?",
    "The 14th amendment",
    "Contact id_2020 or #2020",
    "Wait for the third, they said.",
    "They man the post 24/7.",
    "Week 3 of the war",
    "He was the 27th.",
    "A day in the low 80s",
    "The Good Friday Agreement and the Easter Rising",
    "A christmas tree and tens of thousands of people",
    "A majority of 2/3 is needed.",
    "A vote on 15 counts, on 15% and on 3-4",
    "The day before the vote of the parliament on tariffs",
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_times_are_found(sentence: str, expected: list[str]) -> None:
    assert [time.text for time in find_times(sentence)] == expected


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_what_is_no_time_is_left(sentence: str) -> None:
    assert find_times(sentence) == ()


def test_a_span_of_days_shares_its_month_and_year() -> None:
    (time,) = find_times("They negotiated from 14 to 16 May 2023.")
    assert time.meaning == Span(Calendar(2023, 5, 14), Calendar(2023, 5, 16))


def test_since_marks_an_open_start() -> None:
    (time,) = find_times("Peacekeepers are deployed since December 12, 2022.")
    assert time.since
    assert time.meaning == Calendar(2022, 12, 12)


def test_by_marks_a_limit() -> None:
    (time,) = find_times("They must leave by Friday.")
    assert time.edge is Edge.BY
    assert time.meaning == Weekday(5)


def test_the_time_of_day_is_kept_beside_the_day() -> None:
    (time,) = find_times("The two met on Thursday evening.")
    assert (time.meaning, time.daypart) == (Weekday(4), "evening")


def test_that_month_points_back() -> None:
    (time,) = find_times("That month, talks resumed.")
    assert time.meaning == Relative(Unit.MONTH, 0, from_context=True)


def test_no_expression_reaches_over_a_blank_line() -> None:
    assert [t.text for t in find_times("He came in May\n\n2023 began well")] == ["May", "2023"]
