"""``detente review``: people correct the record, one suggestion at a time or by a command for each act."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.corrections import put_correction
from detente.cli.ending import Code, end, nothing, write_json
from detente.cli.evidence import put_entry
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.review_acts import ACTS, KNOWN, Request, read_act
from detente.cli.review_loop import Session, put_suggestion
from detente.cli.sheet import Sheet
from detente.cli.terminal import say, stdout
from detente.model.filter import Filter
from detente.wording import counted

if TYPE_CHECKING:
    from detente.query import Agreed, Agreement

_SHOWN = 20  # corrections that are written out after a bulk decision

ActArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ACT",
        parser=read_act,
        help=f"{KNOWN}. Without one: one suggestion after the other in a terminal, else the next one.",
    ),
]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD...", help="What the act is done to; see the examples."),
]
AsOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="DETENTE_REVIEWER",
        metavar="NAME",
        help="Who reviews; otherwise the name of the machine's user.",
    ),
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; is recorded.")]
BlindOption = Annotated[
    bool,
    typer.Option(
        "--blind",
        help="As a second reviewer: see nothing of what others decided, and decide that, too.",
    ),
]
YesOption = Annotated[
    bool, typer.Option("--yes", help="Decide on all that the filters let pass, without asking.")
]


@takes_filters("track", "by", "from_", "to", "outlet")
def review(  # noqa: PLR0913 - one for each option
    act: ActArgument = None,
    words: WordsArgument = None,
    *,
    wanted: Filter,
    as_: AsOption = None,
    reason: ReasonOption = "",
    blind: BlindOption = False,
    yes: YesOption = False,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Correct the record: accept, reject, edit, add what was missed, join and part.

    Every correction is kept with name, reason and time, and can be undone.
    """
    if act == "agreement":
        _agree(record, words or [], as_json=as_json)
        return
    with open_record(record) as ledger:
        asked = Request(
            ledger=ledger,
            words=tuple(words or ()),
            where=known_tracks(wanted, ledger.process),
            by=_reviewer(as_),
            reason=reason,
            blind=blind,
        )
        if act in ACTS:
            _do(act, asked, sure=yes, as_json=as_json)
        elif act is None and sys.stdin.isatty() and sys.stdout.isatty() and not as_json:
            Session(asked, Sheet(stdout())).run()
        else:
            _next(asked, as_json=as_json)


def _reviewer(typed: str | None) -> str:
    from getpass import getuser

    from detente.pipeline.correcting import reviewer_name

    if typed is not None:
        return reviewer_name(typed)
    name = reviewer_name(getuser())
    say(f"Reviewing as {name}, the user of this machine; --as NAME names another.")
    return name


def _do(act: str, asked: Request, *, sure: bool, as_json: bool) -> None:
    from detente.export import correction_shape
    from detente.pipeline import catch_up
    from detente.query import corrections

    if act in ("accept", "reject") and not asked.words:
        asked = _whole_filter(act, asked, sure=sure)
    numbers = ACTS[act].run(asked)
    catch_up(asked.ledger, asked.ledger.process)
    made = corrections(asked.ledger, numbers=numbers)
    if as_json:
        write_json([correction_shape(c) for c in made])
        return
    sheet = Sheet(stdout())
    for correction in made[:_SHOWN]:
        put_correction(sheet, correction)
        sheet.blank()
    if len(made) > _SHOWN:
        sheet.put(f"and {len(made) - _SHOWN} more: detente list corrections")
    if act != "undo":
        sheet.put(f"Recorded {counted(len(made), 'correction')}. To take it back:")
        sheet.command(f"detente review undo --as {shlex.quote(asked.by)}")


def _whole_filter(act: str, asked: Request, *, sure: bool) -> Request:
    """Show what a bulk decision is on, and ask; nothing is decided that was not listed."""
    from dataclasses import replace

    from detente.query import preview

    listed = preview(asked.ledger, asked.where, reviewer=asked.by, blind=asked.blind)
    if not listed:
        nothing("Nothing that the filters let pass waits for a decision.")
    sheet = Sheet(stdout())
    for entry in () if sure else listed:
        put_entry(sheet, entry)
    count = counted(len(listed), "entry", "entries")
    if not sure and not (sys.stdin.isatty() and typer.confirm(f"{act} {count}?", err=True)):
        say(f"Nothing was recorded. This would {act} {count}; add --yes to do so.")
        end(Code.DONE)
    return replace(asked, words=tuple(entry.id for entry in listed))


def _next(asked: Request, *, as_json: bool) -> None:
    from detente.export import suggestion_shape
    from detente.query import progress, suggestions

    given = {"reviewer": asked.by, "blind": asked.blind}
    found = suggestions(asked.ledger, asked.where, reviewer=asked.by, blind=asked.blind)
    far = progress(asked.ledger, asked.where, reviewer=asked.by, blind=asked.blind)
    if as_json:
        shape = suggestion_shape(found[0]) if found else None
        write_json(given | {"done": far.done, "total": far.total, "next": shape})
    elif found:
        put_suggestion(Sheet(stdout()), found[0], far)
    if not found:
        nothing(f"All reviewed: {far.done} of {far.total}.")


def _agree(record: Path | None, names: Sequence[str], *, as_json: bool) -> None:
    from detente.export import agreement_shape
    from detente.pipeline.correcting import reviewer_name
    from detente.query import agreement

    if len(names) != 2:
        raise typer.BadParameter("write it so: detente review agreement NAME NAME")
    with open_record(record) as ledger:
        found = agreement(ledger, *map(reviewer_name, names))
    if as_json:
        write_json(agreement_shape(found))
    elif found.whole.both:
        _put_agreement(Sheet(stdout()), found)
    if not found.whole.both:
        nothing(f"No entry was decided by both {found.first} and {found.second}.")


def _put_agreement(sheet: Sheet, found: "Agreement") -> None:
    sheet.put(f"{found.first} and {found.second}: ", _agreed(found.whole))
    for kind, of in found.kinds:
        sheet.labelled(kind, _agreed(of))
    if found.edited_alike:
        sheet.labelled("edited alike", str(found.edited_alike))
    for entry, one, other in found.differ:
        sheet.blank()
        put_entry(sheet, entry)
        sheet.put(f"{found.first}: {one.value} · {found.second}: {other.value}", indent=4)


def _agreed(of: "Agreed") -> str:
    kappa = "kappa not defined" if of.kappa is None else f"kappa {of.kappa:.2f}"
    return f"{of.agreed} of {of.both} alike ({of.share:.0%}), {kappa}"
