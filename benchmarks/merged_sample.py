"""Draw merged events by chance, each with its passages, to be read by hand.

``--of N RECORD[,RECORD]`` draws N events of two reports or more from these records together; it may be repeated, and
one stream of random numbers serves all. The events are merged anew, so that two states of the merging can be
held against each other on one reading.

    python -m benchmarks.merged_sample --seed 52 --of 30 syria,gaza,yemen --of 12 day-of-news
"""

import argparse
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from detente.ledger import Ledger
from detente.ledger.facts import load_state
from detente.merge import fold_copies, merge
from detente.model.event import Event, Report

AROUND = 140  # letters of the text before and after a passage
MOST = 12  # reports of one event


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--of", nargs=2, action="append", metavar=("N", "RECORDS"), required=True)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - a sample, no secret
    for count, records in asked.of:
        folders = sorted(Path(one) for one in records.split(","))
        told = [(f.name, e, by, texts) for f in folders for e, by, texts in _merged(f)]
        told.sort(key=lambda one: (one[0], one[1].id))
        sys.stdout.write(f"# {count} of {len(told)} merged events of {records}\n")
        for name, event, by, texts in chance.sample(told, min(int(count), len(told))):
            sys.stdout.write(f"\n{name} · {event.kind} · {event.status} · {event.id[:8]}\n")
            sys.stdout.writelines(
                _told(by[i], texts[by[i].document.id]) for i in event.entries[:MOST]
            )


def _merged(folder: Path) -> Iterator[tuple[Event, Mapping[str, Report], Mapping[str, str]]]:
    ledger = Ledger.open(folder)
    state = load_state(ledger)
    reports = state.reports(state.standing(), fold_copies(dict(state.texts)))
    by = {r.id: r for r in reports}
    for event in merge(reports, process=ledger.process):
        if len(event.entries) > 1:
            yield event, by, state.texts


def _told(report: Report, text: str) -> str:
    passage = report.entry.evidence[0]
    before, after = text[: passage.start][-AROUND:], text[passage.end :][:AROUND]
    head = report.document
    said = " ".join(f"{before}»{passage.quote}«{after}".split())
    return f"  [{head.outlet}, {head.published}, {head.title}]\n    {said}\n"


if __name__ == "__main__":
    main()
