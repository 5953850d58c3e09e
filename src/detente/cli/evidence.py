"""An entry or event on the page: never without its sentence, who stands behind it, the outlet and the day."""

from typing import TYPE_CHECKING

from detente.cli.sheet import Piece, Sheet
from detente.model.entry import Entry
from detente.wording import attribution, days, event_words, facts, sentence, short, support

if TYPE_CHECKING:
    from detente.query import RecordedEntry, RecordedEvent


def identity(item: str) -> tuple[Piece, ...]:
    """Write the id that ``detente show`` takes, for the end of a line."""
    return (" · ", (short(item), "cyan"))


def hang_of(words: str) -> int:
    """Return how far the lines of a passage after its first are moved in: under its letters, not its mark."""
    return int(words.startswith("“"))


def put_quote(sheet: Sheet, told: "RecordedEntry", *, indent: int) -> None:
    """Write the sentence, and below it who says so, where and when."""
    words = sentence(told)
    sheet.put(words, indent=indent, hang=hang_of(words))
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


def put_event(sheet: Sheet, told: "RecordedEvent", *, indent: int = 0) -> None:
    """Write an event, then the sentence of each report."""
    event = told.event
    parts = (event.status, days(event.date), event_words(event), ", ".join(event.tracks))
    head = " · ".join(filter(None, (*parts, support(event))))
    sheet.put((event.kind.value, "bold"), f" · {head}", *identity(event.id), indent=indent)
    for report in told.reports:
        put_quote(sheet, report, indent=indent + 4)
