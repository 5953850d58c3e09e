"""Spans: "from 14 to 16 May", "November 9-10", "2014-2018", "between May and July"."""

from dataclasses import replace

from detente.dates import words
from detente.dates.calendar_grammar import Parse, month_name, weekday_name
from detente.dates.compound_grammar import read_point
from detente.dates.meaning import (
    Ambiguous,
    Calendar,
    Duration,
    Fraction,
    Meaning,
    Relative,
    Span,
    Stretch,
    Unit,
    Vague,
    Weekday,
    Within,
)
from detente.dates.numbers import read_month_day, read_ordinal, read_year
from detente.dates.relative_grammar import read_shifted_name
from detente.dates.simple_grammar import read_bare_year
from detente.dates.tokens import Shape, Tokens

_THROUGH = ("to", "until", "till", "through", "thru", "-", "–", "—")
_DASHES = ("-", "–", "—")
_THROUGH_WORDS = ("to", "until", "till", "through")
_NO_ENDS = (Duration, Stretch, Vague, Span, Ambiguous)


def read_span(tokens: Tokens, at: int) -> Parse | None:
    """Read "from 14 to 16 May", "November 9-10", "2014-2018", "between May and July"."""
    named = _days_of_named(tokens, at) or _listed_days(tokens, at)
    if named:
        return named
    opener = tokens.low(at)
    place = at + 1 if opener in ("from", "between") else at
    joints = ("and", *_THROUGH) if opener == "between" else _THROUGH
    first = _span_start(tokens, place, is_opened=place > at)
    if not first:
        return None
    listed = tokens.low(first[1]) in ("and", "or") and opener not in ("from", "between")
    if tokens.low(first[1]) not in joints and not listed:
        return None
    last = _span_end(tokens, first[1] + 1, first[0])
    if not last or (listed and not _is_list_of_days(tokens, first[0], last)):
        return None
    span = _shared(first[0], last[0])
    return (span, last[1]) if span else None


# What begins a time with days named behind it.
_NAMED = frozenset({"the"}).union(words.MONTHS, words.SHIFTS)


def _days_of_named(tokens: Tokens, at: int) -> Parse | None:
    """Read "November between 19 and 20", "last week from Friday to Sunday"."""
    if tokens.low(at) not in _NAMED:
        return None
    month, outer = month_name(tokens, at), read_shifted_name(tokens, at)
    whole = month or outer
    if not whole or tokens.low(whole[1]) not in ("from", "between"):
        return None
    first = _member(tokens, whole[1] + 1, month, outer)
    if not first or tokens.low(first[1]) not in ("and", *_THROUGH):
        return None
    last = _member(tokens, first[1] + 1, month, outer)
    if not last or tokens.low(last[1]) in words.MONTHS:
        return None
    year = read_year(tokens, tokens.skip(last[1], ",")) if month else None
    ends = [first[0], last[0]]
    if year:
        ends = [replace(end, year=year[0]) for end in ends if isinstance(end, Calendar)]
    return Span(*ends), year[1] if year else last[1]


def _listed_days(tokens: Tokens, at: int) -> Parse | None:
    """Read "May 8, 9 and 10", "8, 9 and 10 May": from the first of the days to the last."""
    if tokens[at].shape is not Shape.NUMBER and tokens.low(at) not in words.MONTHS:
        return None
    month = month_name(tokens, at)
    days, after = _list_of_days(tokens, month[1] if month else at)
    if not month:
        month = month_name(tokens, tokens.skip(after, "of"))
        after = month[1] if month else after
    if not month or len(days) < _LEAST_LISTED or days != sorted(set(days)):
        return None
    year = read_year(tokens, tokens.skip(after, ","))
    first, last = (
        Calendar(year[0] if year else None, month[0], day) for day in (days[0], days[-1])
    )
    return Span(first, last), year[1] if year else after


# Two days are read as the start and end of a span; more of them are a list.
_LEAST_LISTED = 3


