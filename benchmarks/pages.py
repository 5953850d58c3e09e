"""Measures how long the pages of a record take, beside a bare ``SELECT … LIMIT 50`` of its tables.

Run from the repository root, with nothing else at work::

    .venv/bin/python benchmarks/pages.py --entries 1000000 --folder /tmp/pages

Of several sizes (``--entries 60000 300000 1000000``) the smaller ones span as much fewer years, so that a day is
as full in each, and what the pages take of a processor is set side by side: a page that does not grow has a ratio
near one.

The record is made up, and kept in the folder for the next run (2.9 GB for a million entries). The pages are
asked of ``detente serve`` on loopback, over one connection, in turns with the bare queries, and each answer is
read to its end. Every page is asked once before, so that the parts of the file that it needs are in memory.
The time that the server had a processor says what a busy machine hides.
"""

import argparse
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

from large_record import BASE_ENTRIES, made, rare_word
from made_up import WORDS

RARE, COMMON, PHRASE = rare_word(0), WORDS[0], f'"{WORDS[0]} {WORDS[1]}"'
BARE = "SELECT * FROM {} LIMIT 50"
TABLES = ("items", "entries")
WHOLE = "SELECT min(day), max(day) FROM items WHERE type = 'event'"
PAGES = {
    "board": "/",
    "board, a track": "/?track=border",
    "chronology": "/chronology",
    "chronology, newest first": "/chronology?order=newest",
    "chronology, a track": "/chronology?track=border",
    "chronology, an actor": "/chronology?by=Armenia",
    "chronology, a kind": "/chronology?kind=meeting",
    "chronology, a track, an actor and a kind": "/chronology?track=border&by=Armenia&kind=meeting",
    "chronology, a year": "/chronology?from=2018&to=2018",
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
    "search, a common word, a year": f"/search?text={COMMON}&from=2018&to=2018",
    "quotations, a year": "/quotations?from=2018&to=2018",
    "track": "/track/border",
    "timeline": "/timeline",
    "timeline, all days": "/timeline?window={first}/{last}",
    "calendar": "/calendar",
    "calendar, an early month": "/calendar?month=2018-03",
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
    "review, a kind": "/review?kind=meeting",
    "review, a track": "/review?track=border",
    "review, a track and an actor": "/review?track=border&by=Armenia",
    "review, a common word": f"/review?text={COMMON}",
    "review, a year": "/review?from=2018&to=2018",
    "changes": "/changes",
    "help": "/help",
}
EARLIER = ("/?as_of={}", "/chronology?as_of={}", "/timeline?as_of={}", "/review")
CHANGED = "/changes?since={}"
ASKED_OF = 20  # the first pages are the ones that have to answer in under 300 ms


@dataclass
class Measured:
    """How long something took, by the clock and of a processor, and how large the answer was."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0


@dataclass
class Site:
    """A record that is served by a process of its own."""

    process: int
    connection: HTTPConnection

    def asked(self, path: str) -> tuple[float, float, int]:
        """Ask for a page; return seconds by the clock and of the server's processor, and the size."""
        began, busy = time.perf_counter(), self._cpu()
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        size = len(answer.read())
        if answer.status not in (200, 202):
            raise SystemExit(f"{path}: {answer.status}")
        return time.perf_counter() - began, self._cpu() - busy, size

    def is_made(self, path: str) -> bool:
        """Say whether a page says that what it shows is being made."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status == 202

    def _cpu(self) -> float:
        """Return how long the threads of the server have run (Linux tells it to the nanosecond)."""
        tasks = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def main() -> None:
    """Make the record, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--years", type=float, default=20.0, help="that the largest one spans")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--earlier", metavar="DAY", help="ask for the state as of a day, too")
    parser.add_argument("--all", action="store_true", help="ask for the other pages, too")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    pages = dict(list(PAGES.items())[: None if wanted.all else ASKED_OF])
    found: dict[int, dict[str, Measured]] = {}
    for entries in sorted(wanted.entries):
        record = _record(wanted.folder, entries, wanted.years * entries / max(wanted.entries))
        with served(record) as site, closing(sqlite3.connect(record / "record.sqlite")) as bare:
            first, last = bare.execute(WHOLE).fetchone()
            asked = {name: page.format(first=first, last=last) for name, page in pages.items()}
            found[entries] = measured(site, bare, asked, rounds=wanted.rounds)
            report(found[entries])
            if wanted.earlier:
                report(at_first(site, wanted.earlier, rounds=wanted.rounds))
    if len(found) > 1:
        compare(found)


