"""Times of one piece, and one inside another: "May 14", "last month", "Friday of next week".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from collections.abc import Callable
from dataclasses import replace

from detente.dates.calendar_grammar import Parse, read_calendar, read_weekday
from detente.dates.holiday_grammar import read_holiday
from detente.dates.meaning import Calendar, Relative, Unit, Weekday, Within
from detente.dates.numbers import read_ordinal, read_year
from detente.dates.numeric_grammar import (
    read_day_in_year,
    read_numeric,
    read_numeric_month,
    read_stamp,
)
from detente.dates.period_grammar import read_decade, read_fraction, read_period, read_season
from detente.dates.relative_grammar import (
    possessive_end,
    read_deictic,
    read_distance,
    read_length,
    read_shifted_name,
    read_stretch,
    read_vague,
    whole_unit,
)
from detente.dates.tokens import Tokens, remembered

Reader = Callable[[Tokens, int], Parse | None]

_SIMPLE: tuple[Reader, ...] = (
    read_numeric,
    read_numeric_month,
    read_day_in_year,
    read_stamp,
    read_decade,
    read_calendar,
    read_weekday,
    read_deictic,
    read_shifted_name,
    read_stretch,
    read_distance,
    read_fraction,
    read_holiday,
    read_season,
    read_period,
    read_vague,
    read_length,
)


def longest(readers: tuple[Reader, ...], tokens: Tokens, at: int) -> Parse | None:
    """Return what the reader that reaches furthest has read; the first of equals."""
    found = [parse for reader in readers if (parse := reader(tokens, at))]
    return max(found, key=lambda parse: parse[1], default=None)


@remembered
def read_simple(tokens: Tokens, at: int) -> Parse | None:
    """Read one time that stands by itself, with what it lies in."""
    found = longest(_SIMPLE, tokens, at)
    return _with_container(tokens, found) if found else None


def _with_container(tokens: Tokens, found: Parse) -> Parse:
    """Join "Friday" and "next week", "June" and "next year", "this week" and "Friday"."""
    meaning, after = found
    if isinstance(meaning, Weekday) and not meaning.from_context:
        dated = _date_behind(tokens, meaning, after)
        if dated:
            return dated
    if isinstance(meaning, (Weekday, Calendar)) and _lacks_place(meaning):
        outer = read_shifted_name(tokens, tokens.skip(tokens.skip(after, ","), "of", "in"))
        if outer and isinstance(outer[0], Relative) and outer[0].unit is not Unit.DAY:
            return Within(meaning, outer[0]), outer[1]
    if isinstance(meaning, Relative):
        inner = _member_behind(tokens, meaning, possessive_end(tokens, after))
        return inner or found
    return found


def _date_behind(tokens: Tokens, weekday: Weekday, at: int) -> Parse | None:
    """Read the date of "Friday 12/25", "Friday (26.05.2023)", "last Friday, May 26"."""
    is_open = tokens.low(at) == "("
    place = tokens.skip(at, ",", "(")
    date = read_numeric(tokens, place) or read_day_in_year(tokens, place)
    if not date and weekday.shift is not None:  # without "last", one reader takes both
        date = read_calendar(tokens, place)
    if not date or not isinstance(date[0], Calendar) or (is_open and tokens.low(date[1]) != ")"):
        return None
    if not (date[0].month and date[0].day):
        return None
    return replace(date[0], weekday=weekday.number), date[1] + is_open


def _lacks_place(meaning: Weekday | Calendar) -> bool:
    if meaning.shift is not None:
        return False
    return isinstance(meaning, Weekday) or meaning.year is None


def _member_behind(tokens: Tokens, outer: Relative, at: int) -> Parse | None:
    if outer.unit is Unit.WEEK:
        weekday = read_weekday(tokens, tokens.skip(at, "on"))
        return (Within(weekday[0], outer), weekday[1]) if weekday else None
    if outer.unit is Unit.MONTH and (tokens.low(at) in ("on", "the") or tokens.low(at - 1) == "s"):
        day = read_ordinal(tokens, tokens.skip(tokens.skip(at, "on"), "the"))
        return (Within(Calendar(day=day[0]), outer), day[1]) if day else None
    if outer.unit is Unit.YEAR:
        fraction = read_fraction(tokens, at)
        return (Within(fraction[0], outer), fraction[1]) if fraction else None
    return None


def read_whole(tokens: Tokens, at: int) -> Parse | None:
    """Read what can be parted: a time, "the year", a year in any company."""
    bare = read_bare_year(tokens, at)
    return longest((read_simple, whole_unit), tokens, at) or bare


def read_bare_year(tokens: Tokens, at: int) -> Parse | None:
    """Read a year in any company."""
    year = read_year(tokens, at)
    return (Calendar(year=year[0]), year[1]) if year else None
