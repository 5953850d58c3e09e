"""Days of the month by their number alone: "Thursday the 21st", "on the 27th", "They left the 27th.".

Each reader takes a place among the tokens and returns a date with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.meaning import Calendar
from detente.dates.numbers import read_ordinal, read_small
from detente.dates.tokens import Shape, Tokens

_Parse = tuple[Calendar, int]


def read_bare_day(tokens: Tokens, at: int) -> _Parse | None:
    """Read the day behind a weekday: "Thursday the 21st", "Thursday 21st", "Thursday 21"."""
    day = read_ordinal(tokens, at) or read_small(tokens, at)
    if tokens.low(at - 1) != "the":
        if tokens[at].shape is not Shape.NUMBER:
            return None
        digits = tokens.digits(at, most=2)
        is_beside = tokens.low(at - 1) != ","
        day = day or ((digits, at + 1) if digits is not None and is_beside else None)
        if day and _is_numbering(tokens, day[1]):
            return None
    # "on Thursday, the first one without mediators" numbers meetings and no days
    is_numbering = day and tokens[day[1]].shape in (Shape.WORD, Shape.NUMBER)
    if not day or (is_numbering and tokens.low(at) in words.ORDINALS):
        return None
    return (Calendar(day=day[0]), day[1]) if 1 <= day[0] <= 31 else None


def read_day_alone(tokens: Tokens, at: int) -> _Parse | None:
    """Read "the 27th" and "the 27" behind "on", where nothing follows that it would number."""
    place = tokens.skip(at, "the")
    if tokens.low(at - 1) not in ("on", "for", "by", "until", "since"):
        return _ordinal_day(tokens, at)
    if place == at and tokens.low(at - 1) != "on":
        return None
    day = read_ordinal(tokens, place)
    is_spelled = tokens[place].shape is Shape.WORD and tokens.low(at - 1) != "on"
    if day and day[0] < _LEAST_SPELLED and is_spelled:
        return None
    digits = tokens.digits(place, most=2)
    if not day and digits is not None:
        day = (digits, place + 1)
    is_ordinal = day and tokens.low(day[1] - 1) in words.ORDINAL_ENDINGS
    is_closed = is_ordinal and day and tokens.low(day[1]) in words.BEHIND_LONE_DAYS
    if not day or not (is_closed or not _is_numbering(tokens, day[1])) or not 1 <= day[0] <= 31:
        return None
    return Calendar(day=day[0]), day[1]


def _ordinal_day(tokens: Tokens, at: int) -> _Parse | None:
    """Read the day of "They left the 27th.", and of "the 27th" where that is all."""
    before = tokens[at - 1]
    is_told = before.shape is Shape.WORD and before.low not in words.ORDINAL_COMPANY
    is_told = is_told or at == 0
    if tokens.low(at) != "the" or not is_told or tokens[at + 1].shape is not Shape.NUMBER:
        return None
    day = read_ordinal(tokens, at + 1)
    if not day or _is_numbering(tokens, day[1]) or not 1 <= day[0] <= 31:
        return None
    return Calendar(day=day[0]), day[1]


def _is_numbering(tokens: Tokens, at: int) -> bool:
    """Say whether a number counts or measures what stands here, and is no day."""
    behind = tokens[at]
    is_decimal = behind.low in (".", ",") and behind.glued and tokens[at + 1].glued
    is_decimal = is_decimal and tokens[at + 1].shape is Shape.NUMBER
    return (
        is_decimal
        or behind.shape in (Shape.WORD, Shape.NUMBER)
        or behind.low in _NUMBERING
        or (behind.low == "." and tokens[at + 1].shape is Shape.WORD and tokens[at + 1].glued)
    )


# "Wait for the third" numbers something; "for the twenty-seventh" is a day.
_LEAST_SPELLED = 13
# Marks behind a number that make it no day: "on 15% of", "on 7:30", "on 3-4", "on 24/7".
_NUMBERING = ("%", ":", "-", "–", "—", "/", "°", "$", "€", "£", "(", "[", "'", "’")
