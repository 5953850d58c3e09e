"""Section 2b: articles of ``../shared/data`` annotated for this project by people who saw neither code nor output.

The annotations (``evals/annotations``) hold offsets and no text. What is held out is not printed and not read.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from detente.ingest import find_inputs, read_input
from detente.model.document import Document
from detente.processes import builtin_names
from evals.expected import GoldRecord
from evals.matching import GOLD_RULES
from evals.measure import Measure
from evals.reader import entries_of, profile
from evals.standoff import Fields, record, rows
from evals.surroundings import ANNOTATIONS
from evals.table import Table
from evals.tally import COLUMNS, Tally, judge

_TITLE = "Articles annotated for this project"
HELD_OUT = "annotated-held-out"
_PARTS = {
    "annotated-tuned": "Annotated articles that were tuned on",
    HELD_OUT: "Annotated articles that were held out",
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as a row of its data file, and what it says."""

    row: Fields
    gold: GoldRecord
    part: str


@dataclass(frozen=True, slots=True)
class JudgedPart:
    """What was found of an article."""

    part: str
    tally: Tally


def articles() -> list[Annotated]:
    """List the annotated articles; raise ``AbsentError`` where their texts are not here."""
    known = rows()
    found = []
    for part in _PARTS:
        path = ANNOTATIONS / f"{part.removeprefix('annotated-')}.jsonl"
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            row = known[line["file"], line["article"]]
            found.append(Annotated(row, record(line, row["text"]), part))
    return found


def document_of(row: Fields) -> Document:
    """Return the document that ``detente add`` makes of a row."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text(json.dumps(row), "utf-8")
        (item,), _ = find_inputs([path])
        (document,) = read_input(item, outlets=profile("blank").outlets)
    if not isinstance(document, Document):
        raise ValueError(f"{row['id']}: {document.detail}")
    return document


def judge_article(article: Annotated) -> JudgedPart:
    """Read an article with its process's profile and compare what comes out with the annotation."""
    gold = article.gold
    process = profile(gold.process if gold.process in builtin_names() else "blank")
    entries = entries_of(document_of(article.row), process)
    return JudgedPart(article.part, judge(gold.name[:12], gold.expected, entries, GOLD_RULES))


def tables(judged: Sequence[JudgedPart]) -> list[Table]:
    """Sum up by part."""
    found = []
    for part, title in _PARTS.items():
        chosen = [one for one in judged if one.part == part]
        total = Tally()
        for one in chosen:
            total.add(one.tally)
        misses = () if part == HELD_OUT else tuple(total.misses)
        rows_, notes = tuple(total.kind_rows()), (f"{len(chosen)} articles.",)
        found.append(Table(part, title, COLUMNS, rows_, notes, misses=misses))
        if part == HELD_OUT:
            fields = tuple(total.field_rows())
            found.append(Table(f"{part}-fields", f"{title}: fields", ("right", "asked"), fields))
    return found


MEASURE = Measure("annotated", _TITLE, articles, judge_article, tables, at_once=1)
