"""Entries, events and documents in words: who stands behind a line, the outlet and its day."""

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from detente.model.entry import MeetingStatus, Mode, Statement
from detente.model.event import DocumentHead, Event
from detente.wording.nouns import actors, counted, days, published, voices
from detente.wording.quoting import MARKS, printed

if TYPE_CHECKING:
    from detente.query import RecordedEntry, RecordedEvent

# Whose words a passage is in; ``reported`` are the outlet's.
MANNERS = {Mode.DIRECT: "quoted", Mode.MIXED: "partly quoted", Mode.INDIRECT: "reported"}


def outlet(head: DocumentHead) -> str:
    """Name the outlet, or the file where none was found."""
    return head.outlet or f"outlet not known ({PurePath(head.source).name})"


def where(head: DocumentHead) -> str:
    """Name outlet and day of publication."""
    return f"{outlet(head)}, {published(head.published)}"


def mode_of(told: "RecordedEntry") -> Mode:
    """Say how much of a passage stands between marks of quotation in the article."""
    if isinstance(told.entry, Statement):
        return told.entry.mode
    if MARKS.intersection(told.sentence):
        return Mode.MIXED
    return Mode.DIRECT if told.in_quotation else Mode.INDIRECT


def manner(told: "RecordedEntry") -> str:
    """Say whether a passage is quoted or reported."""
    return MANNERS[mode_of(told)]


def spoken_by(told: "RecordedEntry") -> str:
    """Write who stands behind an entry, and where the words are not the speaker's own, that they are reported."""
    named = voices(told.entry)
    return f"{named}, {manner(told)}" if named and mode_of(told) is not Mode.DIRECT else named


def set_words(told: "RecordedEntry", words: str) -> str:
    """Set the words of an entry, whole or shortened, with marks of quotation where the article has them."""
    return printed(words, mode_of(told))


def sentence(told: "RecordedEntry") -> str:
    """Write the sentence of an entry, with marks of quotation where the article has them."""
    return set_words(told, told.sentence)


def attribution(told: "RecordedEntry") -> str:
    """Name who stands behind an entry, the outlet and its day."""
    named, spoken = voices(told.entry), spoken_by(told)
    if not named:
        return where(told.document)
    return f"{spoken}{'' if spoken == named else ','} in {where(told.document)}"


def event_words(event: Event) -> str:
    """Write where and with whom, without the day and the status."""
    sides = " → ".join(actors(them) for them in (event.by, event.to) if them)
    mediated = f"mediator {actors(event.mediator)}" if event.mediator else ""
    place = event.place.name if event.place else ""
    return " · ".join(filter(None, (place, actors(event.participants), sides, mediated)))


def event_title(event: Event, *, named: bool = True) -> str:
    """Name an event: its kind, where, when and, where they are to be ``named``, who."""
    when = event.date or event.was_due
    day = f"{when.day.day} {when.day:%B %Y}" if when and when.day else days(when)
    place = event.place.name if event.place else ""
    who = actors(event.participants) or " → ".join(
        actors(them) for them in (event.by, event.to) if them
    )
    return " · ".join(filter(None, (event.kind.capitalize(), place, day, who if named else "")))


def what_became(event: Event, *, unheard: bool, declined: str = "") -> str:
    """Write of a plan what its status does not tell: that its day is past, or no more its day."""
    if declined:
        return declined
    if unheard:
        return "its day is past, and nothing was heard of it"
    return "no longer on that day" if event.was_due else ""


def support(event: Event) -> str:
    """Write how many outlets tell of it, copies folded."""
    return counted(event.support, "outlet")


def telling_report(told: "RecordedEvent") -> "RecordedEntry":
    """Pick the report to show where there is room for one.

    It says of the event what the record says: the first that tells it was held, the last that tells its day.
    """
    event = told.event
    same = [r for r in told.reports if getattr(r.entry, "status", event.status) == event.status]
    by_day = sorted(same or told.reports, key=lambda r: (_last_day(r.document), r.id))
    return by_day[0] if event.status == MeetingStatus.HELD else by_day[-1]


def _last_day(head: DocumentHead) -> date:
    when = head.published
    return (when.end or date.max) if when else date.max
