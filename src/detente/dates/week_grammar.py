"""Weeks and weekends by a day, a number or a name: "the week of May 14", "week 31", "the weekend of July 4".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.calendar_grammar import Parse, month_name, read_calendar
from detente.dates.holiday_grammar import read_holiday
from detente.dates.meaning import (
    Amount,
    Calendar,
    Long,
    Meaning,
    Nth,
    Relative,
    Unit,
    Weekday,
    Within,
)
from detente.dates.numbers import read_cardinal, read_ordinal, read_year
from detente.dates.relative_grammar import read_shifted_name
from detente.dates.tokens import Shape, Tokens


def read_week_of(tokens: Tokens, at: int) -> Parse | None:
    """Read "the week of May 14", "the week of the 18th", "w/c 4 February", "the weekend of July 4"."""
    place = tokens.skip(at, "the")
    low = tokens.low(place)
    if low in ("week", "weekend") and tokens.low(place + 1) in _OF_WEEK:
        dated = place + 2
    elif (low, tokens.low(place + 1)) == ("w", "/") and tokens.low(place + 2) in ("c", "b"):
        dated = place + 3
    else:
        return None
    dated = tokens.skip(tokens.skip(dated, "on"), "the")
    day = _day(tokens, dated)
    unit = Unit.WEEKEND if low == "weekend" else Unit.WEEK
    if day and unit is Unit.WEEK and tokens.low(place + 1) != "of":
        return Long(Amount(1, 1, unit), day[0]), day[1]
    return (Within(Relative(unit, 0), day[0]), day[1]) if day else None


_OF_WEEK = ("of", "beginning", "starting", "commencing")


def _day(tokens: Tokens, at: int) -> Parse | None:
    day = read_calendar(tokens, at)
    if day:
        return day if day[0].day else None
    holiday = read_holiday(tokens, at)
    if holiday:
        return holiday
    ordinal = read_ordinal(tokens, at)
    if not ordinal or tokens.low(at - 1) != "the" or _is_noun(tokens, ordinal[1]):
        return None
    return Calendar(day=ordinal[0]), ordinal[1]


def _is_noun(tokens: Tokens, at: int) -> bool:
    return tokens[at].shape is Shape.WORD and tokens.low(at) not in words.MONTH_COMPANY


def read_numbered_week(tokens: Tokens, at: int) -> Parse | None:
    """Read "week 31", "week 31 of 2018", "2018-W31", "2018-W31-5", "W31"."""
    year = read_year(tokens, at)
    place = tokens.skip(year[1], "-", ",") if year else tokens.skip(at, "the")
    number = _number_of_week(tokens, place)
    if not number:
        return None
    whole = (Calendar(year=year[0]), number[1]) if year else _its_year(tokens, number[1])
    if not whole:
        return None
    week = Nth(number[0], Unit.WEEK, whole[0])
    day = tokens.digits(number[1] + 1, most=1) if year and tokens.low(number[1]) == "-" else None
    if day and 1 <= day <= 7:
        return Within(Weekday(day), week), number[1] + 2
    return week, whole[1]


def _number_of_week(tokens: Tokens, at: int) -> tuple[int, int] | None:
    low = tokens.low(at)
    if low == "w" and tokens.is_capital(at) and tokens[at + 1].glued:
        digits = tokens.digits(at + 1, most=2)
        number = (digits, at + 2) if digits is not None else None
    elif low == "week":
        number = read_cardinal(tokens, tokens.skip(at + 1, "number", "no", "#"))
    else:
        return None
    return number if number and 1 <= number[0] <= _MOST_WEEKS else None


_MOST_WEEKS = 53


def _its_year(tokens: Tokens, at: int) -> tuple[Meaning, int] | None:
    """Return the year of a week: the one named, or the present; none for "week 3 of the war"."""
    place = tokens.skip(at, "of", "in", ",")
    year = read_year(tokens, place)
    if year:
        return Calendar(year=year[0]), year[1]
    month = month_name(tokens, place)
    if month and place > at and tokens.is_capital(place):
        year = read_year(tokens, tokens.skip(month[1], ",", "of"))
        return Calendar(year[0] if year else None, month[0]), year[1] if year else month[1]
    other = read_shifted_name(tokens, place)
    if other and isinstance(other[0], Relative) and other[0].unit is Unit.YEAR:
        return other
    behind = tokens[at]
    is_numbering = behind.shape is Shape.WORD or tokens.low(at) in ("-", "%")
    is_numbering = is_numbering and behind.low not in words.WEEK_COMPANY
    return None if is_numbering else (Relative(Unit.YEAR, 0), at)
