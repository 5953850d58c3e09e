"""Amounts of time of several units: "two weeks", "1 month and 21 days", "48 hours".

Each reader takes a place among the tokens and returns amounts with the place behind them, or ``None``.
"""

from detente.dates import words
from detente.dates.meaning import Amount, Unit
from detente.dates.numbers import read_amount, read_cardinal
from detente.dates.tokens import Tokens, remembered


@remembered
def read_amounts(tokens: Tokens, at: int) -> tuple[tuple[Amount, ...], int] | None:
    """Read amounts of ever smaller units: "two weeks", "1 month and 21 days", "a year, a month and a day"."""
    first = read_amount(tokens, at) or _bare_unit(tokens, at)
    if not first:
        return None
    amounts, after = [first[0]], first[1]
    while found := read_amount(tokens, tokens.skip(tokens.skip(after, ","), "and")):
        if found[0].unit in (amount.unit for amount in amounts):
            break
        amounts.append(found[0])
        after = found[1]
    is_listed = "," in (tokens.low(n) for n in range(first[1], after))
    if is_listed and tokens.low(after) not in ("ago", "later", "earlier"):
        return (first[0],), first[1]  # "1 month, 2 days ago", no "for a month, two weeks"
    return tuple(amounts), after


def _bare_unit(tokens: Tokens, at: int) -> tuple[Amount, int] | None:
    """Read the unit of "year-earlier", "the year-ago quarter", "Week ago"."""
    low = tokens.low(at)
    is_compound = tokens.low(at + 1) == "-" and tokens.low(at + 2) in ("ago", "earlier")
    is_compound = is_compound or tokens.low(at + 1) == "ago"
    if low in words.UNITS and low not in words.PLURALS and is_compound:
        return Amount(1, 1, Unit(words.UNITS[low])), at + 1
    return None


def read_whole_days(tokens: Tokens, at: int) -> tuple[tuple[Amount, ...], int] | None:
    """Read the two days of "48 hours ago"."""
    number = read_cardinal(tokens, at)
    hours = read_hours(tokens, at)
    return ((hours[0],), hours[1]) if number and hours and number[0] % 24 == 0 else None


def read_hours(tokens: Tokens, at: int) -> tuple[Amount, int] | None:
    """Read the days that "48 hours" are, a begun one for a whole one."""
    number = read_cardinal(tokens, at)
    if not number or tokens.low(number[1]) not in ("hour", "hours"):
        return None
    count = max(1, -(-number[0] // 24))
    return Amount(count, count, Unit.DAY), number[1] + 1
