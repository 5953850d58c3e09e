"""Whether a text tells of tomorrow as past: fired "on Tuesday", published on Monday where it was still Monday.

A weekday by itself is that of the days just over, and the one of tomorrow would be six days ago. Where the
news is from the east, or the page was brought up to date, tomorrow has begun.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from detente.dates import Tense, TimeExpression
from detente.dates.meaning import Meaning, Part, Side, Weekday
from detente.model.annotation import Sentence, Token
from detente.model.when import DateRange

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAME = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b", re.IGNORECASE)
# A weekday that a text names so often, and twice as often as the two days just over, is that of its news.
_OFTEN = 3
# The news stands in the first sentences, in the main clause or in what somebody says there.
_LEAD = 2
_MAIN = frozenset({"ROOT", "ccomp", "conj"})
_LOOKS_BACK = frozenset({"after", "since", "following"})
_MOST_STEPS = 25
_TOMORROW, _SIX_DAYS_AGO = timedelta(days=1), timedelta(days=-6)


class DayBegun:
    """Watches the weekdays of a text for the one that is to come by the day of publication."""

    def __init__(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], day: date | None
    ) -> None:
        self.tokens, self.day = tokens, day
        self.begun = False
        self.lead_end = sentences[min(_LEAD, len(sentences)) - 1].end if sentences else 0
        if day:
            today, yesterday = _NAMES[day.weekday()], _NAMES[day.weekday() - 1]
            tomorrow = _NAMES[(day.weekday() + 1) % len(_NAMES)]
            named = Counter(name.lower() for name in _NAME.findall(text))
            is_most = named[tomorrow] > 2 * (named[today] + named[yesterday])
            self.begun = named[tomorrow] >= _OFTEN and is_most
            lead = {name.lower() for name in _NAME.findall(text[: self.lead_end])}
            # a lead that tells of today tells it by the clock of the day of publication
            self.of_today, self.of_yesterday = today in lead, yesterday in lead

    def moved(
        self, expression: TimeExpression, when: DateRange, tense: Tense, token: Token
    ) -> DateRange:
        """Return a day told as past, which is tomorrow where that has begun for the text."""
        day, is_early = self.day, _is_early(expression)
        if day is None or when.day is None or not _is_weekday(expression.meaning):
            return when
        is_told = tense is Tense.PAST or (tense is Tense.UNKNOWN and is_early)
        if not is_told or when.day - day not in (_TOMORROW, _SIX_DAYS_AGO):
            return when
        self.begun = self.begun or self._opens(token, is_early=is_early)
        if not self.begun:
            return DateRange(day + _SIX_DAYS_AGO, day + _SIX_DAYS_AGO, when.text, when.basis)
        because = "told as past, and not six days ago: a day that has begun elsewhere"
        return DateRange(day + _TOMORROW, day + _TOMORROW, when.text, when.basis, because)

    def _opens(self, token: Token, *, is_early: bool) -> bool:
        """Say whether a day is that of the lead's news, or one of which only the first hours are told."""
        behind = self.tokens[token.i + 1 : token.i + 4]
        if is_early and any(
            t.text.lower() == "local" for t in behind
        ):  # "Friday morning local time"
            return True
        if self.of_today:
            return False
        is_lead = token.start < self.lead_end and not self.of_yesterday
        return is_early or (is_lead and _is_main(self.tokens, token))


def _is_weekday(meaning: Meaning) -> bool:
    day = meaning.of if isinstance(meaning, Part) else meaning
    return isinstance(day, Weekday) and day.shift is None and not day.from_context


def _is_early(expression: TimeExpression) -> bool:
    """Say whether it is "early on Tuesday", "Tuesday morning"."""
    part = expression.meaning
    return expression.daypart == "morning" or (isinstance(part, Part) and part.side is Side.EARLY)


def _is_main(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a day is told in a main clause that does not look back: no "after", "which", "had been"."""
    for _ in range(_MOST_STEPS):
        if token.pos in {"VERB", "AUX"} and (token.dep not in _MAIN or _had(tokens, token)):
            return False
        if token.dep == "poss" or token.text.lower() in _LOOKS_BACK:
            return False
        if token.head == token.i:
            return True
        token = tokens[token.head]
    return False


def _had(tokens: Sequence[Token], verb: Token) -> bool:
    near = tokens[max(0, verb.i - 4) : verb.i]
    return any(t.head == verb.i and t.text.lower() == "had" for t in near)
