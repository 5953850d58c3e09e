"""Spans: "from 14 to 16 May", "November 9-10", "2014-2018", "between May and July"."""

from dataclasses import replace

from detente.dates import words
from detente.dates.calendar_grammar import Parse
from detente.dates.compound_grammar import read_bare_year, read_point
from detente.dates.meaning import (
    Ambiguous,
    Calendar,
    Duration,
    Meaning,
    Relative,
    Span,
    Stretch,
    Unit,
    Vague,
    Within,
)
from detente.dates.numbers import read_month_day, read_year
from detente.dates.tokens import Shape, Tokens

_THROUGH = ("to", "until", "till", "through", "thru", "-", "–", "—")
_NO_ENDS = (Duration, Stretch, Vague, Span, Ambiguous)


def read_span(tokens: Tokens, at: int) -> Parse | None:
    """Read "from 14 to 16 May", "November 9-10", "2014-2018", "between May and July"."""
    opener = tokens.low(at)
    place = at + 1 if opener in ("from", "between") else at
    joints = ("and", *_THROUGH) if opener == "between" else _THROUGH
    first = _span_start(tokens, place, is_opened=place > at)
    if not first:
        return None
    listed = tokens.low(first[1]) == "and" and opener not in ("from", "between")
    if tokens.low(first[1]) not in joints and not listed:
        return None
    last = _span_end(tokens, first[1] + 1, first[0])
    if not last or (listed and not _is_list_of_days(tokens, first[0], last)):
        return None
    span = _shared(first[0], last[0])
    return (span, last[1]) if span else None


def _span_start(tokens: Tokens, at: int, *, is_opened: bool) -> Parse | None:
    if is_opened and tokens.low(at) == "now":
        return Relative(Unit.DAY, 0), at + 1
    point = read_point(tokens, at) or (read_bare_year(tokens, at) if is_opened else None)
    if point and not isinstance(point[0], _NO_ENDS):
        return point
    day = read_month_day(tokens, at)
    return (Calendar(day=day[0]), day[1]) if day else None


def _span_end(tokens: Tokens, at: int, first: Meaning) -> Parse | None:
    if tokens.low(at) == "now":
        return Relative(Unit.DAY, 0), at + 1
    point = read_point(tokens, tokens.skip(at, "the"))
    if point and not isinstance(point[0], _NO_ENDS):
        return point
    if isinstance(first, Calendar) and first.day and first.month:
        return _end_day(tokens, at, first)
    if first == Calendar(year=getattr(first, "year", None)):
        return _end_year(tokens, at, first)
    return None


def _end_day(tokens: Tokens, at: int, first: Calendar) -> Parse | None:
    day = read_month_day(tokens, tokens.skip(at, "the"))
    if not day or tokens.low(day[1]) in words.COUNTED or tokens.low(day[1]) in ("%", ":"):
        return None
    comma = tokens.skip(day[1], ",")
    year = read_year(tokens, comma)
    date = replace(first, day=day[0], year=year[0] if year else first.year, weekday=None)
    return date, year[1] if year else day[1]


def _end_year(tokens: Tokens, at: int, first: Calendar) -> Parse | None:
    """Read the second year of "2014-2018", "1994-96"."""
    whole = read_year(tokens, at)
    if whole:
        return Calendar(year=whole[0]), whole[1]
    digits = tokens.digits(at, most=2)
    if digits is None or not tokens[at].glued or len(tokens[at].text) != 2 or first.year is None:
        return None
    year = first.year // 100 * 100 + digits
    return (Calendar(year=year), at + 1) if year > first.year else None


def _is_list_of_days(tokens: Tokens, first: Meaning, last: Parse) -> bool:
    """Say whether "September 19 and 20", "9 and 10 November" are days of one month."""
    if not isinstance(first, Calendar) or not isinstance(last[0], Calendar):
        return False
    if first.year:
        return False
    shares_month = first.month is None or last[0].month == first.month
    behind = tokens[last[1]]
    is_closed = behind.shape is not Shape.WORD or behind.low in (
        words.MONTH_COMPANY | words.BEHIND_DAYS
    )
    return bool(first.day and last[0].day and shares_month and (is_closed or first.month is None))


def _shared(first: Meaning, last: Meaning) -> Span | None:
    """Give the start of a span what only its end names: the month, the year."""
    if not isinstance(first, Calendar) or (first.month and not isinstance(last, Calendar)):
        return Span(first, last)
    if isinstance(last, Within) and first == Calendar(day=first.day):
        return Span(Within(first, last.of), last)
    if not isinstance(last, Calendar):
        return None if first.day and not first.month else Span(first, last)
    if first.weekday and last.weekday and not first.month and not last.month:
        return Span(first, last)
    if first.day and not first.month and not (last.day and last.month):
        return None
    month = first.month or (last.month if first.day else None)
    year = first.year or (last.year if first.day or first.month else None)
    return Span(replace(first, month=month, year=year), last)
