"""Measures how long the pages of ``detente serve`` take in a record of 1,000,000 entries.

Run from the repository root, with nothing else at work (about ten minutes; 4 GB of disk)::

    .venv/bin/python -m benchmarks.pages

The articles are made up (made_up.py) and go through the ledger as read articles do; the record that comes of them is then copied into itself until it is large, each copy under ids of its own.
Each page is asked for by the application itself, without a network, in turn with a bare ``SELECT``.
"""

import argparse
import json
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.made_up import build
from starlette.testclient import TestClient

from detente.ledger import Ledger
from detente.web.app import make_app

PAGES = {
    "board": "/",
    "chronology": "/chronology",
    "chronology, newest first, one track": "/chronology?order=newest&track=border",
    "quotations": "/quotations",
    "quotations of one side": "/quotations?by=Armenia",
    "search, two words": "/search?text=baba+baban",
    "search, a phrase": "/search?text=%22baba+baban%22",
}
BARE = "SELECT * FROM entries LIMIT 50"
ORIGIN = "http://127.0.0.1:8765"
_ID = re.compile(r"\b[0-9a-f]{16}\b")
# by table: which columns are numbers to spread, which hold ids, and which are names to tell apart
SPREAD: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "documents": (("number",), ("id",), ("text",)),
    "sightings": (("number",), ("document",), ("source", "chain")),
    "readings": (("number",), ("document",), ()),
    "entries": (("number",), ("id", "document", "body"), ()),
    "reading_entries": (("reading",), ("entry",), ()),
    "articles": (("reading",), ("document", "header"), ("source",)),
    "items": (("number",), ("id", "document", "listed_in", "component"), ()),
    "item_tracks": (("item",), (), ()),
    "item_actors": (("item",), (), ()),
    "item_outlets": (("item",), (), ()),
    "track_items": (("item",), (), ()),
    "unlisted_mentions": (("item",), ("listed_in",), ()),
    "events": ((), ("id", "body"), ()),
    "event_entries": ((), ("event", "entry"), ()),
}


def main() -> None:
    """Make the record, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument(
        "--of", type=int, default=20_000, help="entries that are made up and copied"
    )
    parser.add_argument("--rounds", type=int, default=15)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        record = Path(folder) / "record"
        build(record, wanted.of).close()
        multiply(record / "record.sqlite", wanted.entries // wanted.of)
        with Ledger.open(record) as ledger:
            report(measure(ledger, wanted.rounds), wanted.entries)


def copied(value: str, copy: int) -> str:
    """Let the first byte of every id in a text tell the copy, of which there are at most 256."""
    return _ID.sub(lambda found: f"{int(found[0][:2], 16) ^ copy:02x}{found[0][2:]}", value)


def multiply(path: Path, times: int) -> None:
    """Copy all rows of a record so many times, in the order in which they are listed."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("BEGIN")
    for table, columns in SPREAD.items():
        _multiply_table(connection, table, columns, times)
    _multiply_statuses(connection, times)
    for table in ("entry_search", "document_search"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")  # noqa: S608
    connection.execute("COMMIT")
    for _, sql in triggers:
        connection.execute(sql)
    connection.execute("ANALYZE")
    connection.close()


def _multiply_table(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[Sequence[str], Sequence[str], Sequence[str]],
    times: int,
) -> None:
    numbers, ids, names = columns
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
    heads = [column[0] for column in cursor.description]
    rows = cursor.fetchall()

    def copies() -> Iterator[list[object]]:
        for row in rows:
            for copy in range(times):
                made = dict(zip(heads, row, strict=True))
                for name in numbers:
                    made[name] = made[name] * times + copy if made[name] is not None else None
                for name in ids:
                    made[name] = copied(made[name], copy) if made[name] is not None else None
                for name in names:
                    made[name] = f"{made[name]} {copy}"
                yield list(made.values())

    connection.execute(f"DELETE FROM {table}")  # noqa: S608
    marks = ", ".join("?" * len(heads))
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", copies())  # noqa: S608


def _multiply_statuses(connection: sqlite3.Connection, times: int) -> None:
    """Let the statuses name the open matters of every copy, as those of a large record would."""
    for position, body in connection.execute(
        "SELECT position, body FROM track_statuses"
    ).fetchall():
        status = json.loads(body)
        for name in ("open_commitments", "open_conditions"):
            status[name] = [copied(i, c) for i in status.get(name) or () for c in range(times)]
        query = "UPDATE track_statuses SET body = ? WHERE position = ?"
        connection.execute(query, (json.dumps(status), position))


def measure(ledger: Ledger, rounds: int) -> dict[str, list[float]]:
    """Ask for each page in turn with the bare query; the first round warms up and does not count."""
    client = TestClient(make_app(ledger), base_url=ORIGIN)
    bare = sqlite3.connect(ledger.path)
    ways: dict[str, Callable[[], object]] = {BARE: lambda: bare.execute(BARE).fetchall()}
    ways |= {name: (lambda address=address: client.get(address)) for name, address in PAGES.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            if number:
                times[name].append(1000 * (time.perf_counter() - began))
    return times


def report(times: dict[str, list[float]], entries: int) -> None:
    """Print the table of the documentation."""
    print(f"{entries:,} entries\n\n| page | ms, median | lowest to highest |\n| --- | --- | --- |")
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"| {name} | {middle:.1f} | {min(found):.1f} to {max(found):.1f} |")


if __name__ == "__main__":
    main()
