"""What the pages ask besides: the list of articles without their texts, and whether there is any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.corrected import shares_letters
from detente.ledger.counting import rows_in
from detente.ledger.views import load_reckoned_on
from detente.model.event import DocumentHead
from detente.model.filter import EVERYTHING, Filter
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.listing import document_conditions
from detente.query.results import RecordedEntry
from detente.query.standpoint import UNDATED, looking


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article without its text, and how many entries were read in it."""

    head: DocumentHead
    entries: int
    recorded_at: datetime


def _orders(name: str) -> tuple[ColumnElement[str] | ColumnElement[int], ...]:
    a = s.articles.c
    published = func.coalesce(a.published_start, a.published_end)
    if name in ("recorded", "undated"):
        return (s.documents.c.number.desc(),)
    if name == "newest":
        return (literal_column(s.PUBLISHED).desc(), a.document)
    return (func.coalesce(published, UNDATED), a.document)


def articles(
    ledger: Ledger, where: Filter, *, order: str, limit: int, offset: int = 0
) -> tuple[ListedArticle, ...]:
    """Return articles that pass; ``order`` is ``newest``, ``oldest`` or ``recorded`` (the last added first).

    ``undated`` are those alone that have no certain day of publication, the last added first.
    """
    a = s.articles.c
    some = [a.certain_day.is_(None)] if order == "undated" else []
    with looking(ledger, where) as here:
        query = (
            select(a.document, a.reading, s.changes.c.recorded_at)
            .join(s.documents, s.documents.c.id == a.document)
            .join(s.changes, s.changes.c.number == s.documents.c.change)
            .where(*document_conditions(here.selection), *some)
            .order_by(*_orders(order))
            .limit(limit)
            .offset(offset)
        )
        rows = here.connection.execute(query).all()
        heads = fetch_heads(here.connection, [name for name, _, _ in rows])
        counts = _entries_in(here.connection, [reading for _, reading, _ in rows])
    return tuple(
        ListedArticle(
            head=heads[name],
            entries=counts.get(reading, 0),
            recorded_at=datetime.fromisoformat(time),
        )
        for name, reading, time in rows
    )


def count_articles(ledger: Ledger, where: Filter, *, order: str, most: int) -> int:
    """Count what ``articles`` returns, no further than ``most``."""
    a = s.articles.c
    some = [a.certain_day.is_(None)] if order == "undated" else []
    with looking(ledger, where) as here:
        query = select(a.document).where(*document_conditions(here.selection), *some).limit(most)
        return rows_in(here.connection, query.subquery())


def _entries_in(connection: Connection, readings: Sequence[int | None]) -> dict[int | None, int]:
    link = s.reading_entries.c
    query = (
        select(link.reading, func.count()).where(link.reading.in_(readings)).group_by(link.reading)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with the entries that were read in it, in the order of the text."""

    head: DocumentHead
    entries: tuple[RecordedEntry, ...]


def read_articles(ledger: Ledger, names: Sequence[str]) -> tuple[ReadArticle, ...]:
    """Return articles with what was read in them, in the order asked for; ids of none are left out."""
    i = s.items.c
    with ledger.looking() as connection:
        heads = fetch_heads(connection, names)
        told = list(connection.scalars(select(i.id).where(i.document.in_(names))))
        found = fetch_entries(connection, told).values()
    in_text = sorted(found, key=lambda r: (r.entry.evidence[0].start, r.id))
    return tuple(
        ReadArticle(head=heads[n], entries=tuple(r for r in in_text if r.document.id == n))
        for n in names
        if n in heads
    )


def beside(ledger: Ledger, told: RecordedEntry) -> tuple[RecordedEntry, ...]:
    """Return the other entries on letters of the same passage."""
    (article,) = read_articles(ledger, [told.document.id]) or (None,)
    entries = article.entries if article else ()
    return tuple(e for e in entries if e.id != told.id and shares_letters(e.entry, told.entry))


def is_empty(ledger: Ledger) -> bool:
    """Say whether the record holds no article yet."""
    with ledger.looking() as connection:
        return connection.scalar(select(s.documents.c.number).limit(1)) is None


def is_large(ledger: Ledger) -> bool:
    """Say whether to look through all entries takes longer than a page may."""
    with looking(ledger, EVERYTHING) as here:
        return here.is_large()


def reckoned_on(ledger: Ledger) -> date | None:
    """Return the day that the statuses hold for; ``None`` in an empty record."""
    with ledger.looking() as connection:
        return load_reckoned_on(connection)
