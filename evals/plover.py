"""Section 6: event types, on the gold records of PLOVER (Open Event Data Alliance 2016).

Scored are the records whose type is one that our kinds can stand for. A record is right when the sentence gives
an entry with its type as PLOVER label, or, second column, an entry of a kind that the type maps to (``KINDS``).
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from detente.model.document import Document
from detente.model.entry import Entry, Kind
from evals.measure import Measure
from evals.reader import entries_of, profile
from evals.surroundings import DATA, lines_of
from evals.table import Row, Table, share
from evals.tally import told

_TITLE = "PLOVER gold records: event types"
_COLUMNS = ("label right", "kind right", "records", "entries each")
_FORCE = frozenset({Kind.INCIDENT})
KINDS: Mapping[str, frozenset[Kind]] = {
    "AGREE": frozenset({Kind.AGREEMENT, Kind.COMMITMENT}),
    "CONSULT": frozenset({Kind.MEETING}),
    "COOPERATE": frozenset({Kind.AGREEMENT}),
    "DEMAND": frozenset({Kind.DEMAND}),
    "DISAPPROVE": frozenset({Kind.ACCUSATION, Kind.ASSESSMENT}),
    "REJECT": frozenset({Kind.REFUSAL}),
    "THREATEN": _FORCE,
    "PROTEST": _FORCE,
    "MOBILIZE": _FORCE,
    "SANCTION": _FORCE,
    "COERCE": _FORCE,
    "ASSAULT": _FORCE,
    "FIGHT": _FORCE,
    "RETREAT": _FORCE | {Kind.AGREEMENT},
}


# Names of the coding scheme that was joined to another later (PLOVER codebook of 2023, Halterman et al.).
_RENAMED = {"DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "REQUEST": "DEMAND"}


def score_record(row: dict[str, Any]) -> tuple[str, Counter[str], str]:
    """Read a sentence; say whether its type is found by label and by kind, and what was made of it."""
    document = Document(source=row["id"], text=row["text"])
    entries = entries_of(document, profile("blank"))
    event = row["event"]
    counts = Counter(records=1, entries=len(entries))
    counts["label"] += any(e.plover and _name(e.plover.event) == _name(event) for e in entries)
    counts["kind"] += any(_is_of(e, event) for e in entries)
    made = ", ".join(f"{e.kind}{f'/{e.plover.event}' if e.plover else ''}" for e in entries)
    miss = "" if counts["label"] else f"{event:11} [{made}] {row['text'][:150]}"
    return event, counts, miss


def _name(event: str) -> str:
    return _RENAMED.get(event, event)


def _is_of(entry: Entry, event: str) -> bool:
    threatened = told(getattr(entry, "status", None)) == "threatened"
    return entry.kind in KINDS[event] and (event == "THREATEN") == threatened


def tables(scored: Sequence[tuple[str, Counter[str], str]]) -> list[Table]:
    """Sum up by event type."""
    by_event: dict[str, Counter[str]] = {}
    for event, counts, _ in scored:
        by_event.setdefault(event, Counter()).update(counts)
    total = sum(by_event.values(), Counter[str]())
    rows = [_row(event, counts) for event, counts in sorted(by_event.items())]
    published = Row(
        "published: UniversalPetrarch", {"label right": 0.44}, "3 entries made up for each"
    )
    misses = tuple(miss for _, _, miss in scored if miss)
    all_rows = (*rows, _row("all mapped types", total), published)
    return [Table("plover", _TITLE, _COLUMNS, all_rows, ("Blank profile.",), misses=misses)]


def _row(label: str, counts: Mapping[str, int]) -> Row:
    records = counts["records"]
    values = {
        "label right": share(counts["label"], records),
        "kind right": share(counts["kind"], records),
        "records": records,
        "entries each": share(counts["entries"], records),
    }
    return Row(label, values)


def tasks() -> list[dict[str, Any]]:
    """List the records whose type maps to our kinds."""
    rows = [json.loads(line) for line in lines_of(DATA / "plover" / "records.jsonl")]
    return [row for row in rows if row["event"] in KINDS]


MEASURE = Measure("plover", _TITLE, tasks, score_record, tables, at_once=20)
