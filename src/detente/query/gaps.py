"""What the record lacks: actors that the profile does not list, and what was left out."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.recording import standing
from detente.model.document import Reason, Rejection
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.results import RecordedRejection, UnlistedActor


def unlisted_actors(ledger: Ledger) -> tuple[UnlistedActor, ...]:
    """Return the actors that the profile does not list, the most frequent first."""
    u = s.unlisted.c
    query = select(u.actor, u.name, u["count"], u.example).order_by(u["count"].desc(), u.actor)
    with ledger.looking() as connection:
        rows = connection.execute(query).all()
        examples = fetch_entries(connection, {row.example for row in rows})
    return tuple(
        UnlistedActor(id=actor, name=name, count=count, example=examples[example])
        for actor, name, count, example in rows
    )


def rejections(ledger: Ledger) -> tuple[RecordedRejection, ...]:
    """Return what was left out and still is: files first, then passages."""
    with ledger.looking() as connection:
        return (*_files(connection), *_passages(connection))


def _files(connection: Connection) -> Iterator[RecordedRejection]:
    f = s.file_rejections.c
    query = (
        select(f.reason, f.detail, f.source, f.subject, s.changes.c.recorded_at)
        .join(s.changes, s.changes.c.number == f.change)
        .where(standing())
        .order_by(f.source, f.number)
    )
    for reason, detail, source, subject, time in connection.execute(query):
        yield RecordedRejection(
            rejection=Rejection(Reason(reason), detail, source, subject),
            document=None,
            recorded_at=datetime.fromisoformat(time),
        )


def _passages(connection: Connection) -> Iterator[RecordedRejection]:
    p, a = s.passage_rejections.c, s.articles.c
    query = (
        select(p.reason, p.detail, p.subject, a.document, s.changes.c.recorded_at)
        .join(s.articles, a.reading == p.reading)
        .join(s.readings, s.readings.c.number == p.reading)
        .join(s.changes, s.changes.c.number == s.readings.c.change)
        .where(a.superseded_on.is_(None))
        .order_by(a.source, a.document, p.position)
    )
    rows = connection.execute(query).all()
    heads = fetch_heads(connection, {row.document for row in rows})
    for reason, detail, subject, document, time in rows:
        yield RecordedRejection(
            rejection=Rejection(Reason(reason), detail, heads[document].source, subject),
            document=heads[document],
            recorded_at=datetime.fromisoformat(time),
        )
