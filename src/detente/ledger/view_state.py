"""What the views were made from and with, what they count, and the day that their statuses hold for."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from detente.ledger import schema as s
from detente.ledger.counting import STORED, Counts, counts_to_text
from detente.ledger.facets import FIRST_DAY, LAST_DAY, standing
from detente.ledger.view_rows import iso


def view_state(connection: Connection) -> dict[str, str | None]:
    """Read what the views were made from and with."""
    rows = connection.execute(select(s.view_state.c.name, s.view_state.c.value))
    return dict(rows.all())


def write_state(connection: Connection, *, stamp: str, made_with: str, counts: Counts) -> None:
    """Write what the views were made from and with, and what they count."""
    values = {"stamp": stamp, "made_with": made_with, STORED: counts_to_text(counts)}
    _write(connection, values)


def write_reckoned_on(connection: Connection, day: date | None) -> None:
    """Write the day that the statuses hold for."""
    _write(connection, {"reckoned_on": iso(day)})


def write_counts(connection: Connection, counts: Counts) -> None:
    """Write what the views count."""
    _write(connection, {STORED: counts_to_text(counts)})


def write_left_out(connection: Connection, count: int) -> None:
    """Write, in an earlier state, how many documents the day hides."""
    _write(connection, {"left_out": str(count)})


def load_left_out(connection: Connection) -> int:
    """Read the same; in the record as it stands it is none."""
    return int(view_state(connection).get("left_out") or 0)


def _write(connection: Connection, values: Mapping[str, str | None]) -> None:
    query = insert(s.view_state)
    replacing = query.on_conflict_do_update(
        index_elements=["name"], set_={"value": query.excluded.value}
    )
    rows = [{"name": name, "value": value} for name, value in values.items()]
    connection.execute(replacing, rows)


def last_day(connection: Connection) -> date | None:
    """Find the day that the record stands for: never the machine's, so that it says the same tomorrow.

    It is the last certain day of publication; where none is certain the last possible one; where nothing
    is known of any, the last day that an entry tells of.
    """
    a, i = s.articles.c, s.items.c
    known_end, known_start = func.nullif(i.day_end, LAST_DAY), func.nullif(i.day_start, FIRST_DAY)
    told = (i.type == "entry", standing(s.items))
    for query in (
        select(func.max(a.certain_day)).where(standing(s.articles)),
        select(func.max(func.coalesce(a.published_end, a.published_start))).where(
            standing(s.articles)
        ),
        select(func.max(func.coalesce(known_end, known_start))).where(*told),
    ):
        if (day := connection.scalar(query)) is not None:
            return date.fromisoformat(day)
    return None
