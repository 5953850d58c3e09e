"""Days of the week that are counted: "two Fridays ago", "a week ago Tuesday", "the Monday before last".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.amount_grammar import read_amounts
from detente.dates.calendar_grammar import Parse, weekday_name
from detente.dates.meaning import Amount, Relative, Shifted, Unit, Weekday
from detente.dates.numbers import read_cardinal
from detente.dates.relative_grammar import possessive_end, read_shifted_name
from detente.dates.tokens import Shape, Tokens


def read_counted_weekday(tokens: Tokens, at: int) -> Parse | None:
    """Read "two Fridays ago", "three Mondays later", "in two Sundays"."""
    place = tokens.skip(at, "in")
    if place > at and tokens.low(place) == "a":  # "in a Friday interview"
        return None
    number = read_cardinal(tokens, place)
    if number and place == at and (weekend := _weekends_ago(tokens, *number)):
        return weekend
    weekday = read_weekday_noun(tokens, number[1]) if number else None
    if not number or not weekday or number[0] < 1:
        return None
    after, low = weekday[1], tokens.low(weekday[1])
    if place > at:
        return _weeks_from(number[0] - 1, Weekday(weekday[0], 1, is_nearest=True)), after
    if low == "ago":
        return _weeks_from(number[0] - 1, Weekday(weekday[0], -1, is_nearest=True)), after + 1
    if low == "hence" or (low == "from" and tokens.low(after + 1) in ("now", "today")):
        return _weeks_from(number[0] - 1, Weekday(weekday[0], 1, is_nearest=True)), after + 2 - (
            low == "hence"
        )
    shift = {"later": 1, "after": 1, "earlier": -1, "before": -1}.get(low)
    if not shift or (low in ("after", "before") and tokens[after + 1].shape is Shape.WORD):
        return None
    return _weeks_from(number[0] - 1, Weekday(weekday[0], shift, from_context=True)), after + 1


def _weekends_ago(tokens: Tokens, number: int, at: int) -> Parse | None:
    """Read the noun of "two weekends ago"."""
    if tokens.low(at) not in ("weekend", "weekends") or tokens.low(at + 1) != "ago":
        return None
    return Relative(Unit.WEEKEND, -number), at + 2


def read_weekday_noun(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "Friday" or "Fridays"."""
    number = words.WEEKDAYS.get(tokens.low(at).removesuffix("s"))
    return (number, at + 1) if number and len(tokens.low(at)) > _SHORT else weekday_name(tokens, at)


_SHORT = 5  # letters of "thurs", the longest of the short names


def _weeks_from(count: int, day: Weekday) -> Shifted | Weekday:
    if not count:
        return day
    return Shifted((Amount(count, count, Unit.WEEK),), day.shift or 1, day)


def read_weeks_to_day(tokens: Tokens, at: int) -> Parse | None:
    """Read "a week ago Tuesday", "a year ago this month", "Friday week", "the Monday before last"."""
    return _ago_day(tokens, at) or _day_beyond(tokens, at)


def _ago_day(tokens: Tokens, at: int) -> Parse | None:
    found = read_amounts(tokens, at)
    if not found or tokens.low(found[1]) != "ago":
        return None
    place = tokens.skip(found[1] + 1, "on", "this", "last", "from")
    offset = words.DEICTIC_DAYS.get(tokens.low(place))
    if offset is not None and tokens.low(place) != "tonight":
        return Shifted(found[0], -1, Relative(Unit.DAY, offset)), place + 1
    outer = read_shifted_name(tokens, found[1] + 1)
    if outer and isinstance(outer[0], Relative) and _is_wider(found[0][-1].unit, outer[0]):
        return Shifted(found[0], -1, outer[0]), outer[1]
    weekday = weekday_name(tokens, place)
    if not weekday or possessive_end(tokens, weekday[1]) > weekday[1]:
        return None
    return Shifted(found[0], -1, Weekday(weekday[0], -1)), weekday[1]


def _is_wider(unit: Unit, other: Relative) -> bool:
    """Say whether "a year ago" leads to "this week": the longer time to the shorter one of now."""
    wider = {Unit.WEEK: (Unit.MONTH, Unit.YEAR), Unit.MONTH: (Unit.YEAR,)}
    return unit in wider.get(other.unit, ()) and not other.from_context


def _day_beyond(tokens: Tokens, at: int) -> Parse | None:
    place = tokens.skip(at, "the")
    weekday = weekday_name(tokens, place)
    if not weekday:
        return None
    number, after = weekday
    following = tokens.low(after), tokens.low(after + 1)
    if following == ("before", "last"):
        return _weeks_from(1, Weekday(number, -1)), after + 2
    if following == ("after", "next"):
        return _weeks_from(1, Weekday(number, 1)), after + 2
    is_closed = tokens[after + 1].shape is not Shape.WORD and tokens.low(after + 1) != "-"
    shift = {"last": -1, "next": 1}.get(following[0])
    if place == at and shift and is_closed:  # "on Friday next"
        return Weekday(number, shift), after + 1
    if place == at and following[0] == "week" and is_closed and tokens.is_capital(place):
        return _weeks_from(1, Weekday(number, 1, is_nearest=True)), after + 1
    return None
