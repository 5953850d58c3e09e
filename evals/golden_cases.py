"""Section 1: our own golden cases; needs nothing beside the repository."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.cases import Case, document_of, load_cases, with_profile_names
from evals.matching import CASE_RULES
from evals.measure import Measure
from evals.reader import entries_of, profile
from evals.surroundings import CASES, PHENOMENA
from evals.table import Number, Row, Table
from evals.tally import COLUMNS, Tally, judge

_TITLE = "Golden cases: short texts of our own"


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """A difficulty, what it is, and the cases that were written for it."""

    name: str
    definition: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """What was found of a case."""

    case: Case
    tally: Tally


def load_phenomena() -> list[Phenomenon]:
    """Load the table of phenomena."""
    groups = tomllib.loads(PHENOMENA.read_text("utf-8"))["phenomenon"]
    return [Phenomenon(g["name"], g["definition"], tuple(g["cases"])) for g in groups]


def judge_case(case: Case) -> JudgedCase:
    """Read a case and compare what comes out of it."""
    process = profile(case.process)
    entries = entries_of(document_of(case, process), process)
    expected = with_profile_names(case.expected, process)
    return JudgedCase(case, judge(case.name, expected, entries, CASE_RULES))


def tables(judged: Sequence[JudgedCase]) -> list[Table]:
    """Sum up by kind, field, process and phenomenon."""
    total = _sum(judged)
    by_process: defaultdict[str, list[JudgedCase]] = defaultdict(list)
    for one in judged:
        by_process[one.case.process].append(one)
    silent = [one for one in judged if not one.case.expected]
    kept = sum(not one.tally.made.total() for one in silent)
    quiet = {"R": kept / len(silent) if silent else 0.0, "gold": len(silent)}
    rows = (*total.kind_rows(), Row("nothing said, nothing made", quiet))
    notes = (f"{len(judged)} texts. A place that the entry leaves out counts as wrong here.",)
    misses = tuple(total.misses)
    return [
        Table("cases", _TITLE, COLUMNS, rows, notes, misses=misses),
        _of_groups("cases-processes", "Golden cases by process", by_process),
        Table(
            "cases-fields", "Golden cases: fields", ("right", "asked"), tuple(total.field_rows())
        ),
        _of_groups("cases-phenomena", "Golden cases by phenomenon", _by_phenomenon(judged)),
    ]


def _by_phenomenon(judged: Sequence[JudgedCase]) -> dict[str, list[JudgedCase]]:
    by_name = {one.case.name: one for one in judged}
    groups = {p.name: [by_name[c] for c in p.cases if c in by_name] for p in load_phenomena()}
    return {name: group for name, group in groups.items() if group}


def _of_groups(table: str, title: str, groups: Mapping[str, Sequence[JudgedCase]]) -> Table:
    rows = []
    for name, group in groups.items():
        tally = _sum(group)
        values: dict[str, Number] = {"texts": len(group)} | tally.prf()
        # a group of texts of which nothing is to come out has no F1
        if not values["gold"]:
            values = {k: v for k, v in values.items() if k not in ("P", "R", "F1")}
        rows.append(Row(name, values | ({"fields": tally.fields} if tally.asked else {})))
    return Table(table, title, ("texts", *COLUMNS, "fields"), tuple(rows))


def _sum(judged: Sequence[JudgedCase]) -> Tally:
    total = Tally()
    for one in judged:
        total.add(one.tally)
    return total


MEASURE = Measure("cases", _TITLE, lambda: load_cases(CASES), judge_case, tables, at_once=12)
