"""From where a question looks: the record as it stands, or as it was."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.commonness import with_common
from detente.ledger.counting import rows_in
from detente.ledger.earlier import Bounds
from detente.ledger.facets import FACETS, Selection, listing
from detente.ledger.moments import change_at
from detente.ledger.stretches import sequence
from detente.ledger.views import load_events, load_reckoned_on, load_statuses
from detente.model.event import HAPPENINGS, UTTERANCES, Event, TrackStatus
from detente.model.filter import Filter
from detente.pipeline import as_it_was
from detente.query.naming import settle

Listed = Select[Any] | CompoundSelect[Any]  # with the numbers of items

NO_LIMIT = -1  # as SQLite spells it
PART = 500  # rows that are in memory at a time where all are given out
LARGE = 4_000  # entries
LOOKED_THROUGH = 10_000  # things of a list, to count those that pass filters which many do
UNDATED = "~"  # sorts after every day


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """One state of the record, and a filter with its names settled."""

    connection: Connection
    selection: Selection

    @property
    def reckoned_on(self) -> date | None:
        """Return the day that the statuses hold for."""
        return load_reckoned_on(self.connection)

    def is_large(self) -> bool:
        """Say whether to look through all entries takes longer than a page may."""
        query = select(s.items.c.number).where(s.items.c.type == "entry").limit(1).offset(LARGE)
        return self.connection.scalar(query) is not None

    def statuses(self) -> tuple[TrackStatus, ...]:
        """Return the status of every track."""
        return load_statuses(self.connection)

    def events_named(self, names: Collection[str]) -> dict[str, Event]:
        """Return the events of these ids."""
        return load_events(self.connection, names)

    def events(
        self,
        *conditions: ColumnElement[bool],
        said: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Event, ...]:
        """Return the happenings that pass, by day; with ``said`` what several reports tell that was said, too.

        So, too, where the filter names that kind.
        """
        words = UTTERANCES if said else UTTERANCES & (self.selection.kinds or frozenset())
        wanted = s.items.c.kind.in_(sorted(HAPPENINGS | words))
        names = self.item_ids("event", wanted, *conditions, limit=limit, offset=offset)
        found = load_events(self.connection, names)
        return tuple(found[name] for name in names)

    def item_ids(
        self,
        item_type: str,
        *conditions: ColumnElement[bool],
        order: Sequence[ColumnElement[Any]] = (),
        newest_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[str]:
        """Return the ids of the entries or events that pass, in the order of lists or in another."""
        query = (
            self.selected(item_type, *conditions).order_by(*order)
            if order
            else self.listed(item_type, *conditions, newest_first=newest_first)
        )
        limited = query.limit(NO_LIMIT if limit is None else limit).offset(offset)
        return list(self.connection.scalars(limited))

    def listed(
        self, item_type: str, *conditions: ColumnElement[bool], newest_first: bool = False
    ) -> Listed:
        """Select the ids and numbers of the entries or events that pass, in the order of lists."""
        return sequence(
            self.selected(item_type, *conditions),
            self.selection,
            by=s.items.c.listed_day,
            reaches=s.items.c.apart,
            order=listing(newest_first=newest_first),
        )

    def count(self, listed: Callable[["Standpoint"], Listed], *, most: int) -> int | None:
        """Count what a list holds, no further than ``most``.

        ``None`` where many pass each of the filters and few all of them: one would look through all for it.
        """
        where = self.selection
        asked = {name for name in (*FACETS, "matching") if getattr(where, name) is not None}
        if not asked or asked - where.common or where.since or where.until:
            return rows_in(self.connection, listed(self).limit(most).subquery())
        if "matching" in asked:
            return None
        everything = replace(self, selection=Selection())
        looked_at = listed(everything).limit(LOOKED_THROUGH).subquery()
        those = looked_at.join(s.items, s.items.c.number == looked_at.c.number)
        found = rows_in(self.connection, those, *where.conditions())
        if found < most and rows_in(self.connection, looked_at) == LOOKED_THROUGH:
            return None
        return min(found, most)

    def selected(self, item_type: str, *conditions: ColumnElement[bool]) -> Select[Any]:
        """Select the ids and numbers of the entries or events that pass, in no order."""
        items = s.items.c
        return select(items.id, items.number, *(items[name] for name in s.LISTED)).where(
            items.type == item_type, *self.selection.conditions(), *conditions
        )


@contextmanager
def looking(ledger: Ledger, where: Filter) -> Iterator[Standpoint]:
    """Take up a standpoint."""
    selection = settle(where, ledger.process)
    then = as_it_was(ledger, ledger.process, bounds(ledger, where))
    with then.looking() as connection:
        yield Standpoint(connection=connection, selection=with_common(connection, selection))


def bounds(ledger: Ledger, where: Filter) -> Bounds:
    """Return what counts of the record."""
    known_at = change_at(ledger, where.known_at) if where.known_at else None
    return Bounds(known_at=known_at, as_of=where.as_of)
