"""Dates in numbers: "2023-05-14", "14.05.2023", "11/2016", "4/22".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from dataclasses import replace

from detente.dates import words
from detente.dates.calendar_grammar import Parse, month_name
from detente.dates.meaning import Ambiguous, Calendar, Meaning
from detente.dates.order import Order
from detente.dates.tokens import Shape, Tokens

_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def read_numeric(tokens: Tokens, at: int) -> Parse | None:
    """Read a date in numbers: "2023-05-14", "14.05.2023", "5/14/2023"."""
    if tokens[at].shape is not Shape.NUMBER or (tokens[at].glued and tokens[at - 1].low in "-/."):
        return None
    mark = tokens.low(at + 1)
    parts = tuple(tokens.digits(at + n) for n in (0, 2, 4))
    glued = {tokens[at + n].glued for n in (1, 2, 3, 4)}
    # "3 / 14 / 2021"
    is_spaced = glued == {False} and mark in ("-", "/") and len(tokens[at + 4].text) == 4
    is_joined = (glued == {True} or is_spaced) and tokens.low(at + 3) == mark
    is_longer = tokens[at + 5].glued and tokens.low(at + 5) == mark and tokens[at + 6].glued
    if mark not in ("-", "/", ".", "‑") or not is_joined or is_longer or None in parts:
        return None
    lengths = [len(tokens[at + n].text) for n in (0, 2, 4)]
    first, second, third = (p or 0 for p in parts)
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        date = Calendar(first, second, third)
        return (date, at + 5) if _could_be(date) else None
    # "10.30.15" may be anything; "on 14.05.23" is a day
    is_short = mark != "." or (max(lengths) == 2 and tokens.low(at - 1) in words.DAY_COMPANY)
    if max(lengths[:2]) > 2 or lengths[2] not in ((2, 4) if is_short else (4,)):
        return None
    year = third if lengths[2] == 4 else (1900 if third >= 40 else 2000) + third
    meaning = _day_or_month_first(year, first, second, mark, tokens.order)
    return (meaning, at + 5) if meaning else None


def read_stamp(tokens: Tokens, at: int) -> Parse | None:
    """Read the group of a military report and the digits of a file's name: "141500Z MAY 23", "20230514"."""
    digits = tokens[at].text
    if tokens[at].shape is not Shape.NUMBER or tokens[at].glued:
        return None
    if len(digits) == _DIGITS_OF_DAY and not tokens[at + 1].glued:
        date = Calendar(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return (date, at + 1) if _could_be(date) and digits[:2] in ("19", "20") else None
    month = month_name(tokens, at + 2)
    is_zoned = len(tokens.low(at + 1)) == 1 and tokens[at + 1].glued
    if len(digits) != _DIGITS_OF_GROUP or not is_zoned or not month:
        return None
    year = tokens.digits(month[1])
    full = year + 2000 if year is not None and year <= 99 else year
    date = Calendar(full, month[0], int(digits[:2]))
    return (date, month[1] + 1) if full and _could_be(date) else None


_DIGITS_OF_YEAR, _DIGITS_OF_DAY, _DIGITS_OF_GROUP = 4, 8, 6


def _day_or_month_first(
    year: int, first: int, second: int, mark: str, order: Order | None
) -> Meaning | None:
    """Choose the reading of two small numbers; dots stand between day and month in that order."""
    day_first, month_first = Calendar(year, second, first), Calendar(year, first, second)
    if (mark == "." and _could_be(day_first)) or first == second:
        return day_first if _could_be(day_first) else None
    readings = [reading for reading in (day_first, month_first) if _could_be(reading)]
    return _one_of(readings, order)


def _one_of(readings: list[Calendar], order: Order | None) -> Meaning | None:
    """Choose between the date with the day first and the one with the month first."""
    if len(readings) < _BOTH:
        return readings[0] if readings else None
    if order is None:
        return Ambiguous(*readings)
    return readings[0] if order is Order.DAY_FIRST else readings[1]


_BOTH = 2


def _could_be(date: Calendar) -> bool:
    is_near = _FIRST_YEAR <= (date.year or 0) <= _LAST_YEAR
    return is_near and 1 <= (date.month or 0) <= 12 and 1 <= (date.day or 0) <= 31


def read_numeric_month(tokens: Tokens, at: int) -> Parse | None:
    """Read a month in numbers: "11/2016", "2016-11". "2010-11" may be two years and is none."""
    first, second, mark = tokens.digits(at), tokens.digits(at + 2), tokens.low(at + 1)
    is_joined = tokens[at + 1].glued and tokens[at + 2].glued and mark in ("/", "-", ".")
    is_longer = tokens[at + 3].glued and tokens.low(at + 3) in ("/", "-", ".", ":", "%")
    is_longer = (is_longer and tokens[at + 4].glued) or (
        tokens[at].glued and tokens[at - 1].low in "/-.,"
    )
    if first is None or second is None or not is_joined or is_longer or mark == ".":
        return None
    year, month = (first, second) if first > 99 else (second, first)
    if not 1900 <= year < 2100 or not 1 <= month <= 12:
        return None
    may_be_years = (
        first > 99 and mark == "-" and month > year % 100 and len(tokens[at + 2].text) == 2
    )
    return None if may_be_years else (Calendar(year, month), at + 3)


def read_day_in_year(tokens: Tokens, at: int) -> Parse | None:
    """Read a month and a day in numbers where they can be nothing else: "4/22", "on 22/4", "on 4-22"."""
    first, mark, second = (
        tokens.digits(at, most=2),
        tokens.low(at + 1),
        tokens.digits(at + 2, most=2),
    )
    is_joined = tokens[at + 1].glued and tokens[at + 2].glued and mark in ("/", "-")
    is_dated = tokens.low(at - 1) in words.DAY_COMPANY
    if first is None or second is None or not is_joined:
        return None
    if (first, second) == _SEPTEMBER_11 and mark == "/" and not is_dated:
        return Calendar(2001, 9, 11), at + 3
    if not _stands_alone(tokens, at, at + 3):
        return None
    if mark == "-" and tokens.low(at - 1) != "on":
        return None
    month_first, day_first = Calendar(None, first, second), Calendar(None, second, first)
    readings = [r for r in (day_first, month_first) if _is_day_in_year(r)]
    # no share is written "22/04"
    has_zero = "0" in (tokens[at].text[0], tokens[at + 2].text[0]) and mark == "/"
    year = tokens.digits(tokens.skip(at + 3, ","))
    is_close = is_dated or tokens.low(at + 3) == ","
    is_full = is_close and year is not None and 1900 <= year < 2100  # "on 3/14 2021"
    after = tokens.skip(at + 3, ",") + 1 if is_full else at + 3
    if readings == [month_first] or (readings == [day_first] and (is_dated or has_zero)):
        return replace(readings[0], year=year if is_full else None), after
    is_unclear = len(readings) == _BOTH and is_dated and mark == "/" and not is_full
    meaning = _one_of(readings, tokens.order) if is_unclear else None
    return (meaning, at + 3) if meaning else None


# "9/11" by itself is the name of a day of 2001.
_SEPTEMBER_11 = (9, 11)


def _stands_alone(tokens: Tokens, at: int, after: int) -> bool:
    """Say whether nothing beside it makes it a share, a score or a longer number."""
    before, behind = tokens[at - 1], tokens[after]
    is_open = tokens[at].glued and before.low not in ("(", "[", "“", '"')
    goes_on = behind.glued and behind.low not in (
        ".",
        ",",
        ")",
        "]",
        ";",
        "?",
        "!",
        "”",
        '"',
        "'",
        "’",
    )
    is_longer = behind.glued and tokens[after + 1].glued and tokens[after + 1].shape is Shape.NUMBER
    is_longer = is_longer and len(tokens[after + 1].text) < _DIGITS_OF_YEAR
    is_counting = behind.shape is Shape.WORD and behind.low not in (
        words.BEHIND_DAYS | words.MONTH_COMPANY
    )
    return not (is_open or goes_on or is_longer or is_counting)


def _is_day_in_year(date: Calendar) -> bool:
    return 1 <= (date.month or 0) <= 12 and 1 <= (date.day or 0) <= 31
