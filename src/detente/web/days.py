"""Days as people type them into an address or a field."""

import calendar
import re
from datetime import date

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_WRITTEN = (
    re.compile(r"(?:(?P<day>[0-9]{1,2})\.? )?(?P<month>[A-Za-z]+)\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]+)\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})"),
)
_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


def _in_words(typed: str) -> tuple[int, int, int | None]:
    """Read a day or month as people write them: "May 2023", "25 May 2023", "May 25, 2023"."""
    for pattern in _WRITTEN:
        if (found := pattern.fullmatch(typed)) and (
            month := _MONTHS.get(found["month"].casefold())
        ):
            parts = found.groupdict()
            return int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None
    raise ValueError(f"“{typed[:30]}” is not a day such as 2023-05-25, May 2023 or 2023")


def read_day(typed: str, *, last: bool) -> date:
    """Read a day, or the first or last one of a month or year; raise ``ValueError`` with what to write."""
    found = _DAY.fullmatch(typed)
    if found is not None:
        year, month, day = (int(part) if part else None for part in found.groups())
    else:
        year, month, day = _in_words(typed)
    if year is None or not year >= 1 or not 1 <= (month or 1) <= 12:
        raise ValueError(f"“{typed}” is not in the calendar")
    month = month or (12 if last else 1)
    longest = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= longest:
        raise ValueError(f"“{typed}” is not in the calendar")
    return date(year, month, day or (longest if last else 1))
