"""Bounds for the day of publication of an article that bears no date, from what its text says.

An article is not older than the latest thing that it reports as past, and not younger than what it
announces. Where several years fit and nothing else tells, none is chosen.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from detente.dates import meaning as m
from detente.dates.finding import find_times
from detente.dates.naming import Moment, weekday_years
from detente.dates.reckoning import reckon
from detente.dates.tense import Tense, guess_tense
from detente.dates.units import Days, add, month_days
from detente.dates.words import word_set
from detente.model.when import Basis, DateRange

# A report that names a weekday with its date appears on that day or in the week that it begins.
_REPORTED_WITHIN: Final = timedelta(days=6)
# A day named with its weekday but no year lies at most this many years from the latest year named.
_YEARS_ON: Final = 1
# Words of terms: "the deadline of 31 December 2025", "the mandate, which expires on 1 June 2024".
_LIMITS: Final = word_set("deadline deadlines expire expires expiring expiry mandate target")
_NEAR: Final = 60
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z“\"‘])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Bound:
    """One thing that the text tells about the day of publication, with the reason in words."""

    earliest: date | None
    latest: date | None
    because: str


@dataclass(frozen=True, slots=True)
class _Time:
    """An expression with its tense, its days where it names them in full, and its sentence."""

    expression: m.TimeExpression
    tense: Tense
    days: Days | None
    sentence: int
    is_limit: bool  # "the deadline of 31 December 2025"


def publication_bounds(text: str) -> DateRange | None:
    """Return between which days an article was published, by its own words; ``None`` where none tell.

    The basis is ``INFERRED`` and ``because`` lists the words that each bound rests on.
    """
    times = _times(text)
    bounds = [*_explicit(times), *_lengths_since(times), *_last_months(times)]
    day = _weekday_report(times)
    if day:
        bounds += [day, *_announced(times, day)]
    return _joined(bounds)


def _times(text: str) -> tuple[_Time, ...]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    found, sentence = [], 0
    for expression in find_times(text):
        while sentence < len(ends) and ends[sentence] <= expression.start:
            sentence += 1
        tense = guess_tense(text, expression)
        days = _named_days(expression.meaning)
        found.append(_Time(expression, tense, days, sentence, _is_limit(text, expression)))
    return tuple(found)


def _is_limit(text: str, expression: m.TimeExpression) -> bool:
    """Say whether a date is the end of a term, which may lie ahead in any tense."""
    if expression.edge in (m.Edge.BY, m.Edge.UNTIL, m.Edge.BEFORE):
        return True
    around = text[max(0, expression.start - _NEAR) : expression.end + _NEAR].lower()
    return any(word in _LIMITS for word in re.findall(r"[a-z]+", around))


def _named_days(meaning: m.Meaning) -> Days | None:
    try:
        return reckon(meaning, Moment(None))
    except (ValueError, OverflowError):
        return None


def _explicit(times: tuple[_Time, ...]) -> list[Bound]:
    """Bound by the latest date that is past, and by the first that is announced."""
    bounds = []
    past = [t for t in times if t.days and _is_past(t)]
    if past:
        latest = max(past, key=_first_day)
        bounds.append(
            Bound(_first_day(latest), None, f"it tells of {latest.expression.text!r} as past")
        )
    future = [t for t in times if t.days and t.tense is Tense.FUTURE and _is_dated(t)]
    if future:
        first = min(future, key=_last_day)
        bounds.append(Bound(None, _last_day(first), f"it announces {first.expression.text!r}"))
    return bounds


def _is_past(time: _Time) -> bool:
    """Say whether a date is reported as past; one of a day without any tense is taken to be."""
    if time.expression.edge is m.Edge.SINCE or time.tense is Tense.PAST:
        return True
    is_day = time.days is not None and time.days.length == 1 and not time.is_limit
    return is_day and time.tense is Tense.UNKNOWN


def _is_dated(time: _Time) -> bool:
    """Say whether it is a day or month; "the 2030 agenda" announces nothing."""
    return time.days is not None and time.days.length <= 31


def _first_day(time: _Time) -> date:
    return time.days.first if time.days else date.min


def _last_day(time: _Time) -> date:
    return time.days.last if time.days else date.max


def _lengths_since(times: tuple[_Time, ...]) -> list[Bound]:
    """Bound by "for more than 100 days" in one sentence with "since December 12, 2022"."""
    bounds = []
    for start in (t for t in times if t.expression.since and t.days and t.days.length == 1):
        for length in (t for t in times if t.sentence == start.sentence):
            meaning = length.expression.meaning
            if not isinstance(meaning, m.Duration) or not meaning.at_least:
                continue
            day = _after(_first_day(start), meaning.amount)
            words = f"{length.expression.text!r} have passed since {start.expression.text!r}"
            bounds.append(Bound(day, None, f"more than {words}"))
    return bounds


def _after(day: date, amount: m.Amount) -> date | None:
    try:
        return add(day, amount.least, amount.unit)
    except (ValueError, OverflowError):
        return None


def _last_months(times: tuple[_Time, ...]) -> list[Bound]:
    """Bound by "last December" where the text names the December that it means."""
    bounds = []
    for time in times:
        meaning = time.expression.meaning
        if not isinstance(meaning, m.Calendar) or meaning.shift != -1 or not meaning.month:
            continue
        year = _latest_year_of(times, meaning.month)
        if year:
            after = month_days(year, meaning.month + 1)
            words = f"{time.expression.text!r} means {year}-{meaning.month:02}"
            bounds.append(Bound(after.first, month_days(year + 1, 12).last, words))
    return bounds


def _latest_year_of(times: tuple[_Time, ...], month: int) -> int | None:
    """Return the year of the latest past date, where that lies in the month."""
    past = [t.days for t in times if t.days and _is_past(t) and t.days.length <= 31]
    latest = max(past, key=lambda days: days.first, default=None)
    return latest.first.year if latest and latest.first.month == month else None


def _weekday_report(times: tuple[_Time, ...]) -> Bound | None:
    """Bound by the day that "said on Friday, May 19" names, where only one year fits."""
    reports = ((_pinned(t, times), t) for t in times if _is_weekday_report(t))
    pinned = [(day, time) for day, time in reports if day]
    if not pinned:
        return None
    latest, report = max(pinned, key=lambda pair: pair[0])
    words = f"it reports {report.expression.text!r}, which is in {latest.year} by its weekday"
    return Bound(latest, latest + _REPORTED_WITHIN, words)


def _is_weekday_report(time: _Time) -> bool:
    meaning = time.expression.meaning
    if not isinstance(meaning, m.Calendar) or time.tense is not Tense.PAST:
        return False
    return bool(meaning.weekday and meaning.month and meaning.day)


def _pinned(time: _Time, times: tuple[_Time, ...]) -> date | None:
    """Return the day in the one year that fits its weekday and the years named."""
    date_ = time.expression.meaning
    named = [t.days.first for t in times if t.days and _is_past(t)]
    if not isinstance(date_, m.Calendar) or not date_.month or not date_.day or not named:
        return None
    # a report of the week would not name the year
    if date_.year:
        return None
    latest = max(named)
    years = weekday_years(date_, latest.year, latest.year + _YEARS_ON)
    days = [date(y, date_.month, date_.day) for y in years]
    fitting = [d for d in days if d >= latest]
    return fitting[0] if len(fitting) == 1 else None


def _announced(times: tuple[_Time, ...], report: Bound) -> list[Bound]:
    """Bound by "are due to meet on May 25", now that the day of the report is known."""
    start = report.earliest
    if start is None:
        return []
    bounds = []
    for time in times:
        meaning = time.expression.meaning
        is_day = isinstance(meaning, m.Calendar) and meaning.day and meaning.month
        if time.tense is not Tense.FUTURE or time.days or not is_day:
            continue
        days = reckon(meaning, Moment(Days(start, start), Tense.FUTURE))
        if days and days.first >= start:
            bounds.append(Bound(None, days.last, f"it announces {time.expression.text!r}"))
    return bounds


def _joined(bounds: list[Bound]) -> DateRange | None:
    """Join the bounds; where they contradict each other only the earliest day is kept."""
    starts = [b for b in bounds if b.earliest]
    ends = [b for b in bounds if b.latest]
    first = max(starts, key=lambda b: b.earliest or date.min, default=None)
    last = min(ends, key=lambda b: b.latest or date.max, default=None)
    start = first.earliest if first else None
    end = last.latest if last else None
    if start and end and end < start:
        end, last = None, None
    if start is None and end is None:
        return None
    reasons = dict.fromkeys(b.because for b in (first, last) if b)
    return DateRange(start, end, "", Basis.INFERRED, "; ".join(reasons))
