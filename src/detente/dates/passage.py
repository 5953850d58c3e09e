"""Reads the times of a text in their order, each with the last date spoken of before it as context."""

from dataclasses import dataclass

from detente.dates.finding import find_times
from detente.dates.meaning import Calendar, Edge, Part, Season, Span, TimeExpression
from detente.dates.resolution import resolve
from detente.dates.tense import Tense, guess_tense
from detente.model.document import Rejection
from detente.model.when import Basis, DateRange


@dataclass(frozen=True, slots=True)
class ReadTime:
    """An expression with the days that it means, or the reason why they are not known."""

    expression: TimeExpression
    tense: Tense
    when: DateRange | Rejection


def read_times(text: str, *, anchor: DateRange | None) -> tuple[ReadTime, ...]:
    """Resolve every time of a text by the tense of the words near it and the dates before it.

    A date counts as spoken of until the paragraph ends. It gives its year to a month without one only
    where it names a year itself: "In 2021 talks failed. In April, they resumed."
    """
    read: list[ReadTime] = []
    spoken_of: DateRange | None = None
    place = 0
    for expression in find_times(text):
        if "\n\n" in text[place : expression.start]:
            spoken_of = None
        place = expression.end
        tense = guess_tense(text, expression)
        context = spoken_of if _takes_context(expression, tense, spoken_of) else None
        when = resolve(expression, anchor=anchor, tense=tense, context=context)
        read.append(ReadTime(expression, tense, when))
        if isinstance(when, DateRange) and expression.edge is not Edge.SINCE:
            spoken_of = when
    return tuple(read)


def _takes_context(expression: TimeExpression, tense: Tense, spoken_of: DateRange | None) -> bool:
    if spoken_of is None or not _lacks_year(expression):
        return spoken_of is not None
    return spoken_of.basis is Basis.EXPLICIT and tense is Tense.PAST


def _lacks_year(expression: TimeExpression) -> bool:
    match expression.meaning:
        case Calendar(year=None) | Season(year=None):
            return True
        case Span(first=Calendar(year=None)) | Part(of=Calendar(year=None) | Season(year=None)):
            return True
    return False
