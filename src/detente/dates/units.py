"""Arithmetic on days and units of the calendar. Overflow raises ``ValueError`` or ``OverflowError``."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dates.meaning import Side, Unit


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def length(self) -> int:
        """Return the number of days."""
        return (self.last - self.first).days + 1


_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DECADE = _MONTHS_IN[Unit.DECADE]
_DAYS_IN = {Unit.DAY: 1, Unit.WORKDAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}


def month_days(year: int, month: int, count: int = 1) -> Days:
    """Return ``count`` whole months; ``month`` may lie outside of 1 to 12."""
    first = 12 * year + month - 1
    last = first + count - 1
    end_year, end_month = last // 12, last % 12 + 1
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Days(date(first // 12, first % 12 + 1, 1), end)


def unit_around(unit: Unit, day: date, offset: int = 0) -> Days:
    """Return the calendar unit that holds the day, or the one ``offset`` units on."""
    if unit in _MONTHS_IN:
        size = _MONTHS_IN[unit]
        month = (12 * day.year + day.month - 1) // size * size + offset * size
        return month_days(month // 12, month % 12 + 1, size)
    moved = day + timedelta(days=offset * _DAYS_IN[unit])
    if unit in (Unit.DAY, Unit.WORKDAY):
        return Days(moved, moved)
    monday = moved - timedelta(days=moved.weekday())
    if unit is Unit.WEEKEND:
        return Days(monday + timedelta(days=5), monday + timedelta(days=6))
    return Days(monday, monday + timedelta(days=_DAYS_IN[unit] - 1))


def add(day: date, count: int, unit: Unit) -> date:
    """Return the day ``count`` units on; the last of the month where the month is shorter."""
    if unit is Unit.WORKDAY:
        return _add_workdays(day, count)
    if unit not in _MONTHS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    month = 12 * day.year + day.month - 1 + count * _MONTHS_IN[unit]
    year, number = month // 12, month % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside of the calendar")
    return date(year, number, min(day.day, monthrange(year, number)[1]))


def _add_workdays(day: date, count: int) -> date:
    """Step over Saturdays and Sundays; the holidays of a country are not known."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.isoweekday() > _WORKDAYS:
            day += step
    return day


_WORKDAYS = 5  # of a week, from Monday on


def side_of(side: Side, days: Days, now: date | None) -> Days | None:
    """Return the part of the days that is meant; ``None`` where ``now`` is needed and not known."""
    if days.length == 1:
        return days
    if side in (Side.EARLIER, Side.LATER):
        return _side_of_now(side, days, now)
    if side in (Side.FIRST_HALF, Side.SECOND_HALF):
        return _half(side, days)
    if days.length > 27:
        return _month_parts(side, days)
    # of a week: Monday to Wednesday, Tuesday to Friday, Thursday to Sunday
    thirds = {Side.MID: (1, 4), Side.LATE: (3, 6), Side.END: (3, 6)}
    low, high = thirds.get(side, (0, 2))
    last = days.length - 1
    return Days(
        days.first + timedelta(days=min(low, last)), days.first + timedelta(days=min(high, last))
    )


def _half(side: Side, days: Days) -> Days:
    """Return a half of whole months by months, and of a month or week by days."""
    months = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
    if months > 1:
        middle = month_days(days.first.year, days.first.month + months // 2).first
    else:
        middle = days.first + timedelta(days=days.length // 2)
    before = Days(days.first, middle - timedelta(days=1))
    return before if side is Side.FIRST_HALF else Days(middle, days.last)


def _side_of_now(side: Side, days: Days, now: date | None) -> Days | None:
    if now is None:
        return None
    if now not in days:
        return days
    return Days(days.first, now) if side is Side.EARLIER else Days(now, days.last)


def _month_parts(side: Side, days: Days) -> Days:
    """Return thirds of months and longer stretches; the start and end of a year are a month."""
    first, last = days.first, days.last
    if side is Side.START:
        width = 7 if days.length <= 31 else max(30, days.length // 12)
        return Days(first, first + timedelta(days=width))
    if side is Side.END:
        width = 7 if days.length <= 31 else max(30, days.length // 12)
        return Days(last - timedelta(days=width), last)
    if days.length <= 31:
        bounds = {Side.EARLY: (1, 10), Side.MID: (11, 20), Side.LATE: (21, last.day)}[side]
        return Days(first.replace(day=bounds[0]), first.replace(day=bounds[1]))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = max(months // 3, 1)
    if months == _DECADE:  # "the early 1990s" are 1990 to 1993, and the late ones three years
        bounds = {Side.EARLY: (0, 48), Side.MID: (48, 36), Side.LATE: (84, 36)}[side]
        return month_days(first.year, first.month + bounds[0], bounds[1])
    index = {Side.EARLY: 0, Side.MID: 1, Side.LATE: 2}[side]
    start = first.month + index * third
    return month_days(first.year, start, third if index < 2 else months - 2 * third)
