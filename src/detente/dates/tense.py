"""Tense, and a light guess of it from the words near an expression, for callers without a parse."""

import re
from enum import StrEnum
from typing import Final

from detente.dates.meaning import Edge, TimeExpression
from detente.dates.tokens import SENTENCE_END
from detente.dates.words import word_set


class Tense(StrEnum):
    """The tense of the verb that an expression of time belongs to."""

    PAST = "past"
    FUTURE = "future"
    PLANNED = "planned"  # what was to be, which may be over or not: "was due on Friday"
    PRESENT = "present"  # of a timetable: "leaves on Friday"
    UNKNOWN = "unknown"


# Words that put the time beside them into the future: "will meet on Friday", "is due in May".
_FUTURE: Final = word_set(
    "will shall 'll ’ll due scheduled slated plan plans planned planning expected expects going "
    "be payable effective intends set would upcoming hopes hope must should could may can ahead next"
)
# Words that put it into the past; besides them any word in -ed.
_PAST: Final = word_set(
    "was were had did said told met held came went began took gave made saw fought broke left sent "
    "brought lost won rose fell became found led ran shot spoke wrote has have been got kept struck"
)
# Of these, the ones that with "was" before them tell a plan of the past: "was due on Friday".
_PLANS: Final = word_set("due scheduled slated planned expected set")
_WAS: Final = word_set("was were been")
# "is to meet", "are to hold": the future of the news.
_TO_BE: Final = word_set("is are")
# Words in -ed that say nothing of the past.
_NOT_PAST: Final = word_set("need indeed united hundred armed alleged unless proceed")
# How far from the expression words are looked at, in words before and behind it.
_BEFORE, _BEHIND = 9, 7

_WORD: Final = re.compile(r"[^\W\d_]+")
_WINDOW: Final = 160
_AS_SOON_AS: Final = re.compile(r"\bas (?:soon|early|late) as (?:on )?$")
_POSSESSIVE: Final = re.compile(r"['’]s")
_NOUN_BEHIND: Final = re.compile(r" [a-z]{3}")


def guess_tense(text: str, expression: TimeExpression) -> Tense:
    """Return the tense that the nearest telling word before the expression has, else behind it."""
    if expression.edge is Edge.BY:
        return Tense.FUTURE
    if _POSSESSIVE.match(text, expression.end) or is_attribute(text, expression):
        return Tense.UNKNOWN
    before = text[max(0, expression.start - _WINDOW) : expression.start]
    before = SENTENCE_END.split(before)[-1]
    behind = SENTENCE_END.split(text[expression.end : expression.end + _WINDOW])[0]
    if _AS_SOON_AS.search(before):
        return Tense.FUTURE
    left = [w.lower() for w in _WORD.findall(before)][-_BEFORE:]
    right = [w.lower() for w in _WORD.findall(behind)][:_BEHIND]
    return _nearest(left[::-1], is_reversed=True) or _nearest(right) or Tense.UNKNOWN


def is_attribute(text: str, expression: TimeExpression) -> bool:
    """Say, without a parse, whether the time belongs to a noun: "the Aug. 7 attack"."""
    has_article = text[max(0, expression.start - 4) : expression.start].lower() == "the "
    return has_article and _NOUN_BEHIND.match(text, expression.end) is not None


def _nearest(near_first: list[str], *, is_reversed: bool = False) -> Tense | None:
    for n, word in enumerate(near_first):
        neighbour = near_first[n + 1] if n + 1 < len(near_first) else ""
        earlier, later = (neighbour, word) if is_reversed else (word, neighbour)
        if earlier in _TO_BE and later == "to":
            return Tense.FUTURE
        if word in _FUTURE:
            return Tense.PLANNED if word in _PLANS and earlier in _WAS else Tense.FUTURE
        if word in _PAST or _is_regular_past(word):
            return Tense.PAST
    return None


def _is_regular_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST
