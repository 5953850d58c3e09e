"""Times put together from simple ones: "early June", "Friday of next week", "the third week of May".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from collections.abc import Callable

from detente.dates import words
from detente.dates.calendar_grammar import (
    Parse,
    read_calendar,
    read_weekday,
)
from detente.dates.holiday_grammar import read_holiday
from detente.dates.meaning import (
    Ambiguous,
    Calendar,
    Duration,
    Long,
    Nth,
    Part,
    Relative,
    Shifted,
    Side,
    Stretch,
    Then,
    Unit,
    Vague,
    Weekday,
    Within,
)
from detente.dates.numbers import read_amount, read_month_day, read_ordinal, read_year
from detente.dates.numeric_grammar import read_day_in_year, read_numeric, read_numeric_month
from detente.dates.period_grammar import (
    read_decade,
    read_fraction,
    read_period,
    read_season,
    read_week_of,
)
from detente.dates.relative_grammar import (
    possessive_end,
    read_amounts,
    read_deictic,
    read_distance,
    read_length,
    read_shifted_name,
    read_stretch,
    read_vague,
    whole_unit,
)
from detente.dates.tokens import Shape, Tokens

Reader = Callable[[Tokens, int], Parse | None]

_SIMPLE: tuple[Reader, ...] = (
    read_numeric,
    read_numeric_month,
    read_day_in_year,
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


def _longest(readers: tuple[Reader, ...], tokens: Tokens, at: int) -> Parse | None:
    """Return what the reader that reaches furthest has read; the first of equals."""
    found = [parse for reader in readers if (parse := reader(tokens, at))]
    return max(found, key=lambda parse: parse[1], default=None)


def _simple(tokens: Tokens, at: int) -> Parse | None:
    key = ("simple", at)
    if key not in tokens.read:
        found = _longest(_SIMPLE, tokens, at)
        tokens.read[key] = _with_container(tokens, found) if found else None
    return tokens.read[key]


def _with_container(tokens: Tokens, found: Parse) -> Parse:
    """Join "Friday" and "next week", "June" and "next year", "this week" and "Friday"."""
    meaning, after = found
    if isinstance(meaning, (Weekday, Calendar)) and _lacks_place(meaning):
        outer = read_shifted_name(tokens, tokens.skip(tokens.skip(after, ","), "of", "in"))
        if outer and isinstance(outer[0], Relative) and outer[0].unit is not Unit.DAY:
            return Within(meaning, outer[0]), outer[1]
    if isinstance(meaning, Relative):
        inner = _member_behind(tokens, meaning, possessive_end(tokens, after))
        return inner or found
    return found


def _lacks_place(meaning: Weekday | Calendar) -> bool:
    if meaning.shift is not None:
        return False
    return isinstance(meaning, Weekday) or meaning.year is None


def _member_behind(tokens: Tokens, outer: Relative, at: int) -> Parse | None:
    if outer.unit is Unit.WEEK:
        weekday = read_weekday(tokens, tokens.skip(at, "on"))
        return (Within(weekday[0], outer), weekday[1]) if weekday else None
    if outer.unit is Unit.YEAR:
        fraction = read_fraction(tokens, at)
        return (Within(fraction[0], outer), fraction[1]) if fraction else None
    return None


def _part(tokens: Tokens, at: int) -> Parse | None:
    """Read "early June", "the end of the year", "later this month", "mid-2020"."""
    place = tokens.skip(at, "the", "very")
    low = tokens.low(place)
    if low in ("year", "month") or low not in words.PARTS:
        return _unit_end(tokens, place) or _half_of(tokens, place) or _so_far(tokens, at)
    side, after = Side(words.PARTS[low]), place + 1
    if low in words.NOUN_PARTS:
        joint = tokens.skip(after, "of", "in")
        if joint == after and low not in ("rest",):
            return None
        after = joint
    else:
        after = tokens.skip(tokens.skip(after, "-", "on"), "in", "of")
    whole = _whole(tokens, after)
    if not whole or isinstance(whole[0], Duration | Stretch | Vague | Ambiguous):
        return None
    return Part(side, whole[0]), whole[1]


def _whole(tokens: Tokens, at: int) -> Parse | None:
    bare = read_bare_year(tokens, at)
    return _longest((_simple, whole_unit), tokens, at) or bare


def read_bare_year(tokens: Tokens, at: int) -> Parse | None:
    """Read a year in any company."""
    year = read_year(tokens, at)
    return (Calendar(year=year[0]), year[1]) if year else None


def _unit_end(tokens: Tokens, at: int) -> Parse | None:
    """Read "year-end", "the year's end"."""
    unit = words.UNITS.get(tokens.low(at))
    after = tokens.skip(possessive_end(tokens, at + 1), "-")
    if unit and tokens.low(at) not in words.PLURALS and tokens.low(after) == "end":
        return Part(Side.END, Relative(Unit(unit), 0)), after + 1
    return None


def _half_of(tokens: Tokens, at: int) -> Parse | None:
    """Read "the second half of June"."""
    side = {"first": Side.FIRST_HALF, "second": Side.SECOND_HALF}.get(tokens.low(at))
    if not side or tokens.low(at + 1) != "half" or tokens.low(at + 2) not in ("of", "in"):
        return None
    whole = _whole(tokens, at + 3)
    is_long = whole and not isinstance(whole[0], Duration | Stretch | Vague | Ambiguous | Weekday)
    return (Part(side, whole[0]), whole[1]) if whole and is_long else None


def _so_far(tokens: Tokens, at: int) -> Parse | None:
    """Read "so far this year"."""
    if (tokens.low(at), tokens.low(at + 1)) != ("so", "far"):
        return None
    whole = read_shifted_name(tokens, at + 2)
    is_running = whole and isinstance(whole[0], Relative) and whole[0].offset == 0
    return (Part(Side.EARLIER, whole[0]), whole[1]) if whole and is_running else None


def _some_of(tokens: Tokens, at: int) -> Parse | None:
    """Read "the first ten days of May", "the last days of April"."""
    place = tokens.skip(at, "the")
    number = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}.get(
        tokens.low(place)
    )
    amount = read_amount(tokens, place + 1)
    after = amount[1] if amount else tokens.skip(place + 1, "few") + 1
    if not number or tokens.low(after - 1) not in words.PLURALS or tokens.low(after) != "of":
        return None
    whole = _whole(tokens, after + 1)
    if not whole or isinstance(whole[0], Duration | Stretch | Vague | Ambiguous | Weekday):
        return None
    if amount and amount[0].least == amount[0].most:
        return Nth(number, amount[0].unit, whole[0], amount[0].most), whole[1]
    return Part(Side.START if number > 0 else Side.END, whole[0]), whole[1]


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
    whole = _whole(tokens, joint)
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
    origin = _longest((_simple, _part), tokens, found[1] + 1)
    if not origin or isinstance(origin[0], (Duration, Stretch, Vague, Shifted)):
        return None
    direction = -1 if tokens.low(found[1]) == "before" else 1
    return Shifted(found[0], direction, origin[0]), origin[1]


def _long(tokens: Tokens, at: int) -> Parse | None:
    """Read "three days from Monday" behind "for", "two weeks starting May 20"."""
    found = read_amounts(tokens, at)
    if not found or len(found[0]) > 1:
        return None
    joint = tokens.skip(found[1], ",")
    is_said = tokens.low(joint) in ("starting", "beginning", "commencing")
    if not is_said and (tokens.low(joint) != "from" or tokens.low(at - 1) != "for"):
        return None
    origin = _longest((_simple, _part), tokens, tokens.skip(joint + 1, "on", "from"))
    if not origin or not isinstance(origin[0], Calendar | Weekday | Relative | Within):
        return None
    return Long(found[0][0], origin[0]), origin[1]


_POINTS: tuple[Reader, ...] = (
    _long,
    _simple,
    _part,
    _some_of,
    _nth,
    _day_of_unit,
    read_week_of,
    _distance_from,
)


def read_point(tokens: Tokens, at: int) -> Parse | None:
    """Read one time, simple or put together."""
    key = ("point", at)
    if key not in tokens.read:
        tokens.read[key] = _longest(_POINTS, tokens, at)
    return tokens.read[key]
