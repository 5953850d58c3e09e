"""What a record holds, counted: kept with the views, since counting a large record takes a while."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from detente.ledger import schema as s
from detente.ledger.facets import standing
from detente.ledger.parts import in_parts

STORED = "counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many documents stand, were superseded, lack a single day of publication, and so on.

    ``copies``: files and addresses whose text the record already had.
    """

    documents: int = 0
    superseded: int = 0
    entries: int = 0
    rejected_passages: int = 0
    undated: int = 0
    copies: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{k: n + getattr(other, k) for k, n in asdict(self).items()})

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(**{k: n - getattr(other, k) for k, n in asdict(self).items()})


def count_of(connection: Connection, documents: Collection[str]) -> Counts:
    """Count what these documents add to the record."""
    counts = Counts()
    for part in in_parts(documents):
        counts += _count_of(connection, part)
    return counts


def _count_of(connection: Connection, documents: list[str]) -> Counts:
    a, i = s.articles.c, s.items.c
    stands = (a.document.in_(documents), standing(s.articles))
    superseded = (a.document.in_(documents), a.superseded_by.is_not(None))
    passages = s.passage_rejections.c.reading.in_(select(a.reading).where(*stands))
    entries = (i.document.in_(documents), standing(s.items))
    standing_now = rows_in(connection, s.articles, *stands)
    sources = connection.scalar(select(func.sum(a.sources)).where(*stands)) or 0
    return Counts(
        documents=standing_now,
        superseded=rows_in(connection, s.articles, *superseded),
        entries=rows_in(connection, s.items, *entries),
        rejected_passages=rows_in(connection, s.passage_rejections, passages),
        undated=rows_in(connection, s.articles, *stands, a.certain_day.is_(None)),
        copies=sources - standing_now,
    )


def rows_in(connection: Connection, rows: FromClause, *conditions: ColumnElement[bool]) -> int:
    """Count the rows that meet the conditions."""
    query = select(func.count()).select_from(rows).where(*conditions)
    return connection.scalar(query) or 0


def counts_to_text(counts: Counts) -> str:
    """Write the counts for the views."""
    return json.dumps(asdict(counts), sort_keys=True)


def stored_counts(connection: Connection) -> Counts:
    """Return the counts that were made with the views."""
    query = select(s.view_state.c.value).where(s.view_state.c.name == STORED)
    text = connection.scalar(query)
    return Counts(**json.loads(text)) if text else Counts()
