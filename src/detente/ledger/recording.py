"""Write facts: one transaction for each document, so that a kill leaves whole documents only."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_new

from detente.ledger import schema as s
from detente.ledger.crash import crash_point
from detente.ledger.record import Ledger
from detente.model.codec import document_to_json, entry_id, entry_to_json
from detente.model.document import Document, Rejection
from detente.model.entry import Entry
from detente.model.errors import EvidenceError

BETWEEN_PASSAGES = " … "
_LINE = re.compile(r"#line \d+$")


class Outcome(StrEnum):
    """What a document was to the record."""

    NEW = "new"
    VERSION = "version"
    REREAD = "reread"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one version of the reader made of a document."""

    reader: str
    entries: tuple[Entry, ...]
    rejections: tuple[Rejection, ...] = ()


def canonical(value: object) -> str:
    """Write JSON so that equal values have equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def text_hash(text: str) -> str:
    """Hash a stored text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def passage_of(entry: Entry) -> str:
    """Return the passages of an entry in one line, for the search."""
    return BETWEEN_PASSAGES.join(e.quote for e in entry.evidence)


def begin_run(ledger: Ledger, *, program: str, reader: str) -> int:
    """Record that a run begins; return its number."""
    with ledger.writing() as connection:
        return add_row(connection, s.runs, started_at=_time(ledger), program=program, reader=reader)


def was_read(ledger: Ledger, document: str, *, reader: str) -> bool:
    """Say whether this version of the reader has read the document."""
    with ledger.looking() as connection:
        return _reading(connection, document, reader) is not None


def check_evidence(document: Document, entries: Sequence[Entry]) -> None:
    """Raise ``EvidenceError`` unless every entry is of this document and its passages slice out of it."""
    name = document.id
    for entry in entries:
        if entry.document != name:
            raise EvidenceError(f"an entry of {entry.document} was handed over with {name}")
        for evidence in entry.evidence:
            evidence.check(document.text)


def record_document(
    ledger: Ledger, document: Document, reading: Reading | None, *, run: int
) -> Outcome:
    """Record a document, where it was seen and what was read in it; what is there already stays.

    ``reading`` may be ``None`` where ``was_read`` said so. Raises ``EvidenceError`` and records nothing
    where a passage does not slice out of the text.
    """
    if reading:
        check_evidence(document, reading.entries)
    with ledger.writing() as connection:
        writer = _Writer(connection, run, _time(ledger))
        outcome = _outcome(connection, document, reading)
        if outcome in (Outcome.NEW, Outcome.VERSION):
            writer.add_document(document)
        crash_point("inside-document")
        writer.add_sighting(document)
        if reading and outcome is not Outcome.DUPLICATE:
            writer.add_reading(document.id, reading)
    return outcome


def record_reading(ledger: Ledger, document: Document, reading: Reading, *, run: int) -> None:
    """Record what was read in a stored document, unless this version of the reader has read it.

    Where the document was seen is not touched: that an older version is read again makes it no newer.
    """
    check_evidence(document, reading.entries)
    with ledger.writing() as connection:
        if _reading(connection, document.id, reading.reader) is None:
            _Writer(connection, run, _time(ledger)).add_reading(document.id, reading)


def record_rejections(ledger: Ledger, rejections: Sequence[Rejection], *, run: int) -> None:
    """Record files that could not be stored, each once as long as it stands."""
    if not rejections:
        return
    with ledger.writing() as connection:
        writer = _Writer(connection, run, _time(ledger))
        for rejection in rejections:
            writer.add_rejection(rejection)


def _time(ledger: Ledger) -> str:
    # all in one zone and one form, so that times can be compared as they stand
    return ledger.clock().astimezone(UTC).isoformat(timespec="milliseconds")


def new_change(connection: Connection, ledger: Ledger) -> int:
    """Begin a change that belongs to no run; return its number."""
    return add_row(connection, s.changes, run=None, recorded_at=_time(ledger))


def add_row(connection: Connection, table: Table, **values: Any) -> int:
    """Write a row; return its number."""
    key = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None  # noqa: S101 - every table here has one
    return int(key[0])


def _reading(connection: Connection, document: str, reader: str) -> int | None:
    wanted = (s.readings.c.document == document) & (s.readings.c.reader == reader)
    number: int | None = connection.scalar(select(s.readings.c.number).where(wanted))
    return number


