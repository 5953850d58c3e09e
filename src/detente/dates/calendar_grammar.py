"""Dates that name their parts: "14 May 2023", "Sept. 27, 2020", "Friday, May 19", "in 2020", "the 1990s".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from dataclasses import replace

from detente.dates import words
from detente.dates.meaning import Ambiguous, Calendar, Meaning, Weekday, Years
from detente.dates.numbers import read_month_day, read_ordinal, read_small, read_year
from detente.dates.tokens import Shape, Tokens

Parse = tuple[Meaning, int]
CalendarParse = tuple[Calendar, int]

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_DASHES = ("-", "–", "—", "‑")


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
    if not number:
        return None
    stop = at + 1 + (low in words.SHORT_NAMES and tokens.low(at + 1) == ".")
    if low in words.SHORT_NAMES and not _short_day_fits(tokens, at, stop):
        return None
    return number, stop


def _short_day_fits(tokens: Tokens, at: int, after: int) -> bool:
    beside = tokens.skip(after, ",")
    is_dated = tokens.low(beside) in words.MONTHS or tokens[beside].shape is Shape.NUMBER
    is_ranged = tokens.low(at - 1) in ("from", "to", "on", "and", "next", "last")
    return tokens.is_capital(at) and (is_dated or is_ranged)


def read_calendar(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read a date with its weekday or without, or a month or year in good company."""
    weekday = weekday_name(tokens, at)
    if weekday:
        place = tokens.skip(tokens.skip(weekday[1], ","), "the")
        date = _dated(tokens, place) or _bare_day(tokens, place)
        return (replace(date[0], weekday=weekday[0]), date[1]) if date else None
    month_or_year = _month_alone(tokens, at) or _year_alone(tokens, at)
    return _dated(tokens, at) or month_or_year or _day_alone(tokens, at)


def _dated(tokens: Tokens, at: int) -> CalendarParse | None:
    return _month_day(tokens, at) or _day_month(tokens, at) or _year_first(tokens, at)


def _with_year(tokens: Tokens, at: int, date: Calendar) -> CalendarParse:
    comma = tokens.skip(at, ",", "of")
    if tokens.low(at) in _DASHES and tokens[at].glued and tokens[at + 1].glued:  # "26-May-2023"
        comma = at + 1
    year = read_year(tokens, comma) or _short_year(tokens, comma)
    return (replace(date, year=year[0]), year[1]) if year else (date, at)


def _short_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "'93"."""
    digits = tokens.digits(at + 1, most=2)
    if tokens.low(at) not in ("'", "’", "‘") or digits is None or not tokens[at + 1].glued:
        return None
    return (1900 if digits >= 40 else 2000) + digits, at + 2


def _month_day(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "May 14, 2023", "September the twenty-first", "Oct-2"."""
    month = month_name(tokens, at)
    if not month:
        return None
    place = tokens.skip(tokens.skip(month[1], *_DASHES), "the")
    day = read_month_day(tokens, place)
    if not day or _is_counted(tokens, day[1]) or _is_clock_or_share(tokens, day[1]):
        return None
    if tokens[place].shape is Shape.WORD and read_year(tokens, place):  # "January nineteen ninety"
        return None
    date, after = _with_year(tokens, day[1], Calendar(month=month[0], day=day[0]))
    is_sure = tokens.is_capital(at) or date.year or tokens.low(at) not in words.DOUBTFUL_MONTHS
    return (date, after) if is_sure else None


def _is_clock_or_share(tokens: Tokens, at: int) -> bool:
    is_clock = tokens.low(at) == ":" and tokens[at + 1].glued
    return is_clock or tokens.low(at) == "%"


