"""Ids to what the record holds under them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from detente.ledger import schema as s
from detente.ledger.actor_names import load_actor_names
from detente.ledger.articles import head_of
from detente.ledger.corrections import load_reviews
from detente.ledger.facts import whole_document
from detente.ledger.parts import in_parts
from detente.model.codec import entry_from_text
from detente.model.entry import Kind
from detente.model.event import DocumentHead, Event
from detente.query.results import RecordedDocument, RecordedEntry, RecordedEvent

LOOKED_BACK = 1000  # characters before a passage, for the mark that opens a quotation
_OPENS_AFTER = frozenset(" \t([{—–-/‘")
_start = func.json_extract(s.entries.c.body, "$.evidence[0].start")
# of statements the entry itself tells whether they are quoted
_BEFORE = case(
    (s.entries.c.kind == Kind.STATEMENT.value, ""),
    else_=func.substr(
        s.documents.c.text,
        func.max(_start - LOOKED_BACK, 0) + 1,
        func.min(_start, LOOKED_BACK),
    ),
)


def _is_open(before: str) -> bool:
    """Say whether a quotation is open at the end of what stands before a passage, in its paragraph."""
    paragraph = before.rsplit("\n", 1)[-1]
    at = max(map(paragraph.rfind, '"“”'))
    if at < 0 or paragraph[at] == "”":
        return False
    return paragraph[at] == "“" or at == 0 or paragraph[at - 1] in _OPENS_AFTER


def fetch_heads(connection: Connection, documents: Collection[str]) -> dict[str, DocumentHead]:
    """Return the heads of documents by id."""
    a = s.articles.c
    heads: dict[str, DocumentHead] = {}
    for part in in_parts(documents):
        query = select(a.document, a.source, a.header, a.copy_group).where(a.document.in_(part))
        for name, source, header, copy_group in connection.execute(query):
            heads[name] = head_of(name, source, header, copy_group=copy_group)
    return heads


def fetch_entries(
    connection: Connection, names: Collection[str], *, reviewer: str | None = None
) -> dict[str, RecordedEntry]:
    """Return recorded entries by id, in the order asked for; ids of none are absent.

    With ``reviewer`` they name actors as if nobody else had joined any.
    """
    e = s.entries.c
    rows: dict[str, tuple[str, str, str, str]] = {}
    for part in in_parts(names):
        query = (
            select(e.id, e.document, e.body, s.changes.c.recorded_at, _BEFORE)
            .join(s.changes, s.changes.c.number == e.change)
            .join(s.documents, s.documents.c.id == e.document)
            .where(e.id.in_(part))
        )
        for name, document, body, time, before in connection.execute(query):
            rows[name] = (document, body, time, before)
    heads = fetch_heads(connection, {row[0] for row in rows.values()})
    actors = load_actor_names(connection, reviewer=reviewer)
    reviews = load_reviews(connection, names)
    return {
        name: RecordedEntry(
            id=name,
            entry=actors.settle(entry_from_text(body)),
            document=heads[document],
            recorded_at=datetime.fromisoformat(time),
            review=reviews.get(name),
            in_quotation=_is_open(before),
        )
        for name in names
        if name in rows
        for document, body, time, before in (rows[name],)
        if document in heads
    }


def fetch_reports(connection: Connection, events: Collection[Event]) -> tuple[RecordedEvent, ...]:
    """Return events with their reports."""
    found = fetch_entries(connection, list(dict.fromkeys(n for e in events for n in e.entries)))
    return tuple(with_reports(event, found) for event in events)


def with_reports(event: Event, found: Mapping[str, RecordedEntry]) -> RecordedEvent:
    """Join an event with those of its reports that were found."""
    return RecordedEvent(event=event, reports=picked(event.entries, found))


def picked(names: Iterable[str], found: Mapping[str, RecordedEntry]) -> tuple[RecordedEntry, ...]:
    """Return the entries of these ids that were found."""
    return tuple(found[name] for name in names if name in found)


def fetch_documents(connection: Connection, names: Collection[str]) -> tuple[RecordedDocument, ...]:
    """Return documents whole, in the order asked for; ids of none are left out."""
    d, a = s.documents.c, s.articles.c
    found: dict[str, RecordedDocument] = {}
    for part in in_parts(names):
        sources = _sources(connection, part)
        query = (
            select(d.id, d.text, a.source, a.header, a.superseded_by, s.changes.c.recorded_at)
            .join(s.articles, a.document == d.id)
            .join(s.changes, s.changes.c.number == d.change)
            .where(d.id.in_(part))
        )
        for name, text, source, header, superseded_by, time in connection.execute(query):
            found[name] = RecordedDocument(
                id=name,
                document=whole_document(source, header, text, name=name),
                sources=tuple(sources[name]),
                recorded_at=datetime.fromisoformat(time),
                superseded_by=superseded_by,
            )
    return tuple(found[name] for name in names if name in found)


def _sources(connection: Connection, documents: Collection[str]) -> dict[str, list[str]]:
    c = s.sightings.c
    query = select(c.document, c.source).where(c.document.in_(documents)).distinct()
    sources: dict[str, list[str]] = {name: [] for name in documents}
    for name, source in connection.execute(query.order_by(c.document, c.source)):
        sources[name].append(source)
    return sources
