"""Section 8: two articles are together when they share a merged event or a story, amid a whole day of other news.

An event is what happened, or one utterance that both tell of; a story is one piece of news, of whatever kind. What
events give without stories, happenings alone and stories alone stands beside. Read with the blank profile. Half of
the gold clusters, by a hash of their number, were not looked at while the merging was tuned.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from detente.ingest import find_inputs, read_input
from detente.lexicon.content import stems, weigh
from detente.model.document import Document
from detente.model.entry import Entry
from detente.model.event import HAPPENINGS, Event
from detente.model.story import Story
from evals.measure import Measure
from evals.merged import PROFILE, Read, events_of, happenings_and_words, stories_of
from evals.reader import entries_of_all, profile
from evals.surroundings import DATA, lines_of
from evals.table import Number, Row, Table, harmonic, share

_TITLE = "News clusters: articles that share an event or a story"
_COLUMNS = ("P", "R", "F1", "R at most", "R of headlines", "pairs")
_CLUSTERS = DATA / "news_clusters" / "dev.jsonl"
_STREAM = DATA / "stream" / "news-2025-05-21.jsonl"
_TOGETHER = 16
_ALIKE = 1.0  # a passage tells of the headline's matter by that weight of words, or more

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the happening that it is about; ``None`` for one of the stream."""

    document: Document
    cluster: int | None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The same, once it is read."""

    read: Read
    cluster: int | None

    @property
    def id(self) -> str:
        """Return the id of the document."""
        return self.read.document.id


def read_articles(articles: Sequence[Article]) -> list[ReadArticle]:
    """Read some articles together."""
    found = entries_of_all([a.document for a in articles], profile(PROFILE))
    return [
        ReadArticle(happenings_and_words(article.document, entries), article.cluster)
        for article, entries in zip(articles, found, strict=True)
    ]


def held_out(cluster: int) -> bool:
    """Say whether a happening belongs to the half that was not looked at."""
    return hashlib.sha256(str(cluster).encode()).digest()[-1] % 2 == 1


def together(events: Iterable[Event], document_of: Mapping[str, str]) -> set[Pair]:
    """Return the pairs of articles that share an event."""
    of_events = ({document_of[name] for name in event.entries} for event in events)
    return {pair for documents in of_events for pair in combinations(sorted(documents), 2)}


def happened(read: Read) -> list[Entry]:
    """Return the reports of what happened, without what was said."""
    return [e for e in read.entries.values() if e.kind in HAPPENINGS]


def tells_headline(read: Read) -> bool:
    """Say whether a report of what happened shares words with the headline of its article."""
    headline = stems(read.document.title or "")
    told = (" ".join(e.quote for e in entry.evidence) for entry in happened(read))
    return any(weigh(s for s in stems(words) if s in headline) >= _ALIKE for words in told)


def carried_together(stories: Iterable[Story]) -> set[Pair]:
    """Return the pairs of articles that are of one story."""
    return {pair for story in stories for pair in combinations(story.documents, 2)}


def score_pairs(
    articles: Sequence[ReadArticle], events: Sequence[Event], stories: Sequence[Story]
) -> Iterator[Row]:
    """Score the pairs of which one at least is of a gold cluster: of the stream nothing is known."""
    cluster_of = {a.id: a.cluster for a in articles}
    names = sorted(a.id for a in articles if a.cluster is not None)
    wanted = {p for p in combinations(names, 2) if cluster_of[p[0]] == cluster_of[p[1]]}
    document_of = {name: a.id for a in articles for name in a.read.entries}
    of_events, of_stories = together(events, document_of), carried_together(stories)
    made = of_events | of_stories
    of_happenings = together((e for e in events if e.kind in HAPPENINGS), document_of)
    telling = {a.id for a in articles if happened(a.read)}
    of_headline = {a.id for a in articles if a.cluster is not None and tells_headline(a.read)}
    for label, halves, found in (
        ("all", (False, True), made),
        ("tuned on", (False,), made),
        ("held out", (True,), made),
        ("beside: events alone", (False, True), of_events),
        ("beside: events alone, tuned on", (False,), of_events),
        ("beside: events alone, held out", (True,), of_events),
        ("beside: happenings alone", (False, True), of_happenings),
        ("beside: stories alone", (False, True), of_stories),
    ):
        chosen = {a.id for a in articles if a.cluster is not None and held_out(a.cluster) in halves}
        ours = {p for p in found if not chosen.isdisjoint(p)}
        theirs = {p for p in wanted if chosen.issuperset(p)}
        precision = share(len(ours & theirs), len(ours))
        recall = share(len(ours & theirs), len(theirs))
        values: dict[str, Number] = {
            "P": precision,
            "R": recall,
            "F1": harmonic(precision, recall),
            "R at most": share(sum(map(telling.issuperset, theirs)), len(theirs)),
            "R of headlines": share(sum(map(of_headline.issuperset, theirs)), len(theirs)),
            "pairs": len(theirs),
        }
        yield Row(label, values)


def tables(outcomes: Sequence[Sequence[ReadArticle]]) -> list[Table]:
    """Merge what was read, and score the pairs."""
    articles = [one for outcome in outcomes for one in outcome]
    read = [a.read for a in articles]
    events, stories = events_of(read), stories_of(read)
    clusters = {a.cluster for a in articles if a.cluster is not None}
    ours = sum(a.cluster is not None for a in articles)
    notes = (
        (
            f"{ours} articles on {len(clusters)} happenings amid {len(articles) - ours} of one day, blank profile. "
            "Two are together that share an event (a happening, or an utterance that both tell of) or a story; "
            "what these give one by one stands beside. R at most: the pairs of which both articles gave a report of one of these; "
            "R of headlines: those of which both gave one that shares words with the headline. Many clusters "
            "are of sport, business and show, of which only stories can tell, and one of the tuned half, with "
            "231 of its pairs, joins what we keep apart: the launches of two days and articles on others."
        ),
    )
    return [
        Table("clusters", _TITLE, _COLUMNS, tuple(score_pairs(articles, events, stories)), notes)
    ]


def tasks() -> list[list[Article]]:
    """List the articles in groups that are read together."""
    rows = [json.loads(line) for line in lines_of(_CLUSTERS)]
    lines_of(_STREAM)
    cluster_of = {row["url"]: row["cluster"] for row in rows}
    articles = [Article(d, cluster_of[d.source]) for d in _documents(_CLUSTERS)]
    articles += [Article(d, None) for d in _documents(_STREAM)]
    return [articles[at : at + _TOGETHER] for at in range(0, len(articles), _TOGETHER)]


def _documents(path: Path) -> list[Document]:
    inputs, _ = find_inputs([path])
    outlets = profile(PROFILE).outlets
    return [
        d for item in inputs for d in read_input(item, outlets=outlets) if isinstance(d, Document)
    ]


MEASURE = Measure("clusters", _TITLE, tasks, read_articles, tables, at_once=1)
