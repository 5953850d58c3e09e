"""Reads the times of a text in their order, each with what was spoken of before it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.dates import meaning as m
from detente.dates.finding import find_times
from detente.dates.resolution import resolve
from detente.dates.tense import Tense, guess_tense, is_attribute
from detente.dates.tokens import SENTENCE_END
from detente.model.document import Rejection
from detente.model.when import Basis, DateRange, Precision

# A day without a year that the past tense puts this far back is one of the days ahead, if one is near:
# "has cancelled the round of November 20", said on November 17.
_LONG_AGO = timedelta(days=300)


# A day without a year this near before publication is its own, whatever day of that name was told before.
_NEAR = timedelta(days=45)
# How many sentences a year gives itself to months for, where none takes it up.
_LASTS = 2


@dataclass(frozen=True, slots=True)
class ReadTime:
    """An expression with the days that it means, or the reason why they are not known."""

    expression: m.TimeExpression
    tense: Tense
    when: DateRange | Rejection


@dataclass(frozen=True, slots=True)
class Spoken:
    """The times that a text has spoken of so far."""

    told: tuple[DateRange, ...] = ()  # those of the paragraph
    frame: DateRange | None = None  # the last of it that names no event, as "the 2020 war" does
    age: int = 0  # the sentences since the frame
    near: DateRange | None = None  # the last such one of the sentence
    before: tuple[DateRange, ...] = ()  # those of the paragraphs before
    period: DateRange | None = None  # the last quarter: what a report of business is on
    named: tuple[DateRange, ...] = ()  # the days named with their year

    def sentence_ended(self) -> "Spoken":
        """Forget what belongs to the sentence, and a year that nothing has taken up for a while."""
        frame = self.frame if self.age < _LASTS else None
        return replace(self, near=None, frame=frame, age=self.age + 1)

    def paragraph_ended(self) -> "Spoken":
        """Forget what belongs to the paragraph: one on 1994 gives no year to the next."""
        return replace(self, told=(), frame=None, near=None, before=self.before + self.told)

    def heard(self, when: DateRange, *, of_noun: bool = False) -> "Spoken":
        """Add a time; ``of_noun`` says that it names an event."""
        is_named = when.day and when.basis is Basis.EXPLICIT
        named = (*self.named, when) if is_named else self.named
        # a quarter that was itself reckoned from another is what that one is compared with
        is_period = when.basis is not Basis.RELATIVE and _is_quarter(when)
        period = when if is_period else self.period
        heard = replace(self, told=(*self.told, when), period=period, named=named)
        if of_noun:
            return heard
        frame = self.frame if self.frame and _is_month_of(when, self.frame) else when
        return replace(heard, frame=frame, near=when, age=0)

    def last(self, longest: int) -> DateRange | None:
        """Return the last time of at most so many days, of this paragraph before the ones before."""
        fitting = (w for w in (*reversed(self.told), *reversed(self.before)) if _days(w) <= longest)
        return next(fitting, None)


def read_times(text: str, *, anchor: DateRange | None) -> tuple[ReadTime, ...]:
    """Resolve every time of a text by the tense of the words near it and the times before it."""
    read: list[ReadTime] = []
    spoken, place = Spoken(), 0
    for expression in find_times(text):
        if "\n\n" in text[place : expression.start]:
            spoken = spoken.paragraph_ended()
        for _ in SENTENCE_END.finditer(text, place, expression.start):
            spoken = spoken.sentence_ended()
        place = expression.end
        tense, of_noun = guess_tense(text, expression), is_attribute(text, expression)
        when = read_time(expression, anchor=anchor, tense=tense, spoken=spoken, of_noun=of_noun)
        read.append(ReadTime(expression, tense, when))
        if isinstance(when, DateRange) and expression.edge is not m.Edge.SINCE:
            spoken = spoken.heard(when, of_noun=of_noun)
    return tuple(read)


def read_time(
    expression: m.TimeExpression,
    *,
    anchor: DateRange | None,
    tense: Tense,
    spoken: Spoken,
    of_noun: bool = False,
) -> DateRange | Rejection:
    """Resolve a time in its passage; ``of_noun`` says that it names an event: "the October 7 attack".

    A year gives itself to a month without one: "In 2021 talks failed. In April, they resumed." A day
    does so in its own sentence alone, since the month after it may well be of this year.
    """
    named = _named_before(expression, spoken)
    if named and (of_noun or _looks_back(expression, tense, anchor)):
        because = f"the text names the year before: {named}"
        return DateRange(named.start, named.end, expression.text, Basis.INFERRED, because)
    if spoken.period and (yearly := _of_period(expression)):
        return resolve(yearly, anchor=anchor, tense=tense, context=spoken.period)
    if expression.points_back:
        context = spoken.last(_REACH[expression.unit])
    else:
        context = _context(expression, tense, spoken)
    when = resolve(expression, anchor=anchor, tense=tense, context=context)
    if context is None and tense is Tense.PAST and _is_long_ago(expression, when, anchor):
        nearest = resolve(expression, anchor=anchor, tense=Tense.PLANNED)
        return nearest if isinstance(nearest, DateRange) else when
    return when


# Of what is spoken of, the longest that a unit is reckoned from, in days: from a year no "day later".
_REACH = {
    m.Unit.DAY: 7,
    m.Unit.WORKDAY: 7,
    m.Unit.WEEK: 31,
    m.Unit.WEEKEND: 31,
    m.Unit.FORTNIGHT: 31,
    m.Unit.MONTH: 92,
    m.Unit.QUARTER: 366,
    m.Unit.YEAR: 1500,
    m.Unit.DECADE: 3660,
    m.Unit.CENTURY: 36600,
}


def _days(when: DateRange) -> int:
    return (when.end - when.start).days + 1 if when.start and when.end else _UNENDING


_UNENDING = 10**6


def _is_month_of(when: DateRange, frame: DateRange) -> bool:
    """Say whether a time has its year from the frame, which then lasts: "In 2021 ... In April ... In June"."""
    if frame.precision is not Precision.YEAR or when.basis is not Basis.INFERRED:
        return False
    return (
        when.start is not None and frame.start is not None and when.start.year == frame.start.year
    )


def _is_quarter(when: DateRange) -> bool:
    if when.start is None or when.end is None or when.start.day != 1:
        return False
    return (when.end + timedelta(days=1)).day == 1 and 88 < (when.end - when.start).days < 92


def _named_before(expression: m.TimeExpression, spoken: Spoken) -> DateRange | None:
    match expression.meaning:
        case m.Calendar(year=None, month=int(month), day=int(day), weekday=None):
            same = (w for w in reversed(spoken.named) if _falls_on(w.day, month, day))
            return next(same, None)
    return None


def _looks_back(expression: m.TimeExpression, tense: Tense, anchor: DateRange | None) -> bool:
    """Say whether the past is told and the day of this year is not near: "since 7 October", said in May."""
    if tense not in {Tense.PAST, Tense.UNKNOWN}:
        return False
    this_year = resolve(expression, anchor=anchor, tense=Tense.PAST)
    now = anchor.start if anchor else None
    end = this_year.end if isinstance(this_year, DateRange) else None
    return now is None or end is None or now - end > _NEAR


def _falls_on(known: date | None, month: int, day: int) -> bool:
    return known is not None and (known.month, known.day) == (month, day)


def _of_period(expression: m.TimeExpression) -> m.TimeExpression | None:
    """Reckon "a year ago" and "the latest quarter" from the quarter that a report is on."""
    match expression.meaning:
        case m.Shifted(amounts=(m.Amount(unit=m.Unit.YEAR, least=n, most=most),), direction=-1) if (
            n == most and expression.meaning.origin is None
        ):
            return replace(expression, meaning=replace(expression.meaning, from_context=True))
        case m.Relative(unit=m.Unit.QUARTER, from_context=True, offset=0):
            return expression
    return None


def _context(expression: m.TimeExpression, tense: Tense, spoken: Spoken) -> DateRange | None:
    """Return the time that an expression hangs on."""
    if not _lacks_year(expression):
        return None
    frame = spoken.frame
    if frame is None or tense is not Tense.PAST or frame.basis is not Basis.EXPLICIT:
        return None
    if frame.precision is Precision.YEAR:
        return frame
    near = spoken.near
    return near if near and _days(near) <= _REACH[m.Unit.QUARTER] else None  # not the 1940s


def _lacks_year(expression: m.TimeExpression) -> bool:
    match expression.meaning:
        case m.Calendar(year=None) | m.Season(year=None) | m.Holiday(year=None):
            return True
        case m.Span(first=m.Calendar(year=None)):
            return True
        case m.Part(of=m.Calendar(year=None) | m.Season(year=None)):
            return True
    return False


def _is_long_ago(
    expression: m.TimeExpression, when: DateRange | Rejection, anchor: DateRange | None
) -> bool:
    match expression.meaning:
        case (
            m.Calendar(year=None, month=int(), day=int(), shift=None)
            | m.Span(first=m.Calendar(year=None, month=int(), day=int()))
        ):
            last = when.end if isinstance(when, DateRange) else None
            now = anchor.start if anchor else None
            return last is not None and now is not None and last < now - _LONG_AGO
    return False
