"""The record as it was, by taking out of a copy of it what came later: where that is little, views and all stay.

What is taken out of the facts here has to be taken out of the views after it: see ``touched_by``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Connection, delete, func, insert, or_, select, tuple_

from detente.ledger import schema as s
from detente.ledger.counting import count_of
from detente.ledger.database import told_plainly
from detente.ledger.earlier import Bounds, published_by, within
from detente.ledger.facts import touched_since
from detente.ledger.heading import load_headings
from detente.ledger.record import Ledger
from detente.ledger.view_state import write_counts
from detente.ledger.view_writing import forget_passages, forget_texts


def copy_whole(ledger: Ledger, then: Ledger) -> None:
    """Copy the file of a record as it is in this moment."""
    with (
        closing(sqlite3.connect(f"{ledger.path.absolute().as_uri()}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(then.path)) as there,
    ):
        here.backup(there)


@contextmanager
def without_keys(then: Ledger) -> Iterator[Connection]:
    """Give a connection that writes and does not mind which rows are pointed to: these go one table after the other."""
    with told_plainly(then.path), then.engine.connect() as connection:
        # before the transaction, in which it could not be set
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            yield connection
    then.engine.dispose()


def touched_by(connection: Connection, bounds: Bounds) -> frozenset[str]:
    """Return the documents on which there are facts outside of the bounds, or others that hang on such."""
    found: frozenset[str] = frozenset()
    if bounds.known_at is not None:
        found |= touched_since(connection, _stamp(connection, bounds.known_at))
    if bounds.as_of is not None:
        found |= _published_later(connection, bounds)
    return found


def _stamp(connection: Connection, change: int) -> str:
    """Name the state of the facts after a change."""
    last = [
        connection.scalar(select(func.max(t.c.number)).where(t.c.change <= change)) or 0
        for t in (s.sightings, s.readings, s.corrections)
    ]
    return ".".join(map(str, last))


def _published_later(connection: Connection, bounds: Bounds) -> frozenset[str]:
    headings = load_headings(connection, known_at=bounds.known_at)
    d, seen, link = s.documents.c, s.sightings.c, s.correction_entries.c
    early = select(d.id).where(published_by(bounds, headings, s.documents, s.sightings))
    later = select(d.id).where(d.id.not_in(early))
    theirs = seen.document.in_(later)
    sources, chains = (select(c).where(theirs) for c in (seen.source, seen.chain))
    seen_so = select(seen.document).where(or_(seen.source.in_(sources), seen.chain.in_(chains)))
    spoken = select(link.correction).where(link.document.in_(later))
    said_with = select(link.document).where(link.correction.in_(spoken))
    return frozenset(connection.scalars(later.union(seen_so, said_with)))


def lessen(connection: Connection, bounds: Bounds) -> None:
    """Take out of a copy the facts that are not within the bounds; the index of words is told what it held."""
    headings = load_headings(connection, known_at=bounds.known_at)
    for table in (*s.facts.sorted_tables, *s.addresses.sorted_tables):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table.name}_delete")
    connection.execute(delete(s.seal_parts))
    for table in s.facts.sorted_tables:
        if table is s.seal_parts:
            continue
        kept = within(table, table, bounds, headings, seen=s.sightings).subquery().c
        key = tuple_(*table.primary_key.columns)
        gone = key.not_in(select(*(kept[c.name] for c in table.primary_key.columns)))
        if table is s.documents:
            forget_texts(connection, connection.scalars(select(table.c.id).where(gone)).all())
        elif table is s.entries:
            there = select(table.c.number).join(s.items, s.items.c.number == table.c.number)
            forget_passages(connection, connection.scalars(there.where(gone)).all())
        connection.execute(delete(table).where(gone))


def settle(connection: Connection) -> None:
    """Count anew what a lessened copy holds, and let no address of an event tell of what came later."""
    documents = connection.scalars(select(s.articles.c.document)).all()
    write_counts(connection, count_of(connection, documents))
    link = s.event_entries.c
    connection.execute(delete(s.event_names))
    adding = insert(s.event_names).from_select(["event", "entry"], select(link.event, link.entry))
    connection.execute(adding)
