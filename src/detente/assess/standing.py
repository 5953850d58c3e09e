"""Where a meeting stands as of a day, in words."""

import calendar
from collections.abc import Sequence
from datetime import date

from detente.model.chain import Move, Stage
from detente.model.entry import Actors
from detente.model.event import Event
from detente.model.when import DateRange, Precision

_NAMED = 3  # outlets that are named
_PLANNED = frozenset({Move.ANNOUNCED, Move.CONFIRMED, Move.MOVED, Move.ANEW})


def standing(
    stages: Sequence[Stage], event: Event, parties: frozenset[str], *, as_of: date | None
) -> str:
    """Say where it stands: "scheduled for the week of 2023-06-26 by one side: Armenia"."""
    if not stages:
        return event.status
    last = stages[-1]
    match last.move:
        case Move.HELD:
            return _phrase("held", event.date or last.date, event)
        case Move.PUT_OFF | Move.DAY_OPEN:
            reasons = sum(len(s.explanations) for s in stages if s.move is Move.PUT_OFF)
            open_ = "; said to be still due" if last.move is Move.DAY_OPEN else ""
            return f"put off, no new day{open_}{_was_planned(stages, event)}{_reasons(reasons)}"
        case Move.CALLED_OFF:
            words = f"called off{_by(last.voices)}{_was_planned(stages, event)}"
            return words + _reasons(len(last.explanations))
        case Move.PROPOSED:
            return _phrase("proposed", last.date, event) + _by(last.voices)
        case _:
            return _plan(stages, event, parties, as_of=as_of)


def _plan(
    stages: Sequence[Stage], event: Event, parties: frozenset[str], *, as_of: date | None
) -> str:
    plan = _current(stages) or list(stages[:1])
    voices = tuple(dict.fromkeys(a for s in plan for a in s.voices))
    when = _narrowest([s.date for s in plan if s.date])
    over = bool(as_of and when and when.end and when.end < as_of)
    word = "proposed" if plan[0].move is Move.PROPOSED else "scheduled"
    words = _phrase(f"was {word}" if over else word, when, event)
    words += _backed(voices, parties) or _told_by(event)
    declined = [s for s in stages if s.move is Move.DECLINED]
    if declined:
        words += f"; declined{_by(declined[-1].voices)}"
    return words + ("; no report that it was held" if over else "")


def _current(stages: Sequence[Stage]) -> list[Stage]:
    """Return the stages of the plan that stands: back to where it was announced or moved."""
    plan = []
    for stage in reversed(stages):
        if stage.move in _PLANNED:
            plan.append(stage)
        if stage.move in _PLANNED - {Move.CONFIRMED}:
            break
    return plan[::-1]


def _narrowest(dates: Sequence[DateRange]) -> DateRange | None:
    known = [d for d in dates if d.start and d.end]
    return min(known, key=lambda d: (d.end or date.max) - (d.start or date.min), default=None) or (
        dates[0] if dates else None
    )


def _phrase(word: str, when: DateRange | None, event: Event) -> str:
    day = f" {days_in_words(when, held=word == 'held')}" if when else ", no day known"
    place = f" in {event.place.name}" if event.place else ""
    return f"{word}{day}{place}"


def days_in_words(when: DateRange, *, held: bool = False) -> str:
    """Write the days of a plan: "for 2023-06-12", "for the week of 2023-06-26", "for June 2023"."""
    lead = "on" if held else "for"
    if when.start is None or when.end is None:
        return f"from {when.start}" if when.start else f"by {when.end}"
    if when.day:
        return f"{lead} {when.day}"
    if when.precision is Precision.WEEK and when.start.weekday() == 0 and not held:
        return f"for the week of {when.start}"
    last = calendar.monthrange(when.start.year, when.start.month)[1]
    if when.start.day == 1 and when.end == when.start.replace(day=last):
        return f"{'in' if held else 'for'} {when.start:%B %Y}"
    return (
        f"between {when.start} and {when.end}" if not held else f"from {when.start} to {when.end}"
    )


def _backed(voices: Actors, parties: frozenset[str]) -> str:
    sides = dict.fromkeys(a.side or a.name for a in voices)
    ours = [s for s in sides if s in parties]
    others = [s for s in sides if s not in parties]
    if not sides:
        return ""
    if len(ours) > 1:
        return " by both sides" if len(parties) == len(ours) == 2 else f" by {', '.join(ours)}"
    said = (*(f"one side: {side}" for side in ours), ", ".join(others))
    return " by " + ", and by ".join(filter(None, said))


def _told_by(event: Event) -> str:
    """Write which outlets tell it themselves, where nobody is named as saying so."""
    return f", as told by {', '.join(event.outlets[:_NAMED])}" if event.outlets else ""


def _was_planned(stages: Sequence[Stage], event: Event) -> str:
    """Write the day that was given up."""
    days = [
        s.date for s in stages if s.date and s.move in _PLANNED | {Move.PUT_OFF, Move.CALLED_OFF}
    ]
    when = _narrowest(days)
    place = f" in {event.place.name}" if event.place else ""
    return f"; it was planned {days_in_words(when)}{place}" if when else ""


def _by(voices: Actors) -> str:
    sides = dict.fromkeys(a.side or a.name for a in voices)
    return f" by {', '.join(sides)}" if sides else ""


def _reasons(count: int) -> str:
    if not count:
        return ""
    return f"; {count} explanation{'s' if count > 1 else ''}"
