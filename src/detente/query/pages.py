"""One thing in full: an entry, an event, a document or a story, each sentence in its context."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import Column, Connection, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facts import load_texts
from detente.ledger.views import load_events
from detente.model.document import Reason, Rejection
from detente.model.event import DocumentHead
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.query.addresses import event_now
from detente.query.chains import chains_of
from detente.query.context import LONGEST, LONGEST_OF_MANY, passages
from detente.query.fetching import fetch_documents, fetch_entries, fetch_heads, fetch_reports
from detente.query.results import (
    DocumentPage,
    EntryPage,
    EventPage,
    Page,
    Passage,
    RecordedEntry,
)
from detente.query.standpoint import looking
from detente.query.stories import stories_of, story_page

SHORTEST_PREFIX = 6

Open = Callable[[Connection, str], Page | None]


def show(
    ledger: Ledger, item: str, *, as_of: date | None = None, known_at: str | None = None
) -> Page | None:
    """Return the page of an id, or of six or more first digits of one that belong to no other.

    An event of an earlier state has an id of its own there: ``as_of`` and ``known_at`` name the state. An id
    that an event has no longer leads to the event that now holds its entries.
    """
    if not item.isascii():
        return None
    with looking(ledger, Filter(as_of=as_of, known_at=known_at)) as here:
        found = _find(here.connection, item, exact=True)
        longer = len(item) >= SHORTEST_PREFIX
        if not found and (now := event_now(ledger, here.connection, item, exact=True)):
            found = _find(here.connection, now, exact=True)
        if not found and longer:
            found = _find(here.connection, item, exact=False)
        if not found and longer and (now := event_now(ledger, here.connection, item, exact=False)):
            found = _find(here.connection, now, exact=True)
        page = found[0]() if len(found) == 1 else None
        return _with_chain(here.connection, page, ledger.process, here.reckoned_on)


def _with_chain(
    connection: Connection, page: Page | None, process: Process, as_of: date | None
) -> Page | None:
    """Add the chain of a meeting to the page of its event."""
    if not isinstance(page, EventPage):
        return page
    chains = chains_of(connection, [page.recorded], process, as_of=as_of)
    return replace(page, chain=chains.get(page.recorded.event.id))


def _find(connection: Connection, item: str, *, exact: bool) -> list[Callable[[], Page | None]]:
    """Return how to open each thing whose id this is, or begins with this."""
    kinds: tuple[tuple[Column[str], Open], ...] = (
        (s.entries.c.id, _entry_page),
        (s.events.c.id, _event_page),
        (s.documents.c.id, _document_page),
        (s.stories.c.id, story_page),
    )
    found: list[Callable[[], Page | None]] = []
    for column, page in kinds:
        # a range, unlike LIKE, uses the index, and no letter of it is special
        wanted = column == item if exact else column.between(item, item + "\U0010ffff")
        names = connection.scalars(select(column).where(wanted).limit(2))
        found += [partial(page, connection, name) for name in names]
    return found


def _entry_page(connection: Connection, name: str) -> EntryPage | None:
    recorded = fetch_entries(connection, [name]).get(name)
    if recorded is None:
        return None
    (context,) = _contexts(connection, [recorded])
    in_events = select(s.event_entries.c.event).where(s.event_entries.c.entry == name)
    a = s.articles.c
    newest = select(a.superseded_by).where(a.document == recorded.document.id)
    return EntryPage(
        recorded=recorded,
        context=context,
        events=tuple(connection.scalars(in_events.order_by(s.event_entries.c.event))),
        superseded_by=connection.scalar(newest),
    )


def _event_page(connection: Connection, name: str) -> EventPage | None:
    events = load_events(connection, [name])
    (recorded,) = fetch_reports(connection, list(events.values()))
    return EventPage(recorded=recorded, contexts=_contexts(connection, list(recorded.reports)))


def _document_page(connection: Connection, name: str) -> DocumentPage | None:
    found = fetch_documents(connection, [name])
    if not found:
        return None
    reading = connection.scalar(select(s.articles.c.reading).where(s.articles.c.document == name))
    items = s.items.c
    there = select(items.id).where(items.document == name)
    entries = fetch_entries(connection, list(connection.scalars(there))).values()
    return DocumentPage(
        recorded=found[0],
        entries=tuple(sorted(entries, key=lambda r: (r.entry.evidence[0].start, r.id))),
        versions=_versions(connection, name),
        rejections=_rejections(connection, reading, source=found[0].document.source),
        story=next(iter(stories_of(connection, [name])), None),
    )


def _versions(connection: Connection, name: str) -> tuple[DocumentHead, ...]:
    """Return every document that shares a chain with this one, in the order in which they stood."""
    seen, a = s.sightings.c, s.articles.c
    chains = select(seen.chain).where(seen.document == name)
    query = (
        select(seen.document)
        .join(s.articles, a.document == seen.document)
        .where(seen.chain.in_(chains))
        .group_by(seen.document)
        .order_by(func.coalesce(a.published_end, ""), func.max(seen.number))
    )
    names = list(connection.scalars(query))
    heads = fetch_heads(connection, names)
    return tuple(heads[n] for n in names)


def _rejections(
    connection: Connection, reading: int | None, *, source: str
) -> tuple[Rejection, ...]:
    c = s.passage_rejections.c
    query = select(c.reason, c.detail, c.subject).where(c.reading == reading).order_by(c.position)
    return tuple(
        Rejection(Reason(reason), detail, source, subject)
        for reason, detail, subject in connection.execute(query)
    )


def _contexts(
    connection: Connection, reports: list[RecordedEntry]
) -> tuple[tuple[Passage, ...], ...]:
    texts = load_texts(connection, {r.document.id for r in reports})
    longest = LONGEST if len(reports) == 1 else LONGEST_OF_MANY
    return tuple(
        passages(
            texts[r.document.id], [(e.start, e.end) for e in r.entry.evidence], longest=longest
        )
        for r in reports
    )
