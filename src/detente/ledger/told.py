"""The day by which words are listed that name none of their own: when they were said, else when published."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.model.codec import own_day
from detente.model.entry import Entry, Statement
from detente.model.event import HAPPENINGS, Report
from detente.model.when import DateRange, DayIs


@dataclass(frozen=True, slots=True)
class Told:
    """A day, and what it is of the words."""

    day: DateRange
    day_is: DayIs


def days_told(reports: Sequence[Report]) -> dict[str, Told]:
    """Return the days of the words of one document, by entry; what happened is never dated by who tells it.

    The ``date`` of a demand, refusal or accusation is the day of the words. Where one has none, the statement
    on the same passage knows it.
    """
    dated = [r.entry for r in reports if isinstance(r.entry, Statement) and r.entry.said_on]
    found: dict[str, Told] = {}
    for report in reports:
        entry, published = report.entry, report.document.published
        if entry.kind in HAPPENINGS or getattr(entry, "due", None):
            continue
        said = own_day(entry) or entry.said_on
        said = said or next((d.said_on for d in dated if _same_words(d, entry)), None)
        if said:
            found[report.id] = Told(said, DayIs.SAID)
        elif published:
            found[report.id] = Told(published, DayIs.PUBLISHED)
    return found


def _same_words(statement: Statement, entry: Entry) -> bool:
    """Say whether the same people say both on passages that share letters."""
    voice = entry.said_by or getattr(entry, "by", ())
    same = {a.id for a in statement.speaker} == {a.id for a in voice}
    return same and any(
        a.start < b.end and b.start < a.end for a in statement.evidence for b in entry.evidence
    )
