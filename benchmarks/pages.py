"""Measures how long the pages of a record take, beside a bare ``SELECT … LIMIT 50`` of its tables.

Run from the repository root, with nothing else at work::

    .venv/bin/python benchmarks/pages.py --entries 1000000 --folder /tmp/pages

The record is made up, and kept in the folder for the next run (2.5 GB for a million entries). The pages are
asked of `detente serve` on loopback, over one connection, in turns with the bare queries; each answer is read to
its end. Every page is asked once before, so that the parts of the file that it needs are in memory.
"""

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

from large_record import made, rare_word

RARE, COMMON, PHRASE = rare_word(0), "baba", '"baba bade"'
BARE = "SELECT * FROM {} LIMIT 50"
TABLES = ("items", "entries")
PAGES = {
    "board": "/",
    "board, a track": "/?track=border",
    "chronology": "/chronology",
    "chronology, newest first": "/chronology?order=newest",
    "chronology, a track": "/chronology?track=border",
    "chronology, an actor": "/chronology?by=Armenia",
    "chronology, a kind": "/chronology?kind=meeting",
    "chronology, a track, an actor and a kind": "/chronology?track=border&by=Armenia&kind=meeting",
    "chronology, a year": "/chronology?from=2030&to=2030",
    "chronology, page 2,000": "/chronology?page=2000",
    "quotations": "/quotations",
    "quotations, a track": "/quotations?track=border",
    "quotations, an actor": "/quotations?by=Armenia",
    "quotations, two actors": "/quotations?by=Armenia&by=Azerbaijan",
    "search, a rare word": f"/search?text={RARE}",
    "search, a common word": f"/search?text={COMMON}",
    "search, a phrase": f"/search?text={quote(PHRASE)}",
    "search, a common word, a track": f"/search?text={COMMON}&track=border",
    "search, a common word, an actor": f"/search?text={COMMON}&by=Armenia",
    "search, a common word, a kind": f"/search?text={COMMON}&kind=meeting",
    "track": "/track/border",
    "timeline": "/timeline",
    "calendar": "/calendar",
    "matrix": "/matrix",
    "commitments": "/commitments",
    "blockers": "/blockers",
    "wording": "/wording",
    "actors": "/actors",
    "actor": "/actor/armenia",
    "map": "/map",
    "articles": "/articles",
    "left out": "/left-out",
    "review": "/review",
    "changes": "/changes",
    "help": "/help",
}
ASKED_OF = 20  # the first pages are the ones that have to answer in under 300 ms
SLOW = 5.0  # seconds: what takes longer is asked once


def main() -> None:
    """Make the record, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--years", type=float, default=20.0, help="that the record spans")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--all", action="store_true", help="of the other pages, too")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    name = f"{wanted.entries}-in-{wanted.years:g}-years"
    record = made(
        wanted.folder / name, wanted.entries, years=wanted.years, base=wanted.folder / "base"
    )
    pages = dict(list(PAGES.items())[: None if wanted.all else ASKED_OF])
    with served(record) as site, reading(record / "record.sqlite") as bare:
        times, sizes = measured(site, bare, pages, rounds=wanted.rounds)
    report(times, sizes, bare_tables=TABLES)


@contextmanager
def served(record: Path) -> Iterator[HTTPConnection]:
    """Serve a record; give a connection to it."""
    program = Path(sys.executable).with_name("detente")
    command = [str(program), "serve", "--record", str(record), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None  # noqa: S101 - a pipe was asked for
        line = next(line for line in server.stderr if "http://" in line)
        address = next(word for word in line.split() if word.startswith("http://"))
        site = HTTPConnection(urlsplit(address).netloc, timeout=600)
        try:
            _await(site)
            yield site
        finally:
            site.close()
            server.terminate()


def _await(site: HTTPConnection) -> None:
    """Wait until the server answers: it names its address a moment earlier."""
    for _ in range(600):
        try:
            return site.connect()
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file beside the server."""
    db = sqlite3.connect(path)
    try:
        yield db
    finally:
        db.close()


def measured(
    site: HTTPConnection, bare: sqlite3.Connection, pages: dict[str, str], *, rounds: int
) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Ask in turns; return seconds and sizes by what was asked."""
    times: dict[str, list[float]] = {name: [] for name in (*TABLES, *pages)}
    sizes = {name: asked(site, path)[1] for name, path in pages.items()}
    for _ in range(rounds):
        for table in TABLES:
            began = time.perf_counter()
            bare.execute(BARE.format(table)).fetchall()
            times[table].append(time.perf_counter() - began)
        for name, path in pages.items():
            if not times[name] or min(times[name]) < SLOW:
                times[name].append(asked(site, path)[0])
    return times, sizes


def asked(site: HTTPConnection, path: str) -> tuple[float, int]:
    """Ask for a page; return how long it took, and its size."""
    began = time.perf_counter()
    site.request("GET", path)
    answer = site.getresponse()
    size = len(answer.read())
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return time.perf_counter() - began, size


def report(
    times: dict[str, list[float]], sizes: dict[str, int], *, bare_tables: tuple[str, ...]
) -> None:
    """Print the medians."""
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print("| asked | median, ms | best, ms | kB |")
    print("| --- | --- | --- | --- |")
    for name, taken in times.items():
        what = f"`{BARE.format(name)}`" if name in bare_tables else name
        middle, best = statistics.median(taken) * 1000, min(taken) * 1000
        print(f"| {what} | {middle:.1f} | {best:.1f} | {sizes.get(name, 0) / 1000 or '':.4} |")


if __name__ == "__main__":
    main()
