"""Events as they stood when less had been told of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from detente.assess.days import published_by
from detente.model.event import Event, Step, is_plan
from detente.model.when import DateRange

OFF = frozenset({"postponed", "cancelled"})  # a later plan undoes these, where it has a day
LASTING = frozenset({"held", "happened", "ongoing", "agreed"})  # a later plan does not undo these


def seen_from(events: Iterable[Event], day: date) -> tuple[Event, ...]:
    """Return the events that were told by that day, each with what had been told of it by then."""
    return tuple(e for event in events if (e := _seen(event, day)) is not None)


def _seen(event: Event, day: date) -> Event | None:
    told = tuple(s for s in event.history if published_by(s.published, day))
    if len(told) == len(event.history):
        return event
    if not told:
        return None
    status = _status(told)
    entries = tuple(e for e in event.entries if any(s.entry == e for s in told))
    when = None if status == "postponed" else _date(told, status)
    return replace(event, status=status, date=when, history=told, entries=entries)


def _status(told: tuple[Step, ...]) -> str:
    off = any(borne_out(step) in OFF for step in told)
    said = [
        borne_out(step)
        for step in told
        if not off or borne_out(step) in LASTING | OFF or is_plan(step.published, step.date)
    ]
    return next((s for s in reversed(said) if s in LASTING), said[-1])


def _date(told: tuple[Step, ...], status: str) -> DateRange | None:
    same = (s.date for s in reversed(told) if borne_out(s) == status)
    return next((when for when in same if when), None)


def borne_out(step: Step) -> str:
    """Return the status that one report can bear out: what lies ahead of it can only be a plan."""
    told, when = step.published, step.date
    ahead = told and told.end and when and when.start and told.end < when.start
    return "scheduled" if step.status == "held" and ahead else step.status
