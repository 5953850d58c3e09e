"""The transcript of the README, made of the record of the demo: ``python -m tests.demo.transcript`` renews it."""

import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from detente import query
from detente.cli.main import app
from detente.demo import build
from detente.ledger import Ledger
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline.adding import silent
from tests.docs.pages import ROOT

README = ROOT / "README.md"
LEFT_OUT = "[...]"
AFTER_LAST = (
    "  next",
    "  last agreement",
    "  called",
    "  put off",
    "  last refusal",
    "  open",
    "  overdue",
)
BLOCK = re.compile(r"(?<=## What it looks like\n\n).*?(?=\n## )", re.DOTALL)
LEAD = f"Parts are left out where `{LEFT_OUT}` stands. Ids at the end of lines are what `show` takes.\n"


@dataclass(frozen=True)
class Part:
    """Lines that are shown: from the first that begins so to an empty line, or one that begins with an end."""

    first: str
    ends: tuple[str, ...] = ()
    most: int = 99


def transcript(record: Path) -> str:
    """Type the commands of the README and return what they show."""
    lines = [*_demo(record), "$ export DETENTE_RECORD=talks"]
    lines += _typed(
        record,
        f"detente show {_moscow(record)[:8]}",
        Part("meeting", ("  tracks",)),
        Part("  history", ("  stands",), 4),
    )
    lines += _typed(record, """detente search '"29,800 square"' --by Armenia""", Part("condition"))
    lines += _export(record)
    return f"{LEAD}\n```text\n" + "\n".join(lines) + "\n```\n"


def _demo(record: Path) -> list[str]:
    parts = Part("Armenia and Azerbaijan"), Part("Border ", AFTER_LAST)
    shown = _typed(record, "detente status", *parts)
    return ["$ detente demo --keep talks", *shown[1:]]


def _typed(record: Path, command: str, *parts: Part) -> list[str]:
    """Return the command and of its output these parts, with a mark where something is left out."""
    shown = _output(record, command).splitlines()
    lines: list[str] = []
    at = 0
    for part in parts:
        start = next(n for n in range(at, len(shown)) if shown[n].startswith(part.first))
        end = next((n for n in range(start + 1, len(shown)) if _ends(shown[n], part)), len(shown))
        end = min(end, start + part.most)
        lines += [LEFT_OUT] if start > at else []
        lines += shown[start:end]
        at = end
    return [f"$ {command}", *lines, *([LEFT_OUT] if at < len(shown) else [])]


def _ends(line: str, part: Part) -> bool:
    return not line or line.startswith(part.ends)


def _output(record: Path, command: str) -> str:
    arguments = [*shlex.split(command)[1:], "--record", str(record)]
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.stdout


def _export(record: Path) -> Iterator[str]:
    command = "detente export entries --format csv -o entries.csv --track border"
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "entries.csv"
        told = shlex.split(command.replace("entries.csv", str(target)))[1:]
        said = CliRunner().invoke(app, [*told, "--record", str(record)]).stderr
    yield f"$ {command}"
    yield said.strip().replace(str(target), target.name)


def _moscow(record: Path) -> str:
    """Find the meeting of the leaders in Moscow, which most articles tell of."""
    where = Filter(kinds=(Kind.MEETING,))
    with Ledger.open(record) as ledger:
        events = [told.event for told in query.events(ledger, where)]
    there = [
        e for e in events if str(e.date) == "2023-05-25" and e.place and e.place.id == "moscow"
    ]
    return max(there, key=lambda event: len(event.entries)).id


def main() -> None:
    """Read the demo and write the transcript into the README."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "talks", silent, passing=False)
        made = transcript(Path(folder) / "talks")
    text = README.read_text("utf-8")
    README.write_text(BLOCK.sub(lambda _: made, text, count=1), "utf-8")


if __name__ == "__main__":
    main()
