"""Dates in a text, resolved by the tense of the clause that they stand in."""

from collections.abc import Sequence
from datetime import date, timedelta

from detente.annotate.day_begun import DayBegun
from detente.annotate.verb_tense import noun_of_date, tense_at
from detente.dates import Edge, Spoken, Tense, TimeExpression, find_times, guess_order, read_time
from detente.model.annotation import Sentence, TimeMention, Token
from detente.model.document import Rejection
from detente.model.when import Basis, DateRange

_AHEAD = frozenset({Tense.FUTURE, Tense.PLANNED})
_LONG_OVER = timedelta(days=240)
# A day so long ago is seldom named without its year.
_LONG_FOR_A_YEARLESS_DAY = timedelta(days=90)
# What stands between two names of one day: "on November 9, two days after the talks".
_BESIDE = frozenset({",", "("})


def find_time_mentions(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    published: DateRange | None,
    *,
    known_days: Sequence[date] = (),
) -> tuple[TimeMention, ...]:
    """Find the dates of each sentence; what the text looks back on is the context of the next."""
    day_begun = DayBegun(text, tokens, sentences, published.day if published else None)
    reader = _Reader(text, tokens, published, known_days, day_begun)
    for sentence in sentences:
        reader.read(sentence)
    return tuple(reader.found)


class _Reader:
    """Reads sentence by sentence and keeps what was spoken of."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        published: DateRange | None,
        known_days: Sequence[date],
        day_begun: DayBegun,
    ) -> None:
        self.text, self.tokens, self.published = text, tokens, published
        self.day_begun = day_begun
        self.known_days = list(known_days)
        self.found: list[TimeMention] = []
        self.order = guess_order(text)
        self.spoken = Spoken()
        self.paragraph = -1

    def read(self, sentence: Sentence) -> None:
        """Add the dates of a sentence."""
        is_new = sentence.paragraph != self.paragraph
        self.spoken = self.spoken.paragraph_ended() if is_new else self.spoken.sentence_ended()
        self.paragraph, place = sentence.paragraph, -1
        words = self.tokens[sentence.first : sentence.last]
        for expression in find_times(self.text[sentence.start : sentence.end], order=self.order):
            start, end = sentence.start + expression.start, sentence.start + expression.end
            inside = [t for t in words if start <= t.start < end]
            if inside:
                is_beside = place > 0 and self.text[place:start].strip() in _BESIDE
                self._add(expression, inside, (start, end), is_beside=is_beside)
                place = end

    def _add(
        self,
        expression: TimeExpression,
        inside: Sequence[Token],
        place: tuple[int, int],
        *,
        is_beside: bool,
    ) -> None:
        start, end = place
        tokens = self.tokens
        head = next((t for t in inside if not start <= tokens[t.head].start < end), inside[0])
        noun = noun_of_date(tokens, head.i, (inside[0].i, inside[-1].i + 1))
        tense = tense_at(tokens, head.i, noun)
        answer = read_time(
            expression,
            anchor=self.published,
            tense=tense,
            # the second name of a day is not reckoned from the first
            spoken=Spoken() if is_beside and expression.points_back else self.spoken,
            of_noun=noun is not None,
        )
        when = answer if isinstance(answer, DateRange) else None
        if when and expression.edge is Edge.AFTER and tense in _AHEAD:
            when = self._from_its_end(when)
        since = _is_since(tokens, inside[0].i)
        told = self.day_begun.moved(expression, when, tense, head) if when and not since else when
        is_begun = told is not when and self.day_begun.begun
        when = told
        if when:
            when = self._as_known(when, names=noun is not None or since)
        if when and when.basis is Basis.EXPLICIT and when.day:
            self.known_days.append(when.day)
        if when and self._is_told(when):
            self.spoken = self.spoken.heard(when, of_noun=noun is not None)
        self.found.append(
            TimeMention(
                start,
                end,
                when,
                head.i,
                open_start=since,
                ahead=self._is_ahead(tense, when),
                rejection=answer if isinstance(answer, Rejection) else None,
                begun=is_begun,
            )
        )

    def _as_known(self, when: DateRange, *, names: bool) -> DateRange:
        """Read "the October 7 attack" as the day that the process is known by, not its last anniversary."""
        day, published = when.day, self.published.start if self.published else None
        if day is None or published is None or when.basis is not Basis.INFERRED:
            return when
        known = [
            d
            for d in self.known_days
            if (d.month, d.day) == (day.month, day.day) and d <= published
        ]
        if not known or (not names and abs(published - day) < _LONG_FOR_A_YEARLESS_DAY):
            return when
        because = "the year is not named; the text or the profile names this day with its year"
        return DateRange(known[-1], known[-1], when.text, when.basis, because)

    def _from_its_end(self, when: DateRange) -> DateRange:
        """Read "after the summer", told as a plan: from its end on, and nobody knows how long."""
        day = self.published.start if self.published else None
        if when.end is None or (day and when.end < day):
            return when
        because = f"after {when.text}, and no last day is named"
        return DateRange(when.end + timedelta(days=1), None, when.text, when.basis, because)

    def _is_ahead(self, tense: Tense, when: DateRange | None) -> bool:
        """Say whether the clause speaks of what is to come; the present does for a day to come."""
        if tense is Tense.PRESENT:
            return when is not None and not self._is_told(when)
        if when and when.end and self.published and self.published.start:
            # what is this long over is no plan, whatever the clause looks ahead to
            return tense in _AHEAD and self.published.start - when.end < _LONG_OVER
        return tense in _AHEAD

    def _is_told(self, when: DateRange) -> bool:
        """Say whether the text looks back on it: a plan is no context for what follows."""
        latest = self.published.end if self.published else None
        return latest is None or (when.start is not None and when.start <= latest)


def _is_since(tokens: Sequence[Token], first: int) -> bool:
    return "since" in {t.text.lower() for t in tokens[max(0, first - 1) : first + 1]}
