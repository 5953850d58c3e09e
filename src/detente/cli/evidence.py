"""An entry or event on the page: never without its sentence, who stands behind it, the outlet and the day."""

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from detente.cli.sheet import Piece, Sheet
from detente.cli.wording import actors, counted, days, facts, published, short, voices
from detente.model.entry import Entry, MeetingStatus
from detente.model.event import Event

if TYPE_CHECKING:
    from detente.query import DocumentHead, RecordedEntry, RecordedEvent


def outlet(head: "DocumentHead") -> str:
    """Name the outlet, or the file where none was found."""
    return head.outlet or f"outlet not known ({PurePath(head.source).name})"


def where(head: "DocumentHead") -> str:
    """Name outlet and day of publication."""
    return f"{outlet(head)}, {published(head.published)}"


def identity(item: str) -> tuple[Piece, ...]:
    """Write the id that ``detente show`` takes, for the end of a line."""
    return (" · ", (short(item), "cyan"))


def attribution(told: "RecordedEntry") -> str:
    """Name who stands behind an entry, the outlet and its day."""
    speaker = voices(told.entry)
    return f"{speaker} in {where(told.document)}" if speaker else where(told.document)


def put_quote(sheet: Sheet, told: "RecordedEntry", *, indent: int) -> None:
    """Write the sentence, and below it who says so, where and when."""
    sheet.put(f"“{told.sentence}”", indent=indent, hang=1)
    sheet.put("— " + attribution(told), *identity(told.id), indent=indent)


def put_entry(sheet: Sheet, told: "RecordedEntry", *, indent: int = 0) -> None:
    """Write what an entry tells, then its sentence."""
    sheet.put((told.entry.kind.value, "bold"), *_facts(told.entry), *_reviewed(told), indent=indent)
    put_quote(sheet, told, indent=indent + 4)


def _facts(entry: Entry) -> tuple[Piece, ...]:
    told = " · ".join(filter(None, (facts(entry), ", ".join(entry.tracks))))
    return (f" · {told}",) if told else ()


def _reviewed(told: "RecordedEntry") -> tuple[Piece, ...]:
    """Write who stands behind an entry, or against it."""
    word = told.review
    return (f" · {word.state.value} by {word.by}",) if word else ()


def event_words(event: Event) -> str:
    """Write where and with whom, without the day and the status."""
    sides = " → ".join(actors(them) for them in (event.by, event.to) if them)
    mediated = f"mediator {actors(event.mediator)}" if event.mediator else ""
    place = event.place.name if event.place else ""
    return " · ".join(filter(None, (place, actors(event.participants), sides, mediated)))


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


def _last_day(head: "DocumentHead") -> date:
    when = head.published
    return (when.end or date.max) if when else date.max


def put_event(sheet: Sheet, told: "RecordedEvent", *, indent: int = 0) -> None:
    """Write an event, then the sentence of each report."""
    event = told.event
    parts = (event.status, days(event.date), event_words(event), ", ".join(event.tracks))
    head = " · ".join(filter(None, (*parts, support(event))))
    sheet.put((event.kind.value, "bold"), f" · {head}", *identity(event.id), indent=indent)
    for report in told.reports:
        put_quote(sheet, report, indent=indent + 4)
