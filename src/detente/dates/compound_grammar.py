"""Times reckoned from others: "two days after May 14", "the third week of May", "the day before Easter".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.amount_grammar import read_amounts
from detente.dates.calendar_grammar import Parse, read_weekday
from detente.dates.meaning import (
    Amount,
    Beside,
    Calendar,
    Duration,
    Holiday,
    Long,
    Meaning,
    Nth,
    Relative,
    Shifted,
    Stretch,
    Then,
    Unit,
    Vague,
    Weekday,
    Within,
)
from detente.dates.numbers import read_cardinal, read_month_day, read_ordinal
from detente.dates.part_grammar import read_part, read_some_of
from detente.dates.relative_grammar import read_shifted_name
from detente.dates.simple_grammar import Reader, longest, read_simple, read_whole
from detente.dates.tokens import Shape, Tokens, remembered
from detente.dates.week_grammar import read_numbered_week, read_week_of
from detente.dates.weekday_grammar import (
    read_counted_weekday,
    read_weekday_noun,
    read_weeks_to_day,
)


def _nth(tokens: Tokens, at: int) -> Parse | None:
    """Read "the third week of May", "the last day of June", "the 20th of next month"."""
    ordinal = _place_in_row(tokens, tokens.skip(at, "the"))
    if not ordinal:
        return None
    number, after = ordinal
    weekday = read_weekday(tokens, after)
    unit = words.UNITS.get(tokens.low(after))
    what: Unit | Weekday | None = None
    if weekday and isinstance(weekday[0], Weekday):
        what, after = weekday[0], weekday[1]
    elif tokens.low(after) in words.PLURALS:
        return None
    elif (
        unit in ("day", "week", "weekend", "month", "quarter") and tokens.low(after) in words.UNITS
    ):
        what, after = Unit(unit), after + 1
    elif tokens.low(after) not in ("of", "this", "next", "last") or _numbers_something(
        tokens, after
    ):
        return None
    joint = tokens.skip(after, "of", "in")
    whole = read_whole(tokens, joint)
    if isinstance(what, Weekday) and number > 0 and tokens[after].shape is not Shape.WORD:
        return Nth(number, what, Then()), after  # "the first Sunday", of what was spoken of
    if not whole or isinstance(whole[0], (Duration, Stretch, Vague)):
        return None
    is_in_month = isinstance(whole[0], Relative) and whole[0].unit is Unit.MONTH
    if what is None and not is_in_month:
        return None
    return Nth(number, what or Unit.DAY, whole[0]), whole[1]


def _place_in_row(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "third", or from the end "last", "second last", "penultimate", "third to last"."""
    from_end = _FROM_END.get(tokens.low(at))
    if from_end:
        return from_end, at + 1
    ordinal = read_ordinal(tokens, at)
    if not ordinal:
        return None
    dashed = tokens.skip(ordinal[1], "-")
    last = tokens.skip(tokens.skip(dashed, "to"), "-")
    is_unit = tokens.low(last + 1) in words.UNITS or tokens.low(last + 1) in words.WEEKDAYS
    if tokens.low(last) == "last" and is_unit and (last > dashed or _is_member(tokens, last + 2)):
        return -ordinal[0], last + 1
    return ordinal


_FROM_END = {"last": -1, "final": -1, "penultimate": -2}


def _is_member(tokens: Tokens, at: int) -> bool:
    """Say whether what stands before belongs to something: "the second last day of May"."""
    return tokens.low(at) in ("of", "in")


def _numbers_something(tokens: Tokens, after: int) -> bool:
    """Say whether an ordinal in words counts meetings and no days: "the talks were the third this month"."""
    is_compound = tokens.low(after - 2) in words.TENS or tokens.low(after - 2) == "-"
    is_spelled = tokens.low(after - 1) in words.ORDINALS and not is_compound
    return is_spelled and tokens.low(after) not in ("of", "in")


def _day_of_unit(tokens: Tokens, at: int) -> Parse | None:
    """Read "22 this month"."""
    day = read_month_day(tokens, at)
    if day and _numbers_something(tokens, day[1]):
        return None
    outer = read_shifted_name(tokens, tokens.skip(day[1], "of", "in")) if day else None
    if (
        not day
        or not outer
        or not isinstance(outer[0], Relative)
        or outer[0].unit is not Unit.MONTH
    ):
        return None
    return Within(Calendar(day=day[0]), outer[0]), outer[1]


