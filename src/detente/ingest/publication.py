"""The day of publication: found in words, or bounded by what the text allows; never today, never the file's."""

import re
from collections.abc import Iterable
from datetime import date

from detente.dates import parse_day, publication_bounds
from detente.model.document import Found
from detente.model.when import Basis, DateRange

# /2023/05/26/, /2023-10-26, /20250526/, -2023-10-26/; a day beyond these years is a number of something else
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19[89]|20\d)\d)([-/_]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)
# the days of an article are named early; a book of a million letters would take seconds to search
_BOUNDED_BY = 60_000
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")


def day_from(text: str) -> date | None:
    """Read the day at the start of a time stamp, as written there, or of a date in words."""
    if match := _ISO.match(text):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    return parse_day(text.strip()[:60])


def day_in_address(address: str) -> date | None:
    """Read the day in the path of an address."""
    for match in _IN_ADDRESS.finditer(address):
        year, separator, month, day = match.groups()
        if not separator and (len(month) < 2 or len(day) < 2):
            continue
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def published(
    found: Iterable[Found], *, url: str | None, text: str
) -> tuple[DateRange | None, str]:
    """Return the day of publication, or the bounds that the text allows, and in words how it was found."""
    days = [f for f in found if f.field == "published"]
    # the day of an update is the day of this version, but the first publication goes before
    days.sort(key=lambda f: "update" in f.how)
    if days:
        return DateRange.on(date.fromisoformat(days[0].value), days[0].value), days[0].how
    if url and (day := day_in_address(url)):
        return DateRange.on(day, url, Basis.EXPLICIT), "address of the page"
    bounds = publication_bounds(text[:_BOUNDED_BY])
    if bounds is None:
        return None, ""
    because = f": {bounds.because}" if bounds.because else ""
    return bounds, f"bounds from the text{because}"
