"""Dates that name their parts: "14 May 2023", "Sept. 27, 2020", "Friday, May 19", "in 2020", "the 1990s".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from dataclasses import replace

from detente.dates import words
from detente.dates.lone_day_grammar import read_bare_day, read_day_alone
from detente.dates.meaning import Calendar, Meaning, Weekday
from detente.dates.numbers import read_month_day, read_year
from detente.dates.tokens import Shape, Tokens
from detente.dates.year_grammar import JOINTS, read_glued_year, read_short_year, read_year_behind

Parse = tuple[Meaning, int]
CalendarParse = tuple[Calendar, int]

_DASHES = ("-", "–", "—", "‑")
FIRST_NEAR_YEAR = 1900  # a number below is a year by its company alone


def month_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read the name of a month and the full stop of its short form, in any company."""
    month = words.MONTHS.get(tokens.low(at))
    if not month or (tokens[at].glued and tokens[at - 1].shape is Shape.WORD):
        return None
    has_stop = (
        tokens.low(at) in words.SHORT_MONTHS and tokens.low(at + 1) == "." and tokens[at + 1].glued
    )
    return month, at + 1 + has_stop


def weekday_name(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read the name of a day of the week; a short one needs a capital and good company."""
    low = tokens.low(at)
    number = words.WEEKDAYS.get(low)
    is_name = tokens.low(at - 1) in words.BEFORE_NAMED_DAYS and tokens.is_capital(at - 1)
    if not number or is_name:
        return None
    stop = at + 1 + (low in words.SHORT_NAMES and tokens.low(at + 1) == ".")
    if low in words.SHORT_NAMES and not _short_day_fits(tokens, at, stop):
        return None
    return number, stop


def _short_day_fits(tokens: Tokens, at: int, after: int) -> bool:
    beside = tokens.skip(after, ",")
    is_dated = tokens.low(beside) in words.MONTHS or tokens[beside].shape is Shape.NUMBER
    is_ranged = tokens.low(at - 1) in _BEFORE_SHORT_DAYS or (
        tokens.low(after) in words.SHIFTS and tokens.low(after + 1) == "week"
    )
    # "Mon-Fri"
    is_ranged = is_ranged or (
        tokens.low(after) in _DASHES and tokens.low(after + 1) in words.WEEKDAYS
    )
    is_ranged = is_ranged or (
        tokens.low(at - 1) in _DASHES and tokens.low(at - 2) in words.WEEKDAYS
    )
    is_sure = tokens.low(at) in words.SURE_SHORT_NAMES
    is_longer = len(tokens.low(at)) > _SHORT  # "tues" is nothing else
    return (is_sure and is_longer) or (
        (is_sure or tokens.is_capital(at)) and (is_dated or is_ranged)
    )


_SHORT = 3


_BEFORE_SHORT_DAYS = frozenset({"from", "to", "on", "and"}).union(words.SHIFTS)


def read_calendar(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read a date with its weekday or without, or a month or year in good company."""
    weekday = weekday_name(tokens, at)
    if weekday:
        is_open = tokens.low(weekday[1]) == "("
        place = tokens.skip(tokens.skip(weekday[1], ",", "("), "the")
        date = _dated(tokens, place) or read_bare_day(tokens, place)
        if not date or (is_open and tokens.low(date[1]) != ")"):
            return None
        return replace(date[0], weekday=weekday[0]), date[1] + is_open
    dated = _dated(tokens, at)
    if dated:
        return _with_weekday(tokens, dated)
    return _month_alone(tokens, at) or _year_alone(tokens, at) or read_day_alone(tokens, at)


def _with_weekday(tokens: Tokens, dated: CalendarParse) -> CalendarParse:
    """Add the weekday of "May 19 (Friday)", "May 19, a Friday", "19 May Friday"."""
    date, after = dated
    is_open = tokens.low(after) == "("
    weekday = weekday_name(tokens, tokens.skip(tokens.skip(after, "(", ","), "a"))
    if not weekday or (is_open and tokens.low(weekday[1]) != ")") or not date.day:
        return dated
    return replace(date, weekday=weekday[0]), weekday[1] + is_open


def _dated(tokens: Tokens, at: int) -> CalendarParse | None:
    return _month_day(tokens, at) or _day_month(tokens, at) or _year_first(tokens, at)


def _with_year(tokens: Tokens, at: int, date: Calendar) -> CalendarParse:
    year = read_year_behind(tokens, at)
    return (replace(date, year=year[0]), year[1]) if year else (date, at)


def _month_day(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "May 14, 2023", "September the twenty-first", "Oct-2"."""
    month = month_name(tokens, at)
    if not month:
        return None
    place = tokens.skip(tokens.skip(month[1], "/", ".", ",", *_DASHES), "the")
    is_parted = tokens.low(month[1]) in (".", ",")  # "march,3,2021", and not "in March, 3 people"
    day = read_month_day(tokens, place)
    if not day or _is_counted(tokens, day[1]) or _is_clock_or_share(tokens, day[1]):
        return None
    if tokens[place].shape is Shape.WORD and read_year(tokens, place):  # "January nineteen ninety"
        return None
    date, after = _with_year(tokens, day[1], Calendar(month=month[0], day=day[0]))
    if is_parted and not read_glued_year(tokens, day[1]):
        return None
    return (date, after) if date.year or _is_month(tokens, at, (at, day[1])) else None


def _is_month(tokens: Tokens, at: int, around: tuple[int, int]) -> bool:
    """Say whether a month's name beside a day is one, and no "may" or "march" of a verb."""
    if tokens.low(at) not in words.DOUBTFUL_MONTHS or tokens.is_capital(at):
        return True
    first, after = around
    before, behind = tokens.low(first - 1), tokens[after]
    is_ordinal = tokens.low(after - 1) in words.ORDINAL_ENDINGS  # "may 12th"
    is_told = before in words.DAY_COMPANY or before in words.WEEKDAYS or tokens.low(at - 1) == "of"
    return is_ordinal or is_told or behind.shape in (Shape.MARK, Shape.BREAK)


def _is_clock_or_share(tokens: Tokens, at: int) -> bool:
    is_clock = tokens.low(at) == ":" and tokens[at + 1].glued
    return is_clock or tokens.low(at) == "%"


def _day_month(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "14 May 2023", "the tenth of September"."""
    day = read_month_day(tokens, at)
    is_last = tokens[at - 1].low in _DASHES and (
        tokens.digits(at - 2, most=2) is not None or tokens.low(at - 2) in words.ORDINAL_ENDINGS
    )
    if not day or (tokens[at].glued and tokens[at - 1].low in ",.$:-" and not is_last):
        return None
    place = tokens.skip(tokens.skip(day[1], "/", *_DASHES), "of")
    # "3.Mar.2021", "3. march"; a capital behind a blank may begin a sentence
    is_joined = tokens[day[1] + 1].glued or not tokens.is_capital(day[1] + 1)
    place = tokens.skip(day[1], ".") if is_joined and place == day[1] else place
    month = month_name(tokens, place)
    if not month:
        return None
    date, after = _with_year(tokens, month[1], Calendar(month=month[0], day=day[0]))
    name = after - 1 if date.year is None else month[1] - 1
    return (date, after) if date.year or _is_month(tokens, name, (at, month[1])) else None


def _year_first(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "2020 June", "2020/sep/01", "2016, Nov"."""
    year = read_year(tokens, at)
    if not year:
        return None
    slash = tokens.skip(year[1], "/", ",", *_DASHES)
    if tokens.low(slash) == "." and tokens[slash + 1].glued:  # "2021.mar.3"
        slash += 1
    month = month_name(tokens, slash) or _glued_month(tokens, slash)
    if not month:
        dated = _day_month(tokens, slash)  # "2000, 1 January"
        return (replace(dated[0], year=year[0]), dated[1]) if dated and not dated[0].year else None
    is_joined = tokens.low(month[1]) in JOINTS or tokens.low(slash - 1) == "."
    day = read_month_day(tokens, month[1] + 1) if is_joined else None
    if day:
        return Calendar(year[0], month[0], day[0]), day[1]
    dated = _month_day(tokens, slash)
    if dated:  # "in 2020, September 27"
        return (replace(dated[0], year=year[0]), dated[1]) if dated[0].year is None else None
    is_closed = tokens[month[1]].shape is not Shape.WORD and slash == year[1]
    is_sure = tokens.low(slash) not in words.DOUBTFUL_MONTHS or (
        tokens.is_capital(slash) and is_closed
    )
    return (Calendar(year[0], month[0]), month[1]) if is_sure else None


def _glued_month(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read the month of "2019-aug-1"."""
    month = words.MONTHS.get(tokens.low(at))
    is_joined = tokens[at].glued and tokens.low(at - 1) in (".", *JOINTS)
    return (month, at + 1) if month and is_joined else None


def _month_alone(tokens: Tokens, at: int) -> CalendarParse | None:
    month = month_name(tokens, at)
    if not month:
        return None
    date, after = _with_year(tokens, month[1], Calendar(month=month[0]))
    if date.year or _month_fits(tokens, at, month[1]):
        return date, after
    return None


def _month_fits(tokens: Tokens, at: int, after: int) -> bool:
    """Say whether a month's name stands for the month."""
    low, before, behind = tokens.low(at), tokens.low(at - 1), tokens.low(after)
    if low not in words.DOUBTFUL_MONTHS:
        is_short = len(low) == 3 and tokens.low(after - 1) != "."  # "Jan" is a name as well
        in_company = before in words.MONTH_COMPANY and tokens[after].shape is not Shape.WORD
        return not is_short or in_company
    if before in ("-", "–") and tokens.low(at - 2) in ("mid", "early", "late"):
        return True
    if not tokens.is_capital(at) or before not in words.MONTH_COMPANY:
        return False
    return before not in words.WEAK_COMPANY or behind not in words.NOT_BEHIND_MONTH


def _year_alone(tokens: Tokens, at: int) -> CalendarParse | None:
    year = read_year(tokens, at) or read_short_year(tokens, at)
    if not year:
        return None
    first, before = tokens[at], tokens.low(at - 1)
    if first.glued and before not in ("(", "[", "-", "–", "—", "'", "’", "“", '"', "/"):
        return None
    if first.glued and before in ("-", "/") and tokens[at - 1].glued:
        return None
    if before in words.NUMBERED or _is_counted(tokens, year[1]):
        return None
    if _is_house_number(tokens, at, year[0]):
        return None
    is_sure = before in words.YEAR_COMPANY or before in ("(", "[") or _names_year(tokens, at)
    return (Calendar(year=year[0]), year[1]) if is_sure else None


def _names_year(tokens: Tokens, at: int) -> bool:
    """Say whether a year without a preposition looks like one: "Armenia’s 2020 war", "in 1993, 1994"."""
    before = tokens[at - 1]
    if before.low in ("s", "'", "’"):
        return True
    if before.low == "," and tokens.digits(at - 2) is not None:
        return True
    digits = tokens.digits(at)
    if digits is None:
        return tokens.low(at) in words.CENTURIES
    return FIRST_NEAR_YEAR <= digits < 2100


def _is_house_number(tokens: Tokens, at: int, year: int) -> bool:
    """Say whether a number is that of a house: "within 100 feet of 1122 King Road"."""
    led = tokens.low(at - 1) in words.TO_A_HOUSE
    return led and year < FIRST_NEAR_YEAR and tokens.is_capital(at + 1)


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Say whether what stands here is counted by the number before: "May 20 soldiers", "2000 people"."""
    low = tokens.low(at)
    if low in ("or", "and"):
        return tokens.low(at + 1) in ("more", "less", "fewer")
    return low in words.COUNTED


def read_weekday(tokens: Tokens, at: int) -> Parse | None:
    """Read "Thursday"."""
    found = weekday_name(tokens, at)
    return (Weekday(found[0]), found[1]) if found else None
