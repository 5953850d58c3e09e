"""``detente diff``: what changed between two states of the record."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity, put_quote
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, read_days, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.wording import counted, days, event_words, facts, support, telling_report, where

if TYPE_CHECKING:
    from detente.query import DocumentHead, RecordedEntry
    from detente.query.changes import Changes, Listed, SourceChanged, StateSeen, TrackMove
    from detente.query.moves import EventMove, Move

T = TypeVar("T")

FromOption = Annotated[
    str,
    typer.Option(
        "--since",
        "--from",
        metavar="WHEN",
        help="A day (what had been published by then), or a state of the record as --known-at takes it: "
        "a time, a change's number, a snapshot.",
    ),
]
ToOption = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="WHEN", help="Another of the same sort; otherwise the record as it stands."
    ),
]
MostOption = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="At most so many of each list.")
]

# How each kind of what was said is headed.
SAID = {
    "commitment": "commitments newly made",
    "condition": "conditions newly named",
    "refusal": "refusals",
    "demand": "demands",
    "accusation": "accusations",
    "assessment": "assessments",
    "statement": "statements",
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


@takes_filters("track")
def diff(
    *,
    wanted: Filter,
    since: FromOption,
    until: ToOption = None,
    most: MostOption = 5,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show what was added, moved, put off, withdrawn and said between two days or states."""
    from detente.export.changes import changes_shape
    from detente.query.changes import changes

    with open_record(record) as ledger:
        tracks = known_tracks(wanted, ledger.process).tracks
        states = _states(since, until, tracks)
        found = changes(ledger, *states, most=most)
        name = ledger.process.name
    if as_json:
        write_json(changes_shape(found, name))
    else:
        _put(Sheet(stdout()), found, name)
    if not _any(found):
        nothing("Nothing changed between the two.")


def _states(since: str, until: str | None, tracks: tuple[str, ...]) -> tuple[Filter, Filter]:
    before = _state(since, tracks)
    if until is None:
        return before, Filter(tracks=tracks)
    after = _state(until, tracks)
    if (before.as_of is None) is not (after.as_of is None):
        raise typer.BadParameter(
            f"{since} and {until} are not of one sort: compare two days, by what had been published, or two "
            "states of the record, by what it held."
        )
    if before.as_of and after.as_of and before.as_of > after.as_of:
        raise typer.BadParameter(f"{since} comes after {until}.")
    return before, after


def _state(typed: str, tracks: tuple[str, ...]) -> Filter:
    if _DAY.fullmatch(typed):
        return Filter(tracks=tracks, as_of=read_days(typed).last)
    return Filter(tracks=tracks, known_at=typed)


def _any(found: "Changes") -> bool:
    events = (found.added, found.moved, found.put_off, found.withdrawn)
    counts = [each.count for each in events] + [each.count for each in found.said.values()]
    counts += [found.articles.count, found.changed.count, found.retold, found.reread]
    return bool(found.tracks or any(counts))


def _put(sheet: Sheet, found: "Changes", process: str) -> None:
    sheet.put((process, "bold"), f" · from {_named(found.since)} to {_named(found.until)}")
    for move in found.tracks:
        _put_track(sheet, move)
    _put_list(sheet, "put off", found.put_off, _put_event)
    _put_list(sheet, "withdrawn", found.withdrawn, _put_event)
    _put_list(sheet, "moved", found.moved, _put_event)
    _put_list(sheet, "added", found.added, _put_event)
    for kind, entries in found.said.items():
        _put_list(sheet, SAID[kind.value], entries, _put_entry)
    _put_list(sheet, "source changed", found.changed, _put_changed)
    _put_list(sheet, "articles added", found.articles, _put_article)
    if found.retold or found.reread:
        sheet.blank()
    if found.retold:
        sheet.put(f"{counted(found.retold, 'more report')} of what was known")
    if found.reread:
        sheet.put(
            f"{counted(found.reread, 'entry', 'entries')} of the same articles read otherwise"
        )


def _named(state: "StateSeen") -> str:
    if state.as_of:
        return str(state.as_of)
    known = state.known_at
    if known is None:
        return "the empty record"
    return f"change {known.change}, {known.recorded_at:%Y-%m-%d %H:%M} UTC"


def _put_list(
    sheet: Sheet, heading: str, listed: "Listed[T]", put: Callable[[Sheet, T], None]
) -> None:
    if not listed.count:
        return
    sheet.blank()
    more = f", the first {len(listed.shown)}" if len(listed.shown) < listed.count else ""
    sheet.put((heading, "bold"), f": {listed.count}{more}")
    for each in listed.shown:
        put(sheet, each)


def _put_track(sheet: Sheet, move: "TrackMove") -> None:
    before, after = move.before, move.after
    sheet.blank()
    sheet.put((after.name, "bold"), f" ({after.track})")
    old = before.status if before else "not a track"
    again = f"still {after.status}, by another rule" if old == after.status else ""
    since = f" since {after.since}" if after.since else ""
    sheet.labelled("status", (again or f"{old} → {after.status}", "bold"), since)
    sheet.labelled("because", after.rule)
    for told in move.rests_on:
        put_quote(sheet, told, indent=4)


def _put_event(sheet: Sheet, move: "EventMove") -> None:
    recorded = move.after or move.before
    assert recorded is not None  # noqa: S101 - each move has one of the two
    event = recorded.event
    words = (event.status, days(event.date), event_words(event), support(event))
    gone = " · no longer told" if move.after is None else ""
    told = " · ".join(filter(None, words))
    sheet.put((event.kind.value, "bold"), f" · {told}{gone}", *identity(event.id), indent=2)
    for each in move.moves:
        sheet.put(_move(each), indent=4)
    by_word = {each.word.id: each.word for each in move.moves if each.word}
    for report in by_word.values() or [telling_report(recorded)]:
        put_quote(sheet, report, indent=6)


def _move(move: "Move") -> str:
    return f"{move.field}: {_value(move, move.old)} → {_value(move, move.new)}"


def _value(move: "Move", value: str | DateRange | None) -> str:
    if move.field == "date":
        assert not isinstance(value, str)  # noqa: S101 - a date is none
        return days(value, unknown="no day")
    return str(value) if value else "not told"


def _put_entry(sheet: Sheet, told: "RecordedEntry") -> None:
    words = " · ".join(filter(None, (facts(told.entry), ", ".join(told.entry.tracks))))
    if words:
        sheet.put(words, indent=2)
    put_quote(sheet, told, indent=4)


def _put_changed(sheet: Sheet, changed: "SourceChanged") -> None:
    title = changed.after.title or "(no headline found)"
    kept = f"{counted(changed.kept, 'entry', 'entries')} on sentences that stayed"
    sheet.put(f"{title} · {where(changed.after)} · {kept}", *identity(changed.after.id), indent=2)
    for told in changed.lost:
        sheet.put(f"no longer in the article: {told.entry.kind.value}", indent=4)
        put_quote(sheet, told, indent=6)


def _put_article(sheet: Sheet, head: "DocumentHead") -> None:
    title = head.title or "(no headline found)"
    sheet.put(f"{title} · {where(head)}", *identity(head.id), indent=2)
