"""Run the program as a user would: in a process of its own, in a folder."""

import os
import subprocess
import sys
from pathlib import Path


def detente(
    *words: str | Path, record: Path | None = None, crash_at: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end and return what it printed."""
    environment = os.environ | {"DETENTE_CRASH_AT": crash_at, "NO_COLOR": "1", "COLUMNS": "100"}
    if record is not None:
        environment["DETENTE_RECORD"] = str(record)
    command = [sys.executable, "-m", "detente", *map(str, words)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def record_of(folder: Path, *articles: Path, process: str = "armenia-azerbaijan") -> Path:
    """Make a record in ``folder`` and read articles into it."""
    assert detente("init", folder, "--process", process).returncode == 0
    added = detente("add", *articles, record=folder)
    assert added.returncode in {0, 4}, added.stderr
    return folder


def exported(record: Path, what: str) -> str:
    """Return an export of the record as it is written."""
    result = detente("export", what, "--format", "jsonl", record=record)
    assert result.returncode == 0, result.stderr
    return result.stdout
