"""Years behind a day or a month: "May 14, 2023", "Jan 1,2000", "26-May-2023", "12-Jan-16", "'93".

Each reader takes a place among the tokens and returns a year with the place behind it, or ``None``.
"""

from detente.dates.numbers import read_year
from detente.dates.tokens import Shape, Tokens

_Year = tuple[int, int]

JOINTS = ("/", "-", "–", "—", "‑")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def read_year_behind(tokens: Tokens, at: int) -> _Year | None:
    """Read the year of a date that ends before ``at``."""
    if tokens.low(at) in JOINTS and tokens[at].glued and tokens[at + 1].glued:  # "26-May-2023"
        is_pair = tokens.low(at - 2) == tokens.low(at)
        year = read_year(tokens, at + 1) or read_short_year(tokens, at + 1)
        return year or (_two_digits(tokens, at + 1) if is_pair else None)
    place = _named(tokens, at)
    return read_glued_year(tokens, at) or read_year(tokens, place) or read_short_year(tokens, place)


def _named(tokens: Tokens, at: int) -> int:
    """Step over what leads to a year: ", ", " of ", " in ", ", year ", " of the year "."""
    comma = tokens.skip(at, ",")
    place = tokens.skip(comma, "of", "in")
    article = tokens.skip(place, "the")
    is_called = article > place or (comma > at and place == comma)
    if is_called and tokens.low(article) == "year":
        return article + 1
    return place


def read_glued_year(tokens: Tokens, at: int) -> _Year | None:
    """Read the year of "Jan 1,2000" and "1.Jan.2000"."""
    mark = at if tokens.low(at) in (",", ".") else at - 1
    year = tokens.digits(mark + 1) if tokens.low(mark) in (",", ".") else None
    is_glued = tokens[mark].glued and tokens[mark + 1].glued
    behind = tokens[mark + 2]
    goes_on = behind.glued and behind.shape is not Shape.MARK
    is_year = year is not None and _FIRST_YEAR <= year <= _LAST_YEAR
    return (year, mark + 2) if year and is_year and is_glued and not goes_on else None


def _two_digits(tokens: Tokens, at: int) -> _Year | None:
    """Read the year of "12-Jan-16"."""
    digits = tokens.digits(at, most=2)
    goes_on = tokens[at + 1].glued and tokens[at + 1].low in JOINTS
    if digits is None or len(tokens[at].text) < 2 or goes_on:
        return None
    return _full_year(digits), at + 1


def read_short_year(tokens: Tokens, at: int) -> _Year | None:
    """Read "'93"."""
    digits = tokens.digits(at + 1, most=2)
    if tokens[at].glued and tokens.low(at - 1) in ("'", "`"):  # a mark of two: "''60 Minutes"
        return None
    if tokens.low(at) not in ("'", "’", "‘") or digits is None or not tokens[at + 1].glued:
        return None
    return _full_year(digits), at + 2


def _full_year(digits: int) -> int:
    return (1900 if digits >= 40 else 2000) + digits
