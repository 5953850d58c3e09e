"""Bounds for the day of publication of an article that bears no date, from what its text says.

An article is not older than the latest thing that it reports as past, and not younger than what it
announces. Where several years fit and nothing else tells, none is chosen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from detente.dates import meaning as m
from detente.dates.naming import Moment, weekday_years
from detente.dates.reckoning import reckon
from detente.dates.reporting import Reported, reported_times
from detente.dates.tense import Tense
from detente.dates.units import Days, add, month_days
from detente.model.when import Basis, DateRange

# A report that names a weekday with its date appears on that day or in the week that it begins.
_REPORTED_WITHIN: Final = timedelta(days=6)
# A day named with its weekday but no year lies in the year of the latest date named, or this soon after.
_SOON_AFTER: Final = timedelta(days=120)
# What is no longer than a month is a date; "in 2030" announces nothing.
_EXACT: Final = 31


@dataclass(frozen=True, slots=True)
class Bound:
    """One thing that the text tells about the day of publication, with the reason in words."""

    earliest: date | None
    latest: date | None
    because: str


def publication_bounds(text: str) -> DateRange | None:
    """Return between which days an article was published, by its own words; ``None`` where none tell.

    The basis is ``INFERRED`` and ``because`` lists the words that each bound rests on.
    """
    times = reported_times(text)
    bounds = [
        *_explicit(times),
        *_lengths_since(times),
        *_days_since(times, text),
        *_last_months(times),
    ]
    day = _weekday_report(times)
    if day:
        bounds += [day, *_announced(times, day)]
    return _joined(bounds)


def _explicit(times: tuple[Reported, ...]) -> list[Bound]:
    """Bound by the latest date that is past, and by the first that is announced."""
    bounds = []
    ahead = {t.days for t in times if t.is_ahead}
    past = [t for t in times if t.days and t.is_past and t.days not in ahead]
    if past:
        latest = max(past, key=_first_day)
        bounds.append(
            Bound(_first_day(latest), None, f"it tells of {latest.expression.text!r} as past")
        )
    future = [t for t in times if t.days and t.is_ahead and t.days.length <= _EXACT]
    if future:
        first = min(future, key=_last_day)
        bounds.append(Bound(None, _last_day(first), f"it announces {first.expression.text!r}"))
    return bounds


def _first_day(time: Reported) -> date:
    return time.days.first if time.days else date.min


def _last_day(time: Reported) -> date:
    return time.days.last if time.days else date.max


def _lengths_since(times: tuple[Reported, ...]) -> list[Bound]:
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


def _days_since(times: tuple[Reported, ...], text: str) -> list[Bound]:
    """Bound by "it has been 120 days since the road was closed on December 12, 2022"."""
    bounds = []
    for start in (t for t in times if t.days and t.days.length == 1 and t.is_past):
        for length in (t for t in times if t.sentence == start.sentence):
            meaning = length.expression.meaning
            between = text[length.expression.end : start.expression.start].lower().split()
            if isinstance(meaning, m.Duration) and "since" in between[:2]:
                day = _after(_first_day(start), meaning.amount)
                words = f"{length.expression.text!r} since {start.expression.text!r}"
                bounds.append(Bound(day, None, f"it counts {words}"))
    return bounds


def _after(day: date, amount: m.Amount) -> date | None:
    try:
        return add(day, amount.least, amount.unit)
    except (ValueError, OverflowError):
        return None


def _last_months(times: tuple[Reported, ...]) -> list[Bound]:
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


def _latest_year_of(times: tuple[Reported, ...], month: int) -> int | None:
    """Return the year of the latest past date, where that lies in the month."""
    past = [t.days for t in times if t.days and t.is_past and t.days.length <= 31]
    latest = max(past, key=lambda days: days.first, default=None)
    return latest.first.year if latest and latest.first.month == month else None


def _weekday_report(times: tuple[Reported, ...]) -> Bound | None:
    """Bound by the day that "said on Friday, May 19" names, where only one year fits."""
    reports = ((_pinned(t, times), t) for t in times if _is_weekday_report(t))
    pinned = [(day, time) for day, time in reports if day]
    if not pinned:
        return None
    latest, report = max(pinned, key=lambda pair: pair[0])
    words = f"it reports {report.expression.text!r}, which is in {latest.year} by its weekday"
    return Bound(latest, latest + _REPORTED_WITHIN, words)


def _is_weekday_report(time: Reported) -> bool:
    meaning = time.expression.meaning
    if not isinstance(meaning, m.Calendar) or time.tense is not Tense.PAST:
        return False
    return bool(meaning.weekday and meaning.month and meaning.day)


def _pinned(time: Reported, times: tuple[Reported, ...]) -> date | None:
    """Return the day in the one year that fits its weekday and the years named."""
    date_ = time.expression.meaning
    dates = [t.days for t in times if t.days and t.is_past and t.days.length <= _EXACT]
    if not isinstance(date_, m.Calendar) or not date_.month or not date_.day or not dates:
        return None
    # a report of the week would not name the year
    if date_.year:
        return None
    latest = max(days.first for days in dates)
    years = weekday_years(date_, latest.year, latest.year + 1)
    days = [date(y, date_.month, date_.day) for y in years]
    near = [d for d in days if d.year == latest.year or d - latest <= _SOON_AFTER]
    fitting = [d for d in near if d >= latest]
    return fitting[0] if len(fitting) == 1 else None


def _announced(times: tuple[Reported, ...], report: Bound) -> list[Bound]:
    """Bound by "are due to meet on May 25", now that the day of the report is known."""
    start = report.earliest
    if start is None:
        return []
    bounds = []
    for time in times:
        meaning = time.expression.meaning
        is_day = isinstance(meaning, m.Calendar) and meaning.day and meaning.month
        if not time.is_ahead or time.days or not is_day:
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
