"""Section 4b: short expressions with a reference day, on the cases of Microsoft Recognizers-Text (MIT licence).

The past reading of the specifications ``DateParser`` and ``DatePeriodParser``. Even lines were tuned on. The cases are
of American English, so the month stands first in numbers, and name one day: "two days later" counts from it as well.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from detente.dates import Order, Tense, find_times, resolve
from detente.dates import meaning as m
from detente.model.when import DateRange
from evals.beside import range_by_dateparser
from evals.measure import Measure
from evals.surroundings import DATA, lines_of
from evals.table import Row, Table, share

SPECS = ("DateParser", "DatePeriodParser")
_UNRESOLVED = "unresolved"
_TITLE = "Recognizers: expressions by themselves"
_COLUMNS = ("right", "tuned on", "held out", "beside: dateparser", "cases")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the data; every second one was not tuned on."""

    tuned: bool
    row: Json


def score_case(case: Case) -> tuple[str, Counter[str], str]:
    """Say whether we and dateparser read a case right, and what we made of it."""
    row, day = case.row, date.fromisoformat(case.row["reference"][:10])
    wanted = sorted(filter(None, map(_wanted, row["results"])))
    got = sorted(_resolved(row["input"], day))
    is_right = len(got) == len(wanted) and all(
        any(_agree(w, reading) for reading in readings)
        for w, readings in zip(wanted, got, strict=True)
    )
    half = "tuned" if case.tuned else "other"
    counts = Counter({"all": 1, half: 1, "right": is_right, f"right {half}": is_right})
    counts["beside"] += _is_right_beside(row, day)
    made = [readings[0] for readings in got]
    miss = "" if is_right else f"{row['reference'][:10]} {row['input']!r} want {wanted} got {made}"
    return row["spec"], counts, miss if case.tuned else ""


def _is_right_beside(row: Json, day: date) -> bool:
    """Give dateparser the words of each expression, which we must find for ourselves."""
    read = [range_by_dateparser(r["Text"], day) or _UNRESOLVED for r in row["results"]]
    wanted = [_wanted(r) for r in row["results"]]
    return all(map(_agree, wanted, read)) if wanted else True


def _agree(wanted: str, got: str) -> bool:
    """Compare two ranges; the cases give units an end outside of them and spans the last day named.

    Where the cases resolve nothing (seasons), only that something was found counts.
    """
    if wanted in (_UNRESOLVED, got):
        return True
    if wanted.startswith("0001") or got == _UNRESOLVED:
        return wanted.startswith("0001") and got == _UNRESOLVED
    start, end = wanted.split("/")
    day_before = date.fromisoformat(end) - timedelta(days=1)
    return got == f"{start}/{day_before.isoformat()}"


def _wanted(result: Json) -> str:
    past = (result.get("Value") or {}).get("PastResolution") or {}
    if "date" in past:
        return f"{past['date']}/{past['date']}"
    if "startDate" not in past or "endDate" not in past:
        return _UNRESOLVED
    return f"{past['startDate']}/{past['endDate']}"


def _resolved(text: str, day: date) -> Iterator[tuple[str, ...]]:
    """Write what we read, a span of months or years also as the cases do: to the first day of its last."""
    for expression in find_times(text, order=Order.MONTH_FIRST):
        if isinstance(expression.meaning, (m.Duration, m.Vague)):
            continue
        # "in two weeks" and "this weekend" have one reading, and no past one
        has_one = isinstance(expression.meaning, m.Shifted | m.Relative)
        tense = Tense.UNKNOWN if has_one else Tense.PAST
        context = DateRange.on(day) if expression.points_back else None
        when = resolve(expression, anchor=DateRange.on(day), tense=tense, context=context)
        if not isinstance(when, DateRange) or not when.start or not when.end:
            yield (_UNRESOLVED,)
            continue
        ends = [when.end]
        if isinstance(expression.meaning, m.Span):
            last = replace(expression, meaning=expression.meaning.last)
            whole = resolve(last, anchor=DateRange.on(when.start), tense=Tense.FUTURE)
            if isinstance(whole, DateRange) and whole.start and whole.end == when.end:
                ends.append(whole.start)
        yield tuple(f"{when.start.isoformat()}/{end.isoformat()}" for end in ends)


def tables(scored: Sequence[tuple[str, Counter[str], str]]) -> list[Table]:
    """Sum up by specification."""
    rows = []
    for spec in SPECS:
        total = sum((c for name, c, _ in scored if name == spec), Counter[str]())
        values = {
            "right": share(total["right"], total["all"]),
            "tuned on": share(total["right tuned"], total["tuned"]),
            "held out": share(total["right other"], total["other"]),
            "beside: dateparser": share(total["beside"], total["all"]),
            "cases": total["all"],
        }
        rows.append(Row(spec, values))
    misses = tuple(miss for _, _, miss in scored if miss)
    notes = ("dateparser is given the expressions; ours finds them in the sentence.",)
    return [Table("recognizers", _TITLE, _COLUMNS, tuple(rows), notes, misses=misses)]


def tasks() -> list[Case]:
    """List the cases of both specifications that have a reference day."""
    rows = [json.loads(line) for line in lines_of(DATA / "recognizers" / "cases.jsonl")]
    return [
        Case(number % 2 == 0, row)
        for number, row in enumerate(rows)
        if row["spec"] in SPECS and row["reference"]
    ]


MEASURE = Measure("recognizers", _TITLE, tasks, score_case, tables, at_once=64)
