"""What our grammar reads, written as the values of TIMEX3 (ISO-TimeML)."""

import re
from datetime import date, timedelta

from detente.dates import Tense, resolve
from detente.dates import meaning as m
from detente.dates.naming import Moment
from detente.dates.passage import ReadTime
from detente.dates.reckoning import reckon
from detente.model.document import Rejection
from detente.model.when import DateRange

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_JOINT = re.compile(r"\s+(?:and|to|until|till|through)\s+|\s?[-–]\s?")


def timex_value(read: ReadTime) -> str | None:
    """Write what was read as a TIMEX3 value, ``None`` where it is no DATE."""
    meaning = read.expression.meaning
    if isinstance(meaning, m.Vague):
        return f"{meaning.side.value.upper()}_REF"
    if isinstance(meaning, m.Shifted) and any(a.least < a.most for a in meaning.amounts):
        return "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    if isinstance(meaning, m.Stretch) and meaning.amount is None:
        return "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    if isinstance(meaning, (m.Duration, m.Stretch)) or not isinstance(read.when, DateRange):
        return None
    core: m.Meaning = meaning
    days = read.when
    while isinstance(core, m.Part):
        core = core.of
    if days.start is None or days.end is None:
        return None
    if core is not meaning:
        return _of_whole(core, days)
    return _of_days(core, days.start, days.end)


def _of_whole(core: m.Meaning, days: DateRange) -> str | None:
    """Write a part as its whole: "early June" is 2023-06."""
    start = days.start
    if start is None or days.end is None:
        return None
    match core:
        case m.Calendar(month=None) | m.Relative(unit=m.Unit.YEAR):
            return f"{start.year}"
        case m.Calendar(day=None) | m.Relative(unit=m.Unit.MONTH):
            return f"{start.year}-{start.month:02}"
        case m.Relative(unit=m.Unit.WEEK):
            return _week(start)
        case m.Season():
            around = reckon(m.Season(core.month, start.year), Moment(None))
            return _of_days(core, around.first, around.last) if around else None
    return _of_days(core, start, days.end)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _of_days(core: m.Meaning, start: date, end: date) -> str | None:
    length = (end - start).days + 1
    whole_months = start.day == 1 and (end + timedelta(1)).day == 1
    if isinstance(core, m.Season) or (
        isinstance(core, m.Within) and isinstance(core.what, m.Season)
    ):
        return f"{start.year}-{_SEASONS[start.month]}"
    if length == 1:
        return start.isoformat()
    if length == 2 and start.weekday() == 5:
        return _week(start) + "-WE"
    if length == 7 and start.weekday() == 0:
        return _week(start)
    if not whole_months:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 3 and start.month % 3 == 1:
        return f"{start.year}-Q{start.month // 3 + 1}"
    if months == 6:
        return f"{start.year}-H{start.month // 7 + 1}"
    forms = {1: f"{start.year}-{start.month:02}", 12: f"{end.year}"}
    forms |= {120: f"{start.year // 10}", 1200: f"{start.year // 100}"}
    return forms.get(months)


def pieces(read: ReadTime, anchor: DateRange) -> list[ReadTime]:
    """Split a span as TimeML does, which marks its two ends."""
    span, words = read.expression, read.expression.text
    joint = _JOINT.search(words)
    if not isinstance(span.meaning, m.Span) or not joint or not isinstance(read.when, DateRange):
        return [read]
    opener = len(words) - len(words.removeprefix("from ").removeprefix("between "))
    bounds = (
        (opener, joint.start(), span.meaning.first),
        (joint.end(), len(words), span.meaning.last),
    )
    found = []
    for start, end, meaning in bounds:
        part = m.TimeExpression(span.start + start, span.start + end, words[start:end], meaning)
        found.append(ReadTime(part, read.tense, _end_of(part, read, anchor)))
    return found


def _end_of(part: m.TimeExpression, read: ReadTime, anchor: DateRange) -> DateRange | Rejection:
    """Resolve an end of a span as the span was: with its tense, else the one that gives the same day."""
    tenses = (read.tense, Tense.UNKNOWN, Tense.FUTURE, Tense.PAST)
    answers = [resolve(part, anchor=anchor, tense=tense) for tense in tenses]
    if isinstance(read.when, DateRange):
        edges = {read.when.start, read.when.end}
        for answer in answers:
            if isinstance(answer, DateRange) and edges & {answer.start, answer.end}:
                return answer
    return answers[0]
