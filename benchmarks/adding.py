"""Measures what one more article costs in a small record and in a large one.

Run from the repository root, with nothing else at work::

    .venv/bin/python -m benchmarks.adding

The records are made up (made_up.py) and grow by four articles a day, so that the large one covers years. What is
measured is writing one more article of the last day and bringing the views up; reading it is left out, since
that costs the same in every record. The records take turns; the last two columns are time of a processor, which
other work on the machine bears on less. A large record takes its time to build; ``--keep`` names a folder in which
the records stay for the next run.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.made_up import READER, World, build

from detente.ledger import Ledger
from detente.ledger.recording import begin_run, record_document
from detente.ledger.view_state import last_day
from detente.pipeline import refresh


@dataclass
class Measured:
    """A record with the times that adding one article to it took."""

    size: int
    ledger: Ledger
    world: World
    day: date
    run: int
    writing: list[float] = field(default_factory=list)
    views: list[float] = field(default_factory=list)
    working: list[float] = field(default_factory=list)  # of a processor, both together

    @property
    def together(self) -> float:
        """Return the median time, in seconds."""
        return statistics.median(map(sum, zip(self.writing, self.views, strict=True)))


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = chosen.keep or Path(passing)
        records: list[Measured] = []
        for size in chosen.sizes:
            records.append(opened(folder / str(size), size))
        chance = random.Random(time.time_ns())  # noqa: S311 - no secret hangs on it
        for number in range(chosen.rounds + 1):
            for record in records:
                add_one(record, chance, counts=number > 0)
        report(records)
        for record in records:
            record.ledger.close()


def opened(folder: Path, size: int) -> Measured:
    """Open the record of so many entries, or make it."""
    if (folder / "detente.toml").is_file():
        ledger = Ledger.open(folder)
        refresh(ledger, ledger.process)
    else:
        ledger = build(folder, size)
    run = begin_run(ledger, program="benchmark", reader=READER)
    with ledger.looking() as connection:
        day = last_day(connection)
    assert day is not None  # noqa: S101 - every article has a day
    return Measured(size, ledger, World(ledger.process), day, run)


def add_one(record: Measured, chance: random.Random, *, counts: bool) -> None:
    """Add one article, and note what it took."""
    number = time.time_ns()  # no two articles have one
    document, reading = record.world.article(number, record.day, chance)
    began, worked = time.perf_counter(), time.process_time()
    record_document(record.ledger, document, reading, run=record.run)
    written = time.perf_counter()
    refresh(record.ledger, record.world.process)
    if counts:
        record.writing.append(written - began)
        record.views.append(time.perf_counter() - written)
        record.working.append(time.process_time() - worked)


def report(records: Sequence[Measured]) -> None:
    """Print the medians, and the ratios to the first record."""
    base = records[0]
    print(
        "| entries | writing, ms | views, ms | together, ms | ratio | of a processor, ms | ratio |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for r in records:
        writing, views, working = (
            statistics.median(t) * 1000 for t in (r.writing, r.views, r.working)
        )
        ratios = r.together / base.together, working / statistics.median(base.working) / 1000
        print(
            f"| {r.size:,} | {writing:.1f} | {views:.0f} | {r.together * 1000:.0f} | {ratios[0]:.2f} "
            f"| {working:.0f} | {ratios[1]:.2f} |"
        )


if __name__ == "__main__":
    main()
