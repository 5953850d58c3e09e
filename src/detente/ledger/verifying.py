"""Check a record against itself: each evidence, text, id and link."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select, union
from sqlalchemy.exc import DBAPIError

from detente.ledger import schema as s
from detente.ledger.facts import whole_document
from detente.ledger.record import Ledger
from detente.ledger.recording import passage_of, text_hash
from detente.ledger.snapshots import seal_problems
from detente.ledger.verifying_corrections import correction_problems
from detente.model.codec import entry_from_json, entry_id
from detente.model.errors import EvidenceError


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not hold: what it is about (an id or a table), and what is wrong."""

    subject: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """How much was checked, and every flaw that was found."""

    documents: int
    entries: int
    passages: int
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        """Say whether no flaw was found."""
        return not self.flaws


def verify(ledger: Ledger) -> VerifyReport:
    """Check every text against its hash, every passage against its text, every id and every link."""
    with ledger.looking() as connection, _bytes_as_they_are(connection):
        flaws = list(_database_flaws(connection))
        if flaws:  # a torn file may not even be readable: say so instead of breaking off
            return VerifyReport(documents=0, entries=0, passages=0, flaws=tuple(flaws))
        flaws += _document_flaws(connection)
        checked = _Checked()
        flaws += _entry_flaws(connection, checked)
        flaws += _link_flaws(connection)
        flaws += _unowned_flaws(connection)
        flaws += (Flaw(*problem) for problem in correction_problems(connection))
        flaws += _search_flaws(connection)
        flaws += (Flaw(*problem) for problem in seal_problems(connection))
        return VerifyReport(
            documents=connection.scalar(select(func.count()).select_from(s.documents)) or 0,
            entries=checked.entries,
            passages=checked.passages,
            flaws=tuple(flaws),
        )


@dataclass(slots=True)
class _Checked:
    entries: int = 0
    passages: int = 0


@contextmanager
def _bytes_as_they_are(connection: Connection) -> Iterator[None]:
    """Read texts that are no UTF-8 any more, marked, so that the hash finds them and not an exception."""
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - an open connection has one
    driver.text_factory = lambda stored: stored.decode("utf-8", "replace")
    try:
        yield
    finally:
        driver.text_factory = str


def _database_flaws(connection: Connection) -> Iterator[Flaw]:
    try:
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield Flaw("database", line)
    except DBAPIError as error:
        yield Flaw("database", str(error.orig))


def _document_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield texts that changed, and headers that no longer give their document's id."""
    d, seen = s.documents.c, s.sightings.c
    last = None
    query = (
        select(d.id, d.text, d.text_sha256, seen.source, seen.header)
        .join_from(s.documents, s.sightings, isouter=True)
        .order_by(d.number, seen.number)
    )
    for name, text, digest, source, header in connection.execute(query):
        if name != last and text_hash(text) != digest:
            yield Flaw(name, "the stored text is not the one that was recorded")
        last = name
        if header is None:
            yield Flaw(name, "no source is recorded for the document")
        elif problem := _header_problem(name, source, header, text):
            yield Flaw(name, problem)


def _header_problem(name: str, source: str, header: str, text: str) -> str | None:
    try:
        if whole_document(source, header, text).id == name:
            return None
    except (ValueError, KeyError, TypeError) as error:
        return f"the stored header of {source} cannot be read: {error}"
    return f"text and header of {source} do not give the document's id"


def _entry_flaws(connection: Connection, checked: _Checked) -> Iterator[Flaw]:
    """Yield entries whose evidence, id or columns do not hold."""
    e = s.entries.c
    query = (
        select(e.id, e.document, e.kind, e.passage, e.body, s.documents.c.text)
        .join(s.documents, s.documents.c.id == e.document)
        .order_by(e.number)
    )
    for name, document, kind, passage, body, text in connection.execute(query):
        checked.entries += 1
        try:
            entry = entry_from_json(json.loads(body))
            checked.passages += len(entry.evidence)
            for evidence in entry.evidence:
                evidence.check(text)
        except (ValueError, KeyError, TypeError, EvidenceError) as error:
            yield Flaw(name, str(error))
            continue
        if entry_id(entry) != name:
            yield Flaw(name, "the stored entry does not give its id")
        if (entry.document, entry.kind, passage_of(entry)) != (document, kind, passage):
            yield Flaw(name, "the columns of the entry differ from the entry")


def _link_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield rows that point to nothing."""
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Flaw(str(table), "a row points to something that is not in the record")
    for table, column, target, meant in (
        (s.event_entries, s.event_entries.c.entry, s.entries.c.id, "is no entry of the record"),
        (s.event_entries, s.event_entries.c.event, s.events.c.id, "is no event of the views"),
        (s.articles, s.articles.c.document, s.documents.c.id, "is no document of the record"),
    ):
        missing = select(column).where(~exists().where(target == column)).distinct()
        for name in connection.scalars(missing):
            yield Flaw(name, f"{meant} (table {table.name})")


def _unowned_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield entries that neither a reader nor a person made."""
    owned = union(select(s.reading_entries.c.entry), select(s.correction_entries.c.entry))
    for name in connection.scalars(select(s.entries.c.id).where(s.entries.c.id.not_in(owned))):
        yield Flaw(name, "belongs to no reading and to no correction")


def _search_flaws(connection: Connection) -> Iterator[Flaw]:
    for table in s.SEARCH_TABLES:
        try:
            # rank 1: compare the index with the text that it is of, too
            connection.exec_driver_sql(
                f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
        except DBAPIError as error:
            yield Flaw(table, f"the search index differs from the record: {error.orig}")
