"""A change written into the view tables: what differs is replaced, and nothing else is touched."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from detente.ledger import schema as s
from detente.ledger.articles import Article
from detente.ledger.bearing import entry_bearings
from detente.ledger.counting import count_of, stored_counts
from detente.ledger.crash import crash_point
from detente.ledger.event_writing import write_events, write_reaches
from detente.ledger.facets import Facets
from detente.ledger.monthly import count_months, months_of
from detente.ledger.parts import in_parts
from detente.ledger.story_writing import write_news_reaches, write_stories
from detente.ledger.told import days_told
from detente.ledger.view_change import ViewChange
from detente.ledger.view_codec import status_to_text
from detente.ledger.view_rows import Row, article_row, entry_row, event_number, mention_rows
from detente.ledger.view_state import write_reckoned_on, write_state
from detente.ledger.view_tables import Filling, forget_items, put_sides
from detente.model.event import HAPPENINGS, Report, TrackStatus


def clear_views(connection: Connection) -> None:
    """Throw every row of the views away."""
    for table in reversed(s.views.sorted_tables):
        connection.execute(delete(table))
    for name in s.SEARCH_TABLES:
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('delete-all')")  # noqa: S608


def write_change(connection: Connection, change: ViewChange) -> None:
    """Bring the views up to a change, but for the statuses of the tracks."""
    documents = sorted(change.state.changed)
    before = count_of(connection, documents)
    months = months_of(connection, _items_of_change(connection, change))
    _forget_articles(connection, documents)
    _write_articles(connection, change)
    _write_groups(connection, change)
    numbers = _write_entries(connection, change)
    crash_point("inside-views")
    write_reaches(connection, change.windows, numbers)
    write_events(connection, change.events, change.replaced)
    write_news_reaches(connection, change.news_windows, documents)
    write_stories(connection, change.stories, change.replaced_stories)
    months |= months_of(connection, _items_of_change(connection, change))
    count_months(connection, months)
    counts = stored_counts(connection) + count_of(connection, documents) - before
    write_state(connection, stamp=change.state.stamp, made_with=change.made_with, counts=counts)


def _items_of_change(connection: Connection, change: ViewChange) -> set[int]:
    """Return the items that a change writes or takes the place of, whichever are there."""
    names = {*change.replaced, *(event.id for event in change.events)}
    return _items_in(connection, change.state.changed) | set(map(event_number, names))


def write_statuses(
    connection: Connection, statuses: Sequence[TrackStatus], *, reckoned_on: date | None
) -> None:
    """Write where the tracks stand, and for which day that holds."""
    connection.execute(delete(s.track_statuses))
    rows = [
        {"position": position, "track": status.track, "body": status_to_text(status)}
        for position, status in enumerate(statuses)
    ]
    if rows:
        connection.execute(insert(s.track_statuses), rows)
    write_reckoned_on(connection, reckoned_on)


def _forget_articles(connection: Connection, documents: Collection[str]) -> None:
    """Remove the rows of documents; the index of their words is told what it held."""
    for part in in_parts(documents):
        _index_texts(connection, part, forget=True)
        for column in (s.copy_samples.c.document, s.articles.c.document):
            connection.execute(delete(column.table).where(column.in_(part)))


def _write_articles(connection: Connection, change: ViewChange) -> None:
    rows = Filling(connection)
    for article in change.state.articles:
        sample = change.samples.get(article.id)
        runs = sample.runs if sample else None
        group = change.copy_groups.get(article.id)
        rows.put(s.articles, [article_row(article, copy_group=group, runs=runs)])
        found = sorted(sample.samples) if sample else []
        rows.put(s.copy_samples, ({"sample": run, "document": article.id} for run in found))
    rows.write()
    for part in in_parts([a.id for a in change.state.articles]):
        _index_texts(connection, part, forget=False)


def forget_texts(connection: Connection, documents: Collection[str]) -> None:
    """Tell the index of words that these documents are to go."""
    for part in in_parts(documents):
        _index_texts(connection, part, forget=True)


def forget_passages(connection: Connection, numbers: Collection[int]) -> None:
    """Tell the index of words that these entries are to go."""
    _index_passages(connection, numbers, forget=True)


def _index_texts(connection: Connection, documents: list[str], *, forget: bool) -> None:
    marks = ", ".join("?" * len(documents))
    command, word = ("document_search, ", "'delete', ") if forget else ("", "")
    connection.exec_driver_sql(
        f"INSERT INTO document_search({command}rowid, title, text) "  # noqa: S608
        f"SELECT {word}number, title, text FROM document_texts "
        f"WHERE number IN (SELECT number FROM documents WHERE id IN ({marks}))",
        tuple(documents),
    )


def _index_passages(connection: Connection, numbers: Collection[int], *, forget: bool) -> None:
    command, word = ("entry_search, ", "'delete', ") if forget else ("", "")
    for part in in_parts(numbers):
        marks = ", ".join("?" * len(part))
        connection.exec_driver_sql(
            f"INSERT INTO entry_search({command}rowid, passage) "  # noqa: S608
            f"SELECT {word}number, passage FROM entries WHERE number IN ({marks})",
            tuple(part),
        )


def _write_groups(connection: Connection, change: ViewChange) -> None:
    """Write the groups of copies that others have made of documents that did not change."""
    changed = {a.id for a in change.state.articles}
    others = [{"name": n, "found": g} for n, g in change.copy_groups.items() if n not in changed]
    if others:
        query = update(s.articles).where(s.articles.c.document == bindparam("name"))
        connection.execute(query.values(copy_group=bindparam("found")), others)


def _write_entries(connection: Connection, change: ViewChange) -> dict[str, int]:
    """Write the entries of the documents anew; return the numbers of these and of all in ``windows``."""
    told = [r.id for reports in change.reports.values() for r in reports]
    numbers = _numbers(connection, {*told, *change.windows})
    new = {numbers[name] for name in told}
    old = _items_in(connection, change.state.changed)
    actors = _actors_in(connection, old)
    # a passage never changes: what will be there again stays in the index
    _index_passages(connection, sorted(old - new), forget=True)
    forget_items(connection, sorted(old))
    rows = Filling(connection)
    merged = {name for event in change.events for name in event.entries}
    for article in change.state.articles:
        for report, row, facets in _items_of(article, change.reports[article.id], numbers, merged):
            mentions = list(mention_rows(row, report.entry)) if article.stands else []
            rows.put(s.items, [row])
            put_sides(rows, row, facets)
            rows.put(s.unlisted_mentions, mentions)
            if article.stands:
                rows.put(s.track_items, entry_bearings(report, row["number"]))
            actors |= {mention["actor"] for mention in mentions}
    rows.write()
    _index_passages(connection, sorted(new - old), forget=False)
    _write_unlisted(connection, sorted(actors))
    return numbers


def _items_of(
    article: Article,
    reports: Sequence[Report],
    numbers: Mapping[str, int],
    merged: Collection[str],
) -> Iterator[tuple[Report, Row, Facets]]:
    told = days_told(reports)
    for place, report in enumerate(reports):
        number = numbers[report.id]
        in_event = report.id in merged and report.entry.kind in HAPPENINGS
        row, facets = entry_row(
            *(article, report),
            number=number,
            place=place,
            in_event=in_event,
            told=told.get(report.id),
        )
        yield report, row, facets


def _numbers(connection: Connection, entries: Collection[str]) -> dict[str, int]:
    c = s.entries.c
    found: dict[str, int] = {}
    for part in in_parts(entries):
        found |= dict(connection.execute(select(c.id, c.number).where(c.id.in_(part))).all())
    return found


def _items_in(connection: Connection, documents: Collection[str]) -> set[int]:
    c = s.items.c
    return {
        number
        for part in in_parts(documents)
        for number in connection.scalars(select(c.number).where(c.document.in_(part)))
    }


def _actors_in(connection: Connection, items: Collection[int]) -> set[str]:
    c = s.unlisted_mentions.c
    return {
        actor
        for part in in_parts(items)
        for actor in connection.scalars(select(c.actor).where(c.item.in_(part)).distinct())
    }


def _write_unlisted(connection: Connection, actors: Collection[str]) -> None:
    """Count the mentions of actors anew; name and example are of the first one in the order of lists."""
    u, mention = s.unlisted.c, s.unlisted_mentions.c
    rows = Filling(connection)
    for part in in_parts(actors):
        connection.execute(delete(s.unlisted).where(u.actor.in_(part)))
        counted = select(mention.actor, func.count()).where(mention.actor.in_(part))
        for actor, mentions in connection.execute(counted.group_by(mention.actor)).all():
            first = (
                select(mention.name, s.items.c.id)
                .join(s.items, s.items.c.number == mention.item)
                .where(mention.actor == actor)
                .order_by(*(mention[name] for name in s.LISTED))
                .limit(1)
            )
            name, example = connection.execute(first).one()
            row = {"actor": actor, "name": name, "count": mentions, "example": example}
            rows.put(s.unlisted, [row])
    rows.write()
