"""Read what was recorded: the articles with the reports of their latest readings."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from detente.ledger import schema as s
from detente.ledger.actor_names import load_actor_names
from detente.ledger.articles import Article, head_of, load_articles
from detente.ledger.corrected import in_text_order
from detente.ledger.corrections import (
    correct,
    documents_touched,
    last_correction,
    load_judgements,
    load_news_judgements,
)
from detente.ledger.parts import in_parts
from detente.ledger.record import Ledger
from detente.model.codec import document_from_json, entry_from_json
from detente.model.document import Document
from detente.model.entry import Entry
from detente.model.event import LEDE_LETTERS, DocumentHead, Judgement, Report

EMPTY = "0.0.0"  # the stamp of a record without facts


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of the facts: articles with their entries, and the texts of those that stand.

    ``stamp`` names the state; ``texts`` and ``entries`` (with their ids, in the order of the text, as people
    left them) are by document. ``judgements`` are what people said of pairs of entries, ``news_judgements`` of
    pairs of articles. ``removed`` are documents that are no more,
    as when an earlier state is made of a later one.
    """

    stamp: str
    articles: tuple[Article, ...]
    texts: Mapping[str, str]
    entries: Mapping[str, tuple[tuple[str, Entry], ...]]
    judgements: tuple[Judgement, ...] = ()
    news_judgements: tuple[Judgement, ...] = ()
    removed: frozenset[str] = frozenset()

    @property
    def changed(self) -> frozenset[str]:
        """Return the documents that are new, changed or gone."""
        return self.removed.union(a.id for a in self.articles)

    def standing(self) -> tuple[Article, ...]:
        """Return the versions that stand."""
        return tuple(a for a in self.articles if a.stands)

    def reports(
        self, articles: Iterable[Article], copy_groups: Mapping[str, str]
    ) -> tuple[Report, ...]:
        """Return the reports of the latest readings of these articles, in their order."""
        return tuple(
            Report(name, entry, head)
            for head in self.heads(articles, copy_groups)
            for name, entry in self.entries.get(head.id, ())
        )

    def heads(
        self, articles: Iterable[Article], copy_groups: Mapping[str, str]
    ) -> Iterator[DocumentHead]:
        """Yield the heads of these articles, with their ledes."""
        for a in articles:
            head = head_of(a.id, a.source, a.header, copy_group=copy_groups.get(a.id))
            yield replace(head, lede=self.texts.get(a.id, "")[:LEDE_LETTERS])


def load_state(ledger: Ledger) -> State:
    """Read the facts."""
    with ledger.looking() as connection:
        return read_state(connection)


def read_state(connection: Connection, among: Collection[str] | None = None) -> State:
    """Read the facts on these documents, or on all."""
    articles = load_articles(connection, among)
    return State(
        stamp=stamp(connection),
        articles=articles,
        texts=load_texts(connection, [a.id for a in articles if a.stands]),
        entries=_entries(connection, articles),
        judgements=load_judgements(connection),
        news_judgements=load_news_judgements(connection),
    )


def touched_since(connection: Connection, earlier: str) -> frozenset[str]:
    """Return the documents on which there are facts that an earlier stamp does not know.

    What shares a chain with one of them is among them: a new version ends the life of another.
    """
    sighting, reading, correction = map(int, earlier.split("."))
    seen, read = s.sightings.c, s.readings.c
    chains = select(seen.chain).where(seen.number > sighting)
    versions = select(seen.document).where(seen.chain.in_(chains))
    read_anew = select(read.document).where(read.number > reading)
    found = frozenset(connection.scalars(versions.union(read_anew)))
    return found | documents_touched(connection, after=correction)


def stamp(connection: Connection) -> str:
    """Name the state of those facts that the views are made from."""
    sighting = connection.scalar(select(func.max(s.sightings.c.number))) or 0
    reading = connection.scalar(select(func.max(s.readings.c.number))) or 0
    return f"{sighting}.{reading}.{last_correction(connection)}"


def load_texts(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return the texts of these documents."""
    c = s.documents.c
    found: dict[str, str] = {}
    for part in in_parts(documents):
        rows = connection.execute(select(c.id, c.text).where(c.id.in_(part)))
        found |= dict(rows.all())
    return found


def whole_document(source: str, header: str, text: str, *, name: str | None = None) -> Document:
    """Build a document from its stored parts, ``name`` the id that it has in the record."""
    known = {"id": name} if name else {}
    return document_from_json(json.loads(header) | known | {"source": source, "text": text})


def unread_documents(ledger: Ledger, *, reader: str) -> tuple[str, ...]:
    """Return the ids of the stored documents that this version of the reader has not read."""
    c = s.readings.c
    with ledger.looking() as connection:
        read = select(c.document).where(c.reader == reader)
        query = select(s.documents.c.id).where(s.documents.c.id.not_in(read))
        return tuple(connection.scalars(query.order_by(s.documents.c.number)))


def load_documents(ledger: Ledger, names: Collection[str]) -> Iterator[Document]:
    """Yield stored documents whole, by their smallest source."""
    for part in in_parts(names):
        # a transaction for each part: one that stayed open would keep the log of the database from being
        # folded back as long as the caller takes
        with ledger.looking() as connection:
            articles = {a.id: a for a in load_articles(connection, part)}
            texts = load_texts(connection, part)
        for name in part:
            article = articles[name]
            yield whole_document(article.source, article.header, texts[name], name=name)


def _entries(
    connection: Connection, articles: Sequence[Article]
) -> dict[str, tuple[tuple[str, Entry], ...]]:
    """Read the entries of articles as people left them, whom they name settled."""
    names = load_actor_names(connection)
    found = correct(connection, _read(connection, articles), [a.id for a in articles])
    return {
        document: tuple((name, names.settle(entry)) for name, entry in entries)
        for document, entries in found.items()
    }


def _read(
    connection: Connection, articles: Iterable[Article]
) -> dict[str, tuple[tuple[str, Entry], ...]]:
    link, e = s.reading_entries.c, s.entries.c
    query = select(e.document, e.id, e.body).join(s.entries, e.id == link.entry)
    found: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for part in in_parts([a.reading for a in articles if a.reading is not None]):
        for document, name, body in connection.execute(query.where(link.reading.in_(part))):
            found[document].append((name, entry_from_json(json.loads(body))))
    return {document: in_text_order(pairs) for document, pairs in found.items()}
