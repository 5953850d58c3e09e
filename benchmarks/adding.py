"""Measures what one more article costs in a record of 1,000 entries and in one of 20,000.

Run from the repository root, with nothing else at work (about two minutes)::

    .venv/bin/python benchmarks/adding.py

The articles are made up, twenty entries in each, with the parties of a built-in profile, and go through
the ledger as read articles do. What is measured is writing one more of them and making the views anew;
reading it is left out, since that costs the same in every record. The two records take turns.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.ledger import Ledger
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import (
    ActorRef,
    Commitment,
    Entry,
    Evidence,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    Mode,
    Statement,
    Strength,
)
from detente.model.when import DateRange
from detente.pipeline import refresh

PROCESS = "armenia-azerbaijan"
READER = "made up"
ENTRIES_IN_ARTICLE = 20
FIRST_DAY = date(2020, 9, 27)
DAYS = 1200
SIDES = tuple(ActorRef(s.lower(), s, s) for s in ("Armenia", "Azerbaijan", "Russia", "Turkey"))
OUTLETS = ("Ararat Wire", "Caspian Bulletin", "Meridian Newswire", "Northern Agency")
TRACKS = ("treaty", "border", "transport", "prisoners")
# of twenty passages, what each tells; the mean of the demo's dispatches, roughly
TURN = ("statement",) * 13 + ("meeting",) * 3 + ("incident",) * 2 + ("commitment",) * 2
WORDS = tuple(a + b for a in ("ba", "do", "ke", "lu", "mi", "no") for b in ("rn", "st", "lt", "sk"))


@dataclass
class Measured:
    """A record with the times that adding one article to it took."""

    size: int
    ledger: Ledger
    run: int
    writing: list[float] = field(default_factory=list)
    views: list[float] = field(default_factory=list)


def main() -> None:
    """Fill the records, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 - the same articles on every run
    with tempfile.TemporaryDirectory(prefix="adding-") as folder:
        records = [filled(Path(folder), size, chance=chance) for size in wanted.sizes]
        for number in range(wanted.rounds):
            for record in records:
                add_one(record, number, chance=chance)
        report(records)
        for record in records:
            record.ledger.close()


def filled(folder: Path, size: int, *, chance: random.Random) -> Measured:
    """Make a record of so many entries."""
    ledger = Ledger.create(folder / str(size), PROCESS)
    run = begin_run(ledger, program="benchmark", reader=READER)
    for number in range(size // ENTRIES_IN_ARTICLE):
        document, reading = article(f"article-{number}", chance=chance)
        record_document(ledger, document, reading, run=run)
    refresh(ledger, ledger.process)
    return Measured(size, ledger, run)


def add_one(record: Measured, number: int, *, chance: random.Random) -> None:
    """Add one article and note what it took."""
    document, reading = article(f"one-more-{number}", chance=chance)
    process = record.ledger.process
    began = time.perf_counter()
    record_document(record.ledger, document, reading, run=record.run)
    written = time.perf_counter()
    refresh(record.ledger, process)
    record.writing.append(written - began)
    record.views.append(time.perf_counter() - written)


def article(name: str, *, chance: random.Random) -> tuple[Document, Reading]:
    """Make up an article and its reading."""
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    sentences = [sentence(chance) for _ in TURN]
    document = Document(
        source=f"{name}.txt",
        text="\n\n".join(sentences),
        title=name,
        outlet=chance.choice(OUTLETS),
        published=DateRange.on(day),
        language="en",
    )
    told = entries(document, sentences, day, chance=chance)
    return document, Reading(reader=READER, entries=tuple(told))


def sentence(chance: random.Random) -> str:
    """Make up a sentence of twenty words, so that no two articles are near copies."""
    return " ".join(chance.choices(WORDS, k=20)).capitalize() + "."


def entries(
    document: Document, sentences: Sequence[str], day: date, *, chance: random.Random
) -> Iterator[Entry]:
    """Make up one entry for each sentence."""
    start = 0
    for kind, quote in zip(TURN, sentences, strict=True):
        passage = Evidence(quote, start, start + len(quote))
        start += len(quote) + 2
        yield entry(kind, passage, document, day, chance=chance)


def entry(
    kind: str, passage: Evidence, document: Document, day: date, *, chance: random.Random
) -> Entry:
    """Make up an entry of a kind that tells of the day before publication or of the week after."""
    two = tuple(chance.sample(SIDES, 2))
    basis: dict[str, Any] = {
        "document": document.id,
        "evidence": (passage,),
        "tracks": (chance.choice(TRACKS),),
    }
    before, after = DateRange.on(day - timedelta(1)), DateRange.on(day + timedelta(7))
    match kind:
        case "meeting":
            return Meeting(status=MeetingStatus.HELD, participants=two, date=before, **basis)
        case "incident":
            happened = IncidentStatus.HAPPENED
            return Incident(status=happened, by=two[:1], to=two[1:], date=before, **basis)
        case "commitment":
            return Commitment(by=two[:1], strength=Strength.PLEDGE, due=after, **basis)
        case _:
            return Statement(speaker=two[:1], mode=Mode.INDIRECT, said_on=before, **basis)


def report(records: Sequence[Measured]) -> None:
    """Print the medians, and the ratios to the first record."""
    first = records[0]
    base = statistics.median(map(sum, zip(first.writing, first.views, strict=True)))
    print("| entries in the record | writing, ms | views anew, s | together, s | ratio |")
    print("| --- | --- | --- | --- | --- |")
    for r in records:
        together = statistics.median(map(sum, zip(r.writing, r.views, strict=True)))
        writing = statistics.median(r.writing) * 1000
        views = statistics.median(r.views)
        ratio = together / base
        print(f"| {r.size:,} | {writing:.1f} | {views:.2f} | {together:.2f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
