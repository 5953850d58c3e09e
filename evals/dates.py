"""Scores the dates on TimeML (TimeBank, AQUAINT) and on the Recognizers cases.

    python evals/dates.py [--misses N]

Even rows are for tuning, odd rows are reported besides. The data stands in ``../shared/data``.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.dates import Tense, find_times, resolve
from detente.dates import meaning as m
from detente.dates.naming import Moment
from detente.dates.passage import ReadTime, read_times
from detente.dates.reckoning import reckon
from detente.model.when import DateRange

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
TIMEML = ("timebank", "aquaint")
PERIODS = ("DateParser", "DatePeriodParser")
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
Json = dict[str, Any]


@dataclass
class Score:
    """Counts of one corpus: found, gold, matched strictly, by overlap and with the right value."""

    found: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    misses: Counter[str] = field(default_factory=Counter)

    def f1(self, right: int) -> float:
        """Return the harmonic mean of precision and recall of the ones that are right."""
        return 2 * right / (self.found + self.gold) if self.found + self.gold else 0.0


def rows(path: Path, half: int) -> Iterator[Json]:
    """Read every second line of a file, from the first (0) or the second (1)."""
    with path.open(encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n % 2 == half:
                yield json.loads(line)


def timex_value(read: ReadTime) -> str | None:
    """Write what was read as a TIMEX3 value, ``None`` where it is no DATE."""
    meaning = read.expression.meaning
    if isinstance(meaning, m.Vague):
        return f"{meaning.side.value.upper()}_REF"
    if isinstance(meaning, m.Stretch) and meaning.amount is None:
        return "PAST_REF" if meaning.direction < 0 else "FUTURE_REF"
    if isinstance(meaning, (m.Duration, m.Stretch)) or not isinstance(read.when, DateRange):
        return None
    core, days = meaning, read.when
    while isinstance(core, m.Part):
        core = core.of
    if days.start is None or days.end is None:
        return None
    if core is not meaning:
        return _of_whole(core, days)
    return _of_days(core, days.start, days.end)


def _of_whole(core: m.Meaning, days: DateRange) -> str | None:
    """Write a part as its whole: "early June" is 2023-06."""
    start = days.start
    if start is None or days.end is None:
        return None
    match core:
        case m.Calendar(month=None) | m.Relative(unit=m.Unit.YEAR):
            return f"{start.year}"
        case m.Calendar(day=None) | m.Relative(unit=m.Unit.MONTH):
            return f"{start.year}-{start.month:02}"
        case m.Relative(unit=m.Unit.WEEK):
            return _week(start)
        case m.Season():
            around = reckon(m.Season(core.month, start.year), Moment(None))
            return _of_days(core, around.first, around.last) if around else None
    return _of_days(core, start, days.end)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _of_days(core: m.Meaning, start: date, end: date) -> str | None:
    length = (end - start).days + 1
    whole_months = start.day == 1 and (end + timedelta(1)).day == 1
    if isinstance(core, m.Season) or (
        isinstance(core, m.Within) and isinstance(core.what, m.Season)
    ):
        return f"{start.year}-{_SEASONS[start.month]}"
    if length == 1:
        return start.isoformat()
    if length == 2 and start.weekday() == 5:
        return _week(start) + "-WE"
    if length == 7 and start.weekday() == 0:
        return _week(start)
    if not whole_months:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 3 and start.month % 3 == 1:
        return f"{start.year}-Q{start.month // 3 + 1}"
    if months == 6:
        return f"{start.year}-H{start.month // 7 + 1}"
    forms = {1: f"{start.year}-{start.month:02}", 12: f"{start.year}"}
    forms |= {120: f"{start.year // 10}", 1200: f"{start.year // 100}"}
    return forms.get(months)


_JOINT = re.compile(r"\s+(?:and|to|until|till|through)\s+|\s?[-–]\s?")


def _pieces(read: ReadTime, anchor: DateRange) -> list[ReadTime]:
    """Split a span as TimeML does, which marks its two ends."""
    span, words = read.expression, read.expression.text
    joint = _JOINT.search(words)
    if not isinstance(span.meaning, m.Span) or not joint or not isinstance(read.when, DateRange):
        return [read]
    opener = len(words) - len(words.removeprefix("from ").removeprefix("between "))
    bounds = (
        (opener, joint.start(), span.meaning.first),
        (joint.end(), len(words), span.meaning.last),
    )
    found = []
    for start, end, meaning in bounds:
        part = m.TimeExpression(span.start + start, span.start + end, words[start:end], meaning)
        found.append(ReadTime(part, read.tense, resolve(part, anchor=anchor, tense=read.tense)))
    return found


def score_timeml(name: str, half: int) -> Score:
    """Score recognition and value of the DATE expressions of one corpus."""
    score = Score()
    for row in rows(DATA / "tempeval3" / f"{name}.jsonl", half):
        published = DateRange.on(date.fromisoformat(row["dct"][:10]))
        whole = read_times(row["text"], anchor=published)
        read = [piece for time in whole for piece in _pieces(time, published)]
        others = [t for t in row["timexes"] if t["type"] != "DATE"]
        gold = [t for t in row["timexes"] if t["type"] == "DATE"]
        _compare(score, row, gold, list(_dates(read, others)))
    return score


def _dates(read: Iterable[ReadTime], others: list[Json]) -> Iterator[tuple[ReadTime, str]]:
    """Keep what is a DATE; what the gold calls a time, duration or set counts in no way."""
    for found in read:
        value = timex_value(found)
        span = found.expression
        in_other = any(o["start"] < span.end and span.start < o["end"] for o in others)
        if value and not in_other:
            yield found, value


def _compare(score: Score, row: Json, gold: list[Json], found: list[tuple[ReadTime, str]]) -> None:
    score.gold += len(gold)
    score.found += len(found)
    open_gold = list(gold)
    for read, value in found:
        span = read.expression
        match = next(
            (g for g in open_gold if g["start"] < span.end and span.start < g["end"]), None
        )
        around = row["text"][max(0, span.start - 30) : span.end + 20].replace("\n", " ")
        if match is None:
            score.misses[f"+ [{span.text}] {value} | {around}"] += 1
            continue
        open_gold.remove(match)
        score.relaxed += 1
        score.strict += (match["start"], match["end"]) == (span.start, span.end)
        is_right = (
            match["value"]
            .removesuffix("TNI")
            .partition("T" if match["value"][0].isdigit() else "\0")[0]
            == value
        )
        score.value += is_right
        if not is_right:
            score.misses[
                f"= [{match['text']}] gold {match['value']} ours [{span.text}] {value} dct {row['dct'][:10]} | {around}"
            ] += 1
    for g in open_gold:
        around = row["text"][max(0, g["start"] - 30) : g["end"] + 20].replace("\n", " ")
        score.misses[f"- [{g['text']}] {g['value']} | {around}"] += 1


def score_recognizers(half: int) -> tuple[Counter[str], Counter[str], list[str]]:
    """Count the cases right and in all by parser, past reading; and list the misses."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    misses: list[str] = []
    for row in rows(DATA / "recognizers" / "cases.jsonl", half):
        if row["spec"] not in PERIODS or not row["reference"]:
            continue
        wanted = sorted(filter(None, map(_wanted, row["results"])))
        got = sorted(_resolved(row["input"], date.fromisoformat(row["reference"][:10])))
        total[row["spec"]] += 1
        is_right = len(got) == len(wanted) and all(map(_agree, wanted, got))
        right[row["spec"]] += is_right
        if not is_right:
            misses.append(f"{row['reference'][:10]} {row['input']!r} want {wanted} got {got}")
    return right, total, misses


