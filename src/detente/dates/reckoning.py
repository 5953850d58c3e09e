"""Reckons what an expression means from one known day: typed meaning in, days out.

Each reckoner returns ``None`` where it hangs on something that is not known, and never guesses.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from detente.dates import meaning as m
from detente.dates.naming import (
    Moment,
    calendar_days,
    holiday_days,
    season_days,
    weekday_beside,
    weekday_days,
)
from detente.dates.tense import Tense
from detente.dates.units import Days, add, month_days, side_of, unit_around

# How far "the coming days, weeks, months" reach; the first three stand in the annotation guide.
_LOOSE_REACH = {
    m.Unit.DAY: (2, m.Unit.WEEK),
    m.Unit.WEEK: (2, m.Unit.MONTH),
    m.Unit.MONTH: (6, m.Unit.MONTH),
    m.Unit.QUARTER: (1, m.Unit.YEAR),
    m.Unit.YEAR: (5, m.Unit.YEAR),
    m.Unit.DECADE: (30, m.Unit.YEAR),
    m.Unit.CENTURY: (300, m.Unit.YEAR),
}
_WEEK = timedelta(days=7)
_LEAST_DAYS = {m.Unit.MONTH: 28, m.Unit.QUARTER: 90, m.Unit.YEAR: 365}
_SMALL_UNITS = (m.Unit.DAY, m.Unit.WORKDAY, m.Unit.WEEK, m.Unit.FORTNIGHT, m.Unit.WEEKEND)


def reckon(meaning: m.Meaning, moment: Moment) -> Days | None:
    """Return the days that are meant, ``None`` where the moment does not tell."""
    return _RECKONERS[type(meaning)](meaning, moment)


def _fraction(found: m.Fraction, moment: Moment) -> Days | None:
    months = 12 // found.parts
    start = (found.number - 1) * months + 1
    if found.year:
        return month_days(found.year, start, months)
    now = moment.now
    if now is None:
        return None
    years = [month_days(y, start, months) for y in (now.year - 1, now.year, now.year + 1)]
    if (
        moment.is_future or moment.is_planned
    ):  # "expects a loss in the third quarter", said in October: the one just over
        return min(years, key=lambda days: abs(days.last - now))
    return max((d for d in years if d.first <= now), key=lambda days: days.first)


def _years(found: m.Years, _: Moment) -> Days:
    return Days(date(found.first, 1, 1), date(found.last, 12, 31))


def _relative(found: m.Relative, moment: Moment) -> Days | None:
    now = moment.spoken_of if found.from_context else moment.anchor
    if now is None:
        return None
    around = unit_around(found.unit, now.first)
    if found.from_context and not found.offset and around.length < now.length:
        return None  # "that day", in a passage on a year
    if found.unit is m.Unit.WEEKEND and not found.offset and moment.is_past:
        days = unit_around(found.unit, now.first)  # "over the weekend", on a Monday
        return days if days.first <= now.first else unit_around(found.unit, now.first, -1)
    return unit_around(found.unit, now.last if found.offset > 0 else now.first, found.offset)


def _shifted(found: m.Shifted, moment: Moment) -> Days | None:
    if found.is_length and moment.is_past:
        return None
    origin = _origin(found, moment)
    if origin is None:
        return None
    most = tuple((a.most, a.unit) for a in found.amounts)
    least = tuple((a.least, a.unit) for a in found.amounts)
    ends = [
        _moved(edge, counts, found.direction)
        for counts in (least, most)
        for edge in (origin.first, origin.last)
    ]
    smallest = found.amounts[-1].unit
    # "a year ago this week" is a week, "two years after May 2020" a month
    is_shorter = found.origin is not None and origin.length < _LEAST_DAYS.get(smallest, 2)
    is_exact = smallest in _SMALL_UNITS or is_shorter
    if is_exact or (smallest is m.Unit.YEAR and _is_quarter(origin)):
        return Days(min(ends), max(ends))
    # "five months ago" is as exact as a month
    return Days(unit_around(smallest, min(ends)).first, unit_around(smallest, max(ends)).last)


def _is_quarter(days: Days) -> bool:
    """Say whether the days are a quarter, of which "a year earlier" is the same one."""
    return days == unit_around(m.Unit.QUARTER, days.first)


def _moved(day: date, counts: tuple[tuple[int, m.Unit], ...], direction: int) -> date:
    for count, unit in counts:
        day = add(day, direction * count, unit)
    return day


def _origin(found: m.Shifted, moment: Moment) -> Days | None:
    if found.origin is not None:
        return reckon(found.origin, moment)
    return moment.spoken_of if found.from_context else moment.anchor


def _stretch(found: m.Stretch, moment: Moment) -> Days | None:
    if moment.now is None:
        return None
    count, unit = _LOOSE_REACH.get(found.unit, (2, m.Unit.WEEK))
    if found.amount:
        count, unit = found.amount.most, found.unit
    far = add(moment.now, found.direction * count, unit)
    # today is none of "the next three days"; "the coming days" begin today
    is_counted = found.amount and found.amount.least == found.amount.most and not found.is_limit
    first = moment.now + timedelta(days=1) if is_counted and found.direction > 0 else moment.now
    return Days(min(far, first), max(far, first))


def _part(found: m.Part, moment: Moment) -> Days | None:
    whole = reckon(found.of, moment)
    if whole is None:
        return None
    now = moment.now
    side = found.side
    if side is m.Side.EARLY and _is_bare(found.of) and now:
        return _begun_elsewhere(whole, now)
    if isinstance(found.of, m.Relative) and found.of.offset and not found.of.from_context:
        side = _OF_ANOTHER.get(side, side)  # "later next week" is late in it
    if isinstance(found.of, m.Relative) and found.of.from_context:
        spoken_of = moment.spoken_of
        now = spoken_of.first if spoken_of else None
        if now and spoken_of and spoken_of.length >= whole.length:
            return whole
    return side_of(side, whole, now)


_OF_ANOTHER = {m.Side.EARLIER: m.Side.EARLY, m.Side.LATER: m.Side.LATE}


def _nth(found: m.Nth, moment: Moment) -> Days | None:
    whole = reckon(found.of, moment)
    if whole is None:
        return None
    if isinstance(found.of, m.Then) and whole.length == 1:
        whole = unit_around(m.Unit.MONTH, whole.first)  # "the first Sunday", spoken of a day
    members = list(_members(found.what, whole))
    if found.count > 1:
        some = members[: found.count] if found.number > 0 else members[-found.count :]
        return Days(some[0].first, some[-1].last) if len(some) == found.count else None
    index = found.number - 1 if found.number > 0 else found.number
    return members[index] if -len(members) <= index < len(members) else None


def _members(what: m.Unit | m.Weekday, whole: Days) -> list[Days]:
    """List the units or weekdays inside; the first week is the one that holds the first Thursday."""
    unit = m.Unit.WEEK if isinstance(what, m.Weekday) else what
    found: list[Days] = []
    place = unit_around(unit, whole.first)
    while place.first <= whole.last and len(found) < _MOST_MEMBERS:
        if isinstance(what, m.Weekday):
            day = place.first + timedelta(days=what.number - 1)
            inside, member = day in whole, Days(day, day)
        else:
            inside, member = _middle(place) in whole, place
        found += [member] if inside else []
        place = unit_around(unit, place.first, 1)
    return found


_MOST_MEMBERS = 400  # the days of a year


def _middle(days: Days) -> date:
    return days.first + timedelta(days=days.length // 2)


def _within(found: m.Within, moment: Moment) -> Days | None:
    whole = reckon(found.of, moment)
    if whole is None:
        return None
    inner = found.what
    if isinstance(inner, m.Relative):
        return unit_around(inner.unit, whole.first, inner.offset)
    if isinstance(inner, m.Weekday):
        day = whole.first + timedelta(days=inner.number - 1)
        return Days(day, day)
    if isinstance(inner, m.Calendar):
        month = whole.first.month if inner.month is None else inner.month
        return reckon(replace(inner, year=whole.first.year, month=month), moment)
    if isinstance(inner, m.Season | m.Fraction):
        return reckon(replace(inner, year=whole.first.year), moment)
    return None


def _span(found: m.Span, moment: Moment) -> Days | None:
    first = reckon(found.first, moment)
    if first is None:
        return None
    # the end of a span is the next such time after its start
    onward = replace(moment, anchor=Days(first.first, first.first), tense=Tense.FUTURE)
    last = reckon(found.last, onward if _is_incomplete(found.last) else moment)
    if moment.is_past and last and moment.now and _is_incomplete(found.last):
        first, last = _drawn_back(found, moment, first, last)
    return Days(first.first, last.last) if last and first.first <= last.last else None


def _is_bare(meaning: m.Meaning) -> bool:
    return isinstance(meaning, m.Weekday) and meaning.shift is None and not meaning.from_context


def _begun_elsewhere(day: Days, now: date) -> Days:
    """Read "early on Tuesday", told on a Monday, of the morning that has come in the east already."""
    tomorrow = now + timedelta(days=1)
    return Days(tomorrow, tomorrow) if tomorrow - day.first == _WEEK else day


def _is_incomplete(meaning: m.Meaning) -> bool:
    if isinstance(meaning, m.Part):
        return _is_incomplete(meaning.of)
    if isinstance(meaning, m.Calendar):
        return meaning.year is None and meaning.shift is None
    return isinstance(meaning, m.Weekday) and meaning.shift is None


def _drawn_back(found: m.Span, moment: Moment, first: Days, last: Days) -> tuple[Days, Days]:
    """Move "November 19 to 20" a year back where it would end in the future of a past report."""
    now = moment.now
    is_dated = isinstance(found.first, m.Calendar) and found.first.month and not found.first.year
    if now is None or last.last <= now or not is_dated or first.length > 1:
        return first, last
    back = Days(add(first.first, -1, m.Unit.YEAR), add(first.last, -1, m.Unit.YEAR))
    return back, Days(add(last.first, -1, m.Unit.YEAR), add(last.last, -1, m.Unit.YEAR))


def _ending(found: m.Ending, moment: Moment) -> Days | None:
    last = reckon(found.day, moment)
    if last is None:
        return None
    return Days(add(last.last, -1, found.unit) + timedelta(days=1), last.last)


def _long(found: m.Long, moment: Moment) -> Days | None:
    first = reckon(found.origin, moment)
    if first is None:
        return None
    after = add(first.first, found.amount.most, found.amount.unit)
    return Days(first.first, max(after - timedelta(days=1), first.first))


def _beside(found: m.Beside, moment: Moment) -> Days | None:
    origin = reckon(found.origin, moment)
    return weekday_beside(found.number, found.direction, origin) if origin else None


def _then(_: m.Then, moment: Moment) -> Days | None:
    return moment.spoken_of


def _nothing(_: m.Meaning, __: Moment) -> None:
    return None


_RECKONERS: dict[type, Callable[[Any, Moment], Days | None]] = {
    m.Calendar: calendar_days,
    m.Weekday: weekday_days,
    m.Season: season_days,
    m.Holiday: holiday_days,
    m.Fraction: _fraction,
    m.Years: _years,
    m.Relative: _relative,
    m.Shifted: _shifted,
    m.Stretch: _stretch,
    m.Part: _part,
    m.Nth: _nth,
    m.Within: _within,
    m.Span: _span,
    m.Ending: _ending,
    m.Long: _long,
    m.Beside: _beside,
    m.Then: _then,
    m.Ambiguous: _nothing,
    m.Duration: _nothing,
    m.Vague: _nothing,
}
