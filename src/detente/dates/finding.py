"""Finds the expressions of time of a text."""

import re
from typing import Final

from detente.dates import words
from detente.dates.calendar_grammar import Parse
from detente.dates.compound_grammar import read_point
from detente.dates.holidays import NAMES
from detente.dates.meaning import (
    Calendar,
    Duration,
    Edge,
    Meaning,
    Part,
    Relative,
    TimeExpression,
    Unit,
    Weekday,
    Within,
)
from detente.dates.order import Order, guess_order
from detente.dates.span_grammar import read_span
from detente.dates.tokens import Shape, Tokens

# Words that begin an expression by themselves; elsewhere no reader is tried.
_STARTERS = frozenset(
    {
        "that",
        "same",
        "half",
        "so",
        "opening",
        "penultimate",
        "final",
        "closing",
        "latest",
        "latter",
        "eve",
        "all",
        "these",
        "then",
        "q",
        "h",
        "w",
        "'",
        "’",
        "‘",
    }
).union(
    words.MONTHS,
    words.WEEKDAYS,
    words.SEASONS,
    words.CARDINALS,
    words.TENS,
    words.ORDINALS,
    words.DECADES,
    words.LOOSE_AMOUNTS,
    words.DEICTIC_DAYS,
    words.SHIFTS,
    words.PARTS,
    words.VAGUE,
    words.UNITS,
    (name.split()[0].partition("'")[0].rstrip(".") for name in NAMES),
)
# Words that begin one only where a starter stands behind them.
_OPENERS = words.word_set("the a an in from between within")
_BEGINNINGS = _STARTERS | _OPENERS
_BEHIND_OPENERS = _STARTERS | words.word_set(
    "the a an future near distant foreseeable very hundred dozen penultimate"
)


# What every expression has one of: a text without any is not looked at more closely.
_NAMES: Final = frozenset(
    {
        *("then", "past", "future", "century", "thousand", "thousands", "hour", "hours"),
        *("weekends", "weekday", "weekdays", "workday", "workdays", "period"),
    }
).union(
    words.MONTHS,
    words.WEEKDAYS,
    words.SEASONS,
    words.DECADES,
    words.DEICTIC_DAYS,
    words.DAYPARTS,
    words.VAGUE,
    words.UNITS,
    words.ORDINALS,
    words.TENS,
    words.CENTURIES,
    (name for name in NAMES if " " not in name),
    (f"{name}s" for name in words.WEEKDAYS),
)
_ANY_DIGIT: Final = re.compile("[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def find_times(text: str, *, order: Order | None = None) -> tuple[TimeExpression, ...]:
    """Return every expression of time in the text, in order and without overlap.

    ``order`` is how dates in numbers are written where the text itself does not tell.
    """
    if not _ANY_DIGIT.search(text) and _NAMES.isdisjoint(_WORD.findall(text.lower())):
        return ()
    tokens = Tokens(text, guess_order(text) or order)
    found: list[TimeExpression] = []
    at = 0
    while at < len(tokens):
        if tokens.low(at) not in _BEGINNINGS and tokens[at].shape is not Shape.NUMBER:
            at += 1
            continue
        may_be = _may_start(tokens, at) and _names_time(tokens, at)
        parse = _parse(tokens, at) if may_be else None
        if parse:
            found.append(_expression(text, tokens, at, parse))
        at = max(parse[1], at + 1) if parse else at + 1
    return tuple(found)


def _may_start(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.shape is Shape.NUMBER or token.low in _STARTERS:
        before = tokens[at - 1]
        is_in_number = before.low in (",", ".") and tokens[at - 2].shape is Shape.NUMBER
        return not token.glued or not (is_in_number or before.low in ("_", "@", "#", "="))
    if token.low not in _OPENERS:
        return False
    behind = tokens[at + 1]
    return behind.shape is Shape.NUMBER or behind.low in _BEHIND_OPENERS


def _names_time(tokens: Tokens, at: int) -> bool:
    """Say whether a word or number of time stands near enough for an expression that begins here."""
    return any(
        tokens.low(i) in _NAMES or tokens[i].shape is Shape.NUMBER for i in range(at, at + _REACH)
    )


_REACH = 10  # "in half a dozen or so more weeks" has eight


def _parse(tokens: Tokens, at: int) -> Parse | None:
    return read_span(tokens, at) or read_point(tokens, at)


def _expression(text: str, tokens: Tokens, at: int, parse: Parse) -> TimeExpression:
    meaning, after = parse
    after, daypart = _daypart(tokens, after, meaning)
    # a span opened by "from", an article before a bare unit and the stop of "Sept." stay inside
    start, end = tokens[at].start, tokens[after - 1].end
    edge = words.EDGES.get(tokens.low(at - 1))
    return TimeExpression(
        start, end, text[start:end], meaning, Edge(edge) if edge else None, daypart
    )


def _daypart(tokens: Tokens, after: int, meaning: Meaning) -> tuple[int, str]:
    """Step over the time of day behind a day: "Thursday evening"."""
    last, behind = tokens.low(after - 1), tokens.low(after)
    if last in words.DAYPARTS or last == "tonight":
        return after, "night" if last == "tonight" else last
    if _is_day(meaning) and behind in words.DAYPARTS:
        return after + 1, behind
    return after, ""


def _is_day(meaning: Meaning) -> bool:
    match meaning:
        case Part(of=inner):
            return _is_day(inner)
        case Within(what=inner):
            return _is_day(inner)
        case Relative(unit=unit):
            return unit is Unit.DAY
        case Calendar(day=day):
            return day is not None
        case _:
            return isinstance(meaning, Weekday) and not isinstance(meaning, Duration)
