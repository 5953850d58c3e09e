"""From where a question looks: the record as it stands, or what had been published by some day.

The first reads the stored views, a page at a time; the second makes its events in memory.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import Selection, event_facets
from detente.ledger.searching import matching_entries
from detente.ledger.views import load_events, load_reckoned_on, load_statuses
from detente.model.event import HAPPENINGS, Event, TrackStatus
from detente.model.filter import Filter
from detente.pipeline import View, view
from detente.query.naming import settle

NO_LIMIT = -1  # as SQLite spells it
UNDATED = "~"  # sorts after every day


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """One state of the record, a filter with its names settled, and the events as seen from its day."""

    connection: Connection
    selection: Selection
    earlier: View | None  # the view of the day asked for; None: the stored one

    @property
    def reckoned_on(self) -> date | None:
        """Return the day that the statuses hold for."""
        return self.earlier.reckoned_on if self.earlier else load_reckoned_on(self.connection)

    def statuses(self) -> tuple[TrackStatus, ...]:
        """Return the status of every track."""
        return self.earlier.statuses if self.earlier else load_statuses(self.connection)

    def events_named(self, names: Collection[str]) -> dict[str, Event]:
        """Return the events of these ids."""
        if self.earlier:
            return {e.id: e for e in self.earlier.events if e.id in set(names)}
        return load_events(self.connection, names)

    def events(
        self,
        *conditions: ColumnElement[bool],
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Event, ...]:
        """Return the happenings that pass, by day; ``conditions`` narrow the stored ones only."""
        if self.earlier:
            seen = [
                e
                for e in self.earlier.events
                if e.kind in HAPPENINGS and self.selection.passes(event_facets(e))
            ]
            passing = sorted_events(self._with_the_words(seen))
            return tuple(passing[offset : None if limit is None else offset + limit])
        happened = s.items.c.kind.in_(sorted(HAPPENINGS))
        names = self.item_ids("event", happened, *conditions, limit=limit, offset=offset)
        found = load_events(self.connection, names)
        return tuple(found[name] for name in names)

    def _with_the_words(self, events: list[Event]) -> list[Event]:
        """Keep the events of an earlier day of which a report holds the words that are asked for."""
        if self.selection.matching is None:
            return events
        items = s.items.c
        numbers = matching_entries(self.selection.matching)
        query = select(items.id).where(items.type == "entry", items.number.in_(numbers))
        found = set(self.connection.scalars(query))
        return [event for event in events if not found.isdisjoint(event.entries)]

    def item_ids(
        self,
        item_type: str,
        *conditions: ColumnElement[bool],
        limit: int | None = None,
        offset: int = 0,
    ) -> list[str]:
        """Return the ids of the stored entries or events that pass, in the order of their numbers."""
        items = s.items.c
        query = (
            select(items.id)
            .where(items.type == item_type, *self.selection.conditions(), *conditions)
            .order_by(items.number)
            .limit(NO_LIMIT if limit is None else limit)
            .offset(offset)
        )
        return list(self.connection.scalars(query))


def sorted_events(events: Sequence[Event]) -> list[Event]:
    """Sort events by day, what is undated last."""
    return sorted(events, key=lambda e: (event_facets(e).sort_day or UNDATED, e.id))


@contextmanager
def looking(ledger: Ledger, where: Filter, *, events: bool = True) -> Iterator[Standpoint]:
    """Take up a standpoint; without ``events`` those of an earlier day are not made."""
    needs_view = events and where.as_of is not None
    earlier = view(ledger, ledger.process, as_of=where.as_of) if needs_view else None
    with ledger.looking() as connection:
        yield Standpoint(
            connection=connection,
            selection=settle(where, ledger.process),
            earlier=earlier,
        )
