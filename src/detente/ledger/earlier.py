"""The record as it was: a copy of those facts that had been recorded, or published, by then.

An earlier state is asked in the same way as the present one, since it is a record of its own. What came
later is not in it, so that nothing can tell of it: no count, no version, no order of a search.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from sqlalchemy import (
    ColumnElement,
    Connection,
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
from detente.ledger.articles import Sighting, lifetimes_by
from detente.ledger.counting import rows_in
from detente.ledger.database import make_schema, told_plainly
from detente.ledger.heading import Heading, load_headings
from detente.ledger.record import Ledger

_WHOLE = "whole"  # what the record is called from within its copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What counts: changes up to the number ``known_at``, documents published by the day ``as_of``."""

    known_at: int | None = None
    as_of: date | None = None


def copy_within(ledger: Ledger, bounds: Bounds, *, folder: Path | None = None) -> Ledger:
    """Make a record of the facts within the bounds, without views.

    It is gone when nobody holds it, but for one that is made in a ``folder`` of the caller's.
    """
    then = kept_copy(ledger, folder) if folder else passing_copy(ledger, new_folder())
    make_schema(then.engine, then.path)
    with told_plainly(ledger.path), then.engine.connect() as connection:
        for table, rows in _within(connection, ledger, bounds):
            connection.execute(insert(table).from_select(list(table.c.keys()), rows))
        connection.commit()
    then.engine.dispose()  # a connection that is used again would hold the other file
    return then


def follow(connection: Connection, ledger: Ledger, bounds: Bounds) -> bool:
    """Add to such a copy what was recorded within the bounds since it was made.

    Say whether it is whole: not so where it holds what counts no longer, as what a source showed before.
    """
    is_whole = True
    for table, rows in _within(connection, ledger, bounds):
        adding = insert(table).prefix_with("OR IGNORE")
        connection.execute(adding.from_select(list(table.c.keys()), rows))
        is_whole = is_whole and rows_in(connection, table) == rows_in(connection, rows.subquery())
    return is_whole


def _within(
    connection: Connection, ledger: Ledger, bounds: Bounds
) -> Iterator[tuple[Table, Select[*tuple[object, ...]]]]:
    """Yield each table of a copy with the rows of the record that belong there, what is pointed to first."""
    whole = MetaData()
    with ledger.looking() as of_it:
        headings = load_headings(of_it, known_at=bounds.known_at)
    connection.exec_driver_sql(f"ATTACH DATABASE ? AS {_WHOLE}", (str(ledger.path),))
    seen = s.sightings.to_metadata(MetaData(), schema=_WHOLE)
    for table in s.facts.sorted_tables:
        if table is not s.seal_parts:  # large, and no answer hangs on them
            source = table.to_metadata(whole, schema=_WHOLE)
            yield table, within(table, source, bounds, headings, seen=seen)


def new_folder() -> Path:
    """Make a folder for temporary files."""
    return Path(mkdtemp(prefix="detente-"))


def passing_copy(ledger: Ledger, folder: Path) -> Ledger:
    """Open such a record by its folder, which is gone when nobody holds it."""
    then = kept_copy(ledger, folder)
    finalize(then, _discard, then.engine, folder)
    return then


def kept_copy(ledger: Ledger, folder: Path) -> Ledger:
    """Open such a record by its folder, which stays."""
    return Ledger(folder, name=ledger.name, clock=ledger.clock, lasting=False)


def _discard(engine: Engine, folder: Path) -> None:
    engine.dispose()
    rmtree(folder, ignore_errors=True)


def within(
    table: Table,
    source: Table,
    bounds: Bounds,
    headings: Mapping[str, Heading],
    *,
    seen: Table,
) -> Select[*tuple[object, ...]]:
    """Select the rows within the bounds: those that point to nothing that is left out, but for the roots.

    ``source`` and ``seen`` are the table and the sightings of the record of which they are selected.
    """
    rows = select(*source.c).where(*_with_what_they_point_to(table, source))
    if table is s.changes and bounds.known_at is not None:
        return rows.where(source.c.number <= bounds.known_at)
    if bounds.as_of is None:
        return rows
    if table is s.documents:
        return rows.where(published_by(bounds, headings, source, seen))
    if table is s.sightings:
        return _without_repeats(source, rows)
    # a file that could not be read has no day, and is not known to have been published
    return rows.where(false()) if table is s.file_rejections else rows


def published_by(
    bounds: Bounds, headings: Mapping[str, Heading], documents: Table, seen: Table
) -> ColumnElement[bool]:
    """Select the documents that were published by the day of the bounds, by people's word or their own."""
    day = bounds.as_of or date.max
    published = select(seen.c.document).where(seen.c.published_end <= day.isoformat())
    dated = {name: each for name, each in headings.items() if each.day}
    by_word = [name for name, each in dated.items() if each.is_published_by(day)]
    by_itself = documents.c.id.in_(published) & documents.c.id.not_in(sorted(dated))
    return or_(by_itself, documents.c.id.in_(sorted(by_word)))


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
        headings = load_headings(connection, known_at=bounds.known_at)
    lives = lifetimes_by(headings, sightings)
    ends = {seen.document: seen.published_end for seen in sightings}
    ends |= {name: each.published_end for name, each in headings.items() if each.day}
    day = bounds.as_of.isoformat()
    return sum(
        life.superseded_on is None and ((end := ends[name]) is None or end > day)
        for name, life in lives.items()
    )
