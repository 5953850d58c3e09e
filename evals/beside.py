"""What dateparser (BSD licence) makes of the same texts: it comes with htmldate, so nothing is installed for it."""

import calendar
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import dateparser.search
from dateparser.date import DateDataParser

# The past reading, as the cases ask; the language is known.
_SETTINGS = {"PREFER_DATES_FROM": "past"}
_LANGUAGES = ["en"]


def _settings(day: date) -> dict[str, object]:
    return {**_SETTINGS, "RELATIVE_BASE": datetime.combine(day, time())}


def dates_by_dateparser(row: dict[str, Any]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Give start, end and every TIMEX3 value that the day found could stand for, exact or vague."""
    text = row["text"]
    day = date.fromisoformat(row["dct"][:10])
    found = dateparser.search.search_dates(text, languages=_LANGUAGES, settings=_settings(day))
    at = 0
    for words, moment in found or ():
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        yield start, at, tuple(_values(moment.date()))


def _values(day: date) -> Iterator[str]:
    year, week, _ = day.isocalendar()
    season = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    yield day.isoformat()
    yield f"{day.year}-{day.month:02}"
    yield f"{year}-W{week:02}"
    yield f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    yield f"{day.year}-{season}"
    yield f"{day.year}"
    yield "PRESENT_REF"


def range_by_dateparser(words: str, day: date) -> str | None:
    """Read an expression by itself, as the days that dateparser's period of it spans."""
    parser = DateDataParser(languages=_LANGUAGES, settings=_settings(day))
    data = parser.get_date_data(words)
    if not data.date_obj:
        return None
    found = data.date_obj.date()
    match data.period:
        case "month":
            last = calendar.monthrange(found.year, found.month)[1]
            return f"{found.replace(day=1)}/{found.replace(day=last)}"
        case "year":
            return f"{found.year}-01-01/{found.year}-12-31"
    return f"{found}/{found}"
