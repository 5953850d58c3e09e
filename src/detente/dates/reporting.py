"""Which times a text reports as past and which as ahead, judged strictly: in doubt neither.

A wrong bound of publication is worse than none, so a date needs its preposition and a clear verb.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from detente.dates import meaning as m
from detente.dates.finding import find_times
from detente.dates.naming import Moment
from detente.dates.reckoning import reckon
from detente.dates.tense import Tense, guess_tense
from detente.dates.tokens import SENTENCE_END
from detente.dates.units import Days
from detente.dates.words import word_set

# Prepositions that make a date the time of a happening: "in 2020", not "the 2026 model".
_AT_A_TIME: Final = word_set("in on since during at from")
# Words of terms, plans and wishes: what they speak of may lie ahead in any tense.
_OPEN_ENDED: Final = word_set(
    "deadline deadlines expire expires expiring expiry expiration mandate target goal goals plan "
    "agenda term maturity until by will would hope hopes hoped dream aim aims bid pursue pursuing "
    "barred ahead scheduled due slated planned expected maybe closes valid through outlook fiscal"
)
# A line on the article itself may be younger than the article: "was updated on May 21".
_OF_THE_PAGE: Final = word_set("updated update modified edited corrected correction")
# Words that announce, and ones that show the announcement to be over: "was due to meet on May 25".
_ANNOUNCING: Final = word_set("will due scheduled slated set")
_OVER: Final = word_set("was were had failed did")
_IS_TO: Final = (("is", "to"), ("are", "to"))

_WORD: Final = re.compile(r"[^\W\d_]+")
# A sentence longer than this is a list; only so much of it is looked at.
_WINDOW: Final = 300


@dataclass(frozen=True, slots=True)
class Reported:
    """An expression with its tense, its days where it names them in full, and its sentence."""

    expression: m.TimeExpression
    tense: Tense
    days: Days | None
    sentence: int
    is_past: bool
    is_ahead: bool


def reported_times(text: str) -> tuple[Reported, ...]:
    """Return every time of the text, with whether it is reported as past or as ahead."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    found, sentence = [], 0
    for expression in find_times(text):
        while sentence < len(ends) and ends[sentence] <= expression.start:
            sentence += 1
        start = ends[sentence - 1] if sentence else 0
        end = ends[sentence] if sentence < len(ends) else len(text)
        found.append(_reported(text, expression, (start, end), sentence))
    return tuple(found)


def _reported(
    text: str, expression: m.TimeExpression, bounds: tuple[int, int], sentence: int
) -> Reported:
    before = _words(text[max(bounds[0], expression.start - _WINDOW) : expression.start])
    behind = _words(text[expression.end : min(bounds[1], expression.end + _WINDOW)])
    tense, days = guess_tense(text, expression), _named_days(expression.meaning)
    return Reported(
        expression,
        tense,
        days,
        sentence,
        is_past=_is_past(expression, tense, days, before, behind),
        is_ahead=tense is Tense.FUTURE and _is_announced(before),
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _named_days(meaning: m.Meaning) -> Days | None:
    try:
        return reckon(meaning, Moment(None))
    except (ValueError, OverflowError):
        return None


def _is_past(
    expression: m.TimeExpression,
    tense: Tense,
    days: Days | None,
    before: list[str],
    behind: list[str],
) -> bool:
    if days is None or not _OF_THE_PAGE.isdisjoint(before[-4:]):
        return False
    if expression.edge is m.Edge.SINCE:
        return True
    if not _OPEN_ENDED.isdisjoint([*before, *behind]):
        return False
    is_adjunct = bool(before) and before[-1] in _AT_A_TIME
    is_day = days.length == 1
    return (tense is Tense.PAST and (is_adjunct or is_day)) or (is_day and tense is Tense.UNKNOWN)


def _is_announced(before: list[str]) -> bool:
    is_to = any(pair in _IS_TO for pair in pairwise(before))
    return (is_to or not _ANNOUNCING.isdisjoint(before)) and _OVER.isdisjoint(before)