def _list_of_days(tokens: Tokens, at: int) -> tuple[list[int], int]:
    days: list[int] = []
    after = at
    while found := read_month_day(tokens, tokens.skip(after, ",", "and", "or") if days else after):
        is_ended = bool(days) and tokens.low(after) in ("and", "or")
        if days and tokens.low(after) not in (",", "and", "or"):
            break
        days.append(found[0])
        after = found[1]
        if is_ended:
            break
    return days, after


def _member(
    tokens: Tokens, at: int, month: tuple[int, int] | None, outer: Parse | None
) -> Parse | None:
    if month:
        day = read_month_day(tokens, tokens.skip(at, "the"))
        return (Calendar(month=month[0], day=day[0]), day[1]) if day else None
    weekday = weekday_name(tokens, at)
    if not weekday or not outer or outer[0] != Relative(Unit.WEEK, getattr(outer[0], "offset", 0)):
        return None
    return Within(Weekday(weekday[0]), outer[0]), weekday[1]


def _span_start(tokens: Tokens, at: int, *, is_opened: bool) -> Parse | None:
    if tokens.low(at) == "now" and (is_opened or tokens.low(at + 1) in _THROUGH_WORDS):
        return Relative(Unit.DAY, 0), at + 1
    month = month_name(tokens, at)
    if month and tokens.low(month[1]) in _DASHES and month_name(tokens, month[1] + 1):
        return Calendar(month=month[0]), month[1]  # "Jan-Mar 2018"
    point = read_point(tokens, at) or (read_bare_year(tokens, at) if is_opened else None)
    if point and not isinstance(point[0], _NO_ENDS):
        return point
    day = read_month_day(tokens, tokens.skip(at, "the") if is_opened else at)
    return (Calendar(day=day[0]), day[1]) if day else None


def _span_end(tokens: Tokens, at: int, first: Meaning) -> Parse | None:
    present = tokens.skip(at, "the")
    is_present = tokens.low(present) == "present" and tokens[present + 1].shape is not Shape.WORD
    if tokens.low(at) in ("now", "date") or is_present:
        return Relative(Unit.DAY, 0), present + 1
    point = read_point(tokens, tokens.skip(at, "the"))
    if point and not isinstance(point[0], _NO_ENDS):
        return point
    if isinstance(first, Calendar) and first.day and first.month:
        return _end_day(tokens, at, first)
    if isinstance(first, Calendar) and first.month:
        month = month_name(tokens, at)
        return (Calendar(month=month[0]), month[1]) if month and tokens.is_capital(at) else None
    if isinstance(first, Calendar) and first.day:
        return _end_day_alone(tokens, at)
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


def _end_day_alone(tokens: Tokens, at: int) -> Parse | None:
    """Read the end of "from the 20th to the 25th"."""
    place = tokens.skip(at, "the")
    is_sure = place > at or tokens[at].shape is Shape.NUMBER
    day = read_ordinal(tokens, place) if is_sure else None
    is_numbering = day and tokens[day[1]].shape is Shape.WORD
    is_numbering = is_numbering and day and tokens.low(day[1]) not in words.MONTH_COMPANY
    return (Calendar(day=day[0]), day[1]) if day and not is_numbering else None


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
    if isinstance(first, Fraction) and isinstance(last, Fraction):
        return Span(replace(first, year=first.year or last.year), last)
    if isinstance(first, Weekday) and first.shift is None and isinstance(last, Within):
        return Span(Within(first, last.of), last)
    if not isinstance(first, Calendar) or (first.month and not isinstance(last, Calendar)):
        return Span(first, last)
    if isinstance(last, Within) and first == Calendar(day=first.day):
        return Span(Within(first, last.of), last)
    is_alone = first == Calendar(day=first.day)
    if is_alone and isinstance(last, Calendar) and last == Calendar(day=last.day):
        return Span(first, last)
    if not isinstance(last, Calendar):
        return None if first.day and not first.month else Span(first, last)
    if first.weekday and last.weekday and not first.month and not last.month:
        return Span(first, last)
    if first.day and not first.month and not (last.day and last.month):
        return None
    month = first.month or (last.month if first.day else None)
    year = first.year or (last.year if first.day or first.month else None)
    return Span(replace(first, month=month, year=year), last)
