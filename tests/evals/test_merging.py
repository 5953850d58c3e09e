"""What the sections on merging count, on sentences of our own."""

import pytest
from evals.ecbplus import b_cubed, read_article, tables
from evals.merged import happenings
from evals.news_clusters import (
    Article,
    ReadArticle,
    carried_together,
    held_out,
    read_articles,
    score_pairs,
    together,
)

from detente.merge import merge
from detente.model.document import Document
from detente.model.story import Story
from tests.merge.reports import article, incident

SHOT = "Gunmen killed nine villagers in Dorf on Tuesday."


def test_b_cubed_is_the_mean_over_mentions() -> None:
    gold = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, gold) == (1, 1)
    precision, recall = b_cubed(dict.fromkeys("abc", "x"), gold)
    assert (precision, recall) == (pytest.approx(5 / 9), 1)


def test_articles_that_share_an_event_are_together() -> None:
    told = [
        incident(article(outlet, "2023-05-02"), SHOT, on="2023-05-01", place="Dorf")
        for outlet in "AB"
    ]
    documents = {r.id: r.document.id for r in told}
    assert together(merge(told), documents) == {tuple(sorted(documents.values()))}


def test_pairs_within_the_stream_do_not_count() -> None:
    documents = [Document(source=name, text=f"{SHOT} {name}") for name in ("a", "b", "c", "d")]
    clusters = (2, 2, None, None)
    articles = [
        ReadArticle(happenings(d, ()), cluster)
        for d, cluster in zip(documents, clusters, strict=True)
    ]
    whole = next(iter(score_pairs(articles, (), ())))
    assert whole.label == "all"
    assert (whole.values["pairs"], whole.values["R"], whole.values["R at most"]) == (1, 0, 0)


def test_articles_of_one_story_are_together() -> None:
    told = Story(
        id="s",
        title="",
        first=None,
        last=None,
        support=2,
        outlets=(),
        documents=("a", "b"),
        links=(),
    )
    assert carried_together([told]) == {("a", "b")}


def test_some_happenings_are_held_out() -> None:
    assert {held_out(cluster) for cluster in range(10)} == {True, False}


def test_an_article_is_read_with_its_cluster() -> None:
    (read,) = read_articles([Article(Document(source="a", text=SHOT), 7)])
    assert read.cluster == 7
    assert [e.kind.value for e in read.read.entries.values()] == ["incident"]


def test_a_mention_is_covered_where_an_entry_rests_on_it() -> None:
    def mention(word: str) -> dict[str, object]:
        at = SHOT.index(word)
        return {
            "m_id": word,
            "kind": "event",
            "chain": "c1",
            "start": at,
            "end": at + len(word),
            "in_cybulska_subset": True,
        }

    row = {
        "id": "1_1",
        "topic": 1,
        "text": SHOT,
        "mentions": [mention("killed"), mention("villagers")],
    }
    read = read_article(row)
    assert [(m.lemma, m.chain) for m in read.mentions] == [("kill", "c1")]
    assert read.gold == 2
    (table,) = tables([read])
    assert table.rows[0].values["F1"] == 1
