"""The views: thrown away and written again from the facts, in one transaction, to the same bytes."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from detente.ledger import schema as s
from detente.ledger.articles import Article
from detente.ledger.counting import STORED, count, counts_to_text
from detente.ledger.crash import crash_point
from detente.ledger.facets import Facets, entry_facets, event_facets
from detente.ledger.facts import EMPTY, State, stamp
from detente.ledger.parts import in_parts
from detente.ledger.record import Ledger
from detente.ledger.view_codec import (
    event_from_text,
    event_to_text,
    status_from_text,
    status_to_text,
)
from detente.model.entry import ActorRef, Entry
from detente.model.event import HAPPENINGS, Event, Report, TrackStatus
from detente.model.identity import slug

Row = dict[str, Any]

_BATCH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewContents:
    """What the views are made of; ``made_with`` names all that they hang on besides the facts."""

    state: State
    made_with: str
    reckoned_on: date | None
    copy_groups: Mapping[str, str]
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredView:
    """Events and statuses as the views hold them."""

    reckoned_on: date | None
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]


def views_are_current(ledger: Ledger, *, made_with: str) -> bool:
    """Say whether the views were made from the facts as they are now, with these means."""
    with ledger.looking() as connection:
        state = _view_state(connection)
        return (state.get("stamp"), state.get("made_with")) == (stamp(connection), made_with)


def views_are_missing(ledger: Ledger) -> bool:
    """Say whether there are facts, but no views: so it is in a record that was upgraded."""
    with ledger.looking() as connection:
        return not _view_state(connection) and stamp(connection) != EMPTY


def write_views(ledger: Ledger, contents: ViewContents) -> None:
    """Throw the views away and write these, unless another process has made newer ones meanwhile."""
    crash_point("before-views")
    with ledger.writing() as connection:
        if _are_newer(connection, contents):
            return
        for table in reversed(s.views.sorted_tables):
            connection.execute(delete(table))
        _fill(connection, s.articles, _article_rows(contents))
        _fill(
            connection,
            s.events,
            ({"id": e.id, "body": event_to_text(e)} for e in _in_order(contents)),
        )
        _fill(connection, s.event_entries, _event_entry_rows(contents.events))
        crash_point("inside-views")
        _write_items(connection, contents)
        _fill(connection, s.unlisted, _unlisted_rows(contents))
        _fill(connection, s.track_statuses, _status_rows(contents.statuses))
        _fill(connection, s.view_state, _state_rows(contents))
        counts = {"name": STORED, "value": counts_to_text(count(connection))}
        connection.execute(insert(s.view_state), counts)
        for table in s.SEARCH_TABLES:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")  # noqa: S608


def _are_newer(connection: Connection, contents: ViewContents) -> bool:
    there = _view_state(connection)
    if there.get("made_with") != contents.made_with:
        return False
    return _numbers(there.get("stamp")) > _numbers(contents.state.stamp)


def _numbers(stamp_of_state: str | None) -> tuple[int, ...]:
    return tuple(int(number) for number in (stamp_of_state or "0").split("."))


def load_view(ledger: Ledger) -> StoredView:
    """Read the stored events and statuses."""
    with ledger.looking() as connection:
        events = connection.scalars(select(s.events.c.body).order_by(s.events.c.id))
        return StoredView(
            reckoned_on=load_reckoned_on(connection),
            events=tuple(event_from_text(body) for body in events),
            statuses=load_statuses(connection),
        )


def load_reckoned_on(connection: Connection) -> date | None:
    """Read the day that the stored statuses hold for."""
    day = _view_state(connection).get("reckoned_on")
    return date.fromisoformat(day) if day else None


def load_statuses(connection: Connection) -> tuple[TrackStatus, ...]:
    """Read the stored track statuses, in the order of the profile."""
    query = select(s.track_statuses.c.body).order_by(s.track_statuses.c.position)
    return tuple(status_from_text(body) for body in connection.scalars(query))


def load_events(connection: Connection, names: Collection[str]) -> dict[str, Event]:
    """Read stored events by their ids."""
    c = s.events.c
    found: dict[str, Event] = {}
    for part in in_parts(names):
        rows = connection.execute(select(c.id, c.body).where(c.id.in_(part)))
        found |= {name: event_from_text(body) for name, body in rows}
    return found


def _view_state(connection: Connection) -> dict[str, str | None]:
    rows = connection.execute(select(s.view_state.c.name, s.view_state.c.value))
    return dict(rows.all())


def _fill(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _article_rows(contents: ViewContents) -> Iterator[Row]:
    for a in contents.state.articles:
        yield {
            "document": a.id,
            "source": a.source,
            "header": a.header,
            "title": a.title,
            "outlet_key": slug(a.outlet) if a.outlet else None,
            "published_start": _iso(a.published.start if a.published else None),
            "published_end": _iso(a.published.end if a.published else None),
            "superseded_on": a.lifetime.superseded_on,
            "superseded_by": a.lifetime.superseded_by,
            "copy_group": contents.copy_groups.get(a.id),
            "reading": a.reading,
        }


def _in_order(contents: ViewContents) -> list[Event]:
    return sorted(contents.events, key=lambda e: (event_facets(e).sort_day or "~", e.id))


def _event_entry_rows(events: Iterable[Event]) -> Iterator[Row]:
    for event in events:
        for position, entry in enumerate(event.entries):
            yield {"event": event.id, "position": position, "entry": entry}


def _status_rows(statuses: Iterable[TrackStatus]) -> Iterator[Row]:
    for position, status in enumerate(statuses):
        yield {"position": position, "track": status.track, "body": status_to_text(status)}


def _state_rows(contents: ViewContents) -> Iterator[Row]:
    yield {"name": "stamp", "value": contents.state.stamp}
    yield {"name": "made_with", "value": contents.made_with}
    yield {"name": "reckoned_on", "value": _iso(contents.reckoned_on)}


def _write_items(connection: Connection, contents: ViewContents) -> None:
    """Write the items, numbered: the events by day, the entries by publication and place in the text."""
    in_event = {n for e in contents.events if e.kind in HAPPENINGS for n in e.entries}
    sides: tuple[list[Row], list[Row], list[Row]] = ([], [], [])
    rows: list[Row] = []
    found = chain(_event_items(contents), _entry_items(contents, in_event))
    for number, (row, facets) in enumerate(found, start=1):
        rows.append(row | {"number": number})
        for side, keys in zip(sides, (facets.tracks, facets.actors, facets.outlets), strict=True):
            side.extend({"key": key, "item": number} for key in sorted(keys))
    _fill(connection, s.items, rows)
    for table, side in zip((s.item_tracks, s.item_actors, s.item_outlets), sides, strict=True):
        _fill(connection, table, side)


def _day_columns(facets: Facets) -> Row:
    start, end = facets.bounds or (None, None)
    return {"day": facets.sort_day, "day_start": start, "day_end": end}


def _event_items(contents: ViewContents) -> Iterator[tuple[Row, Facets]]:
    for event in _in_order(contents):
        facets = event_facets(event)
        row: Row = {"type": "event", "id": event.id, "kind": event.kind, "status": event.status}
        row |= dict.fromkeys(("document", "published_end", "superseded_on"))
        yield row | _day_columns(facets) | {"on_timeline": event.kind in HAPPENINGS}, facets


def _entry_items(contents: ViewContents, in_event: set[str]) -> Iterator[tuple[Row, Facets]]:
    for article, report in _reports_in_order(contents):
        entry = report.entry
        facets = entry_facets(entry, report.document.outlet)
        row: Row = {"type": "entry", "id": report.id, "document": article.id, "kind": entry.kind}
        row |= {"status": getattr(entry, "status", None)}
        row |= {"published_end": _iso(article.published.end if article.published else None)}
        row |= {"superseded_on": article.lifetime.superseded_on}
        yield row | _day_columns(facets) | {"on_timeline": report.id not in in_event}, facets


def _reports_in_order(contents: ViewContents) -> Iterator[tuple[Article, Report]]:
    """Yield every report, of superseded versions too: their pages list them."""

    def by_publication(article: Article) -> tuple[str, str]:
        when = article.published
        return (_iso(when.start or when.end) if when else None) or "~", article.id

    for article in sorted(contents.state.articles, key=by_publication):
        for report in contents.state.reports([article], contents.copy_groups):
            yield article, report


def _unlisted_rows(contents: ViewContents) -> Iterator[Row]:
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for article, report in _reports_in_order(contents):
        if article.stands:
            for actor in sorted(_unlisted_in(report.entry), key=lambda a: (a.id, a.name)):
                counts[actor.id] += 1
                first.setdefault(actor.id, (actor.name, report.id))
    for actor_id, mentions in sorted(counts.items()):
        name, example = first[actor_id]
        yield {"actor": actor_id, "name": name, "count": mentions, "example": example}


def _unlisted_in(entry: Entry) -> set[ActorRef]:
    """Return the actors of an entry, each id once, that the profile does not list."""
    fields = ("speaker", "by", "to", "participants", "said_by", "mediator")
    named = (a for field in fields for a in getattr(entry, field, ()) if not a.listed)
    return set({a.id: a for a in named}.values())
