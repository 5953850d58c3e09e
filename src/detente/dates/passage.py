"""Reads the times of a text in their order, each with the last date spoken of before it as context."""

from dataclasses import dataclass

from detente.dates.finding import find_times
from detente.dates.meaning import Calendar, Edge, Part, Season, Span, TimeExpression
from detente.dates.resolution import resolve
from detente.dates.tense import Tense, guess_tense
from detente.dates.tokens import SENTENCE_END
from detente.model.document import Rejection
from detente.model.when import Basis, DateRange, Precision


@dataclass(frozen=True, slots=True)
class ReadTime:
    """An expression with the days that it means, or the reason why they are not known."""

    expression: TimeExpression
    tense: Tense
    when: DateRange | Rejection


def read_times(text: str, *, anchor: DateRange | None) -> tuple[ReadTime, ...]:
    """Resolve every time of a text by the tense of the words near it and the dates before it.

    A date counts as spoken of until the paragraph ends. A year gives itself to a month without one:
    "In 2021 talks failed. In April, they resumed." A day does so in its own sentence alone, since the
    month after it may well be of this year.
    """
    read: list[ReadTime] = []
    spoken_of: DateRange | None = None
    place = 0
    for expression in find_times(text):
        if "\n\n" in text[place : expression.start]:
            spoken_of = None
        tense = guess_tense(text, expression)
        near = spoken_of if not SENTENCE_END.search(text, place, expression.start) else None
        place = expression.end
        context = _context(expression, tense, spoken_of, near)
        when = resolve(expression, anchor=anchor, tense=tense, context=context)
        read.append(ReadTime(expression, tense, when))
        if isinstance(when, DateRange) and expression.edge is not Edge.SINCE:
            spoken_of = when
    return tuple(read)


def _context(
    expression: TimeExpression,
    tense: Tense,
    spoken_of: DateRange | None,
    near: DateRange | None,
) -> DateRange | None:
    """Return the time that an expression hangs on; ``near`` is the one in the same sentence."""
    if spoken_of is None or not _lacks_year(expression):
        return spoken_of
    if tense is not Tense.PAST or spoken_of.basis is not Basis.EXPLICIT:
        return None
    return spoken_of if spoken_of.precision is Precision.YEAR else near


def _lacks_year(expression: TimeExpression) -> bool:
    match expression.meaning:
        case Calendar(year=None) | Season(year=None):
            return True
        case Span(first=Calendar(year=None)) | Part(of=Calendar(year=None) | Season(year=None)):
            return True
    return False
