"""Resolves an expression of time to a range of days, with how it was found, or says why not."""

from datetime import date, timedelta

from detente.dates import meaning as m
from detente.dates.naming import Moment
from detente.dates.reckoning import reckon
from detente.dates.tense import Tense
from detente.dates.units import Days
from detente.model.document import Reason, Rejection
from detente.model.when import Basis, DateRange

# Bounds of publication wider than this say too little to reckon from, and so would the result.
_WIDEST = 366


def resolve(
    expression: m.TimeExpression,
    *,
    anchor: DateRange | None,
    tense: Tense = Tense.UNKNOWN,
    context: DateRange | None = None,
) -> DateRange | Rejection:
    """Return the days that an expression means, or the reason why they are not known.

    ``anchor`` is the day of publication, or bounds of it. ``context`` is the last date spoken of in
    the same passage: "two days later" and "that month" are reckoned from it, and it gives a month
    without a year its year. Without a tense the past is read, as in reports.
    """
    try:
        found = _for_each_anchor(_meaning(expression), anchor, tense, context)
    except (OverflowError, ValueError):
        return _rejected(expression, "it lies outside of the calendar")
    if not found:
        return _rejected(expression, _why_unknown(expression.meaning, anchor, tense))
    hull = Days(min(d.first for d in found), max(d.last for d in found))
    if len(found) == 1:
        basis, because = _basis(expression.meaning, context)
        return DateRange(hull.first, hull.last, expression.text, basis, because)
    if hull.length > _WIDEST:
        return _rejected(expression, f"it is reckoned from the day of publication, {anchor}")
    because = f"reckoned from a day of publication between {anchor}".replace("/", " and ")
    return DateRange(hull.first, hull.last, expression.text, Basis.INFERRED, because)


def _meaning(expression: m.TimeExpression) -> m.Meaning:
    """Take "Tuesday morning" for what is early on it."""
    meaning = expression.meaning
    is_early = isinstance(meaning, m.Weekday) and expression.daypart == "morning"
    return m.Part(m.Side.EARLY, meaning) if is_early else meaning


def _for_each_anchor(
    meaning: m.Meaning, anchor: DateRange | None, tense: Tense, context: DateRange | None
) -> set[Days]:
    """Reckon from each possible day of publication; empty where one of them tells nothing."""
    spoken_of = (
        Days(context.start, context.end) if context and context.start and context.end else None
    )
    # with a context, the day of publication still says what cannot lie ahead of it
    free = reckon(meaning, Moment(None, tense, None if _days_of(anchor) else spoken_of))
    if free:
        return {free}
    found = {reckon(meaning, Moment(Days(day, day), tense, spoken_of)) for day in _days_of(anchor)}
    return {days for days in found if days} if None not in found else set()


def _days_of(anchor: DateRange | None) -> list[date]:
    if anchor is None or anchor.start is None or anchor.end is None:
        return []
    count = (anchor.end - anchor.start).days + 1
    return [anchor.start + timedelta(days=n) for n in range(count)] if count <= _WIDEST else []


def _rejected(expression: m.TimeExpression, why: str) -> Rejection:
    return Rejection(Reason.NO_DATE, f"{expression.text!r}: {why}", subject=expression.text)


def _why_unknown(meaning: m.Meaning, anchor: DateRange | None, tense: Tense) -> str:
    match meaning:
        case m.Duration():
            return "a length of time, and no day"
        case m.Shifted(is_length=True) if tense is Tense.PAST:
            return "a length of time, and no day"
        case m.Vague():
            return "it names no day"
        case m.Ambiguous():
            return "day and month can be read in two ways"
        case (
            m.Then()
            | m.Nth(of=m.Then())
            | m.Relative(from_context=True)
            | m.Shifted(from_context=True)
        ):
            return "it points back to a day that is not known"
        case m.Calendar(year=year) if year:
            return "there is no such day"
    if not _days_of(anchor):
        return "it is reckoned from the day of publication, which is not known near enough"
    return "there is no such day"


def _basis(meaning: m.Meaning, context: DateRange | None) -> tuple[Basis, str]:
    """Name how a date was found, and the reason where the words alone do not say it."""
    match meaning:
        case m.Weekday(shift=None):
            return Basis.WEEKDAY, ""
        case m.Part(of=inner) | m.Span(first=inner) | m.Ending(day=inner) | m.Long(origin=inner):
            return _basis(inner, context)
        case m.Calendar(year=None, shift=None):
            source = f"the time spoken of, {context}" if context else "the day of publication"
            return Basis.INFERRED, f"the year is not named; it follows from {source}"
        case (
            m.Season(year=None, shift=None)
            | m.Holiday(year=None, shift=None)
            | m.Fraction(year=None)
        ):
            return Basis.INFERRED, "the year is not named; it follows from the day of publication"
        case (
            m.Calendar(shift=None)
            | m.Season(shift=None)
            | m.Holiday(shift=None)
            | m.Fraction()
            | m.Years()
        ):
            return Basis.EXPLICIT, ""
        case m.Shifted(amounts=amounts) if any(a.least < a.most for a in amounts):
            return Basis.INFERRED, "the text gives the amount loosely"
        case m.Stretch(amount=None):
            return Basis.INFERRED, "the text gives the amount loosely"
    return Basis.RELATIVE, ""
