"""The stories of the demo: who carried a piece of news, and what each of them leaves out."""

from datetime import date

from detente import query
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query import DocumentPage, RecordedStory, StoryPage

from .conftest import Demo

ATTACK = date(2020, 9, 27)


def story_of_the_attack(demo: Demo) -> RecordedStory:
    (found,) = query.stories(demo.ledger, Filter(since=ATTACK, until=ATTACK))
    return found


def test_two_sides_headlines_of_one_day_stand_together(demo: Demo) -> None:
    articles = story_of_the_attack(demo).articles
    assert {head.outlet: head.title for head in articles} == {
        "Ararat Wire": "Azerbaijan attacks along the whole line of contact, Armenia mobilises",
        "Caspian Bulletin": "Azerbaijani Army launches counter-offensive after Armenian shelling",
    }


def test_a_story_shows_what_all_of_its_articles_tell_first(demo: Demo) -> None:
    page = query.show(demo.ledger, story_of_the_attack(demo).story.id)
    assert isinstance(page, StoryPage)
    telling = [len(told.documents) for told in page.told]
    assert page.told[0].event.kind is Kind.INCIDENT
    assert telling == sorted(telling, reverse=True)
    assert set(telling) == {1, 2}


def test_an_article_names_its_story(demo: Demo) -> None:
    story = story_of_the_attack(demo)
    page = query.show(demo.ledger, story.articles[0].id)
    assert isinstance(page, DocumentPage)
    assert page.story == story


def test_an_outlet_that_carried_the_story_without_the_event_is_told_apart(demo: Demo) -> None:
    page = query.show(demo.ledger, story_of_the_attack(demo).story.id)
    assert isinstance(page, StoryPage)
    alone = next(told.event for told in page.told if len(told.documents) == 1)
    found = query.wording(demo.ledger, alone.id, as_of=None)
    assert found is not None
    carried = {silent.outlet for silent in found.silent if silent.carried}
    assert carried | {column.outlet for column in found.columns} == {
        "Ararat Wire",
        "Caspian Bulletin",
    }


def test_what_had_not_been_published_is_in_no_story(demo: Demo) -> None:
    assert not query.stories(demo.ledger, Filter(as_of=date(2020, 9, 26)))
    assert query.stories(demo.ledger, Filter(as_of=ATTACK)) == (story_of_the_attack(demo),)


def test_stories_are_filtered_by_outlet_and_words(demo: Demo) -> None:
    found = query.stories(demo.ledger, Filter(outlets=("Potomac Dispatch",)))
    assert all("Potomac Dispatch" in s.story.outlets for s in found)
    assert found
    every = query.stories(demo.ledger, Filter())
    assert len(found) < len(every)
    assert [s.story.last for s in every] == sorted(
        (s.story.last for s in every), key=lambda day: day or date.min, reverse=True
    )
    assert query.stories(demo.ledger, Filter(), limit=2, offset=1) == every[1:3]
    assert query.count_stories(demo.ledger, Filter(), most=100) == len(every)
    assert query.count_stories(demo.ledger, Filter(), most=2) == 2


def test_an_outlet_that_published_only_before_is_not_called_silent(demo: Demo) -> None:
    day = date(2023, 9, 19)
    told = query.events(demo.ledger, Filter(since=day, until=day, kinds=(Kind.INCIDENT,)))
    attack = next(t.event for t in told if t.event.date and t.event.date.day == day)
    found = query.wording(demo.ledger, attack.id)
    assert found is not None
    assert found.days
    earlier = Filter(outlets=("Corridor Monitor",), since=found.days[0], until=found.days[1])
    days = [d.document.published for d in query.documents(demo.ledger, earlier)]
    assert days
    assert all(when and when.end and when.end < day for when in days)
    assert "Corridor Monitor" not in {silent.outlet for silent in found.silent}
