"""A person says which articles report one piece of news: their stories follow, and it can be taken back."""

import pytest

from detente.ledger import verify
from detente.ledger.dump import dump_views
from detente.model.errors import CorrectionError
from detente.model.filter import Filter
from detente.pipeline import add, catch_up, rebuild
from detente.pipeline.correcting import other_news, same_news, split_story, undo, undo_last
from detente.query import corrections, documents, stories
from tests.ledger.stories import article, new_ledger, reader, rows

FERRY = "A ferry went down near the Lindholm lighthouse in a squall."
ARTICLES = [
    article("post", "2023-05-02", "Northern Post", FERRY) | {"title": "Ferry sinks off Lindholm"},
    article("daily", "2023-05-02", "Sud Daily", FERRY, "Divers came.")
    | {"title": "Lindholm ferry lost"},
    article("late", "2023-05-02", "Sud Daily", "Norland taxes salt.") | {"title": "A tax on salt"},
]


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        add(opened, [rows(tmp_path / "a.jsonl", ARTICLES)], process=opened.process, reader=reader())
        yield opened


@pytest.fixture
def named(ledger):
    """Return the ids of the articles by headline."""
    return {d.document.title: d.id for d in documents(ledger, Filter())}


def told(ledger):
    catch_up(ledger, ledger.process, reader=reader())
    with ledger.looking() as connection:
        grown = sorted(dump_views(connection))
    rebuild(ledger, ledger.process)
    with ledger.looking() as connection:
        assert sorted(dump_views(connection)) == grown
    assert verify(ledger).sound
    return [sorted(head.title for head in each.articles) for each in stories(ledger, Filter())]


FIRST, SECOND, THIRD = (each["title"] for each in ARTICLES)


def test_articles_of_other_news_are_parted_and_come_together_when_it_is_taken_back(ledger, named):
    assert told(ledger) == [[FIRST, SECOND]]
    (number,) = other_news(ledger, named[FIRST], [named[SECOND]], by="Ada", reason="two ferries")
    assert told(ledger) == []
    (listed,) = corrections(ledger)
    assert (listed.state, listed.article.title, listed.beside.title) == ("applies", FIRST, SECOND)
    undo(ledger, number, by="Ada")
    assert told(ledger) == [[FIRST, SECOND]]


def test_articles_of_one_piece_of_news_are_joined_and_the_last_word_counts(ledger, named):
    assert len(same_news(ledger, [named[THIRD], named[FIRST]], by="Ada")) == 2
    assert told(ledger) == [[THIRD, FIRST, SECOND]]
    other_news(ledger, named[THIRD], [named[FIRST], named[SECOND]], by="Ben")
    assert told(ledger) == [[FIRST, SECOND]]
    assert [c.state for c in corrections(ledger)] == ["applies"] * 2 + ["overruled"] * 2


def test_an_article_of_weeks_later_joins_the_whole_story(ledger, named, tmp_path):
    later = article("later", "2023-06-09", "Northern Post", "A court spoke.") | {
        "title": "Owner fined"
    }
    add(ledger, [rows(tmp_path / "b.jsonl", [later])], process=ledger.process, reader=reader())
    (fined,) = [d.id for d in documents(ledger, Filter()) if d.document.title == "Owner fined"]
    same_news(ledger, [fined, named[FIRST]], by="Ada")
    assert told(ledger) == [[FIRST, SECOND, "Owner fined"]]


def test_what_was_said_of_an_older_version_is_shown_as_such(ledger, named, tmp_path):
    other_news(ledger, named[FIRST], [named[SECOND]], by="Ada")
    newer = ARTICLES[0] | {"text": FERRY + " Nine are missing."}
    add(
        ledger,
        [rows(tmp_path / "a.jsonl", [newer, *ARTICLES[1:]])],
        process=ledger.process,
        reader=reader(),
    )
    told(ledger)
    (listed,) = corrections(ledger)
    assert listed.state == "text changed"


def test_one_article_alone_is_refused(ledger, named):
    with pytest.raises(CorrectionError, match="two articles"):
        same_news(ledger, [named[FIRST], named[FIRST]], by="Ada")


def test_articles_are_parted_from_their_story_by_one_word_that_one_undo_takes_back(ledger, named):
    same_news(ledger, [named[THIRD], named[FIRST]], by="Ada")
    assert told(ledger) == [[THIRD, FIRST, SECOND]]
    (story,) = stories(ledger, Filter())
    numbers = split_story(ledger, story.story.id, [named[THIRD]], by="Ben", reason="no ferry")
    assert len(numbers) == 2
    assert told(ledger) == [[FIRST, SECOND]]
    assert [c.number for c in undo_last(ledger, by="Ben")] == list(numbers)
    assert told(ledger) == [[THIRD, FIRST, SECOND]]


def test_only_some_articles_of_a_story_are_parted_from_it(ledger, named):
    (story,) = stories(ledger, Filter())
    for wrong, told_why in (
        ([], "name some articles"),
        ([named[FIRST], named[SECOND]], "leave at least one"),
        ([named[THIRD]], "is none of the story"),
    ):
        with pytest.raises(CorrectionError, match=told_why):
            split_story(ledger, story.story.id, wrong, by="Ada")
    assert not corrections(ledger)
