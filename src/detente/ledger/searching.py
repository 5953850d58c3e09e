"""Full-text search, behind three functions: another database does it in another way."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TableClause,
    bindparam,
    column,
    func,
    select,
    table,
    text,
    union_all,
)

from detente.ledger import schema as s
from detente.model.identity import slug

MOST_WORDS = 32  # more make no better query, and SQLite limits how deep one may be
# To rank, every match is weighed; of a word that is in more items than this the latest come first instead.
MOST_RANKED = 5_000
_OPEN, _CLOSE = (
    "\ue000",
    "\ue001",
)  # around a match: private characters, which texts have no use for
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_GROUP = re.compile(r'\("[^"]*"(?: OR "[^"]*")*\)|"[^"]*"')
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})

_entry_search = table("entry_search", column("rowid"), column("rank"), column("entry_search"))
_document_search = table(
    "document_search", column("rowid"), column("rank"), column("document_search")
)


Spellings = Callable[[str], Sequence[str]]  # the other ways to write a word


def _no_other(word: str) -> Sequence[str]:
    del word
    return ()


def match_expression(typed: str, spellings: Spellings = _no_other) -> str | None:
    """Quote what a user typed, so that every word must be there and none is an operator.

    Words between quotation marks stay together and as they are; of the others any of the ``spellings`` will do.
    Returns ``None`` where there is nothing to look for.
    """
    storable = typed.translate(_STRAIGHT).encode("utf-8", "replace").decode("utf-8")
    groups: list[str] = []
    for phrase, word in _TERM.findall(storable):
        if any(c.isalnum() for c in phrase or word):
            ways = (phrase,) if phrase else (word, *spellings(word))
            group = " OR ".join(f'"{way}"' for way in ways[:MOST_WORDS])
            groups.append(f"({group})" if len(ways) > 1 else group)
    return " AND ".join(groups[:MOST_WORDS]) or None


def matching_entries(expression: str) -> Select[tuple[int]]:
    """Select the numbers of the items whose passages match."""
    found = _entry_search.c
    return select(found.rowid).where(found.entry_search.op("MATCH")(expression))


def latest_matching(expression: str, most: int) -> Select[tuple[int]]:
    """Select the numbers of the items that match and were recorded last, no more than so many."""
    number = _entry_search.c.rowid.label("number")
    matching = select(number).where(_entry_search.c.entry_search.op("MATCH")(expression))
    return matching.order_by(_entry_search.c.rowid.desc()).limit(most)


def matches_at(number: ColumnElement[int], expression: str) -> ColumnElement[bool]:
    """Ask of one item whether its passage matches."""
    found = _entry_search.c
    return matching_entries(expression).where(found.rowid == number).exists()


def holds(expression: str, text: str) -> bool:
    """Say of a text that is not in the index whether it matches."""
    words = f"-{slug(text)}-"
    return all(
        any(f"-{slug(way)}-" in words for way in re.findall('"([^"]*)"', group))
        for group in _GROUP.findall(expression)
    )


def search_entries(
    connection: Connection,
    expression: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int,
) -> list[str]:
    """Return ids of the entries whose passages match, the best first; ``conditions`` are on ``items``."""
    found = _entry_search.c
    order = _order(connection, _entry_search, expression)
    query = (
        select(s.items.c.id)
        .join_from(_entry_search, s.items, s.items.c.number == found.rowid)
        .where(found.entry_search.op("MATCH")(expression), *conditions)
        .order_by(*order)
        .limit(limit)
    )
    return list(connection.scalars(query))


def search_documents(
    connection: Connection,
    expression: str,
    conditions: Sequence[ColumnElement[bool]],
    *,
    limit: int,
) -> list[tuple[str, str]]:
    """Return ids and marked texts of the documents that match; ``conditions`` are on ``articles``."""
    found = _document_search.c
    query = (
        select(s.documents.c.id, s.documents.c.number)
        .join_from(_document_search, s.documents, s.documents.c.number == found.rowid)
        .join(s.articles, s.articles.c.document == s.documents.c.id)
        .where(found.document_search.op("MATCH")(expression), *conditions)
        .order_by(*_order(connection, _document_search, expression))
        .limit(limit)
    )
    return _marked(connection, expression, connection.execute(query).all())


def search_documents_between(
    connection: Connection,
    expression: str,
    conditions: Sequence[ColumnElement[bool]],
    days: tuple[str, str],
    *,
    limit: int,
) -> list[tuple[str, str]]:
    """Return the same of a word that very many hold, between two days in ISO form, the latest day first.

    The articles of these days are asked one by one, and not the hits of all days; those of no certain day come last.
    """
    found, day = _document_search.c, s.articles.c.certain_day
    holding = select(found.rowid).where(
        found.document_search.op("MATCH")(expression), found.rowid == s.documents.c.number
    )
    each = (
        select(s.documents.c.id, s.documents.c.number, day)
        .join_from(s.articles, s.documents, s.documents.c.id == s.articles.c.document)
        .where(*conditions, holding.exists())
    )
    those = union_all(each.where(day.between(*days)), each.where(day.is_(None)))
    ordered = those.order_by(text("certain_day DESC")).limit(limit)
    chosen = [tuple(row)[:2] for row in connection.execute(ordered)]
    return _marked(connection, expression, chosen)


def _marked(
    connection: Connection, expression: str, chosen: Iterable[Sequence[Any]]
) -> list[tuple[str, str]]:
    found = _document_search.c
    matches = found.document_search.op("MATCH")(expression)
    # only the chosen ones are marked: to mark a text, all of it is read
    marked = func.highlight(_document_search.table_valued(), 1, _OPEN, _CLOSE)
    marks = select(found.rowid, marked).where(matches, found.rowid == bindparam("number"))
    return [
        (name, connection.execute(marks, {"number": number}).one()[1]) for name, number in chosen
    ]


def _order(
    connection: Connection, index: TableClause, expression: str
) -> tuple[ColumnElement[Any], ...]:
    """Choose the order of the hits: the best first, or where there are very many the latest."""
    if _are_too_many(connection, index, expression):
        return (index.c.rowid.desc(),)
    return (index.c.rank, index.c.rowid)


def _are_too_many(connection: Connection, index: TableClause, expression: str) -> bool:
    matching = select(index.c.rowid).where(index.c[index.name].op("MATCH")(expression))
    some = matching.limit(MOST_RANKED + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) > MOST_RANKED


def has_too_many_entries(connection: Connection, expression: str) -> bool:
    """Say whether so many entries match that the latest come first, and not the best."""
    return _are_too_many(connection, _entry_search, expression)


def has_too_many_documents(connection: Connection, expression: str) -> bool:
    """Say whether so many documents match that the latest come first, and not the best."""
    return _are_too_many(connection, _document_search, expression)


def matches_in(marked: str) -> list[tuple[int, int]]:
    """Return where the matches lie in the text, as half-open offsets without the marks."""
    found: list[tuple[int, int]] = []
    length = 0
    for number, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if number % 2:
            found.append((length, length + len(piece)))
        length += len(piece)
    return found
