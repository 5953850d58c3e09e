"""The SQLite file: opened with its settings, its schema checked, its errors told in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from detente.ledger.schema import EXTRA_DDL, SCHEMA_VERSION, addresses, facts, views
from detente.model.errors import RecordError

BUSY_MILLISECONDS = 10_000  # how long a second writer waits for the first
_PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cache_size = -65536",
    "temp_store = MEMORY",
    "journal_size_limit = 67108864",
)


def connect(path: Path, *, lasting: bool = True) -> Engine:
    """Open the file, which may not be there yet; nothing is read before the first connection.

    One that is not ``lasting`` is never waited for to be on the disk.
    """
    pragmas = _PRAGMAS if lasting else (*_PRAGMAS, "synchronous = OFF")
    engine = create_engine(f"sqlite+pysqlite:///{path}")

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        del record
        connection.isolation_level = None  # we begin transactions ourselves: see ``begin``
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a transaction that reads first and writes later fails at once when another one writes; an
        # immediate one waits its turn
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def transaction(engine: Engine, path: Path, *, write: bool) -> Iterator[Connection]:
    """Give a connection whose work is kept whole or not at all."""
    with told_plainly(path), engine.connect() as plain:
        connection = plain.execution_options(immediate=write)
        with connection.begin():
            yield connection


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn an error of the database into a ``RecordError`` that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(_explain(str(error.orig), path)) from error


def _explain(problem: str, path: Path) -> str:
    if "locked" in problem:
        return (
            f"another detente is writing to {path}; waited {BUSY_MILLISECONDS // 1000} seconds. "
            "Try again when it is done."
        )
    if "full" in problem or "disk I/O" in problem:
        return (
            f"the record {path} could not be written: {problem}. "
            "What was read so far is kept; make room and run the command again."
        )
    if "not a database" in problem or "malformed" in problem:
        return f"{path} is damaged or is no record: {problem}. Take it from a backup."
    if "readonly" in problem or "unable to open" in problem:
        return f"the record {path} cannot be opened for writing: {problem}. Check its permissions."
    return f"the record {path} could not be used: {problem}"


def make_schema(engine: Engine, path: Path) -> None:
    """Make every table that is not there yet, in one transaction."""
    with transaction(engine, path, write=True) as connection:
        _make_tables(connection)


def _make_tables(connection: Connection) -> None:
    facts.create_all(connection)
    addresses.create_all(connection)
    views.create_all(connection)
    for table in facts.sorted_tables:  # of a table that was there, those that are new
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    for statement in EXTRA_DDL:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def upgrade_schema(engine: Engine, path: Path) -> None:
    """Give an older record the tables of this program; its facts stay, its views are to be made anew.

    Safe to break off and to repeat: it is one transaction, and does nothing to a record of this schema.
    """
    with transaction(engine, path, write=True) as connection:
        if connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION:
            return  # another process was faster
        _keep_event_names(connection)
        _drop_views(connection)
        _make_tables(connection)


def _keep_event_names(connection: Connection) -> None:
    """Keep under which ids events can be found, before they are thrown away with the other views."""
    addresses.create_all(connection)
    there = "SELECT 1 FROM sqlite_master WHERE name = 'event_entries'"
    if connection.exec_driver_sql(there).scalar():
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO event_names (event, entry) SELECT event, entry FROM event_entries"
        )


def _drop_views(connection: Connection) -> None:
    """Drop whatever holds no facts, by whichever version it was made."""
    # an index of the full-text search takes tables of its own with it
    for wanted in ("type = 'view'", "sql LIKE 'CREATE VIRTUAL TABLE%'", "type = 'table'"):
        query = f"SELECT type, name FROM sqlite_master WHERE {wanted} AND name NOT LIKE 'sqlite_%'"  # noqa: S608
        for kind, name in connection.exec_driver_sql(query).all():
            if name not in facts.tables and name not in addresses.tables:
                connection.exec_driver_sql(f'DROP {kind} "{name}"')


def check_schema(path: Path) -> int:
    """Return the version of the record's schema.

    Raise ``RecordError`` where the file is no record, or one of a newer program.
    """
    with told_plainly(path):
        try:
            # opened without our settings: WAL would already write to a file that may not be ours
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.close()
        except sqlite3.Error as error:
            raise RecordError(_explain(str(error), path)) from error
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"{path} was written by a newer detente (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade detente to open it"
        )
    if version < 1:
        raise RecordError(f"{path} holds no record of detente")
    return int(version)
