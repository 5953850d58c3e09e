"""Days of the named times: months, days of the month and of the week, seasons; the year by tense."""

from dataclasses import dataclass
from datetime import date, timedelta

from detente.dates.holidays import holiday_in
from detente.dates.meaning import Calendar, Holiday, Season, Weekday
from detente.dates.tense import Tense
from detente.dates.units import Days, month_days

# A weekday and a day of a month meet again after 5, 6 or 11 years.
_WEEKDAY_CYCLE = 11
# Without a tense, what lies this near ahead is meant rather than a year ago.
_NEAR_AHEAD = timedelta(days=45)
# A plan is for a day ahead where that is less than so many times as far as the day just over.
_PLAN_BIAS = 2
# With the future tense, a day this near before is meant rather than one this far ahead.
_NEAR_BACK, _FAR = timedelta(days=60), timedelta(days=240)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known where an expression stands: the day of publication, the tense, the time spoken of."""

    anchor: Days | None
    tense: Tense = Tense.UNKNOWN
    spoken_of: Days | None = None

    @property
    def now(self) -> date | None:
        """Return the day of publication."""
        return self.anchor.first if self.anchor else None

    @property
    def is_past(self) -> bool:
        """Say whether the past is spoken of."""
        return self.tense is Tense.PAST

    @property
    def is_planned(self) -> bool:
        """Say whether a plan is spoken of, which may be over or not."""
        return self.tense is Tense.PLANNED

    @property
    def is_future(self) -> bool:
        """Say whether the future is spoken of."""
        return self.tense in (Tense.FUTURE, Tense.PRESENT)


def calendar_days(found: Calendar, moment: Moment) -> Days | None:
    """Return the days of a date; where the year is not named, the one that tense and context tell."""
    if found.year:
        return _in_year(found, found.year)
    if found.shift is not None:
        return _shifted_month(found, moment)
    if found.month is None:
        return _day_of_month(found, moment)
    if moment.spoken_of is not None:
        told = _after(found, moment.spoken_of)
        # what the passage looks back on cannot lie after the article; its own day then tells the year
        if moment.now is None or (told and told.first <= moment.now):
            return told
    if moment.now is None:
        return None
    years = _fitting_years(found, moment.now.year)
    return _by_tense([_in_year(found, y) for y in years], moment)


def _in_year(found: Calendar, year: int) -> Days | None:
    """Return the days of a date in a year; ``None`` for a day that does not exist."""
    if not found.month:
        return month_days(year, 1, 12)
    month = month_days(year, found.month)
    if not found.day:
        return month
    day = month.first + timedelta(days=found.day - 1)
    return Days(day, day) if day in month else None


def _fitting_years(found: Calendar, year: int) -> list[int]:
    """List the years that come into question, the ones with the right weekday where one is named."""
    if found.weekday is None:
        reach = 4 if (found.month, found.day) == (2, 29) else 1
        return list(range(year - reach, year + reach + 1))
    return weekday_years(found, year - _WEEKDAY_CYCLE, year + _WEEKDAY_CYCLE)


def weekday_years(found: Calendar, first: int, last: int) -> list[int]:
    """List the years in which the day of the month falls on its weekday."""
    found_days = ((y, _in_year(found, y)) for y in range(max(first, 1), min(last, 9999) + 1))
    return [y for y, days in found_days if days and days.first.isoweekday() == found.weekday]


def _by_tense(candidates: list[Days | None], moment: Moment) -> Days | None:
    """Choose the nearest on the side of the tense; without one, the nearest that is not far ahead."""
    now, days = moment.now, [c for c in candidates if c]
    if now is None:
        return None
    past = [d for d in days if d.first <= now]
    future = [d for d in days if d.last >= now]
    latest = max(past, key=lambda d: d.first, default=None)
    if moment.is_future:
        first = min(future, key=lambda d: d.first, default=None)
        # "will look into the Aug. 7 attack", said on 18 August: the day just over is meant
        is_far = first is None or first.first - now > _FAR
        return latest if latest and is_far and now - latest.last < _NEAR_BACK else first
    if moment.is_planned:
        return _planned(latest, min(future, key=lambda d: d.first, default=None), now)
    near = [d for d in future if d.first - now <= _NEAR_AHEAD]
    if moment.is_past or not near:
        return latest
    ahead = min(near, key=lambda d: d.first)
    is_nearer = latest is None or ahead.first - now < now - latest.last
    return ahead if is_nearer else latest


def _planned(latest: Days | None, ahead: Days | None, now: date) -> Days | None:
    """Choose the day ahead unless the one that is over is much nearer."""
    if latest is None or ahead is None:
        return latest or ahead
    return latest if _PLAN_BIAS * (now - latest.last) < ahead.first - now else ahead


def _after(found: Calendar, spoken_of: Days) -> Days | None:
    """Return the first such date from the beginning of the time spoken of."""
    year = spoken_of.first.year
    candidates = [_in_year(found, y) for y in _fitting_years(found, year)]
    later = [c for c in candidates if c and c.last >= spoken_of.first]
    return min(later, key=lambda d: d.first, default=None)


def _shifted_month(found: Calendar, moment: Moment) -> Days | None:
    """Return the month of "last December", "this May", "next June"."""
    now = moment.now
    if now is None:
        return None
    years = [_in_year(found, y) for y in (now.year - 1, now.year, now.year + 1)]
    return _shifted(found.shift or 0, years, now)


def _shifted(shift: int, candidates: list[Days | None], now: date) -> Days | None:
    days = [c for c in candidates if c]
    if shift < 0:
        return max((d for d in days if d.last < now), key=lambda d: d.first, default=None)
    if shift > 0:
        return min((d for d in days if d.first > now), key=lambda d: d.first, default=None)
    return next((d for d in days if d.first.year == now.year), None)


def _day_of_month(found: Calendar, moment: Moment) -> Days | None:
    """Return the day of "Thursday the 21st", "the 27th" in the nearest month that has it."""
    now = moment.now
    if now is None or found.day is None:
        return None
    # no month near may have a Friday the 13th
    fitting = _days_in_months(found, now, 3) or _days_in_months(found, now, 12)
    nearest = min(fitting, key=lambda d: abs(d.first - now), default=None)
    return _by_tense(list(fitting), moment) or nearest


def _days_in_months(found: Calendar, now: date, reach: int) -> list[Days]:
    """List the days of so many months before and after that have the number and the weekday."""
    months = [month_days(now.year, now.month + n).first for n in range(-reach, reach + 1)]
    candidates = [_in_year(Calendar(month=d.month, day=found.day), d.year) for d in months]
    return [c for c in candidates if c and found.weekday in (None, c.first.isoweekday())]


def weekday_days(found: Weekday, moment: Moment) -> Days | None:
    """Return the day of the week by its tense; "last" and "next" reach over the present week."""
    if found.from_context and moment.spoken_of:
        return weekday_beside(found.number, found.shift or 1, moment.spoken_of)
    now = moment.now
    if now is None:
        return None
    if found.is_nearest or found.from_context:
        return weekday_beside(found.number, found.shift or 1, Days(now, now))
    back = (now.isoweekday() - found.number) % 7
    ahead = (-back) % 7
    if found.shift is None:
        is_ahead = moment.is_future or (moment.is_planned and _PLAN_BIAS * back >= ahead)
        is_ahead = is_ahead or (moment.tense is Tense.UNKNOWN and ahead == 1)
        day = now + timedelta(days=ahead if is_ahead else -back)
    elif found.shift < 0:
        day = now - timedelta(days=back or 7)
    else:
        monday = now - timedelta(days=now.weekday())
        day = monday + timedelta(days=7 * found.shift + found.number - 1)
    return Days(day, day)


def weekday_beside(number: int, direction: int, days: Days) -> Days:
    """Return the nearest such day of the week before or after the days."""
    if direction < 0:
        day = days.first - timedelta(days=(days.first.isoweekday() - number) % 7 or 7)
    else:
        day = days.last + timedelta(days=(number - days.last.isoweekday()) % 7 or 7)
    return Days(day, day)


def season_days(found: Season, moment: Moment) -> Days | None:
    """Return the three months of a season; a winter has the year in which it begins."""
    if found.year:
        return month_days(found.year, found.month, 3)
    now = moment.now
    if now is None:
        return None
    candidates: list[Days | None] = [
        month_days(y, found.month, 3) for y in (now.year - 1, now.year, now.year + 1)
    ]
    if moment.spoken_of is not None:
        later = [c for c in candidates if c and c.last >= moment.spoken_of.first]
        return later[0] if later else None
    if found.shift is not None:
        return _shifted(found.shift, candidates, now)
    return _by_tense(candidates, moment)


def holiday_days(found: Holiday, moment: Moment) -> Days | None:
    """Return the day of a holiday; where the year is not named, the one that tense and context tell."""
    now = moment.now
    around = found.year or (now.year if now else None)
    if moment.spoken_of is not None and not found.year and found.shift is None:
        around = moment.spoken_of.first.year
    if around is None:
        return None
    days = [holiday_in(found.name, y) for y in (around - 1, around, around + 1)]
    candidates: list[Days | None] = [Days(day, day) for day in days]
    if found.year or now is None:
        return candidates[1]
    if found.shift is not None:
        return _shifted(found.shift, candidates, now)
    if moment.spoken_of is not None:
        return next((c for c in candidates if c and c.first >= moment.spoken_of.first), None)
    return _by_tense(candidates, moment)
