"""Numbers, ordinals and years, in digits and in words.

Each reader takes a place among the tokens and returns what it read with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.meaning import Amount, Unit
from detente.dates.tokens import Shape, Tokens, remembered

Read = tuple[int, int]

_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def read_small(tokens: Tokens, at: int) -> Read | None:
    """Read a number in words below a hundred: "five", "twenty-one", "thirty two"."""
    low = tokens.low(at)
    if low in words.CARDINALS:
        return words.CARDINALS[low], at + 1
    if low not in words.TENS:
        return None
    after = tokens.skip(at + 1, "-", "‑")
    ones = words.CARDINALS.get(tokens.low(after), 0)
    if 0 < ones < 10:
        return words.TENS[low] + ones, after + 1
    return words.TENS[low], at + 1


@remembered
def read_cardinal(tokens: Tokens, at: int) -> Read | None:
    """Read a whole number: "20", "1,000", "twenty-one", "a", "two hundred", "a dozen", "half a dozen"."""
    digits = tokens.digits(at)
    if digits is not None:
        return _with_thousands(tokens, at, digits)
    low = tokens.low(at)
    if low == "half" and (tokens.low(at + 1), tokens.low(at + 2)) == ("a", "dozen"):
        return _DOZEN // 2, at + 3
    if low in ("a", "an"):
        found: Read | None = (1, at + 1)
    else:
        found = read_small(tokens, at)
    times = {"hundred": 100, "dozen": _DOZEN}.get(tokens.low(found[1])) if found else None
    return (found[0] * times, found[1] + 1) if found and times else found


_DOZEN = 12


def _with_thousands(tokens: Tokens, at: int, digits: int) -> Read:
    is_grouped = tokens.low(at + 1) == "," and tokens[at + 1].glued and tokens[at + 2].glued
    behind = tokens.digits(at + 2) if is_grouped and len(tokens[at + 2].text) == 3 else None
    return (1000 * digits + behind, at + 3) if behind is not None else (digits, at + 1)


def read_ordinal(tokens: Tokens, at: int) -> Read | None:
    """Read an ordinal number: "1st", "third", "twenty-first", "100th"."""
    digits, ending = tokens.digits(at, most=3), tokens[at + 1]
    if digits is not None:
        is_ordinal = ending.glued and ending.low in words.ORDINAL_ENDINGS
        return (digits, at + 2) if is_ordinal else None
    low = tokens.low(at)
    if low in words.ORDINALS:
        return words.ORDINALS[low], at + 1
    if low in words.TENS:
        after = tokens.skip(at + 1, "-", "‑")
        ones = words.ORDINALS.get(tokens.low(after), 0)
        if 0 < ones < 10:
            return words.TENS[low] + ones, after + 1
    return None


def read_month_day(tokens: Tokens, at: int) -> Read | None:
    """Read the day of a month: "14", "14th", "twenty-first", "fifteen"."""
    found = read_ordinal(tokens, at)
    if not found:
        digits = tokens.digits(at, most=2)
        found = (digits, at + 1) if digits is not None else read_small(tokens, at)
    if not found or not 1 <= found[0] <= 31:
        return None
    return found


def read_year(tokens: Tokens, at: int) -> Read | None:
    """Read a year: "2020", "nineteen ninety-six", "two thousand and eighteen"."""
    digits = tokens.digits(at)
    if digits is not None:
        follows = tokens[at + 1]
        if not _FIRST_YEAR <= digits <= _LAST_YEAR or len(tokens[at].text) != 4:
            return None
        is_part = follows.glued and follows.shape is Shape.WORD and follows.low != "s"
        is_other = is_part or _is_in_number(tokens, at) or _is_time_of_day(tokens, at, digits)
        return None if is_other else (digits, at + 1)
    return _spelled_year(tokens, at)


def _is_time_of_day(tokens: Tokens, at: int, digits: int) -> bool:
    """Say whether four digits are a time of day: "2100 GMT Monday", "at 2030 on Monday"."""
    behind = tokens.low(at + 1)
    if digits // 100 > _LAST_HOUR or digits % 100 > _LAST_MINUTE:
        return False
    if behind in words.CLOCK_COMPANY or (behind, tokens.low(at + 2)) == ("local", "time"):
        return True
    is_alone = tokens[at + 1].shape is not Shape.WORD or behind == "on" or behind in words.WEEKDAYS
    return tokens.low(at - 1) == "at" and is_alone


_LAST_HOUR, _LAST_MINUTE = 23, 59


def _is_in_number(tokens: Tokens, at: int) -> bool:
    """Say whether the digits are a piece of a longer number: "1,200,000", "2000.50", "2020%"."""
    mark, after = tokens[at + 1], tokens[at + 2]
    goes_on = mark.glued and mark.low in (",", ".") and after.glued and after.shape is Shape.NUMBER
    before, start = tokens[at - 1], tokens[at]
    came_on = start.glued and before.low in (",", ".", "$", "€", "£", "#", "№", "_", "=")
    return goes_on or came_on or mark.low in ("%", "°")


def _spelled_year(tokens: Tokens, at: int) -> Read | None:
    first = read_small(tokens, at)
    if not first:
        return None
    value, after = first
    if tokens.low(after) == "thousand":
        rest = read_small(tokens, tokens.skip(after + 1, "and"))
        if value not in (1, 2):
            return None
        return (value * 1000 + rest[0], rest[1]) if rest else (value * 1000, after + 1)
    if not 15 <= value <= 21:
        return None
    if tokens.low(after) == "hundred":  # "nineteen hundred and five"
        rest = read_small(tokens, tokens.skip(after + 1, "and"))
        return (value * 100 + rest[0], rest[1]) if rest else (value * 100, after + 1)
    second = read_small(tokens, tokens.skip(after, "-", "oh"))
    if second and tokens.low(after) == "oh" and second[0] < 10:  # "nineteen oh five"
        return value * 100 + second[0], second[1]
    if second and second[0] >= 10:
        return value * 100 + second[0], second[1]
    return None


_AMOUNT_STARTS = frozenset({"the", "a", "an", "half"}).union(
    words.CARDINALS, words.TENS, words.LOOSE_AMOUNTS
)


@remembered
def read_amount(tokens: Tokens, at: int) -> tuple[Amount, int] | None:
    """Read an amount of time: "two weeks", "a few days", "a couple of months", "2-week"."""
    if tokens.low(at) not in _AMOUNT_STARTS and tokens[at].shape is not Shape.NUMBER:
        return None
    place = tokens.skip(at, "the")
    half = _half_amount(tokens, place)
    if half:
        return half
    article = tokens.skip(place, "a")
    loose = words.LOOSE_AMOUNTS.get(tokens.low(article))
    if loose:
        after = tokens.skip(article + 1, "of") if tokens.low(article) == "couple" else article + 1
        return _with_unit(tokens, after, loose)
    number = read_cardinal(tokens, place)
    return _with_unit(tokens, number[1], (number[0], number[0])) if number else None


# What the half of a unit is: "half a year ago", "a year and a half later".
_HALVES = {
    "month": (2, Unit.WEEK),
    "year": (6, Unit.MONTH),
    "decade": (5, Unit.YEAR),
    "century": (50, Unit.YEAR),
}


def _half_amount(tokens: Tokens, at: int) -> tuple[Amount, int] | None:
    """Read "half a year", "a year and a half", "two and a half years"."""
    halved = tokens.low(at) == "half" and tokens.low(at + 1) in ("a", "an")
    number = (0, at + 2) if halved else read_cardinal(tokens, at)
    if not number:
        return None
    whole, after = number
    low = words.UNITS.get(tokens.low(after))
    behind = after if halved or not low else after + 1
    has_half = [tokens.low(behind + n) for n in range(3)] == ["and", "a", "half"]
    if not halved and not has_half:
        return None
    after = behind + 3 if has_half else after
    low = low or words.UNITS.get(tokens.low(after))
    if low not in _HALVES:
        return None
    after += 1 if halved or behind == number[1] else 0
    count, unit = _HALVES[low]
    half = 4 * count // 2 * whole // 1 if low == "month" else 2 * count * whole
    return Amount(half + count, half + count, unit), after


def _with_unit(tokens: Tokens, at: int, bounds: tuple[int, int]) -> tuple[Amount, int] | None:
    place = tokens.skip(at, "-", "full", "more", "long", "consecutive", "straight")
    if tokens.low(place) in words.OF_WORK and tokens.low(place + 1) in ("day", "days"):
        return Amount(*bounds, Unit.WORKDAY), place + 2
    if tokens.low(place) in ("weekday", "weekdays", "workday", "workdays"):
        return Amount(*bounds, Unit.WORKDAY), place + 1
    unit = words.UNITS.get(tokens.low(place))
    return (Amount(*bounds, Unit(unit)), place + 1) if unit else None
