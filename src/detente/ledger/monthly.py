"""What begins in each month, counted with the views: a timeline of many years reads these and no single thing."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, func, insert, literal, select

from detente.ledger import schema as s
from detente.ledger.facets import standing
from detente.ledger.parts import in_parts


def months_of(connection: Connection, items: Collection[int]) -> set[str]:
    """Return the months in which these items begin."""
    c = s.items.c
    month = func.substr(c.day, 1, 7)
    return {
        found
        for part in in_parts(items)
        for found in connection.scalars(
            select(month).distinct().where(c.number.in_(part), c.day.is_not(None))
        )
    }


def count_months(connection: Connection, months: Collection[str]) -> None:
    """Count anew what begins in these months."""
    counted, c, on = s.track_months.c, s.items.c, s.item_tracks.c
    for month in sorted(months):
        connection.execute(delete(s.track_months).where(counted.month == month))
        query = (
            select(on.key, c.kind, literal(month), func.count())
            .join_from(s.items, s.item_tracks, on.item == c.number)
            .where(c.on_timeline, standing(s.items), c.day.between(f"{month}-01", f"{month}-31"))
            .group_by(on.key, c.kind)
        )
        columns = ["track", "kind", "month", "count"]
        connection.execute(insert(s.track_months).from_select(columns, query))
