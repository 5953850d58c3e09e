"""The one day that stands for an event or an entry when its age is reckoned."""

from datetime import date

from detente.model.event import Event, Report, Step
from detente.model.when import DateRange

VAGUE_DAYS = 62  # a wider range ("in 2020") says nothing of how long ago it was, to the month


def latest_day(when: DateRange | None, *, as_of: date) -> date | None:
    """Return the last day of a range that has begun, ``None`` where it is vague or yet to come."""
    if when is None or when.start is None or when.start > as_of:
        return None
    return None if is_vague(when) else min(when.end or when.start, as_of)


def is_vague(when: DateRange) -> bool:
    """Say whether a range is too wide to count by."""
    return bool(when.start and when.end and (when.end - when.start).days > VAGUE_DAYS)


def event_day(event: Event, *, as_of: date) -> date | None:
    """Return the day of what happened; ``None`` too where every report was told before that day."""
    told = [s.published.end for s in event.history if s.published and s.published.end]
    unbounded = any(s.published is None or s.published.end is None for s in event.history)
    last = as_of if unbounded or not told else min(as_of, max(told))
    return latest_day(event.date, as_of=last)


def said_day(report: Report, *, as_of: date) -> date | None:
    """Return the day on which the words fell: told by the text, else the day of publication."""
    entry = report.entry
    for when in (entry.said_on, getattr(entry, "date", None), report.document.published):
        if (day := latest_day(when, as_of=as_of)) is not None:
            return day
    return None


def told_day(step: Step, *, as_of: date) -> date | None:
    """Return the day of publication of one report of an event."""
    return latest_day(step.published, as_of=as_of)


def published_by(when: DateRange | None, as_of: date) -> bool:
    """Say whether something may have been in print by that day; an unknown day speaks for itself."""
    return when is None or when.start is None or when.start <= as_of
