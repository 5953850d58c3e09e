"""How a command ends: its exit codes, and the data that it writes last."""

import sys
from collections.abc import Iterable
from enum import IntEnum
from typing import Any, NoReturn

import typer

from detente.cli.terminal import say


class Code(IntEnum):
    """Exit codes; documented in docs/cli.md."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    NOTHING = 3
    PARTLY = 4


def end(code: Code) -> NoReturn:
    """End the command with a code."""
    raise typer.Exit(int(code))


def nothing(message: str) -> NoReturn:
    """Say that nothing matched, and end so."""
    say(message)
    end(Code.NOTHING)


def write_data(pieces: Iterable[str]) -> None:
    """Write data to stdout as UTF-8, whatever the terminal's own encoding."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_json(value: Any) -> None:
    """Write one JSON document to stdout."""
    from detente.export import json_page

    write_data([json_page(value)])
