"""What the record lacks: actors that the profile does not list, and what was left out."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.counting import rows_in
from detente.ledger.recording import standing
from detente.model.document import Reason, Rejection
from detente.model.filter import EVERYTHING, Filter
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.results import RecordedRejection, UnlistedActor
from detente.query.standpoint import NO_LIMIT, looking


def unlisted_actors(ledger: Ledger, where: Filter = EVERYTHING) -> tuple[UnlistedActor, ...]:
    """Return the actors that the profile does not list, the most frequent first.

    Of ``where`` only ``as_of`` and ``known_at`` count.
    """
    u = s.unlisted.c
    query = select(u.actor, u.name, u["count"], u.example).order_by(u["count"].desc(), u.actor)
    with looking(ledger, where) as here:
        rows = here.connection.execute(query).all()
        examples = fetch_entries(here.connection, {row.example for row in rows})
    return tuple(
        UnlistedActor(id=actor, name=name, count=count, example=examples[example])
        for actor, name, count, example in rows
    )


def rejections(
    ledger: Ledger, where: Filter = EVERYTHING, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedRejection, ...]:
    """Return what was left out and still is: files first, then passages.

    Of ``where`` only ``as_of`` and ``known_at`` count; a file that was not read has no day, and so is
    missing from those of an earlier one.
    """
    with looking(ledger, where) as here:
        connection = here.connection
        if limit is None:
            return (*_files(connection), *_passages(connection))
        files = tuple(_files(connection, limit=limit, offset=offset))
        if len(files) == limit:
            return files
        before = rows_in(connection, s.file_rejections, standing())
        rest = _passages(connection, limit=limit - len(files), offset=max(offset - before, 0))
        return (*files, *rest)


def _files(
    connection: Connection, *, limit: int = NO_LIMIT, offset: int = 0
) -> Iterator[RecordedRejection]:
    f = s.file_rejections.c
    query = (
        select(f.reason, f.detail, f.source, f.subject, s.changes.c.recorded_at)
        .join(s.changes, s.changes.c.number == f.change)
        .where(standing())
        .order_by(f.source, f.number)
        .limit(limit)
        .offset(offset)
    )
    for reason, detail, source, subject, time in connection.execute(query):
        yield RecordedRejection(
            rejection=Rejection(Reason(reason), detail, source, subject),
            document=None,
            recorded_at=datetime.fromisoformat(time),
        )


def _passages(
    connection: Connection, *, limit: int = NO_LIMIT, offset: int = 0
) -> Iterator[RecordedRejection]:
    p, a = s.passage_rejections.c, s.articles.c
    query = (
        select(p.reason, p.detail, p.subject, a.document, s.changes.c.recorded_at)
        .join(s.articles, a.reading == p.reading)
        .join(s.readings, s.readings.c.number == p.reading)
        .join(s.changes, s.changes.c.number == s.readings.c.change)
        .where(a.superseded_on.is_(None))
        .order_by(a.source, a.document, p.position)
        .limit(limit)
        .offset(offset)
    )
    rows = connection.execute(query).all()
    heads = fetch_heads(connection, {row.document for row in rows})
    for reason, detail, subject, document, time in rows:
        yield RecordedRejection(
            rejection=Rejection(Reason(reason), detail, heads[document].source, subject),
            document=heads[document],
            recorded_at=datetime.fromisoformat(time),
        )
