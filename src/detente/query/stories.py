"""Stories: who carried a piece of news and under which headline, and what of it each of the articles tells."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.counting import rows_in
from detente.ledger.facets import Selection
from detente.ledger.neighbours import load_stories_of
from detente.ledger.parts import in_parts
from detente.ledger.view_codec import story_from_text
from detente.ledger.views import load_events
from detente.model.event import DocumentHead
from detente.model.filter import Filter
from detente.model.story import Story
from detente.query.fetching import fetch_entries, fetch_heads, picked
from detente.query.listing import document_conditions
from detente.query.results import RecordedStory, StoryPage, ToldInStory
from detente.query.standpoint import NO_LIMIT, Standpoint, looking


def stories(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedStory, ...]:
    """Return the stories of which an article passes, as for ``documents``; the newest first."""
    with looking(ledger, where) as here:
        return fetch_stories(here.connection, select_stories(here, limit=limit, offset=offset))


def count_stories(ledger: Ledger, where: Filter, *, most: int) -> int:
    """Count what ``stories`` returns, no further than ``most``."""
    with looking(ledger, where) as here:
        passing = select(s.stories.c.id).where(*_conditions(here.selection)).limit(most)
        return rows_in(here.connection, passing.subquery())


def select_stories(
    here: Standpoint, *, limit: int | None = None, offset: int = 0
) -> tuple[Story, ...]:
    """Return the stories that pass, without the heads of their articles."""
    st = s.stories.c
    query = (
        select(st.body)
        .where(*_conditions(here.selection))
        .order_by(func.coalesce(st.last, "").desc(), st.id)
        .limit(NO_LIMIT if limit is None else limit)
        .offset(offset)
    )
    return tuple(story_from_text(body) for body in here.connection.scalars(query))


def _conditions(selection: Selection) -> list[ColumnElement[bool]]:
    if selection == Selection():
        return []
    a, held = s.articles.c, s.story_articles.c
    passing = (
        select(held.story)
        .join(s.articles, a.document == held.document)
        .where(*document_conditions(selection))
    )
    return [s.stories.c.id.in_(passing)]


def fetch_stories(connection: Connection, found: Collection[Story]) -> tuple[RecordedStory, ...]:
    """Return stories with the heads of their articles."""
    heads = fetch_heads(connection, {name for story in found for name in story.documents})
    return tuple(_recorded(story, heads) for story in found)


def _recorded(story: Story, heads: Mapping[str, DocumentHead]) -> RecordedStory:
    articles = sorted((heads[name] for name in story.documents), key=_by_day)
    return RecordedStory(story=story, articles=tuple(articles))


def _by_day(head: DocumentHead) -> tuple[date, str, str]:
    when = head.published
    return (when and (when.start or when.end)) or date.max, head.outlet or "", head.id


def stories_of(connection: Connection, documents: Collection[str]) -> tuple[RecordedStory, ...]:
    """Return the stories that these articles report."""
    return fetch_stories(connection, load_stories_of(connection, documents))


def story_page(connection: Connection, name: str) -> StoryPage | None:
    """Return a story by its id, with what its articles tell: first what most of them do."""
    body = connection.scalar(select(s.stories.c.body).where(s.stories.c.id == name))
    if body is None:
        return None
    (recorded,) = fetch_stories(connection, [story_from_text(body)])
    telling = _telling(connection, recorded.story.documents)
    events = load_events(connection, telling)
    reports = fetch_entries(connection, [entry for them in telling.values() for entry in them])
    told = [
        ToldInStory(event=event, reports=picked(telling[event.id], reports))
        for event in events.values()
    ]
    return StoryPage(recorded=recorded, told=tuple(sorted(told, key=_most_told_first)))


def _most_told_first(told: ToldInStory) -> tuple[int, date, str]:
    when = told.event.date
    return -len(told.documents), (when and (when.start or when.end)) or date.max, told.event.id


def _telling(connection: Connection, documents: Collection[str]) -> dict[str, list[str]]:
    """Return the events of which these documents tell, each with the reports of it that stand in them."""
    items, held = s.items.c, s.event_entries.c
    found: dict[str, list[str]] = defaultdict(list)
    for part in in_parts(documents):
        query = (
            select(held.event, held.entry)
            .join_from(s.items, s.event_entries, held.entry == items.id)
            .where(items.document.in_(part))
            .order_by(*(items[name] for name in s.LISTED))
        )
        for event, entry in connection.execute(query):
            found[event].append(entry)
    return found