def _stored(connection: Connection, document: str) -> bool:
    query = select(s.documents.c.number).where(s.documents.c.id == document)
    return connection.scalar(query) is not None


def chain_of(document: Document) -> str:
    """Name what the versions of an article have in common: its address, or else its source.

    A row that has neither address nor id is known by its line alone, and tomorrow another article may
    stand there: it has no versions.
    """
    if document.url:
        return document.url
    return document.id if _LINE.search(document.source) else document.source


def _outcome(connection: Connection, document: Document, reading: Reading | None) -> Outcome:
    if _stored(connection, document.id):
        known = reading is None or _reading(connection, document.id, reading.reader) is not None
        return Outcome.DUPLICATE if known else Outcome.REREAD
    same_chain = s.sightings.c.chain == chain_of(document)
    earlier = connection.scalar(select(s.sightings.c.number).where(same_chain).limit(1))
    return Outcome.NEW if earlier is None else Outcome.VERSION


class _Writer:
    """The facts of one change, written over one connection."""

    def __init__(self, connection: Connection, run: int, time: str) -> None:
        self.connection = connection
        self.run = run
        self.time = time
        self._change: int | None = None

    @property
    def change(self) -> int:
        """Return the number of the change, which begins with its first fact."""
        if self._change is None:
            self._change = add_row(self.connection, s.changes, run=self.run, recorded_at=self.time)
        return self._change

    def add_document(self, document: Document) -> None:
        values = {"text": document.text, "text_sha256": text_hash(document.text)}
        add_row(self.connection, s.documents, id=document.id, change=self.change, **values)

    def add_sighting(self, document: Document) -> None:
        """Write where the document was seen, unless it is what was last seen there."""
        c = s.sightings.c
        plain = document_to_json(document)
        header = canonical({k: v for k, v in plain.items() if k not in ("id", "text")})
        latest = (
            select(c.document, c.header)
            .where(c.source == document.source)
            .order_by(c.number.desc())
            .limit(1)
        )
        if self.connection.execute(latest).first() == (document.id, header):
            return
        end = document.published.end if document.published else None
        add_row(
            self.connection,
            s.sightings,
            source=document.source,
            chain=chain_of(document),
            document=document.id,
            published_end=end.isoformat() if end else None,
            header=header,
            change=self.change,
        )

    def add_reading(self, document: str, reading: Reading) -> None:
        number = add_row(
            self.connection,
            s.readings,
            document=document,
            reader=reading.reader,
            change=self.change,
        )
        by_id = {entry_id(e): e for e in reading.entries}
        for position, (name, entry) in enumerate(by_id.items()):
            add_entry(self.connection, name, entry, change=self.change)
            place = {"reading": number, "position": position, "entry": name}
            self.connection.execute(insert(s.reading_entries).values(place))
        for position, left_out in enumerate(dict.fromkeys(reading.rejections)):
            words = {"reason": left_out.reason.value, "detail": left_out.detail}
            words |= {"subject": left_out.subject}
            self.connection.execute(
                insert(s.passage_rejections).values(reading=number, position=position, **words)
            )

    def add_rejection(self, left_out: Rejection) -> None:
        c = s.file_rejections.c
        values = {"reason": left_out.reason.value, "detail": left_out.detail}
        values |= {"source": left_out.source, "subject": left_out.subject}
        same = [c[name] == value for name, value in values.items()]
        if self.connection.scalar(select(c.number).where(*same, standing()).limit(1)) is None:
            add_row(self.connection, s.file_rejections, change=self.change, **values)


def add_entry(connection: Connection, name: str, entry: Entry, *, change: int) -> None:
    """Write an entry, unless another version of the reader, or a person, has made the same one."""
    row = {"id": name, "document": entry.document, "kind": entry.kind.value}
    row |= {"passage": passage_of(entry), "body": canonical(entry_to_json(entry))}
    connection.execute(insert_new(s.entries).values(change=change, **row).on_conflict_do_nothing())


def standing() -> Any:
    """Select the rejected files that were not read since."""
    seen = select(func.max(s.sightings.c.change)).where(
        s.sightings.c.source == s.file_rejections.c.source
    )
    return func.coalesce(seen.scalar_subquery(), 0) < s.file_rejections.c.change
