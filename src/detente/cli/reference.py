"""The reference of the commands, docs/cli.md: what ``--help`` says, and the exit codes.

``python -m detente.cli.reference > docs/cli.md`` writes it; a test compares the two.
"""

import sys

import typer
from typer.main import get_command

from detente.cli.ending import Code
from detente.cli.main import COMMANDS, app

WIDTH = 80  # columns of the help in the page

_INTRODUCTION = """\
# Commands

This page is what `detente COMMAND --help` says; `python -m detente.cli.reference > docs/cli.md` writes it anew.

Data goes to stdout, messages and progress to stderr. Where a command takes `--json` it writes one JSON document
with the shapes of [the exports](export.md) in it. Without a terminal, or with `NO_COLOR` set, the output is plain text.
Control characters and reordering marks of articles are shown as marks: `␛`, `<U+202E>`. An id may be shortened to
its first six digits or more.

A record is found in `--record DIR`, else in the folder that the variable `DETENTE_RECORD` names, else in this
folder or the nearest one above it that holds a `detente.toml`.

The filters mean the same in every command. A filter that may be repeated lets pass what fits one of its values; what
passes must fit each filter. Days are written `2023-05-25`, or `2023-05` for the whole month. `--from` and `--to` bound
the day that a thing tells of, for words without one the day on which they were said, else published, for documents
the day of publication; `--as-of` leaves out every article that is not
known to have been published by that day, and what was reckoned from it. `--known-at` leaves out all that was recorded
later: `2023-05-25` (that day to its end, in UTC), `2023-05-25T18:30` (in UTC, unless it ends in its zone, as `+04:00`),
the number of a change, or the name of a snapshot. It is the record of then, read with the program and the profile of today. The two go together.
"""

# What each exit code says.
_CODES = {
    Code.DONE: "done",
    Code.ERROR: "an error, or something that does not hold; the message says what to do",
    Code.USAGE: "wrong usage",
    Code.NOTHING: "nothing matched",
    Code.PARTLY: "some inputs failed, the rest is done",
}


def reference() -> str:
    """Write the page."""
    group = get_command(app)
    parts = [_INTRODUCTION, "| code | means |\n| --- | --- |"]
    rows = {code.value: words for code, words in _CODES.items()} | {130: "interrupted by Ctrl-C"}
    parts[-1] += "".join(f"\n| {code} | {words} |" for code, words in rows.items()) + "\n"
    parts.append(_section("detente", group))
    commands = getattr(group, "commands", {})
    parts += [_section(f"detente {named.name}", commands[named.name]) for named in COMMANDS]
    return "\n".join(parts)


def _section(name: str, command: object) -> str:
    context = typer.Context(
        command,  # type: ignore[arg-type]
        info_name=name,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    lines = context.get_help().splitlines()
    return f"## {name}\n\n```text\n" + "\n".join(line.rstrip() for line in lines) + "\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
