"""``detente commitments``: what was promised, and what became of it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity, put_quote
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout
from detente.model.event import Event
from detente.model.filter import Filter
from detente.model.undertaking import Outcome
from detente.wording import actors, days, facts

if TYPE_CHECKING:
    from detente.query import FollowedCommitment

TrackArgument = Annotated[
    str | None, typer.Argument(metavar="TRACK", help="Only this track, by its id or name.")
]
OutcomeOption = Annotated[
    list[Outcome] | None,
    typer.Option("--outcome", help="Only those of this outcome; may be repeated."),
]


@takes_filters()
def commitments(
    only: TrackArgument = None,
    *,
    outcome: OutcomeOption = None,
    wanted: Filter,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show what was promised, by whom and by when, and what became of it."""
    from detente import query
    from detente.export import commitment_shape

    with open_record(record) as ledger:
        asked = replace(wanted, tracks=(*wanted.tracks, *([only] if only else ())))
        found = query.commitments(ledger, known_tracks(asked, ledger.process))
    if outcome:
        found = tuple(f for f in found if f.undertaking.outcome in outcome)
    if as_json:
        write_json([commitment_shape(each) for each in found])
    else:
        _put_all(Sheet(stdout()), found)
    if not found:
        nothing("No commitment matches.")


def _put_all(sheet: Sheet, found: "tuple[FollowedCommitment, ...]") -> None:
    for number, followed in enumerate(found):
        if number:
            sheet.blank()
        _put(sheet, followed)


def _put(sheet: Sheet, followed: "FollowedCommitment") -> None:
    event, under = followed.commitment.event, followed.undertaking
    due = f"due {days(event.date)}" if event.date else "no day set"
    words = " · ".join(filter(None, (due, _strengths(event), _who(event), ", ".join(event.tracks))))
    sheet.put((under.outcome.value, "bold"), f" · {words}", *identity(event.id))
    sheet.put(under.because, indent=2)
    for mention in followed.commitment.reports:
        put_quote(sheet, mention, indent=6)
    for label, entries in (
        ("on condition:", followed.conditions),
        ("what became of it:", followed.sentences),
        ("said not to be kept:", followed.denials),
    ):
        if entries:
            sheet.put(label, indent=2)
        for told in entries:
            if label == "on condition:" and (terms := facts(told.entry)):
                sheet.put(terms, indent=6)
            put_quote(sheet, told, indent=6)


def _strengths(event: Event) -> str:
    """Write how firm the promise was, mention by mention, where that changed."""
    changes: list[str] = []
    for step in event.history:
        if not changes or changes[-1] != step.status:
            changes.append(step.status)
    return " → ".join(changes)


def _who(event: Event) -> str:
    return " → ".join(actors(them) for them in (event.by, event.to) if them)
