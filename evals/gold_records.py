"""Section 2a: the gold records of the seeds and of ``dev.jsonl``, each article with its process's profile."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.ingest import find_inputs, read_input
from detente.model.document import Document
from detente.model.entry import Entry
from detente.processes import builtin_names
from evals.expected import GoldRecord, gold_record
from evals.matching import GOLD_RULES, same_date, same_words
from evals.measure import Measure
from evals.reader import entries_of, profile
from evals.surroundings import GOLD, SEEDS, lines_of
from evals.table import Row, Table
from evals.tally import COLUMNS, Tally, judge

SEEDS_PROCESS = "armenia-azerbaijan"
_TITLE = "Gold records: real articles"
# Chosen beforehand, one or two of each sort of outlet and process; no rule was written from them.
HELD_OUT = (
    "gsdf-683", "nd-7893-1951", "nd-7893-2172", "nd-7893-2433", "nd-7893-2544", "rss16-2016-05-23",
    "statepr-u-s", "wh-2023-05-04", "nd-4a73-4943", "nd-7893-2279",
)  # fmt: skip
_PARTS = {
    "seeds": "Seeds, tuned on",
    "dev-tuned": "Dev articles that were tuned on",
    "dev-held-out": "Dev articles that were held out",
}


@dataclass(frozen=True, slots=True)
class Article:
    """A real article and its gold record."""

    path: Path
    gold: GoldRecord
    part: str  # seeds, dev-tuned, dev-held-out

    @property
    def process(self) -> str:
        """Return the profile to read it with: its process's, or the blank one where there is none."""
        return self.gold.process if self.gold.process in builtin_names() else "blank"


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read."""

    document: Document | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """What was found of an article; ``checks`` counts the marks of a well-read file that hold, and all."""

    article: Article
    tally: Tally
    checks: Counter[tuple[str, bool]]


def articles() -> list[Article]:
    """List the seeds and the dev articles; raise ``AbsentError`` where they are not here."""
    seeds = [gold_record(x, process=SEEDS_PROCESS) for x in lines_of(GOLD / "seeds.jsonl")]
    dev = [gold_record(x, process="blank") for x in lines_of(GOLD / "dev.jsonl")]
    return [
        *(Article(SEEDS / gold.name, gold, "seeds") for gold in seeds),
        *(Article(GOLD / "articles" / gold.name, gold, _part(gold.name)) for gold in dev),
    ]


def _part(name: str) -> str:
    return "dev-held-out" if any(mark in name for mark in HELD_OUT) else "dev-tuned"


def read(article: Article) -> Read:
    """Read an article from its file, as ``detente add`` would."""
    process = profile(article.process)
    inputs, _ = find_inputs([article.path])
    for item in inputs:
        for document in read_input(item, outlets=process.outlets):
            if isinstance(document, Document):
                return Read(document, entries_of(document, process))
    return Read(None, ())


def judge_article(article: Article) -> JudgedArticle:
    """Read an article and compare it with its gold record."""
    found = read(article)
    tally = judge(article.gold.name[:12], article.gold.expected, found.entries, GOLD_RULES)
    return JudgedArticle(article, tally, check_document(article.gold, found.document))


def check_document(gold: GoldRecord, document: Document | None) -> Counter[tuple[str, bool]]:
    """Check title, outlet, address and day, what of the body must be kept and what dropped."""
    checks: Counter[tuple[str, bool]] = Counter()
    text = document.text if document else ""
    for name in ("title", "outlet", "url"):
        if name in gold.metadata:
            checks[name, same_words(gold.metadata[name], getattr(document, name, None) or "")] += 1
    if "published" in gold.metadata:
        day = document.published if document else None
        checks["published", same_date(gold.metadata["published"], day)] += 1
    checks.update(("body kept", passage in text) for passage in gold.body_has)
    checks.update(("noise dropped", bool(text) and p not in text) for p in gold.body_lacks)
    return checks


def tables(judged: Sequence[JudgedArticle]) -> list[Table]:
    """Sum up by part, and by process over all dev articles."""
    found = []
    for part, title in _PARTS.items():
        chosen = [one for one in judged if one.article.part == part]
        total = _sum(chosen)
        notes = (f"{len(chosen)} articles. Documents: {_checked(chosen)}.",)
        misses = tuple(total.misses) if part != "dev-held-out" else ()
        rows = tuple(total.kind_rows())
        found.append(Table(part, title, COLUMNS, rows, notes, misses=misses))
    dev = [one for one in judged if one.article.part != "seeds"]
    all_dev = Row("all dev", _sum(dev).prf() | {"fields": _sum(dev).fields})
    by_process = [
        _row(name, [one for one in dev if one.article.gold.process == name])
        for name in sorted({one.article.gold.process for one in dev})
    ]
    rows = (*by_process, all_dev)
    found.append(Table("dev", "Dev articles, both parts, by process", (*COLUMNS, "fields"), rows))
    fields = tuple(_sum(dev).field_rows())
    found.append(Table("dev-fields", "Dev articles: fields", ("right", "asked"), fields))
    return found


def _row(name: str, judged: Sequence[JudgedArticle]) -> Row:
    total = _sum(judged)
    return Row(name, total.prf() | {"fields": total.fields})


def _checked(judged: Sequence[JudgedArticle]) -> str:
    checks = sum((one.checks for one in judged), Counter[tuple[str, bool]]())
    names = dict.fromkeys(name for name, _ in sorted(checks))
    counts = ((n, checks[n, True], checks[n, True] + checks[n, False]) for n in names)
    return ", ".join(f"{name} {right}/{asked}" for name, right, asked in counts)


def _sum(judged: Sequence[JudgedArticle]) -> Tally:
    total = Tally()
    for one in judged:
        total.add(one.tally)
    return total


MEASURE = Measure("dev", _TITLE, articles, judge_article, tables, at_once=1)
