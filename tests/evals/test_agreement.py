"""Our scorer and ``../shared/gold/score.py`` give the same figures; both follow the rules that it documents."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from evals.gold_records import Article, Read, articles, check_document, read
from evals.matching import GOLD_RULES, in_export_order
from evals.tally import Tally, judge

from detente.export import document_shape, json_line
from detente.model.codec import entry_to_json

DIGITS = 3


def readings(shared: Path, part: str) -> list[tuple[Article, Read]]:
    assert shared  # skips where the records are not here
    return [(a, read(a)) for a in articles() if a.part.startswith(part)]


def theirs(
    shared: Path, folder: Path, part: str, read_all: list[tuple[Article, Read]]
) -> dict[str, Any]:
    entries = [
        json_line({"source": str(article.path)} | entry_to_json(entry))
        for article, found in read_all
        for entry in in_export_order(found.entries)
    ]
    documents = [
        json_line(document_shape(found.document)) for _, found in read_all if found.document
    ]
    for name, lines in (("entries", entries), ("documents", documents)):
        (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    gold = shared / "gold"
    command = [sys.executable, gold / "score.py", gold / f"{part}.jsonl", folder / "entries.jsonl"]
    options = ["--documents", folder / "documents.jsonl", "--json"]
    scored = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(scored.stdout)
    return report


@pytest.mark.parametrize("part", ["seeds", "dev"])
def test_the_figures_are_those_of_the_script(shared: Path, tmp_path: Path, part: str) -> None:
    read_all = readings(shared, part)
    report = theirs(shared, tmp_path, part, read_all)
    ours = Tally()
    for article, found in read_all:
        ours.add(judge(article.gold.name, article.gold.expected, found.entries, GOLD_RULES))
    names = {"precision": "P", "recall": "R", "f1": "F1", "gold": "gold", "made": "made"}
    for row in ours.kind_rows()[:-2]:
        told = {name: report[row.label][name] for name in names if name in report[row.label]}
        assert told == {n: round(row.values[names[n]], DIGITS) for n in told}, row.label
    assert round(ours.macro_f1, DIGITS) == report["all kinds"]["macro f1"]
    assert round(ours.fields, DIGITS) == report["all fields"]
    told_fields = {name: (f["score"], f["n"]) for name, f in report["fields"].items()}
    assert told_fields == {
        r.label: (round(r.values["right"], DIGITS), r.values["asked"]) for r in ours.field_rows()
    }
    assert {n: s for n, s in report["documents"].items() if s != "0/0"} == checked(read_all)


def checked(read_all: list[tuple[Article, Read]]) -> dict[str, str]:
    right: dict[str, int] = {}
    asked: dict[str, int] = {}
    for article, found in read_all:
        for (name, holds), n in check_document(article.gold, found.document).items():
            right[name] = right.get(name, 0) + n * holds
            asked[name] = asked.get(name, 0) + n
    return {name: f"{right[name]}/{n}" for name, n in asked.items()}