def _day_month(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "14 May 2023", "the tenth of September"."""
    day = read_month_day(tokens, at)
    if not day or (tokens[at].glued and tokens[at - 1].low in (",", ".", "$", ":", "-")):
        return None
    month = month_name(tokens, tokens.skip(tokens.skip(day[1], *_DASHES), "of"))
    if not month:
        return None
    date, after = _with_year(tokens, month[1], Calendar(month=month[0], day=day[0]))
    name = after - 1 if date.year is None else month[1] - 1
    is_sure = date.year or tokens.is_capital(name) or tokens.low(name) not in words.DOUBTFUL_MONTHS
    return (date, after) if is_sure else None


def _year_first(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "2020 June", "2020/sep/01"."""
    year = read_year(tokens, at)
    if not year:
        return None
    slash = tokens.skip(year[1], "/")
    month = month_name(tokens, slash)
    if not month:
        return None
    day = read_month_day(tokens, month[1] + 1) if tokens.low(month[1]) == "/" else None
    if day:
        return Calendar(year[0], month[0], day[0]), day[1]
    is_sure = tokens.low(slash) not in words.DOUBTFUL_MONTHS
    return (Calendar(year[0], month[0]), month[1]) if is_sure else None


def _bare_day(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read the day behind a weekday: "Thursday the 21st"."""
    if tokens.low(at - 1) != "the":
        return None
    day = read_ordinal(tokens, at) or read_small(tokens, at)
    # "on Thursday, the first one without mediators" numbers meetings and no days
    is_numbering = day and tokens[day[1]].shape in (Shape.WORD, Shape.NUMBER)
    if not day or (is_numbering and tokens.low(at) in words.ORDINALS):
        return None
    return (Calendar(day=day[0]), day[1]) if 1 <= day[0] <= 31 else None


def _day_alone(tokens: Tokens, at: int) -> CalendarParse | None:
    """Read "the 27th" behind "on", where no noun follows that it would number."""
    if tokens.low(at) != "the" or tokens.low(at - 1) not in ("on", "for", "by", "until", "since"):
        return None
    day = read_ordinal(tokens, at + 1)
    is_numbering = day and tokens[day[1]].shape in (Shape.WORD, Shape.NUMBER)
    return (Calendar(day=day[0]), day[1]) if day and not is_numbering and day[0] <= 31 else None


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
    year = read_year(tokens, at) or _short_year(tokens, at)
    if not year:
        return None
    first, before = tokens[at], tokens.low(at - 1)
    if first.glued and before not in ("(", "[", "-", "–", "—", "'", "’", "“", '"', "/"):
        return None
    if first.glued and before in ("-", "/") and tokens[at - 1].glued:
        return None
    if before in words.NUMBERED or _is_counted(tokens, year[1]):
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
        return tokens.low(at) in ("eighteen", "nineteen", "twenty")
    return 1900 <= digits < 2100


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Say whether what stands here is counted by the number before: "May 20 soldiers", "2000 people"."""
    low = tokens.low(at)
    if low in ("or", "and"):
        return tokens.low(at + 1) in ("more", "less", "fewer")
    return low in words.COUNTED


def read_numeric(tokens: Tokens, at: int) -> Parse | None:
    """Read a date in numbers: "2023-05-14", "14.05.2023", "5/14/2023"."""
    if tokens[at].shape is not Shape.NUMBER or (tokens[at].glued and tokens[at - 1].low in "-/."):
        return None
    mark = tokens.low(at + 1)
    parts = tuple(tokens.digits(at + n) for n in (0, 2, 4))
    is_joined = all(tokens[at + n].glued for n in (1, 2, 3, 4)) and tokens.low(at + 3) == mark
    is_longer = tokens[at + 5].glued and tokens.low(at + 5) == mark and tokens[at + 6].glued
    if mark not in ("-", "/", ".", "‑") or not is_joined or is_longer or None in parts:
        return None
    lengths = [len(tokens[at + n].text) for n in (0, 2, 4)]
    first, second, third = (p or 0 for p in parts)
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        date = Calendar(first, second, third)
        return (date, at + 5) if _could_be(date) else None
    if max(lengths[:2]) > 2 or lengths[2] not in ((4,) if mark == "." else (2, 4)):
        return None
    year = third if lengths[2] == 4 else (1900 if third >= 40 else 2000) + third
    meaning = _day_or_month_first(year, first, second, mark)
    return (meaning, at + 5) if meaning else None


def _day_or_month_first(year: int, first: int, second: int, mark: str) -> Meaning | None:
    """Choose the reading of two small numbers; dots stand between day and month in that order."""
    day_first, month_first = Calendar(year, second, first), Calendar(year, first, second)
    if mark == "." or first == second:
        return day_first if _could_be(day_first) else None
    readings = [reading for reading in (day_first, month_first) if _could_be(reading)]
    return Ambiguous(*readings) if len(readings) == 2 else readings[0] if readings else None


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


def read_decade(tokens: Tokens, at: int) -> Parse | None:
    """Read "the 1990s", "the 1970's", "the '90s", "the nineties", "the 20th century"."""
    place = tokens.skip(at, "the")
    century = read_ordinal(tokens, place)
    if century and tokens.low(century[1]) == "century":
        return Years(100 * century[0] - 100, 100 * century[0] - 1), century[1] + 1
    base = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}.get(tokens.low(place))
    word = place if base is None else tokens.skip(place + 1, "-")
    if tokens.low(word) in words.DECADES and (base is not None or place > at):
        tens = words.DECADES[tokens.low(word)]
        first = (base if base is not None else 1900 if tens else 2000) + tens
        return Years(first, first + 9), word + 1
    return _numeric_decade(tokens, place)


def _numeric_decade(tokens: Tokens, at: int) -> Parse | None:
    place = tokens.skip(at, "'", "’", "‘", "`")
    digits = tokens.digits(place)
    ending = tokens.skip(place + 1, "'", "’")
    if digits is None or digits % 10 or tokens.low(ending) != "s" or not tokens[ending].glued:
        return None
    length = len(tokens[place].text)
    is_marked = place > at or ending > place + 1
    is_told = tokens.low(at - 2) in ("in", "of", "during", "since", "from", "until")
    if length == 2 and (is_marked or is_told) and tokens.low(at - 1) == "the":
        digits += 1900 if digits >= 30 else 2000
    elif length != 4 or not 1000 <= digits < 2200:
        return None
    return Years(digits, digits + (99 if digits % 100 == 0 and digits < 2000 else 9)), ending + 1


def read_weekday(tokens: Tokens, at: int) -> Parse | None:
    """Read "Thursday"."""
    found = weekday_name(tokens, at)
    return (Weekday(found[0]), found[1]) if found else None
