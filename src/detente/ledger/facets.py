"""What the filters look at in an entry or an event, and the filter itself, in memory and in SQL.

Both forms ask the same of the same facets; a test holds them together.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, or_, select

from detente.ledger import schema as s
from detente.ledger.searching import matches_at, matching_entries
from detente.model.codec import entry_day
from detente.model.entry import Actors, Entry, Kind
from detente.model.event import Event
from detente.model.identity import slug
from detente.model.when import DateRange

FACETS = {"tracks": s.item_tracks, "actors": s.item_actors, "outlets": s.item_outlets}
ACTOR_FIELDS = ("speaker", "by", "participants", "said_by", "mediator")
FIRST_DAY, LAST_DAY = date.min.isoformat(), date.max.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What the filters look at. Actors and outlets are keys: names, ids and sides without case and accents."""

    kind: Kind
    tracks: frozenset[str]
    actors: frozenset[str]
    outlets: frozenset[str]
    day: DateRange | None

    @property
    def bounds(self) -> tuple[str, str] | None:
        """Return the first and last day in ISO form, open ends filled in."""
        if self.day is None:
            return None
        start, end = self.day.start, self.day.end
        return start.isoformat() if start else FIRST_DAY, end.isoformat() if end else LAST_DAY

    @property
    def sort_day(self) -> str | None:
        """Return the day that sorts: the first one that is known."""
        known = (self.day.start or self.day.end) if self.day else None
        return known.isoformat() if known else None


def actor_keys(actors: Actors) -> frozenset[str]:
    """Return every key under which the actors are found."""
    return frozenset(slug(n) for a in actors for n in (a.id, a.name, a.side) if n)


def entry_facets(entry: Entry, outlet: str | None, told: DateRange | None = None) -> Facets:
    """Return what the filters look at in an entry; ``told`` is the day of one that names none itself."""
    return Facets(
        kind=entry.kind,
        tracks=frozenset(entry.tracks),
        actors=frozenset().union(*(actor_keys(getattr(entry, f, ())) for f in ACTOR_FIELDS)),
        outlets=frozenset([slug(outlet)] if outlet else []),
        day=entry_day(entry) or told,
    )


def event_facets(event: Event) -> Facets:
    """Return what the filters look at in an event."""
    said_by = [actor_keys(step.said_by) for step in event.history]
    acting = [actor_keys(a) for a in (event.participants, event.by, event.mediator)]
    return Facets(
        kind=event.kind,
        tracks=frozenset(event.tracks),
        actors=frozenset().union(*acting, *said_by),
        outlets=frozenset(slug(outlet) for outlet in event.outlets),
        day=event.date or event.was_due,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A filter with its names settled by the profile; ``None`` lets everything pass."""

    tracks: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None
    since: date | None = None
    until: date | None = None
    matching: str | None = None  # as full-text search takes it
    common: frozenset[str] = frozenset()  # the fields above that very many items pass

    def passes(self, facets: Facets) -> bool:
        """Say whether something with these facets passes; ``matching`` is not looked at."""
        return (
            (self.tracks is None or not self.tracks.isdisjoint(facets.tracks))
            and (self.actors is None or not self.actors.isdisjoint(facets.actors))
            and (self.outlets is None or not self.outlets.isdisjoint(facets.outlets))
            and (self.kinds is None or facets.kind in self.kinds)
            and self._in_days(facets.bounds)
        )

    def _in_days(self, bounds: tuple[str, str] | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if bounds is None:
            return False
        start, end = bounds
        return (self.since is None or end >= self.since.isoformat()) and (
            self.until is None or start <= self.until.isoformat()
        )

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return the same as conditions on ``items``, and that they stand."""
        items = s.items.c
        found = [standing(s.items)]
        for name, table in FACETS.items():
            keys = getattr(self, name)
            if keys is not None:
                with_key = select(table.c.item).where(table.c.key.in_(sorted(keys)))
                # of few that pass the list is made; where there are many, each item is asked in its turn
                each = with_key.where(table.c.item == items.number).exists()
                found.append(each if name in self.common else items.number.in_(with_key))
        if self.kinds is not None:
            found.append(items.kind.in_(sorted(self.kinds)))
        if self.since:
            found.append(items.day_end >= self.since.isoformat())
        if self.until:
            found.append(items.day_start <= self.until.isoformat())
        if self.matching is not None:
            found.append(self._matches())
        return found

    def _matches(self) -> ColumnElement[bool]:
        """Select entries that hold the words, and events with a report that does."""
        numbers = matching_entries(self.matching or "")
        told, items, link = s.items.alias(), s.items.c, s.event_entries.c
        if "matching" in self.common:
            reports = (
                select(told.c.number)
                .join_from(s.event_entries, told, told.c.id == link.entry)
                .where(link.event == items.id, matches_at(told.c.number, self.matching or ""))
            )
            own = matches_at(items.number, self.matching or "")
            return or_(
                and_(items.type == "entry", own), and_(items.type == "event", reports.exists())
            )
        entries = select(told.c.id).where(told.c.number.in_(numbers))
        events = select(link.event).where(link.entry.in_(entries))
        return or_(items.number.in_(numbers), and_(items.type == "event", items.id.in_(events)))


def listing(*, newest_first: bool = False) -> tuple[str, ...]:
    """Return the names of what lists are sorted by."""
    return tuple(f"{name} DESC" if newest_first else name for name in s.LISTED)


def in_order(*, newest_first: bool = False) -> list[ColumnElement[Any]]:
    """Return what lists are sorted by: events by day, entries by publication and place in the text."""
    columns = [s.items.c[name] for name in s.LISTED]
    return [c.desc() for c in columns] if newest_first else list(columns)


def standing(table: Table) -> ColumnElement[bool]:
    """Select the rows of ``items`` or ``articles`` in whose place stands no newer version."""
    return table.c.superseded_on.is_(None)
