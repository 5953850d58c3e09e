"""Who said how much on what, who met whom, and where things happened: bounded, whatever the record holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import event_facets, listing
from detente.ledger.stretches import sequence
from detente.ledger.view_codec import outline_from_text
from detente.ledger.views import load_events
from detente.model.entry import Kind
from detente.model.event import UTTERANCES, Event
from detente.model.filter import Filter
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind
from detente.query.fetching import fetch_entries, fetch_reports
from detente.query.results import RecordedEntry, RecordedEvent
from detente.query.standpoint import Standpoint, looking

COUNTED = 5000  # statements, the latest ones


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """How often an actor has spoken on a track, and the last words."""

    track: str
    actor: str  # id
    count: int
    latest: RecordedEntry


def spoken_of(
    ledger: Ledger,
    where: Filter,
    *,
    most: int,
    of: Sequence[ActorKind] = (ActorKind.PERSON, ActorKind.SIDE),
) -> tuple[SpokenOf, ...]:
    """Count the latest statements by track and actor of the profile: the parties, then those who speak most."""
    process = ledger.process
    keys = {slug(a.id): a for a in process.actors if a.kind in of}
    items, on, by = s.items.c, s.item_tracks.c, s.item_actors.c
    place = items.listed_day + items.listed_in + func.printf("%09d", items.listed_at)
    wanted = replace(where, kinds=(Kind.STATEMENT,))
    with looking(ledger, wanted) as here:
        latest = _latest_words(here)
        query = (
            # SQLite takes the number from the row that has the greatest place
            select(on.key, by.key, func.count(), items.number, func.max(place))
            .join_from(s.items, s.item_tracks, on.item == items.number)
            .join(s.item_actors, by.item == items.number)
            # by the item, and not by each of the keys
            .where(items.number.in_(latest), by.key.concat("").in_(sorted(keys)))
            .group_by(on.key, by.key)
        )
        rows = [tuple(row)[:4] for row in here.connection.execute(query)]
        chosen = _most_heard(rows, keys, process.parties, most)
        kept = [row for row in rows if row[1] in chosen]
        named = select(items.number, items.id).where(items.number.in_([row[3] for row in kept]))
        names = {row[0]: row[1] for row in here.connection.execute(named)}
        found = fetch_entries(here.connection, sorted(set(names.values())))
    return tuple(
        SpokenOf(track=track, actor=keys[key].id, count=count, latest=found[names[number]])
        for track, key, count, number in kept
    )


def most_heard(
    ledger: Ledger,
    where: Filter,
    *,
    most: int,
    of: Sequence[ActorKind] = (ActorKind.PERSON, ActorKind.SIDE),
) -> tuple[tuple[str, int], ...]:
    """Return those actors who speak most in the latest statements on any track, one on several counted once."""
    keys = {slug(a.id): a.id for a in ledger.process.actors if a.kind in of}
    items, on, by = s.items.c, s.item_tracks.c, s.item_actors.c
    with looking(ledger, replace(where, kinds=(Kind.STATEMENT,))) as here:
        count = func.count()
        query = (
            select(by.key, count)
            .join_from(s.items, s.item_actors, by.item == items.number)
            .where(items.number.in_(_latest_words(here)), by.key.concat("").in_(sorted(keys)))
            .where(select(on.key).where(on.item == items.number).exists())
            .group_by(by.key)
            .order_by(count.desc(), by.key)
            .limit(most)
        )
        return tuple((keys[key], number) for key, number in here.connection.execute(query))


def _latest_words(here: Standpoint) -> Select[Any]:
    dated = s.items.c.published_end.is_not(None)
    latest = here.listed("entry", dated, newest_first=True).limit(COUNTED).subquery()
    return select(latest.c.number)


def _most_heard(
    rows: Sequence[tuple[str, str, int, int]],
    keys: dict[str, Actor],
    parties: Sequence[str],
    most: int,
) -> set[str]:
    totals: dict[str, int] = {}
    for _, key, count, _ in rows:
        totals[key] = totals.get(key, 0) + count
    ranked = sorted(totals, key=lambda key: (keys[key].id not in parties, -totals[key], key))
    return set(ranked[:most])


def latest_events(
    ledger: Ledger, where: Filter, *, limit: int, dated: bool = True
) -> tuple[Event, ...]:
    """Return the outlines of the events that pass, the latest first; none of what was merely said.

    Not ``dated``: those alone whose day is not known.
    """
    with looking(ledger, where) as here:
        items = s.items.c
        happened = items.kind.not_in(sorted(UTTERANCES))
        known = items.day.is_not(None) if dated else items.day.is_(None)
        query = sequence(
            here.selected("event", happened, known).add_columns(items.day),
            here.selection,
            by=items.day,
            reaches=items.lasts,
            order=("day DESC", *listing(newest_first=True)),
        )
        names = list(here.connection.scalars(query.limit(limit)))
        found = load_events(here.connection, names, read=outline_from_text)
        return tuple(found[name] for name in names)


def told_events(
    ledger: Ledger, where: Filter, events: Sequence[Event]
) -> tuple[RecordedEvent, ...]:
    """Return events of which the outlines were found under the same filter, whole and with their reports."""
    with looking(ledger, where) as here:
        found = here.events_named([event.id for event in events])
        return fetch_reports(here.connection, [found[event.id] for event in events])


def named_events(ledger: Ledger, where: Filter, names: Sequence[str]) -> tuple[Event, ...]:
    """Return the events of these ids without their reports, as they were at the day and state of the filter."""
    with looking(ledger, Filter(as_of=where.as_of, known_at=where.known_at)) as here:
        found = here.events_named(names)
    return tuple(found[name] for name in names if name in found)


def near_events(
    ledger: Ledger, where: Filter, event: Event, *, days: int, limit: int
) -> tuple[Event, ...]:
    """Return other events of the same kind that lie not more than so many days apart, by day."""
    middle = date.fromisoformat(first_day(event)) if first_day(event) else None
    if middle is None or middle - date.min < timedelta(days) or date.max - middle < timedelta(days):
        return ()
    first, last = (str(middle + timedelta(by)) for by in (-days, days))
    items = s.items.c
    with looking(ledger, Filter(as_of=where.as_of, known_at=where.known_at)) as here:
        # events are listed by their day
        near = (
            items.kind == event.kind,
            items.listed_day.between(first, last),
            items.id != event.id,
        )
        return here.events(*near, said=True, limit=limit)


def first_day(event: Event) -> str:
    """Return the day by which an event is sorted; nothing where it is not known."""
    return event_facets(event).sort_day or ""
