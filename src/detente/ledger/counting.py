"""What a record holds, counted: kept with the views, since counting a large record takes a while."""

import json
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from detente.ledger import schema as s
from detente.ledger.facets import standing

STORED = "counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many documents stand, were superseded, lack a single day of publication, and so on.

    ``copies``: files and addresses whose text the record already had.
    """

    documents: int
    superseded: int
    entries: int
    rejected_passages: int
    undated: int
    copies: int


def count(connection: Connection) -> Counts:
    """Count what stands."""
    a, seen = s.articles.c, s.sightings.c
    stands = standing(s.articles)
    sources = select(seen.document, seen.source).where(
        seen.document.in_(select(a.document).where(stands))
    )
    passages = s.passage_rejections.c.reading.in_(select(a.reading).where(stands))
    start, end = a.published_start, a.published_end
    undated = (stands, or_(start.is_(None), end.is_(None), start != end))
    of_entries = (s.items.c.type == "entry", standing(s.items))
    documents = rows_in(connection, s.articles, stands)
    return Counts(
        documents=documents,
        superseded=rows_in(connection, s.articles, a.superseded_on.is_not(None)),
        entries=rows_in(connection, s.items, *of_entries),
        rejected_passages=rows_in(connection, s.passage_rejections, passages),
        undated=rows_in(connection, s.articles, *undated),
        copies=rows_in(connection, sources.distinct().subquery()) - documents,
    )


def rows_in(connection: Connection, rows: FromClause, *conditions: ColumnElement[bool]) -> int:
    """Count the rows that meet the conditions."""
    query = select(func.count()).select_from(rows).where(*conditions)
    return connection.scalar(query) or 0


def counts_to_text(counts: Counts) -> str:
    """Write the counts for the views."""
    return json.dumps(asdict(counts), sort_keys=True)


def stored_counts(connection: Connection) -> Counts | None:
    """Return the counts that were made with the views; ``None`` before there are any."""
    query = select(s.view_state.c.value).where(s.view_state.c.name == STORED)
    text = connection.scalar(query)
    return Counts(**json.loads(text)) if text else None
