"""Commitments to what became of them: open, in progress, kept, overdue and so on, each by its sentence."""

from collections.abc import Iterable, Sequence
from datetime import date

from detente.assess.days import said_day
from detente.assess.keeping import Later, Promise, Sign, Signal, conditions_of
from detente.assess.matching import passage, sides_of
from detente.assess.matter import matter_of
from detente.model.entry import Kind
from detente.model.event import Event, Report
from detente.model.profile import Process
from detente.model.undertaking import Outcome, Undertaking

LATE_DAYS = 60  # what is done later than that may be the keeping of another promise
SILENT_DAYS = 180  # a promise without a day of which nobody spoke for half a year


def undertakings(
    process: Process, events: Iterable[Event], reports: Sequence[Report], *, as_of: date
) -> tuple[Undertaking, ...]:
    """Say what became of each commitment, in the order of ``events``.

    ``reports`` holds entries of all kinds. Pure; what was published after ``as_of`` is passed over.
    """
    later = Later.of(reports, process, as_of)
    by_id = {r.id: r for r in reports}
    conditions = [r for r in reports if r.entry.kind is Kind.CONDITION]
    found = []
    for event in events:
        own = [by_id[n] for n in event.entries if n in by_id]
        promise = _promise(event, own, process, as_of)
        if event.kind is Kind.COMMITMENT and promise is not None:
            signals = later.signals(promise)
            held = conditions_of(own, conditions)
            found.append(_undertaking(event, promise, signals, held, as_of))
    return tuple(found)


def _promise(event: Event, own: Sequence[Report], process: Process, as_of: date) -> Promise | None:
    said = [day for r in own if (day := said_day(r, as_of=as_of)) is not None]
    if not said:
        return None
    return Promise(
        by=sides_of(event.by),
        to=sides_of(event.to),
        matters=tuple(dict.fromkeys(matter_of(passage(r), process) for r in own)),
        documents=frozenset(r.document.id for r in own),
        first=min(said),
        last=max(said),
        due=event.date,
        words=" … ".join(map(passage, own)),
    )


def _undertaking(
    event: Event,
    promise: Promise,
    signals: Sequence[Signal],
    conditions: tuple[str, ...],
    as_of: date,
) -> Undertaking:
    outcome, because, sentences = _outcome(promise, signals, as_of)
    denials = tuple(s.entry for s in signals if s.sign is Sign.DENIED)
    return Undertaking(
        event=event.id,
        outcome=outcome,
        because=because + (_denied(signals) if outcome is not Outcome.DISPUTED else ""),
        due=promise.due,
        last_said=promise.last,
        silent_days=(as_of - promise.last).days,
        sentences=sentences,
        denials=denials,
        conditions=conditions,
    )


def _outcome(
    promise: Promise, signals: Sequence[Signal], as_of: date
) -> tuple[Outcome, str, tuple[str, ...]]:
    done, part, begun, refused, prevented, denied = (
        [s for s in signals if s.sign is sign] for sign in _SIGNS
    )
    if done and denied:
        both = (done[0], *denied)
        return Outcome.DISPUTED, _words("said to be kept and denied", both), _ids(both)
    if done and _days_late(promise, done[0]) > LATE_DAYS:
        return _long_past(promise, done, as_of)
    if done:
        return Outcome.KEPT, _words("told as done", done[:1]) + _late(promise, done[0]), _ids(done)
    if part:
        words = _words("told as done in part", part[-1:]) + _who(", without", part[-1:])
        return Outcome.PARTLY_KEPT, words, _ids(part)
    if refused:
        return Outcome.WITHDRAWN, _words("refused since", refused[-1:]), _ids(refused)
    if begun:
        return Outcome.IN_PROGRESS, _words("told as begun", begun[-1:]), _ids(begun)
    if prevented:
        return Outcome.CANNOT_TELL, _prevented(prevented), _ids(prevented)
    return _by_the_calendar(promise, as_of)


_SIGNS = (Sign.DONE, Sign.PART, Sign.BEGUN, Sign.REFUSED, Sign.PREVENTED, Sign.DENIED)


def _who(lead: str, signals: Sequence[Signal]) -> str:
    sides = sorted({side for s in signals for side in s.who})
    return f"{lead} {', '.join(sides)}" if sides else ""


def _by_the_calendar(promise: Promise, as_of: date) -> tuple[Outcome, str, tuple[str, ...]]:
    due = promise.due.end if promise.due else None
    if due is not None and due < as_of:
        days = (as_of - due).days
        return Outcome.OVERDUE, f"due by {due}, {days} days past, and nothing is known of it", ()
    silent = (as_of - promise.last).days
    opens = promise.due.start if promise.due else None
    if due is None and opens is not None and (as_of - opens).days <= SILENT_DAYS:
        return Outcome.OPEN, f"due from {opens} on, and no last day was set", ()
    if due is None and silent > SILENT_DAYS:
        return Outcome.CANNOT_TELL, f"no day was set, and nothing was said for {silent} days", ()
    return Outcome.OPEN, f"due by {due}" if due else f"no day set, last said on {promise.last}", ()


def _words(what: str, signals: Sequence[Signal]) -> str:
    return f"{what} on {max(s.day for s in signals)}{_by(signals)}"


def _prevented(signals: Sequence[Signal]) -> str:
    declined = _who("", signals).strip()
    what = f"{declined} declined to come" if declined else "the meeting was put off or called off"
    return f"prevented: {what}{_by(signals)}"


def _by(signals: Sequence[Signal]) -> str:
    sides = sorted({side for s in signals for side in s.by_word})
    told = sides or sorted({s.outlet for s in signals if s.outlet})
    return f" by the word of {', '.join(told)}" if told else ""


def _late(promise: Promise, done: Signal) -> str:
    days = _days_late(promise, done)
    return f", {days} days late" if days > 0 else ""


def _days_late(promise: Promise, done: Signal) -> int:
    due = promise.due.end if promise.due else None
    return (done.day - due).days if due else 0


def _long_past(
    promise: Promise, done: Sequence[Signal], as_of: date
) -> tuple[Outcome, str, tuple[str, ...]]:
    """Tell what was done so long after its time that another promise may have led to it."""
    outcome, because, _ = _by_the_calendar(promise, as_of)
    past = because.partition(", and nothing")[0]
    late = _words("the like told as done", done[:1]) + _late(promise, done[0])
    return outcome, f"{past}; {late}", _ids(done)


def _denied(signals: Sequence[Signal]) -> str:
    denied = [s for s in signals if s.sign is Sign.DENIED]
    return f"; {_words('said not to be kept', denied)}" if denied else ""


def _ids(signals: Sequence[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.entry for s in signals))
