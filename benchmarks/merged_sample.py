"""Draw merged events by chance, each with its passages, or stories, each with its headlines, to be read by hand.

``--of N RECORD[,RECORD]`` draws N events of two reports or more from these records together; it may be repeated, and
one stream of random numbers serves all. The events are merged anew, so that two states of the merging can be
held against each other on one reading. ``--stories`` draws stories instead.

    python -m benchmarks.merged_sample --seed 52 --of 30 syria,gaza,yemen --of 12 day-of-news
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from detente.ledger import Ledger
from detente.ledger.facts import load_state
from detente.merge import fold_copies, merge, tell_stories
from detente.model.event import DocumentHead, Report

AROUND = 140  # letters of the text before and after a passage
BEGINNING = 500  # letters of an article
MOST = 12  # reports of one event, articles of one story


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--of", nargs=2, action="append", metavar=("N", "RECORDS"), required=True)
    parser.add_argument("--stories", action="store_true")
    asked = parser.parse_args()
    drawn, what = (_stories, "stories") if asked.stories else (_merged, "merged events")
    chance = random.Random(asked.seed)  # noqa: S311 - a sample, no secret
    for count, records in asked.of:
        folders = sorted(Path(one) for one in records.split(","))
        told = sorted((f.name, name, words) for f in folders for name, words in drawn(f))
        sys.stdout.write(f"# {count} of {len(told)} {what} of {records}\n")
        for record, _, words in chance.sample(told, min(int(count), len(told))):
            sys.stdout.write(f"\n{record} · {words}")


def _merged(folder: Path) -> Iterator[tuple[str, str]]:
    ledger = Ledger.open(folder)
    state = load_state(ledger)
    reports = state.reports(state.standing(), fold_copies(dict(state.texts)))
    by = {r.id: r for r in reports}
    for event in merge(reports, process=ledger.process):
        if len(event.entries) > 1:
            head = f"{event.kind} · {event.status} · {event.id[:8]}\n"
            told = [_told(by[i], state.texts[by[i].document.id]) for i in event.entries[:MOST]]
            yield event.id, head + "".join(told)


def _stories(folder: Path) -> Iterator[tuple[str, str]]:
    ledger = Ledger.open(folder)
    state = load_state(ledger)
    heads = {h.id: h for h in state.heads(state.standing(), fold_copies(dict(state.texts)))}
    for story in tell_stories(heads.values(), process=ledger.process):
        told = [_begun(heads[name]) for name in story.documents[:MOST]]
        yield (
            story.id,
            f"story · {len(story.documents)} articles · {story.id[:8]}\n" + "".join(told),
        )


def _told(report: Report, text: str) -> str:
    passage = report.entry.evidence[0]
    before, after = text[: passage.start][-AROUND:], text[passage.end :][:AROUND]
    head = report.document
    said = " ".join(f"{before}»{passage.quote}«{after}".split())
    return f"{_named(head)}    {said}\n"


def _begun(head: DocumentHead) -> str:
    return f"{_named(head)}    {' '.join(head.lede[:BEGINNING].split())}\n"


def _named(head: DocumentHead) -> str:
    return f"  [{head.outlet}, {head.published}, {head.title}]\n"


if __name__ == "__main__":
    main()
