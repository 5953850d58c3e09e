"""Times reckoned from others: "two days after May 14", "the third week of May", "the day before Easter".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.calendar_grammar import Parse, read_weekday
from detente.dates.meaning import (
    Amount,
    Beside,
    Calendar,
    Duration,
    Holiday,
    Long,
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
from detente.dates.numbers import read_month_day, read_ordinal
from detente.dates.part_grammar import read_part, read_some_of
from detente.dates.relative_grammar import read_amounts, read_shifted_name
from detente.dates.simple_grammar import Reader, longest, read_simple, read_whole
from detente.dates.tokens import Shape, Tokens
from detente.dates.week_grammar import read_numbered_week, read_week_of
from detente.dates.weekday_grammar import read_counted_weekday, read_weeks_to_day


def _nth(tokens: Tokens, at: int) -> Parse | None:
    """Read "the third week of May", "the last day of June", "the 20th of next month"."""
    place = tokens.skip(at, "the")
    ordinal = (-1, place + 1) if tokens.low(place) == "last" else read_ordinal(tokens, place)
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
    """Read "two days after May 14", "a week before last Friday"."""
    found = read_amounts(tokens, at)
    if not found or tokens.low(found[1]) not in ("after", "before", "from"):
        return None
    origin = longest((read_simple, read_part), tokens, found[1] + 1)
    if not origin or isinstance(origin[0], (Duration, Stretch, Vague, Shifted)):
        return None
    direction = -1 if tokens.low(found[1]) == "before" else 1
    return Shifted(found[0], direction, origin[0]), origin[1]


def _beside(tokens: Tokens, at: int) -> Parse | None:
    """Read "the day before May 4", "the Monday after Easter", "the eve of June 1"."""
    place = tokens.skip(at, "the")
    low = tokens.low(place)
    weekday = read_weekday(tokens, place)
    unit = "day" if low == "eve" else words.UNITS.get(low)
    after = weekday[1] if weekday else place + 1
    direction = {"before": -1, "after": 1}.get(tokens.low(after))
    if low == "eve":
        direction = -1 if tokens.low(after) == "of" else None
    if place == at or direction is None or (not unit and not weekday) or low in words.PLURALS:
        return None
    origin = longest((read_simple, read_part), tokens, after + 1)
    if not origin or not isinstance(origin[0], Calendar | Holiday | Relative | Within | Weekday):
        return None
    if isinstance(origin[0], Relative) and origin[0].unit is Unit.DAY:
        return None  # "the day after tomorrow" is read by itself
    if weekday and isinstance(weekday[0], Weekday):
        return Beside(weekday[0].number, direction, origin[0]), origin[1]
    day_beside = Shifted((Amount(1, 1, Unit.DAY),), direction, origin[0])
    if unit == "day":
        return day_beside, origin[1]
    if unit == "week":  # seven days
        week = Amount(1, 1, Unit.WEEK)
        first = day_beside if direction > 0 else Shifted((week,), -1, origin[0])
        return Long(week, first), origin[1]
    return Within(Relative(Unit(unit or "day"), direction), origin[0]), origin[1]


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
)


def read_point(tokens: Tokens, at: int) -> Parse | None:
    """Read one time, simple or put together."""
    key = ("point", at)
    if key not in tokens.read:
        tokens.read[key] = longest(_POINTS, tokens, at)
    return tokens.read[key]
