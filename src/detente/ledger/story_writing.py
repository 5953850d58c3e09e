"""The stories of the views: those that differ are replaced."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, select

from detente.ledger import schema as s
from detente.ledger.parts import in_parts
from detente.ledger.view_change import Window
from detente.ledger.view_rows import news_reach_row, story_row
from detente.ledger.view_tables import Filling
from detente.model.story import Story


def write_news_reaches(
    connection: Connection, windows: Mapping[str, Sequence[Window]], changed: Collection[str]
) -> None:
    """Write under what articles are found, in the place of what these and the ``changed`` ones had."""
    for part in in_parts(sorted({*windows, *changed})):
        connection.execute(delete(s.news_reaches).where(s.news_reaches.c.document.in_(part)))
    rows = Filling(connection)
    for name, found in windows.items():
        rows.put(s.news_reaches, (news_reach_row(window, name) for window in found))
    rows.write()


def write_stories(
    connection: Connection, stories: Sequence[Story], replaced: Collection[str]
) -> None:
    """Write stories in the place of those that the same articles made before."""
    rows = {story.id: story_row(story) for story in stories}
    stay = {
        name
        for name, body in _bodies(connection, replaced)
        if rows.get(name, {}).get("body") == body
    }
    for part in in_parts(sorted(set(replaced) - stay)):
        connection.execute(delete(s.story_articles).where(s.story_articles.c.story.in_(part)))
        connection.execute(delete(s.stories).where(s.stories.c.id.in_(part)))
    filling = Filling(connection)
    for story in stories:
        if story.id in stay:
            continue
        filling.put(s.stories, [rows[story.id]])
        filling.put(
            s.story_articles,
            (
                {"story": story.id, "position": place, "document": name}
                for place, name in enumerate(story.documents)
            ),
        )
    filling.write()


def _bodies(connection: Connection, names: Collection[str]) -> list[tuple[str, str]]:
    c = s.stories.c
    return [
        (name, body)
        for part in in_parts(sorted(names))
        for name, body in connection.execute(select(c.id, c.body).where(c.id.in_(part)))
    ]
