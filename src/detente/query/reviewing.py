"""What is left to review, and what was decided."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Select, exists, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.actor_names import ActorNames, load_actor_names
from detente.ledger.corrected import Corrected, Named
from detente.ledger.corrections import corrected_documents, resolve
from detente.ledger.counting import rows_in
from detente.ledger.facets import Selection, entry_facets
from detente.ledger.facts import load_texts
from detente.ledger.recording import passage_of
from detente.ledger.searching import holds
from detente.ledger.standing import not_undone
from detente.model.correction import DECISIONS, ReviewState
from detente.model.event import DocumentHead
from detente.model.filter import Filter
from detente.query.context import passages
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.naming import settle
from detente.query.results import Passage, RecordedEntry

_TOGETHER = 20  # documents that are looked at in one go


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An entry that waits for a person's word, in its paragraphs."""

    recorded: RecordedEntry
    context: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the entries under a filter were decided."""

    done: int
    total: int


def suggestions(
    ledger: Ledger,
    where: Filter,
    *,
    reviewer: str,
    blind: bool = False,
    skip: Collection[str] = (),
    limit: int = 1,
) -> tuple[Suggestion, ...]:
    """Return entries that wait for a decision, newest articles first, in each by place in the text.

    ``blind``: as if nobody but this reviewer had decided anything. What others decided comes again, as it
    was read, and nothing tells of their word. ``skip`` are ids to pass over.
    """
    with ledger.looking() as connection:
        alone = reviewer if blind else None
        desk = _Desk(connection, settle(where, ledger.process), alone)
        names: list[str] = []
        for name in desk.waiting():
            if len(names) >= limit:
                break
            if name not in skip:
                names.append(name)
        found = list(fetch_entries(connection, names, reviewer=alone).values())
        texts = load_texts(connection, {r.document.id for r in found})
        return tuple(
            Suggestion(
                recorded=replace(r, review=None),
                context=passages(
                    texts[r.document.id], [(e.start, e.end) for e in r.entry.evidence]
                ),
            )
            for r in found
        )


def preview(
    ledger: Ledger, where: Filter, *, reviewer: str, blind: bool = False
) -> tuple[RecordedEntry, ...]:
    """Return all entries under a filter that wait for a decision: what a bulk decision would be on."""
    with ledger.looking() as connection:
        alone = reviewer if blind else None
        desk = _Desk(connection, settle(where, ledger.process), alone)
        found = fetch_entries(connection, list(desk.waiting()), reviewer=alone)
        return tuple(replace(r, review=None) for r in found.values())


def progress(ledger: Ledger, where: Filter, *, reviewer: str, blind: bool = False) -> Progress:
    """Count the entries under a filter, and those that were decided; ``blind``: by this reviewer."""
    with ledger.looking() as connection:
        desk = _Desk(connection, settle(where, ledger.process), reviewer if blind else None)
        return desk.progress()


class _Desk:
    """The entries under a filter, as all reviewers left them, or as one alone did."""

    def __init__(self, connection: Connection, selection: Selection, reviewer: str | None) -> None:
        self._connection = connection
        self._selection = selection
        self._reviewer = reviewer
        self._actors: ActorNames = load_actor_names(connection, reviewer=reviewer)

    def waiting(self) -> Iterator[str]:
        """Yield the ids of the entries that wait."""
        documents = list(self._connection.scalars(self._documents()))
        for first in range(0, len(documents), _TOGETHER):
            part = documents[first : first + _TOGETHER]
            found = resolve(self._connection, part, reviewer=self._reviewer)
            heads = fetch_heads(self._connection, part)
            for document in part:
                here = found[document]
                for named in here.entries:
                    if named[0] not in here.reviews and self._passes(named, heads[document]):
                        yield named[0]

    def _documents(self) -> Select[str]:
        """Select the documents that may hold such entries, the newest first."""
        a, items = s.articles.c, s.items.c
        conditions = (
            items.document == a.document,
            items.type == "entry",
            ~_decided(self._reviewer),
        )
        some: ColumnElement[bool] = exists().where(*conditions, *self._selection.conditions())
        if self._reviewer is not None:
            others = corrected_documents(self._connection, DECISIONS)
            some = some | a.document.in_(sorted(others))
        return (
            select(a.document)
            .where(a.superseded_on.is_(None), some)
            .order_by(a.published_end.desc(), a.document)
        )

    def _passes(self, named: Named, head: DocumentHead) -> bool:
        entry, words = self._actors.settle(named[1]), self._selection.matching
        if words is not None and not holds(words, passage_of(entry)):
            return False
        return self._selection.passes(entry_facets(entry, head.outlet))

    def progress(self) -> Progress:
        """Count what was decided; only the documents that somebody decided on are looked into."""
        a, items = s.articles.c, s.items.c
        decided_on = corrected_documents(self._connection, DECISIONS)
        standing = select(a.document).where(a.superseded_on.is_(None))
        here = sorted(decided_on & set(self._connection.scalars(standing)))
        untouched = (items.type == "entry", items.document.not_in(here))
        total = rows_in(self._connection, s.items, *untouched, *self._selection.conditions())
        done = 0
        heads = fetch_heads(self._connection, here)
        found = resolve(self._connection, here, reviewer=self._reviewer)
        for document, one in found.items():
            counted = self._counted(one, heads[document])
            done, total = done + counted.done, total + counted.total
        return Progress(done, total)

    def _counted(self, one: Corrected, head: DocumentHead) -> Progress:
        rejected = [n for n, word in one.set_aside.items() if word.state is ReviewState.REJECTED]
        gone = fetch_entries(self._connection, rejected, reviewer=self._reviewer).values()
        passing = [n for n in one.entries if self._passes(n, head)]
        out = sum(self._passes((r.id, r.entry), head) for r in gone)
        done = sum(name in one.reviews for name, _ in passing) + out
        return Progress(done, len(passing) + out)


def _decided(reviewer: str | None) -> ColumnElement[bool]:
    """Select the items that a decision which counts speaks of."""
    c, link = s.corrections.c, s.correction_entries.c
    query = (
        select(link.entry)
        .join(s.corrections, c.number == link.correction)
        .where(link.entry == s.items.c.id, c.act.in_(sorted(DECISIONS)), not_undone())
    )
    return exists(query if reviewer is None else query.where(c.reviewer == reviewer))
