"""Reads the day out of metadata: tags of pages, bylines, mail headers, names of files."""

import re
from datetime import date

from detente.dates.finding import find_times
from detente.dates.meaning import Calendar

# A date of publication stands at the beginning of what is given; more than this is prose.
_LONGEST = 200
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", re.ASCII)


def parse_day(text: str) -> date | None:
    """Return the one day that a piece of metadata names, ``None`` where it is ambiguous or impossible.

    Reads ISO 8601, RFC 822, "May 26, 2023", "Published: Thu 25 May 2023 14.02 BST", "26.05.2023".
    """
    compact = _COMPACT.fullmatch(text.strip())
    if compact:
        text = "-".join(compact.groups())
    days = {day for _, _, day in find_days(text[:_LONGEST])}
    return days.pop() if len(days) == 1 else None


def find_day(text: str) -> tuple[int, int, date] | None:
    """Return the first full date of a text as ``(start, end, day)``, a half-open code point span."""
    return next(iter(find_days(text)), None)


def find_days(text: str) -> tuple[tuple[int, int, date], ...]:
    """Return every full date of a text, each with its half-open code point span."""
    found = []
    for expression in find_times(text):
        day = _day(expression.meaning)
        if day:
            found.append((expression.start, expression.end, day))
    return tuple(found)


def _day(meaning: object) -> date | None:
    if not isinstance(meaning, Calendar) or not (meaning.year and meaning.month and meaning.day):
        return None
    try:
        return date(meaning.year, meaning.month, meaning.day)
    except ValueError:
        return None
