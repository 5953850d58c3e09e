"""``detente status``: where each track stands."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from detente.assess import ARROW_DAYS
from detente.cli.ending import Code, end, write_json
from detente.cli.evidence import identity, put_quote
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import say, stdout
from detente.model.event import Arrow
from detente.model.filter import Filter
from detente.wording import counted, days, event_words, facts, support, telling_report

if TYPE_CHECKING:
    from detente.query import Board, Health, RecordedEntry, RecordedEvent, TrackCard

SPARE = 3  # open matters of each track on the board of all tracks; `detente status TRACK` shows every one

ARROWS = {Arrow.IMPROVED: "↑", Arrow.UNCHANGED: "→", Arrow.DETERIORATED: "↓"}

TrackArgument = Annotated[
    str | None, typer.Argument(metavar="TRACK", help="Only this track, by its id or name.")
]


@takes_filters()
def status(
    only: TrackArgument = None,
    *,
    wanted: Filter,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show where each track stands, with the evidence."""
    from detente.export import board_shape
    from detente.query import board

    with open_record(record) as ledger:
        asked = replace(wanted, tracks=(*wanted.tracks, *([only] if only else ())))
        process = ledger.process
        answer = board(ledger, known_tracks(asked, process))
    if as_json:
        write_json(board_shape(answer, process.name))
    else:
        put_board(Sheet(stdout()), answer, process.name, whole=bool(asked.tracks))
    if answer.health.documents == 0:
        say(_why_empty(answer, wanted))
        end(Code.NOTHING)


def _why_empty(answer: "Board", wanted: Filter) -> str:
    if answer.health.left_out == 0:
        if wanted.known_at:
            return f"The record held no article yet at {wanted.known_at}."
        return "The record holds no article yet. Add some with 'detente add PATH'."
    return f"No article in the record is known to have been published by {answer.as_of}."


def put_board(sheet: Sheet, answer: "Board", process: str, *, whole: bool) -> None:
    """Write the board: a header, then one block for each track; ``whole`` spares no open matter."""
    sheet.put((process, "bold"), *_as_of(answer), *_known_at(answer))
    sheet.put(_held(answer.health))
    if lacking := _lacking(answer.health):
        sheet.put(lacking)
    for card in answer.tracks:
        sheet.blank()
        _Block(sheet, card, most=None if whole else SPARE).put()


def _way(arrow: Arrow | None) -> str:
    """Write which way the track went, with a sign and in words."""
    return f" · {ARROWS[arrow]} {arrow.value} against {ARROW_DAYS} days before" if arrow else ""


def _as_of(answer: "Board") -> tuple[str, ...]:
    if answer.as_of:
        return (f" · as of {answer.as_of}",)
    return (f" · as of {answer.reckoned_on}, the last day of publication",) * bool(
        answer.reckoned_on
    )


def _known_at(answer: "Board") -> tuple[str, ...]:
    known = answer.known_at
    if known is None:
        return ()
    return (f" · as recorded up to change {known.change}, {known.recorded_at:%Y-%m-%d %H:%M} UTC",)


def _held(health: "Health") -> str:
    held = (
        counted(health.documents, "article"),
        counted(health.entries, "entry", "entries"),
        counted(health.events, "event"),
    )
    return " · ".join(held)


def _lacking(health: "Health") -> str:
    """Write what the board does not rest on, or rests on without a day; nothing where nothing is lacking."""
    counts = (
        (health.undated, "article", "without a day"),
        (health.left_out, "article", "left out, published later or not known when"),
        (health.rejected_files, "file", "not read (detente list rejections)"),
    )
    return " · ".join(f"{counted(n, one)} {what}" for n, one, what in counts if n)


class _Block:
    """The lines of one track; a sentence that was shown above is not shown again."""

    def __init__(self, sheet: Sheet, card: "TrackCard", *, most: int | None) -> None:
        self.sheet = sheet
        self.card = card
        self.most = most
        self.shown: set[str] = set()

    def put(self) -> None:
        """Write the block."""
        card, status = self.card, self.card.status
        since = f" since {status.since}" if status.since else ""
        self.sheet.put((status.name, "bold"), f" ({status.track})")
        self.sheet.labelled("status", (status.status, "bold"), since, _way(status.arrow))
        self.sheet.labelled("because", status.rule)
        self._quote(card.rests_on[: self.most])
        if status.arrow_rule:
            self.sheet.labelled("arrow", status.arrow_rule)
            self._quote(card.arrow_rests_on[:1])
        self._meeting("last meeting", card.last_meeting)
        self._meeting("next meeting", card.next_meeting)
        off = card.put_off
        called_off = off is not None and off.event.status == "cancelled"
        self._meeting("called off" if called_off else "put off", off)
        self._meeting("last agreement", card.last_agreement)
        self._entries("last refusal", (card.last_refusal,) if card.last_refusal else ())
        self._entries("open commitments", card.open_commitments)
        self._entries("overdue", card.overdue_commitments)
        self._entries("open conditions", card.open_conditions)

    def _quote(self, entries: "Iterable[RecordedEntry]") -> None:
        for told in entries:
            if told.id not in self.shown:
                self.shown.add(told.id)
                put_quote(self.sheet, told, indent=4)

    def _meeting(self, label: str, told: "RecordedEvent | None") -> None:
        if told is None:
            return
        event = told.event
        words = " · ".join(filter(None, (days(event.date), event_words(event), event.status)))
        self.sheet.labelled(label, f"{words} · {support(event)}", *identity(event.id))
        self._quote((telling_report(told),))

    def _entries(self, label: str, entries: "tuple[RecordedEntry, ...]") -> None:
        for number, told in enumerate(entries[: self.most]):
            again = " (above)" if told.id in self.shown else ""
            words = facts(told.entry) or told.entry.kind.value
            self.sheet.labelled("" if number else label, words, again)
            self._quote((told,))
        more = len(entries) - len(entries[: self.most])
        if more:
            self.sheet.labelled("", f"and {more} more: detente status {self.card.status.track}")
