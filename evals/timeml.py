"""Section 4a: dates in running text, on TimeML's TIMEX3 (Pustejovsky et al. 2003; UzZaman et al. 2013).

The value F1 of TempEval-3 on DATE, from raw text: an expression is found when it overlaps one of the gold, and
right when the value is the same. What the gold calls a time, a duration or a set counts in no way. Even lines of
the files were tuned on, odd ones not.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from detente.dates.passage import read_times
from detente.model.when import DateRange
from evals.beside import dates_by_dateparser
from evals.measure import Measure
from evals.surroundings import DATA, lines_of
from evals.table import Number, Row, Table, harmonic, share
from evals.timex import pieces, timex_value

CORPORA = {"timebank": "TimeBank", "aquaint": "AQUAINT"}
_TITLE = "TimeML: dates in running text"
_COLUMNS = ("strict F1", "relaxed F1", "value F1", "gold", "made")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at ``start:end`` of the text; ``values`` are the gold's values that agree with it."""

    start: int
    end: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a corpus; every second one was not tuned on."""

    corpus: str
    tuned: bool
    row: Json


@dataclass
class Scores:
    """Counts of one reader: found, gold, matched strictly, by overlap and with the right value."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def row(self, label: str) -> Row:
        """Return the F1 of each sort of match."""
        found, gold = self.counts["found"], self.counts["gold"]
        values: dict[str, Number] = {
            f"{name} F1": harmonic(share(self.counts[name], found), share(self.counts[name], gold))
            for name in ("strict", "relaxed", "value")
        }
        return Row(label, values | {"gold": gold, "made": found})


def score_text(text: Text) -> tuple[Text, Scores, Scores]:
    """Compare what we and what dateparser find in a text with its gold."""
    ours = compare(text.row, list(read_ours(text.row)))
    theirs = compare(text.row, [Found(*found) for found in dates_by_dateparser(text.row)])
    return text, ours, theirs


def read_ours(row: Json) -> Iterator[Found]:
    """Find the expressions of a text and write their values."""
    published = DateRange.on(date.fromisoformat(row["dct"][:10]))
    for time in read_times(row["text"], anchor=published):
        for piece in pieces(time, published):
            if value := timex_value(piece):
                yield Found(piece.expression.start, piece.expression.end, (value,))


def compare(row: Json, found: Sequence[Found]) -> Scores:
    """Count the expressions of one text."""
    scores = Scores()
    others = [t for t in row["timexes"] if t["type"] != "DATE"]
    left = [t for t in row["timexes"] if t["type"] == "DATE"]
    kept = [f for f in found if not any(_meet(o, f) for o in others)]
    scores.counts.update(gold=len(left), found=len(kept))
    for one in kept:
        around = row["text"][max(0, one.start - 30) : one.end + 20].replace("\n", " ")
        words = row["text"][one.start : one.end]
        match = next((g for g in left if _meet(g, one)), None)
        if match is None:
            scores.misses.append(f"made up  [{words}] {one.values[0]} | {around}")
            continue
        left.remove(match)
        value = _day_of(match["value"])
        scores.counts["relaxed"] += 1
        scores.counts["strict"] += (match["start"], match["end"]) == (one.start, one.end)
        scores.counts["value"] += value in one.values
        if value not in one.values:
            scores.misses.append(
                f"value    [{words}] want {value}, got {one.values[0]}, on {row['dct'][:10]} | {around}"
            )
    for g in left:
        around = row["text"][max(0, g["start"] - 30) : g["end"] + 20].replace("\n", " ")
        scores.misses.append(f"missed   [{g['text']}] {g['value']} | {around}")
    return scores


def _meet(gold: Mapping[str, Any], found: Found) -> bool:
    return bool(gold["start"] < found.end and found.start < gold["end"])


def _day_of(value: str) -> str:
    """Cut the time of day off a value: 1998-02-12TNI is a day."""
    return value.removesuffix("TNI").partition("T" if value[:1].isdigit() else "\0")[0]


def tables(scored: Sequence[tuple[Text, Scores, Scores]]) -> list[Table]:
    """Sum up by corpus and half, dateparser beside."""
    rows, misses = [], []
    for corpus, name in CORPORA.items():
        chosen = [s for s in scored if s[0].corpus == corpus]
        rows.append(_sum([ours for _, ours, _ in chosen]).row(name))
        for tuned, label in ((True, "tuned on"), (False, "held out")):
            half = _sum([ours for text, ours, _ in chosen if text.tuned is tuned])
            rows.append(half.row(f"{name}, {label}"))
            misses += half.misses if tuned else []
        rows.append(_sum([theirs for *_, theirs in chosen]).row(f"beside: dateparser on {name}"))
    rows += [
        Row("published: HeidelTime on platinum", {"value F1": 0.776}),
        Row("published: SUTime on platinum", {"value F1": 0.674}),
    ]
    notes = (
        (
            "dateparser.search on the same texts, in favour of it: its day counts as right wherever it lies in the "
            "gold's month, week, season or year."
        ),
    )
    return [Table("timeml", _TITLE, _COLUMNS, tuple(rows), notes, misses=tuple(misses))]


def _sum(scores: Sequence[Scores]) -> Scores:
    total = Scores()
    for one in scores:
        total.counts.update(one.counts)
        total.misses += one.misses
    return total


def tasks() -> list[Text]:
    """List the texts of both corpora."""
    return [
        Text(corpus, number % 2 == 0, json.loads(line))
        for corpus in CORPORA
        for number, line in enumerate(lines_of(DATA / "tempeval3" / f"{corpus}.jsonl"))
    ]


MEASURE = Measure("timeml", _TITLE, tasks, score_text, tables, at_once=64)