def _record(folder: Path, entries: int, years: float) -> Path:
    """Make a record, or find the one that is there: so many articles a day, for so many years."""
    base = folder / f"base-{min(entries, BASE_ENTRIES)}"
    return made(folder / f"{entries}-in-{years:g}-years", entries, years=years, base=base)


@contextmanager
def served(record: Path) -> Iterator[Site]:
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
            yield Site(server.pid, site)
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


def measured(
    site: Site, bare: sqlite3.Connection, pages: dict[str, str], *, rounds: int
) -> dict[str, Measured]:
    """Ask in turns, once before anything is measured; return what was measured by what was asked."""
    found = {name: Measured() for name in (*map(BARE.format, TABLES), *pages)}
    for name, path in pages.items():
        found[name].size = site.asked(path)[2]
    for _ in range(rounds):
        for query in map(BARE.format, TABLES):
            began, busy = time.perf_counter(), time.process_time()
            bare.execute(query).fetchall()
            found[query].seconds.append(time.perf_counter() - began)
            found[query].cpu.append(time.process_time() - busy)
        for name, path in pages.items():
            seconds, cpu, _ = site.asked(path)
            found[name].seconds.append(seconds)
            found[name].cpu.append(cpu)
    return found


def at_first(site: Site, day: str, *, rounds: int) -> dict[str, Measured]:
    """Ask for an earlier state while it is made, tell how long that takes, and ask again when it is there."""
    pages = [page.format(day) for page in EARLIER]
    found = {f"{page} while it is made": Measured() for page in pages}
    began = time.perf_counter()
    for _ in range(rounds):
        for page, one in zip(pages, found.values(), strict=True):
            seconds, cpu, one.size = site.asked(page)
            one.seconds.append(seconds)
            one.cpu.append(cpu)
    for page in (pages[0], CHANGED.format(day)):
        while site.is_made(page):
            time.sleep(0.5)
        print(f"{page} was there after {time.perf_counter() - began:.0f} s")
    for page in (*pages, CHANGED.format(day)):
        one = found[f"{page} when it is there"] = Measured()
        for _ in range(rounds):
            seconds, cpu, one.size = site.asked(page)
            one.seconds.append(seconds)
            one.cpu.append(cpu)
    return found


def report(found: dict[str, Measured]) -> None:
    """Print the medians."""
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print("| asked | median, ms | lowest, ms | of a processor, median, ms | kB |")
    print("| --- | --- | --- | --- | --- |")
    for name, one in found.items():
        middle, lowest, cpu = (
            1000 * each(times)
            for each, times in ((median, one.seconds), (min, one.seconds), (median, one.cpu))
        )
        print(f"| {name} | {middle:.1f} | {lowest:.1f} | {cpu:.1f} | {one.size // 1000 or ''} |")


def compare(found: dict[int, dict[str, Measured]]) -> None:
    """Print what the pages took of a processor in each record, and the ratio of the largest to the smallest."""
    sizes = sorted(found)
    print("\nof a processor, median, ms:")
    print(f"| asked | {' | '.join(f'{size:,}' for size in sizes)} | ratio |")
    print("| --- " * (len(sizes) + 2) + "|")
    for name in found[sizes[0]]:
        taken = [1000 * median(found[size][name].cpu) for size in sizes]
        print(f"| {name} | {' | '.join(f'{t:.1f}' for t in taken)} | {taken[-1] / taken[0]:.2f} |")


if __name__ == "__main__":
    main()
