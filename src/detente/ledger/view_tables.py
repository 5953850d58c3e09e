"""Rows into the view tables, and out of them."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, Table, delete, insert

from detente.ledger import schema as s
from detente.ledger.facets import Facets
from detente.ledger.parts import in_parts
from detente.ledger.view_rows import Row

_BATCH = 1000
_SIDES = ((s.item_tracks, "tracks"), (s.item_actors, "actors"), (s.item_outlets, "outlets"))


class Filling:
    """Rows on their way into tables, many at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[Table, list[Row]] = {}

    def put(self, table: Table, rows: Iterable[Row]) -> None:
        """Take rows for a table."""
        waiting = self._waiting.setdefault(table, [])
        waiting.extend(rows)
        if len(waiting) >= _BATCH:
            self._write(table)

    def write(self) -> None:
        """Write what is still waiting."""
        for table in self._waiting:
            self._write(table)

    def _write(self, table: Table) -> None:
        if rows := self._waiting[table]:
            self._connection.execute(insert(table), rows)
            rows.clear()


def put_sides(rows: Filling, item: Row, facets: Facets) -> None:
    """Take the keys under which the filters find an item."""
    for table, field in _SIDES:
        keys = sorted(getattr(facets, field))
        rows.put(table, ({"key": key, "item": item["number"]} for key in keys))


def forget_items(connection: Connection, numbers: Collection[int]) -> None:
    """Remove items with all that hangs on them, but for the index of their words."""
    tables = (s.unlisted_mentions, s.track_items, s.reaches, *(table for table, _ in _SIDES))
    for part in in_parts(numbers):
        for table in tables:
            connection.execute(delete(table).where(table.c.item.in_(part)))
        connection.execute(delete(s.items).where(s.items.c.number.in_(part)))
