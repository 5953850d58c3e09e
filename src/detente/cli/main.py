"""The command line: its commands in their order, each with examples."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from detente.cli.blocking import blockers
from detente.cli.board import status
from detente.cli.changing import diff
from detente.cli.comparing import wording
from detente.cli.demoing import demo
from detente.cli.doctor import doctor
from detente.cli.drafting import draft
from detente.cli.ending import Code, end
from detente.cli.exporting import export
from detente.cli.listing import list_, search
from detente.cli.positions import positions
from detente.cli.promises import commitments
from detente.cli.recording import add, init, reread, verify
from detente.cli.reviewing import review
from detente.cli.schedule import agenda, timeline
from detente.cli.serving import serve
from detente.cli.showing import show
from detente.cli.snapshots import snapshot
from detente.cli.terminal import say, survive_encoding
from detente.model.errors import DetenteError


@dataclass(frozen=True, slots=True)
class Named:
    """A command with its name and examples."""

    name: str
    run: Callable[..., None]
    examples: tuple[str, ...]


COMMANDS = (
    Named(
        "init",
        init,
        (
            "detente init talks --process armenia-azerbaijan",
            "detente init talks --process blank",
            "detente init talks --process ./my-profile",
        ),
    ),
    Named(
        "draft",
        draft,
        (
            "detente draft articles/ -o my-profile",
            "detente draft articles/ -o my-profile --name 'The island talks' --at-least 5",
        ),
    ),
    Named(
        "add",
        add,
        (
            "detente add articles/",
            "detente add one.txt two.html archive.zip rows.jsonl",
            "detente add articles/ --record ~/talks --jobs 2",
        ),
    ),
    Named("reread", reread, ("detente reread", "detente reread --jobs 2")),
    Named(
        "status",
        status,
        ("detente status", "detente status treaty", "detente status --as-of 2023-06-09"),
    ),
    Named(
        "timeline",
        timeline,
        (
            "detente timeline --from 2023-05 --to 2023-06",
            "detente timeline --track border --by Armenia",
        ),
    ),
    Named("agenda", agenda, ("detente agenda", "detente agenda --as-of 2023-05-23 --json")),
    Named(
        "commitments",
        commitments,
        (
            "detente commitments",
            "detente commitments treaty --by Armenia",
            "detente commitments --outcome overdue --outcome kept --as-of 2023-07-01",
        ),
    ),
    Named(
        "blockers",
        blockers,
        (
            "detente blockers",
            "detente blockers treaty",
            "detente blockers --if border=settled --as-of 2023-05-20",
        ),
    ),
    Named(
        "diff",
        diff,
        (
            "detente diff --since 2023-06-07",
            "detente diff --from 2023-06-07 --to 2023-06-09 --track treaty",
            "detente diff --since june",
        ),
    ),
    Named(
        "list",
        list_,
        (
            "detente list meetings --from 2023-05",
            "detente list statements --by Pashinyan --track treaty",
            "detente list documents --outlet Reuters",
            "detente list rejections",
        ),
    ),
    Named("show", show, ("detente show 3f9a12c4", "detente show 3f9a12c4 --json")),
    Named("wording", wording, ("detente wording 3f9a12c4", "detente wording 3f9a12c4 --days 7")),
    Named(
        "positions",
        positions,
        (
            "detente positions --by Pashinyan --track treaty",
            "detente positions --by Azerbaijan --track border --as-of 2023-06-09 --json",
        ),
    ),
    Named(
        "search",
        search,
        ("detente search 'border delimitation'", "detente search '\"peace treaty\"' --by Lavrov"),
    ),
    Named(
        "export",
        export,
        (
            "detente export entries --format jsonl",
            "detente export entries --format csv -o entries.csv --track treaty",
            "detente export events --as-of 2023-06-09 -o events.jsonl",
        ),
    ),
    Named(
        "snapshot",
        snapshot,
        (
            "detente snapshot june --note 'as cited in the June report'",
            "detente snapshot --list",
            "detente export entries --snapshot june -o june.jsonl",
            "detente status --known-at june",
        ),
    ),
    Named(
        "review",
        review,
        (
            "detente review --as Ada --track border",
            "detente review --as Ben --blind",
            "detente review accept 3f9a12c4 --as Ada --reason 'the envoy says so'",
            "detente review reject --outlet 'Ararat Wire' --by Lavrov --as Ada",
            "detente review edit 3f9a12c4 status=held date=2023-05-14 place=Brussels",
            "detente review add 81c2d0aa 120:188 demand by=Armenia to=Azerbaijan tracks=border",
            "detente review split 7e6fd8b3 ee1ee3c5",
            "detente review merge 7e6fd8b3 50b1c9d2",
            "detente review same ee1ee3c5 6e407036",
            "detente review different ee1ee3c5 6e407036",
            "detente review actor '~ivan-petrov' = russia",
            "detente review part '~ivan-petrov' 'Ivan P. Petrov' ee1ee3c5",
            "detente review undo",
            "detente review undo 12",
            "detente review carry 12",
            "detente review agreement Ada Ben",
        ),
    ),
    Named("serve", serve, ("detente serve", "detente serve --open --port 0")),
    Named("verify", verify, ("detente verify", "detente verify --json")),
    Named("doctor", doctor, ("detente doctor", "detente doctor --record ~/talks")),
    Named("demo", demo, ("detente demo", "detente demo --keep talks")),
)


class Commands(TyperGroup):
    """The group of commands; a fault that the user can mend ends in a message and no traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        survive_encoding()
        try:
            return super().invoke(ctx)
        except DetenteError as error:
            say(f"Error: {error}")
            end(Code.ERROR)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # the reader has had enough: typer ends in silence
            say(f"Error: {error.strerror or error}. What was recorded before is safe.")
            end(Code.ERROR)


def _examples(lines: tuple[str, ...]) -> str:
    # \b keeps the lines of a paragraph of the help as they are
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _show_version(wanted: bool) -> None:
    from importlib.metadata import version

    if wanted:
        typer.echo(f"detente {version('detente')}")
        end(Code.DONE)


def _choose_record(record: Path | None) -> None:
    """Let every command find the record that was named before it."""
    if record is not None:
        os.environ["DETENTE_RECORD"] = str(record)


def _start(
    *,
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            callback=_choose_record,
            metavar="DIR",
            help="The record's folder; may also stand after the command.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Read the news about a peace process and keep its record.

    Who said what, who met whom, what was promised, refused and made conditional on what, where each track of
    the talks stands, and the sentence that each of these comes from.
    """


def build() -> typer.Typer:
    """Put the commands together."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=_examples(("detente demo", "detente init talks --process armenia-azerbaijan")),
    )
    app.callback()(_start)
    for command in COMMANDS:
        app.command(command.name, epilog=_examples(command.examples))(command.run)
    return app


app = build()


def main() -> None:
    """Run the command line."""
    app(prog_name="detente")
