"""The record as it was: a copy of those facts that had been recorded, or published, by then.

An earlier state is asked in the same way as the present one, since it is a record of its own. What came
later is not in it, so that nothing can tell of it: no count, no version, no order of a search.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from sqlalchemy import (
    ColumnElement,
    Engine,
    MetaData,
    Select,
    Table,
    false,
    func,
    insert,
    or_,
    select,
)

from detente.ledger import schema as s
from detente.ledger.articles import Sighting, lifetimes
from detente.ledger.database import make_schema, told_plainly
from detente.ledger.record import Ledger

_WHOLE = "whole"  # what the record is called from within its copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What counts: changes up to the number ``known_at``, documents published by the day ``as_of``."""

    known_at: int | None = None
    as_of: date | None = None


def copy_within(ledger: Ledger, bounds: Bounds) -> Ledger:
    """Make a record of the facts within the bounds, without views; it is gone when nobody holds it."""
    folder = Path(mkdtemp(prefix="detente-"))
    then = Ledger(folder, name=ledger.name, clock=ledger.clock, lasting=False)
    finalize(then, _discard, then.engine, folder)
    make_schema(then.engine, then.path)
    whole = MetaData()
    with told_plainly(ledger.path), then.engine.connect() as connection:
        connection.exec_driver_sql(f"ATTACH DATABASE ? AS {_WHOLE}", (str(ledger.path),))
        for table in s.facts.sorted_tables:  # what is pointed to comes first
            if table is s.seal_parts:  # large, and no answer hangs on them
                continue
            source = table.to_metadata(whole, schema=_WHOLE)
            rows = _rows(table, source, bounds)
            connection.execute(insert(table).from_select(list(source.c.keys()), rows))
        connection.commit()
    return then


def _discard(engine: Engine, folder: Path) -> None:
    engine.dispose()
    rmtree(folder, ignore_errors=True)


def _rows(table: Table, source: Table, bounds: Bounds) -> Select[*tuple[object, ...]]:
    """Select the rows within the bounds: those that point to nothing that is left out, but for the roots."""
    rows = select(*source.c).where(*_with_what_they_point_to(table, source))
    if table is s.changes and bounds.known_at is not None:
        return rows.where(source.c.number <= bounds.known_at)
    if bounds.as_of is None:
        return rows
    if table is s.documents:
        seen = s.sightings.to_metadata(MetaData(), schema=_WHOLE).c
        published = select(seen.document).where(seen.published_end <= bounds.as_of.isoformat())
        return rows.where(source.c.id.in_(published))
    if table is s.sightings:
        return _without_repeats(source, rows)
    # a file that could not be read has no day, and is not known to have been published
    return rows.where(false()) if table is s.file_rejections else rows


def _with_what_they_point_to(table: Table, source: Table) -> list[ColumnElement[bool]]:
    return [
        or_(source.c[key.parent.name].is_(None), source.c[key.parent.name].in_(select(key.column)))
        for key in table.foreign_keys
    ]


def _without_repeats(
    source: Table, rows: Select[*tuple[object, ...]]
) -> Select[*tuple[object, ...]]:
    """Leave out a sighting of what the source had shown before, once what it showed between is left out."""
    c = source.c
    shown = c.document + c.header
    before = func.lag(shown).over(partition_by=c.source, order_by=c.number)
    found = rows.add_columns(shown.label("shown"), before.label("before")).subquery().c
    news = or_(found.before.is_(None), found.before != found.shown)
    return select(*(found[name] for name in c.keys())).where(news)  # noqa: SIM118 - not a dict


def left_out(ledger: Ledger, bounds: Bounds) -> int:
    """Count the documents that the day hides: published later, or not known to have been published by then."""
    if bounds.as_of is None:
        return 0
    c = s.sightings.c
    query = select(c.number, c.source, c.chain, c.document, c.published_end)
    if bounds.known_at is not None:
        query = query.where(c.change <= bounds.known_at)
    with ledger.looking() as connection:
        sightings = [Sighting(*row) for row in connection.execute(query)]
    lives = lifetimes(sightings)
    ends = {seen.document: seen.published_end for seen in sightings}
    day = bounds.as_of.isoformat()
    return sum(
        life.superseded_on is None and ((end := ends[name]) is None or end > day)
        for name, life in lives.items()
    )
