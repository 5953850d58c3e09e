"""Holidays: "on Christmas Eve", "last Easter", "Thanksgiving 2022"."""

from detente.dates import words
from detente.dates.calendar_grammar import Parse
from detente.dates.holidays import NAMES
from detente.dates.meaning import Holiday
from detente.dates.numbers import read_year
from detente.dates.tokens import Shape, Tokens

_Words = tuple[str, ...]


def _by_first_word() -> dict[str, list[tuple[_Words, str]]]:
    """List the names by their first word, the longest first."""
    found: dict[str, list[tuple[_Words, str]]] = {}
    for name in NAMES:
        parts = tuple(token.low for token in Tokens(name).all())
        found.setdefault(parts[0], []).append((parts, name))
    return found


_NAMES = _by_first_word()


def read_holiday(tokens: Tokens, at: int) -> Parse | None:
    """Read "Christmas Eve", "last Easter", "Thanksgiving 2022"; no "Good Friday Agreement"."""
    shift = words.SHIFTS.get(tokens.low(at))
    place = at if shift is None else at + 1
    for parts, name in _NAMES.get(tokens.low(place), ()):
        after = place + len(parts)
        if not _is_named(tokens, place, parts):
            continue
        year = read_year(tokens, tokens.skip(tokens.skip(after, ","), "of"))
        if year:
            return Holiday(name, year[0]), year[1]
        return (Holiday(name, None, shift), after) if _ends(tokens, after, name) else None
    return None


def _is_named(tokens: Tokens, at: int, parts: _Words) -> bool:
    is_same = all(tokens.low(at + n).replace("’", "'") == part for n, part in enumerate(parts))
    return is_same and tokens.is_capital(at)


def _ends(tokens: Tokens, at: int, name: str) -> bool:
    """Say whether the name ends here, and does not name something else: "the Easter Rising"."""
    if tokens[at].shape is not Shape.WORD or tokens.low(at) in words.BEHIND_DAYS:
        return True
    if tokens.low(at) in words.MONTH_COMPANY or tokens.low(at) in words.DAYPARTS:
        return True
    return name.endswith((" day", " eve")) and not tokens.is_capital(at)
