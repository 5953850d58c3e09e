"""Parts of a time: "early June", "the end of the year", "the second half of May", "the year to date".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.calendar_grammar import Parse
from detente.dates.meaning import (
    Ambiguous,
    Duration,
    Nth,
    Part,
    Relative,
    Side,
    Stretch,
    Unit,
    Vague,
    Weekday,
)
from detente.dates.numbers import read_amount
from detente.dates.relative_grammar import possessive_end, read_shifted_name
from detente.dates.simple_grammar import read_whole
from detente.dates.tokens import Tokens


def read_part(tokens: Tokens, at: int) -> Parse | None:
    """Read "early June", "the end of the year", "later this month", "mid-2020"."""
    place = tokens.skip(at, "the", "very")
    low = tokens.low(place)
    is_share = (low, tokens.low(place + 1)) in _SHARES
    if low in ("year", "month") or low not in words.PARTS or is_share:
        return _unit_end(tokens, place) or _half_of(tokens, place) or _so_far(tokens, at)
    side, after = Side(words.PARTS[low]), place + 1
    if low in words.NOUN_PARTS:
        joint = tokens.skip(after, "of", "in")
        if joint == after and low not in ("rest",):
            return None
        after = joint
    else:
        after = tokens.skip(tokens.skip(after, "-", "on"), "in", "of")
    whole = read_whole(tokens, after)
    if not whole or isinstance(whole[0], Duration | Stretch | Vague | Ambiguous):
        return None
    return Part(side, whole[0]), whole[1]


def _unit_end(tokens: Tokens, at: int) -> Parse | None:
    """Read "year-end", "the year's end"."""
    unit = words.UNITS.get(tokens.low(at))
    after = tokens.skip(possessive_end(tokens, at + 1), "-")
    if unit and tokens.low(at) not in words.PLURALS and tokens.low(after) == "end":
        return Part(Side.END, Relative(Unit(unit), 0)), after + 1
    return None


def _half_of(tokens: Tokens, at: int) -> Parse | None:
    """Read "the second half of June"."""
    side = _SHARES.get((tokens.low(at), tokens.low(at + 1)))
    if not side or tokens.low(at + 2) not in ("of", "in"):
        return None
    whole = read_whole(tokens, at + 3)
    is_long = whole and not isinstance(whole[0], Duration | Stretch | Vague | Ambiguous | Weekday)
    return (Part(side, whole[0]), whole[1]) if whole and is_long else None


_SHARES = {
    ("first", "half"): Side.FIRST_HALF,
    ("second", "half"): Side.SECOND_HALF,
    ("latter", "half"): Side.SECOND_HALF,
    ("last", "half"): Side.SECOND_HALF,
    ("first", "third"): Side.EARLY,
    ("middle", "third"): Side.MID,
    ("second", "third"): Side.MID,
    ("last", "third"): Side.LATE,
    ("final", "third"): Side.LATE,
    ("early", "part"): Side.EARLY,
    ("first", "part"): Side.EARLY,
    ("middle", "part"): Side.MID,
    ("latter", "part"): Side.LATE,
    ("last", "part"): Side.LATE,
    ("final", "part"): Side.LATE,
}


def _so_far(tokens: Tokens, at: int) -> Parse | None:
    """Read "so far this year", "the year to date"."""
    unit = words.UNITS.get(tokens.low(at))
    date = tokens.skip(tokens.skip(tokens.skip(at + 1, "-"), "to"), "-")
    if unit and tokens.low(date - 1) in ("to", "-") and tokens.low(date) == "date":
        return Part(Side.EARLIER, Relative(Unit(unit), 0)), date + 1
    if (tokens.low(at), tokens.low(at + 1)) != ("so", "far"):
        return None
    whole = read_shifted_name(tokens, at + 2)
    is_running = whole and isinstance(whole[0], Relative) and whole[0].offset == 0
    return (Part(Side.EARLIER, whole[0]), whole[1]) if whole and is_running else None


def read_some_of(tokens: Tokens, at: int) -> Parse | None:
    """Read "the first ten days of May", "the last days of April"."""
    place = tokens.skip(at, "the")
    number = {"first": 1, "opening": 1, "last": -1, "final": -1, "closing": -1}.get(
        tokens.low(place)
    )
    amount = read_amount(tokens, place + 1)
    after = amount[1] if amount else tokens.skip(place + 1, "few") + 1
    if not number or tokens.low(after - 1) not in words.PLURALS or tokens.low(after) != "of":
        return None
    whole = read_whole(tokens, after + 1)
    if not whole or isinstance(whole[0], Duration | Stretch | Vague | Ambiguous | Weekday):
        return None
    if amount and amount[0].least == amount[0].most:
        return Nth(number, amount[0].unit, whole[0], amount[0].most), whole[1]
    return Part(Side.START if number > 0 else Side.END, whole[0]), whole[1]
