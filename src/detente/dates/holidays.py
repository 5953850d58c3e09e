"""The days of holidays that fall alike wherever they are kept; others are left, and not guessed."""

from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

# Holidays with a fixed month and day: "on Christmas Eve".
_FIXED: Final = MappingProxyType(
    {
        "new year's day": (1, 1),
        "new year's": (1, 1),
        "epiphany": (1, 6),
        "orthodox christmas": (1, 7),
        "armenian christmas": (1, 6),
        "groundhog day": (2, 2),
        "valentine's day": (2, 14),
        "international women's day": (3, 8),
        "st patrick's day": (3, 17),
        "st. patrick's day": (3, 17),
        "saint patrick's day": (3, 17),
        "april fools' day": (4, 1),
        "april fool's day": (4, 1),
        "earth day": (4, 22),
        "may day": (5, 1),
        "international workers' day": (5, 1),
        "world press freedom day": (5, 3),
        "juneteenth": (6, 19),
        "world refugee day": (6, 20),
        "bastille day": (7, 14),
        "halloween": (10, 31),
        "all saints' day": (11, 1),
        "veterans day": (11, 11),
        "armistice day": (11, 11),
        "human rights day": (12, 10),
        "christmas eve": (12, 24),
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "boxing day": (12, 26),
        "new year's eve": (12, 31),
    }
)
# Holidays on the nth weekday (Monday is 1) of a month, -1 is the last: "on Labor Day".
_NTH_WEEKDAY: Final = MappingProxyType(
    {
        "martin luther king day": (1, 1, 3),
        "martin luther king jr. day": (1, 1, 3),
        "mlk day": (1, 1, 3),
        "presidents' day": (2, 1, 3),
        "memorial day": (5, 1, -1),
        "labor day": (9, 1, 1),
        "columbus day": (10, 1, 2),
        "indigenous peoples' day": (10, 1, 2),
        "thanksgiving day": (11, 4, 4),
        "thanksgiving": (11, 4, 4),
    }
)
# Holidays reckoned from Easter Sunday, in days: "on Good Friday".
_FROM_EASTER: Final = MappingProxyType(
    {
        "mardi gras": -47,
        "shrove tuesday": -47,
        "ash wednesday": -46,
        "palm sunday": -7,
        "maundy thursday": -3,
        "good friday": -2,
        "holy saturday": -1,
        "easter sunday": 0,
        "easter": 0,
        "easter monday": 1,
        "ascension day": 39,
        "pentecost": 49,
        "whit monday": 50,
    }
)
_FROM_THANKSGIVING: Final = MappingProxyType({"black friday": 1, "cyber monday": 4})
_FROM_ORTHODOX_EASTER: Final = MappingProxyType({"orthodox easter": 0, "orthodox good friday": -2})

NAMES: Final = tuple(
    sorted(
        (*_FIXED, *_NTH_WEEKDAY, *_FROM_EASTER, *_FROM_ORTHODOX_EASTER, *_FROM_THANKSGIVING),
        key=len,
        reverse=True,
    )
)


def holiday_in(name: str, year: int) -> date:
    """Return the day of a holiday in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH_WEEKDAY:
        return _nth_weekday(year, *_NTH_WEEKDAY[name])
    if name in _FROM_THANKSGIVING:
        thanksgiving = _nth_weekday(year, *_NTH_WEEKDAY["thanksgiving"])
        return thanksgiving + timedelta(days=_FROM_THANKSGIVING[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    return _orthodox_easter(year) + timedelta(days=_FROM_ORTHODOX_EASTER[name])


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    if number < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.isoweekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def _easter(year: int) -> date:
    """Follow the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991)."""
    century, golden = year // 100, year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Follow Meeus's Julian algorithm, moved to the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)
