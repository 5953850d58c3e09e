"""Section 9: mentions of one event across articles, on ECB+ train and dev (annotations CC BY 3.0).

Of the gold mentions those count that the reading made entries of: the passage of a meeting, incident or
agreement holds the mention, and the mention's head is one of the words by which such an entry is found. Our
clusters are the merged events; beside them stand those of the head's base form alone, over all articles, and
within each of the data's topics, which nobody tells us.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.annotate import annotate
from detente.extract import extract
from detente.lexicon import load_table
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Document
from detente.model.entry import Kind
from evals.measure import Measure
from evals.merged import PROFILE, Read, events_of, happenings
from evals.reader import language, profile
from evals.surroundings import DATA, lines_of
from evals.table import Row, Table, harmonic, share

_TITLE = "ECB+: mentions of one event across articles"
_COLUMNS = ("P", "R", "F1", "clusters")
_TABLES = {Kind.MEETING: "meetings", Kind.INCIDENT: "incidents", Kind.AGREEMENT: "stance"}

Clusters = Mapping[str, str]  # mention -> the name of its cluster


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention that an entry rests on."""

    id: str
    chain: str
    lemma: str
    topic: int
    entry: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with the mentions that are covered, and how many it has in all."""

    read: Read
    mentions: tuple[Mention, ...]
    gold: int


def read_article(row: dict[str, Any]) -> ReadArticle:
    """Read an article and find the entries of its gold mentions."""
    process = profile(PROFILE)
    document = Document(source=row["id"], text=row["text"])
    annotated = annotate(document, language=language(), process=process)
    read = happenings(document, extract(annotated, process=process).entries)
    gold = [m for m in row["mentions"] if m["kind"] == "event" and m["in_cybulska_subset"]]
    return ReadArticle(read, tuple(_covered(row, gold, annotated, read)), len(gold))


def _covered(
    row: dict[str, Any], gold: Sequence[dict[str, Any]], annotated: AnnotatedDocument, read: Read
) -> Iterator[Mention]:
    """Give each entry at most one mention: of those in its passage the one that the others hang from.

    The shortest passages choose first, since a long one may hold what another entry rests on.
    """
    heads = ((raw, head_of(annotated, raw["start"], raw["end"])) for raw in gold)
    free = [(raw, head) for raw, head in heads if head is not None]
    for name, entry in sorted(read.entries.items(), key=lambda e: len(e[1].evidence[0].quote)):
        passage, words = entry.evidence[0], _words_of(entry.kind)
        inside = [
            (_depth(annotated, head), raw["start"], at)
            for at, (raw, head) in enumerate(free)
            if passage.start <= raw["start"]
            and raw["end"] <= passage.end
            and _lemma(annotated, head) in words
        ]
        if inside:
            *_, at = min(inside)
            raw, head = free.pop(at)
            own = f"{row['id']}:{raw['m_id']}"
            lemma = _lemma(annotated, head)
            yield Mention(own, raw.get("chain", own), lemma, row["topic"], name)


def _depth(annotated: AnnotatedDocument, token: int) -> int:
    """Count the steps to the word that a sentence hangs from."""
    steps = 0
    while annotated.tokens[token].head != token:
        token, steps = annotated.tokens[token].head, steps + 1
    return steps


def _lemma(annotated: AnnotatedDocument, token: int) -> str:
    return annotated.tokens[token].lemma.casefold()


@cache
def _words_of(kind: Kind) -> frozenset[str]:
    groups = load_table(_TABLES[kind]).groups.values()
    return frozenset(word for group in groups for word in group.words)


def head_of(annotated: AnnotatedDocument, start: int, end: int) -> int | None:
    """Return the place of the word that the others of a mention hang from."""
    inside = [i for i, t in enumerate(annotated.tokens) if start <= t.start and t.end <= end]
    heads = [
        i for i in inside if annotated.tokens[i].head not in inside or annotated.tokens[i].head == i
    ]
    return heads[0] if heads else None


def b_cubed(ours: Clusters, gold: Clusters) -> tuple[float, float]:
    """Return precision and recall of B3: the mean over mentions of what the two clusters share."""
    members = [_members(ours), _members(gold)]
    shared = {m: len(members[0][ours[m]] & members[1][gold[m]]) for m in gold}
    precision = sum(n / len(members[0][ours[m]]) for m, n in shared.items())
    recall = sum(n / len(members[1][gold[m]]) for m, n in shared.items())
    return share(precision, len(gold)), share(recall, len(gold))


def _members(clusters: Clusters) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return found


def tables(articles: Sequence[ReadArticle]) -> list[Table]:
    """Merge what was read; compare our clusters and those of the heads with the gold ones."""
    event_of = {n: e.id for e in events_of([a.read for a in articles]) for n in e.entries}
    mentions = [m for a in articles for m in a.mentions]
    gold = {m.id: m.chain for m in mentions}
    ways = {
        "merged events": {m.id: event_of[m.entry] for m in mentions},
        "beside: head lemma": {m.id: m.lemma for m in mentions},
        "beside: head lemma within the topic": {m.id: f"{m.topic} {m.lemma}" for m in mentions},
        "beside: each by itself": {m.id: m.id for m in mentions},
    }
    rows = []
    for label, clusters in ways.items():
        precision, recall = b_cubed(clusters, gold)
        values = {"P": precision, "R": recall, "F1": harmonic(precision, recall)}
        rows.append(Row(label, values | {"clusters": len(set(clusters.values()))}))
    whole = sum(a.gold for a in articles)
    notes = (
        (
            f"B3 over {len(mentions)} mentions in {len(articles)} articles, of {len(set(gold.values()))} gold chains; "
            f"covered are those that a report rests on, of {whole:,} that the data's checked part holds."
        ),
    )
    return [Table("ecbplus", _TITLE, _COLUMNS, tuple(rows), notes)]


def tasks() -> list[dict[str, Any]]:
    """List the articles of train and dev."""
    return [json.loads(line) for line in lines_of(DATA / "ecbplus" / "train-dev.jsonl")]


MEASURE = Measure("ecbplus", _TITLE, tasks, read_article, tables, at_once=8)
