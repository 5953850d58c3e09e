"""Nouns in words: days with their exactness, actors with their side, what an entry tells besides its sentence."""

import calendar
from collections.abc import Callable
from datetime import date

from detente.model.entry import Actors, Entry, Figure, PlaceRef, Sign, Statement
from detente.model.when import Basis, DateRange
from detente.wording.quoting import printed

ID_SHOWN = 8  # digits of an id that are shown, and that `detente show` takes
SIGNS = {Sign.GOOD: "progress", Sign.BAD: "trouble"}
# How a day was found, as a page tells it beside the day.
BASES = {
    Basis.EXPLICIT: "named in the text",
    Basis.RELATIVE: "reckoned from another day",
    Basis.WEEKDAY: "by the day of the week and the tense of the verb",
    Basis.INFERRED: "bounds, or a year that the context gives",
    Basis.PUBLISHED: "the day of publication stands for it",
}


def short(item: str) -> str:
    """Return as much of an id as is shown."""
    return item[:ID_SHOWN]


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number of things in the singular or the plural."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _is_month(start: date, end: date) -> bool:
    last = calendar.monthrange(start.year, start.month)[1]
    return start.day == 1 and end == start.replace(day=last)


def _is_year(start: date, end: date) -> bool:
    return (start.month, start.day) == (1, 1) and end == start.replace(month=12, day=31)


def days(when: DateRange | None, *, unknown: str = "day not known") -> str:
    """Write days as exactly as they are known, and the article's words where that is no single day."""
    if when is None:
        return unknown
    start, end = when.start, when.end
    if start is None or end is None:
        bound = f"from {start} on" if start else f"by {end}"
        return _with_words(bound, when)
    if start == end:
        return start.isoformat()
    if _is_month(start, end):
        return _with_words(f"{start:%Y-%m}", when)
    if _is_year(start, end):
        return _with_words(f"{start:%Y}", when)
    return _with_words(f"{start} to {end}", when)


def _with_words(written: str, when: DateRange) -> str:
    return f"{written}, “{when.text}”" if when.text and when.text != written else written


def published(when: DateRange | None) -> str:
    """Write a day of publication, or its bounds."""
    if when is None:
        return "day of publication not known"
    if when.day:
        return when.day.isoformat()
    if when.start and when.end:
        return f"published between {when.start} and {when.end}"
    return f"published on {when.start} or later" if when.start else f"published by {when.end}"


def actors(them: Actors) -> str:
    """Write who is meant, a person with the side."""
    return ", ".join(
        f"{a.name} ({a.side})" if a.side and a.side != a.name else a.name for a in them
    )


def voices(entry: Entry) -> str:
    """Write who stands behind an entry; nothing where the outlet says it itself."""
    return actors(entry.speaker if isinstance(entry, Statement) else entry.said_by)


def figure(count: Figure) -> str:
    """Write a number with its bounds, and whose count it is."""
    if count.low is None or count.high is None:
        number = f"at least {count.low}" if count.high is None else f"at most {count.high}"
    else:
        number = str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
    return f"{number} {count.what}" + (f" by the count of {count.by}" if count.by else "")


def _acts(entry: Entry) -> str:
    by, to = getattr(entry, "by", ()), getattr(entry, "to", ())
    return " → ".join(actors(them) for them in (by, to) if them)


def _hangs(entry: Entry) -> str:
    gates = ", ".join(getattr(entry, "gates", ()))
    requires = ", ".join(getattr(entry, "requires", ()))
    text = getattr(entry, "requires_text", None)
    what = ": ".join(filter(None, (requires, printed(text) if text else "")))
    return f"{gates or 'it'} hangs on {what}" if what else gates and f"holds back {gates}"


def _place(entry: Entry) -> str:
    place: PlaceRef | None = getattr(entry, "place", None)
    return place.name if place else ""


def _labelled(label: str, name: str) -> Callable[[Entry], str]:
    def write(entry: Entry) -> str:
        them: Actors = getattr(entry, name, ())
        return f"{label} {actors(them)}" if them else ""

    return write


def _day(label: str, name: str) -> Callable[[Entry], str]:
    def write(entry: Entry) -> str:
        when: DateRange | None = getattr(entry, name, None)
        return label + days(when) if when else ""

    return write


def _word(name: str) -> Callable[[Entry], str]:
    def write(entry: Entry) -> str:
        value = getattr(entry, name, None)
        return SIGNS[value] if isinstance(value, Sign) else str(value or "")

    return write


def _round(entry: Entry) -> str:
    number = getattr(entry, "round", None)
    return f"round {number}" if number else ""


def _figures(entry: Entry) -> str:
    return ", ".join(figure(count) for count in getattr(entry, "figures", ()))


# What is told of an entry besides its sentence, in this order; each writes nothing where there is nothing.
FACTS: tuple[Callable[[Entry], str], ...] = (
    _word("status"),
    _word("strength"),
    _word("sign"),
    _day("", "date"),
    _day("due ", "due"),
    _place,
    lambda entry: actors(getattr(entry, "participants", ())),
    _acts,
    _labelled("mediator", "mediator"),
    _word("level"),
    _word("format"),
    _round,
    _hangs,
    _figures,
)


def facts(entry: Entry) -> str:
    """Write the fields of an entry on one line."""
    return " · ".join(filter(None, (fact(entry) for fact in FACTS)))