def _distance_from(tokens: Tokens, at: int) -> Parse | None:
    """Read "two days after May 14", "a week before last Friday", "a week from Friday"."""
    found = read_amounts(tokens, at)
    joint = _counted_from(tokens, found[1]) if found else None
    if not found or not joint:
        return None
    direction, after = joint
    origin = longest((read_simple, read_part), tokens, after)
    if not origin or isinstance(origin[0], (Duration, Stretch, Vague, Shifted)):
        return None
    start = origin[0]
    if tokens.low(found[1]) == "from" and isinstance(start, Weekday) and start.shift is None:
        start = Weekday(start.number, 1, is_nearest=True)
    return Shifted(found[0], direction, start), origin[1]


def _counted_from(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "after" or "prior to": to which side is counted from what stands behind."""
    if (tokens.low(at), tokens.low(at + 1)) == ("prior", "to"):
        return -1, at + 2
    direction = words.COUNTED_FROM.get(tokens.low(at))
    return (direction, at + 1) if direction else None


def _beside(tokens: Tokens, at: int) -> Parse | None:
    """Read "the day before May 4", "the week after Easter", "the eve of June 1"."""
    place = tokens.skip(at, "the")
    low = tokens.low(place)
    unit = "day" if low == "eve" else words.UNITS.get(low)
    joint = _counted_from(tokens, place + 1) if tokens.low(place + 1) != "from" else None
    if low == "eve":
        joint = (-1, place + 2) if tokens.low(place + 1) == "of" else None
    is_usual = unit == "day" or tokens.low(place + 1) in ("before", "after")
    if place == at or joint is None or not unit or not is_usual or low in words.PLURALS:
        return None
    direction, after = joint
    origin = longest((read_simple, read_part), tokens, after)
    if not origin or not isinstance(origin[0], _ORIGINS) or _is_deictic(origin[0]):
        return None
    day_beside = Shifted((Amount(1, 1, Unit.DAY),), direction, origin[0])
    if unit == "day":
        return day_beside, origin[1]
    if unit == "week":  # seven days
        week = Amount(1, 1, Unit.WEEK)
        first = day_beside if direction > 0 else Shifted((week,), -1, origin[0])
        return Long(week, first), origin[1]
    return Within(Relative(Unit(unit), direction), origin[0]), origin[1]


_ORIGINS = Calendar | Holiday | Relative | Within | Weekday


def _is_deictic(origin: Meaning) -> bool:
    """Say whether it is "tomorrow": "the day after tomorrow" is read by itself."""
    return isinstance(origin, Relative) and origin.unit is Unit.DAY


def _weekday_beside(tokens: Tokens, at: int) -> Parse | None:
    """Read "the Monday after Easter", "the second Friday before May 4", "two Sundays after June 1"."""
    place = tokens.skip(at, "the")
    number = read_ordinal(tokens, place) or read_cardinal(tokens, at) or (1, place)
    weekday = read_weekday_noun(tokens, number[1])
    joint = _counted_from(tokens, weekday[1]) if weekday and number[1] > at else None
    if not weekday or not joint or tokens.low(weekday[1]) == "from":
        return None
    origin = longest((read_simple, read_part), tokens, joint[1])
    if not origin or not isinstance(origin[0], _ORIGINS) or _is_deictic(origin[0]):
        return None
    nearest = Beside(weekday[0], joint[0], origin[0])
    more = Amount(number[0] - 1, number[0] - 1, Unit.WEEK)
    return (Shifted((more,), joint[0], nearest) if more.most else nearest), origin[1]


def _long(tokens: Tokens, at: int) -> Parse | None:
    """Read "three days from Monday" behind "for", "two weeks starting May 20"."""
    found = read_amounts(tokens, at)
    if not found or len(found[0]) > 1:
        return None
    joint = tokens.skip(found[1], ",")
    is_said = tokens.low(joint) in ("starting", "beginning", "commencing")
    if not is_said and (tokens.low(joint) != "from" or tokens.low(at - 1) != "for"):
        return None
    origin = longest((read_simple, read_part), tokens, tokens.skip(joint + 1, "on", "from"))
    if not origin or not isinstance(origin[0], Calendar | Weekday | Relative | Within):
        return None
    return Long(found[0][0], origin[0]), origin[1]


_POINTS: tuple[Reader, ...] = (
    _long,
    read_counted_weekday,
    read_simple,
    read_part,
    read_some_of,
    _nth,
    _day_of_unit,
    read_week_of,
    read_numbered_week,
    read_weeks_to_day,
    _distance_from,
    _beside,
    _weekday_beside,
)


@remembered
def read_point(tokens: Tokens, at: int) -> Parse | None:
    """Read one time, simple or put together."""
    return longest(_POINTS, tokens, at)