def _agree(wanted: str, got: str) -> bool:
    """Compare two ranges; the cases give units an end outside of them and spans the last day named.

    Where the cases resolve nothing (seasons), only that something was found counts.
    """
    if wanted == "unresolved" or wanted == got:
        return True
    if wanted.startswith("0001") or got == "unresolved":
        return wanted.startswith("0001") and got == "unresolved"
    start, end = wanted.split("/")
    day_before = date.fromisoformat(end) - timedelta(days=1)
    return got == f"{start}/{day_before.isoformat()}"


def _wanted(result: Json) -> str:
    past = (result.get("Value") or {}).get("PastResolution") or {}
    if "date" in past:
        return f"{past['date']}/{past['date']}"
    if "startDate" not in past or "endDate" not in past:
        return "unresolved"
    return f"{past['startDate']}/{past['endDate']}"


def _resolved(text: str, day: date) -> Iterator[str]:
    for expression in find_times(text):
        if isinstance(expression.meaning, (m.Duration, m.Vague)):
            continue
        # "in two weeks" has no past reading
        tense = Tense.UNKNOWN if isinstance(expression.meaning, m.Shifted) else Tense.PAST
        when = resolve(expression, anchor=DateRange.on(day), tense=tense)
        if isinstance(when, DateRange) and when.start and when.end:
            yield f"{when.start.isoformat()}/{when.end.isoformat()}"
        else:
            yield "unresolved"


def main() -> int:
    """Print the figures, and the misses of the tuning half where asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", type=int, default=0)
    wanted = options.parse_args().misses
    for name in TIMEML:
        for half in (0, 1):
            score = score_timeml(name, half)
            figures = (score.strict, score.relaxed, score.value)
            strict, relaxed, value = (f"{score.f1(n):.3f}" for n in figures)
            label = "tuning" if half == 0 else "other "
            print(
                f"{name:9} {label} strict {strict} relaxed {relaxed} value {value}  gold {score.gold}"
            )
            for text, n in score.misses.most_common(wanted if half == 0 else 0):
                print("   ", n, text)
    for half in (0, 1):
        right, total, misses = score_recognizers(half)
        label = "tuning" if half == 0 else "other "
        for spec in PERIODS:
            print(f"{spec:17} {label} {right[spec] / total[spec]:.3f} of {total[spec]}")
        for line in misses[: wanted if half == 0 else 0]:
            print("   ", line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
