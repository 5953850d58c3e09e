"""The record: a folder with its settings, its profile and one SQLite file."""

import json
import os
import shutil
import tomllib
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from detente.ledger.crash import crash_point
from detente.ledger.database import (
    check_schema,
    connect,
    make_schema,
    transaction,
    upgrade_schema,
)
from detente.ledger.schema import SCHEMA_VERSION
from detente.model.errors import ProfileError, RecordError
from detente.model.profile import Process
from detente.processes import copy_profile, load_process

SETTINGS = "detente.toml"
DATABASE = "record.sqlite"
PROFILE = "process"

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the time by the machine's clock, in UTC."""
    return datetime.now(UTC)


class Ledger:
    """An open record. Use it as a context manager; ``process`` is its profile."""

    def __init__(
        self, folder: Path, *, name: str, clock: Clock = now, lasting: bool = True
    ) -> None:
        self.folder = folder
        self.name = name
        self.clock = clock
        self.path = folder / DATABASE
        self.engine = connect(self.path, lasting=lasting)
        self.earlier: dict[Hashable, Ledger] = {}  # states of it that were asked for, kept at hand
        self.lock = Lock()
        self._process: Process | None = None

    @classmethod
    def create(cls, folder: Path, process_name: str | Path, *, clock: Clock = now) -> "Ledger":
        """Make a record in ``folder`` with a copy of the profile (a built-in name, or a folder) and open it."""
        if (folder / SETTINGS).exists():
            raise RecordError(f"{folder} has a record already; open it, or choose another folder")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _place_profile(folder / PROFILE, process_name)
            ledger = cls(folder, name=folder.absolute().name, clock=clock)
            make_schema(ledger.engine, ledger.path)
            # last of all: a folder with settings is a whole record
            _write_settings(folder, ledger.name, clock())
        except OSError as error:
            raise RecordError(f"no record can be made in {folder}: {error.strerror}") from error
        return ledger

    @classmethod
    def open(cls, folder: Path, *, clock: Clock = now) -> "Ledger":
        """Open the record in ``folder``, upgrading one of an older program.

        Raise ``RecordError`` where there is none that can be read.
        """
        try:
            settings = tomllib.loads((folder / SETTINGS).read_text("utf-8"))
        except OSError as error:
            raise RecordError(
                f"{folder} holds no record ({SETTINGS} cannot be read); make one with `detente init`"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise RecordError(f"{folder / SETTINGS} is not well formed: {error}") from error
        if not (folder / DATABASE).is_file():
            raise RecordError(f"{folder / DATABASE} is missing; take it from a backup")
        schema = check_schema(folder / DATABASE)
        ledger = cls(folder, name=str(settings.get("name", folder.name)), clock=clock)
        if schema < SCHEMA_VERSION:
            upgrade_schema(ledger.engine, ledger.path)
        return ledger

    @property
    def process(self) -> Process:
        """Return the record's own copy of the process profile."""
        if self._process is None:
            self._process = load_process(self.folder / PROFILE)
        return self._process

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction that writes; raise ``RecordError`` where the file cannot be written."""
        with transaction(self.engine, self.path, write=True) as connection:
            yield connection
            crash_point("before-commit")
        crash_point("after-commit")

    def looking(self) -> AbstractContextManager[Connection]:
        """Begin a transaction that reads one state of the record, whoever writes meanwhile."""
        return transaction(self.engine, self.path, write=False)

    def close(self) -> None:
        """Close the file."""
        self.earlier.clear()
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _place_profile(target: Path, wanted: str | Path) -> None:
    """Copy the profile, whole or not at all; keep one that a broken-off ``init`` has left."""
    if target.exists():
        if load_process(target).digest != load_process(wanted).digest:
            raise ProfileError(
                f"{target} holds another profile; remove it or choose another folder"
            )
        return
    half_done = target.with_name(f".{target.name}.new")
    shutil.rmtree(half_done, ignore_errors=True)
    copy_profile(wanted, half_done)
    half_done.rename(target)


def _write_settings(folder: Path, name: str, created: datetime) -> None:
    lines = {"name": name, "process": PROFILE, "created": created.isoformat(timespec="seconds")}
    # a JSON string is a TOML string, but for the one control character that JSON leaves as it is
    text = "".join(f"{k} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in lines.items())
    new = folder / f".{SETTINGS}.new"
    with new.open("w", encoding="utf-8") as file:
        file.write(text.replace("\x7f", "\\u007f"))
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / SETTINGS)
