"""The reports of an event: where they differ, then each in its context, whose account it is above it."""

from typing import TYPE_CHECKING

from detente.cli.evidence import identity
from detente.cli.passages import put_passage
from detente.cli.sheet import Piece, Sheet
from detente.wording import (
    attribution,
    counted,
    facts,
    outlet,
    published,
    told_words,
    voices,
)

if TYPE_CHECKING:
    from detente.query import Account, Difference, EventPage, RecordedEntry, Version

# By point: how a line is labelled, and what is said where the versions do not go together.
LABELS = {
    "status": ("status differs", "One denies what another tells."),
    "strength": ("strength differs", ""),
    "date": ("days differ", ""),
    "place": ("places differ", ""),
    "direction": ("who to whom", "They do not name the same side as the one who acted."),
    "struck first": ("who struck first", "Each side names another as the one who began."),
    "figure": ("counts differ", "No number fits them all."),
    "participants": ("named by some", ""),
}


def put_differences(sheet: Sheet, page: "EventPage") -> None:
    """Write where the reports differ, then the reports."""
    from detente.query import differences

    found = differences(page.recorded)
    for point in found.points:
        _put_point(sheet, point)
    contexts = dict(zip((r.id for r in page.recorded.reports), page.contexts, strict=True))
    for account in found.accounts:
        if len(found.accounts) > 1:
            sheet.blank()
            sheet.put((_heading(account), "bold"), indent=2)
        for same in _by_words(account.reports):
            sheet.blank()
            for passage in contexts[same[0].id]:
                put_passage(sheet, passage, indent=4)
            for number, report in enumerate(same):
                told = f" · {facts(report.entry)}" if number == 0 else ", the same words"
                sheet.put(f"— {attribution(report)}{told}", *identity(report.id), indent=4)


def _by_words(reports: "tuple[RecordedEntry, ...]") -> "list[list[RecordedEntry]]":
    """Put reports of the same words together: an outlet tells a thing again from day to day."""
    groups: dict[tuple[str, str], list[RecordedEntry]] = {}
    for report in reports:
        groups.setdefault((report.sentence, voices(report.entry)), []).append(report)
    return list(groups.values())


def _heading(account: "Account") -> str:
    if account.sides:
        return f"By the word of {', '.join(account.sides)}"
    return "In the outlets' own words"


def _put_point(sheet: Sheet, point: "Difference") -> None:
    label, opposed = LABELS[point.point.value]
    for number, version in enumerate(point.versions):
        fate = f", {point.fate}" if point.fate else ""
        told = (told_words(version.told) + fate, "bold")
        sheet.labelled("" if number else label, told, " — ", *_behind(version))
    if point.opposed and opposed:
        sheet.labelled("", opposed)


def _behind(version: "Version") -> tuple[Piece, ...]:
    """Name the reports that give a version; where one names somebody that others do not, the fewer of the two."""
    if not version.silent:
        return _sources(version.reports)
    if len(version.silent) <= len(version.reports):
        return "not named by ", *_sources(version.silent)
    others = counted(len(version.silent), "other report")
    return "named by ", *_sources(version.reports), f"; not by {others}"


def _sources(reports: "tuple[RecordedEntry, ...]") -> tuple[Piece, ...]:
    """Name who stands behind reports, and the outlet, once for all of its days."""
    groups: dict[tuple[str, str], list[RecordedEntry]] = {}
    for report in reports:
        groups.setdefault((voices(report.entry), outlet(report.document)), []).append(report)
    pieces: list[Piece] = []
    for them in groups.values():
        pieces += ("; " if pieces else "", attribution(them[0]))
        for before, report in zip((them[0], *them), them, strict=False):
            day, last = report.document.published, before.document.published
            pieces += ("" if day == last else f", {published(day)}", *identity(report.id))
    return tuple(pieces)
