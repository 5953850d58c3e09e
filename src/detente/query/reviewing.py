"""What is left to review, and what was decided: of the record as it stands, whatever day a filter names."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    literal_column,
    not_,
    select,
    text,
    union_all,
)

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.actor_names import ActorNames, load_actor_names
from detente.ledger.commonness import with_common
from detente.ledger.corrected import Corrected, Named
from detente.ledger.corrections import resolve, spoken_of
from detente.ledger.counting import rows_in, stored_counts
from detente.ledger.facets import FACETS, Selection, entry_facets
from detente.ledger.facts import load_texts
from detente.ledger.parts import in_parts
from detente.ledger.recording import passage_of
from detente.ledger.searching import holds, latest_matching
from detente.ledger.standing import not_undone
from detente.ledger.stretches import around, stretches
from detente.ledger.told import Told, days_told
from detente.model.correction import DECISIONS, Act, ReviewState
from detente.model.event import DocumentHead, Report
from detente.model.filter import Filter
from detente.query.context import passages
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.naming import settle
from detente.query.results import Passage, RecordedEntry
from detente.query.standpoint import NO_LIMIT, Standpoint

_FEWEST, _MOST = (
    8,
    512,
)  # documents that are looked at in one go: few where only the next entry is asked for


LOOKED_THROUGH = 10_000  # of the latest entries, to count those that pass filters which many do


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An entry that waits for a person's word, in its paragraphs."""

    recorded: RecordedEntry
    context: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the entries under a filter were decided; ``more``: there may be more of them."""

    done: int
    total: int
    more: bool = False


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


def progress(
    ledger: Ledger, where: Filter, *, reviewer: str, blind: bool = False, most: int | None = None
) -> Progress:
    """Count the entries under a filter, and those that were decided; ``blind``: by this reviewer.

    With ``most`` no more than so many are counted.
    """
    with ledger.looking() as connection:
        desk = _Desk(connection, settle(where, ledger.process), reviewer if blind else None)
        return desk.progress(most)


class _Desk:
    """The entries under a filter, as all reviewers left them, or as one alone did."""

    def __init__(self, connection: Connection, selection: Selection, reviewer: str | None) -> None:
        self._connection = connection
        self._selection = with_common(connection, selection)
        self._reviewer = reviewer
        self._actors: ActorNames = load_actor_names(connection, reviewer=reviewer)

    def waiting(self) -> Iterator[str]:
        """Yield the ids of the entries that wait."""
        documents = iter(self._connection.scalars(self._documents()))
        together = _FEWEST
        while part := list(islice(documents, together)):
            found = resolve(self._connection, part, reviewer=self._reviewer)
            heads = fetch_heads(self._connection, part)
            for document in part:
                here = found[document]
                told = _told(here.entries, heads[document])
                for named in here.entries:
                    if named[0] not in here.reviews and self._passes(named, heads[document], told):
                        yield named[0]
            together = min(2 * together, _MOST)

    def _documents(self) -> Select[Any] | CompoundSelect[Any]:
        """Select the documents that may hold such entries, the newest first."""
        items, where = s.items.c, self._selection
        waiting = select(items.document).where(*self._items(), ~_decided(self._reviewer))
        in_order = text("published_on DESC"), text("document")  # as an index has them
        # document by document, and no further than asked for, unless they are few
        each = waiting.where(items.document == s.articles.c.document).exists()
        some = s.articles.c.document.in_(waiting) if self._are_few() else each
        if where.since is None and where.until is None:
            return self._those(some).order_by(*in_order)
        close = and_(*around(where, literal_column(s.PUBLISHED)))
        far = stretches(waiting, where, by=items.listed_day, reaches=items.apart)[1:]
        reaching = s.articles.c.document.in_(union_all(*far))
        return union_all(
            self._those(some).where(close), self._those(reaching).where(not_(close))
        ).order_by(*in_order)

    def _those(self, some: ColumnElement[bool]) -> Select[Any]:
        """Select the documents that pass, and those of which a reviewer who decides alone has spoken."""
        a = s.articles.c
        if self._reviewer is not None:
            some = some | a.document.in_(spoken_of(DECISIONS))
        published_on: ColumnElement[str] = literal_column(s.PUBLISHED).label("published_on")
        return select(a.document, published_on).where(a.superseded_on.is_(None), some)

    def _are_few(self) -> bool:
        """Say whether one of the filters lets so few items pass that a list of them is soon made."""
        filters = {
            name for name in (*FACETS, "matching") if getattr(self._selection, name) is not None
        }
        return bool(filters - self._selection.common)

    def _items(self) -> list[ColumnElement[bool]]:
        return [s.items.c.type == "entry", *self._selection.conditions()]

    def _passes(self, named: Named, head: DocumentHead, told: Mapping[str, Told]) -> bool:
        entry, words = self._actors.settle(named[1]), self._selection.matching
        if words is not None and not holds(words, passage_of(entry)):
            return False
        day = told[named[0]].day if named[0] in told else None
        return self._selection.passes(entry_facets(entry, head.outlet, day))

    def progress(self, most: int | None) -> Progress:
        """Count what was decided.

        Only those documents are looked into whose decisions the views do not show: the ones with a
        rejection, or, as one reviewer alone left them, all that somebody decided on.
        """
        acts = {Act.REJECT} if self._reviewer is None else DECISIONS
        decided_on = spoken_of(acts)
        here = self._standing(self._connection.scalars(decided_on).all())
        c, done = s.items.c, 0
        total, more = self._entries_but_in(decided_on, most)
        if self._reviewer is None:
            for part in in_parts(self._connection.scalars(_decided_ids(None)).all()):
                done += self._entries(c.id.in_(part), c.document.not_in(decided_on))
        heads = fetch_heads(self._connection, here)
        found = resolve(self._connection, here, reviewer=self._reviewer)
        for document, one in found.items():
            counted = self._counted(one, heads[document])
            done, total = done + counted.done, total + counted.total
        if most is not None and total > most:
            total, more = most, True
        return Progress(done, max(total, done), more)

    def _standing(self, documents: Sequence[str]) -> list[str]:
        """Return those of these documents in whose place stands no newer version."""
        a = s.articles.c
        return [
            name
            for part in in_parts(documents)
            for name in self._connection.scalars(
                select(a.document).where(a.document.in_(part), a.superseded_on.is_(None))
            )
        ]

    def _entries_but_in(self, documents: Select[str], most: int | None) -> tuple[int, bool]:
        """Count the entries under the filter elsewhere, and say whether there may be more.

        How many the record holds is kept with it.
        """
        c = s.items.c
        if self._selection == Selection():
            total = stored_counts(self._connection).entries
            for part in in_parts(self._connection.scalars(documents).all()):
                total -= self._entries(c.document.in_(part))
            return total, False
        where = self._selection
        if most is not None and where.common and not (where.since or where.until):
            return self._latest_but_in(documents)
        here = Standpoint(connection=self._connection, selection=where)
        elsewhere = here.listed("entry", c.document.not_in(documents))
        some = elsewhere.limit(NO_LIMIT if most is None else most + 1).subquery()
        return rows_in(self._connection, some), False

    def _latest_but_in(self, documents: Select[str]) -> tuple[int, bool]:
        """Count among the latest entries: under filters that many pass, but few pass all, one would count long."""
        c, where = s.items.c, self._selection
        if "matching" in where.common:
            latest = latest_matching(where.matching or "", LOOKED_THROUGH).subquery()
            where = replace(where, matching=None)
        else:
            plain = replace(where, tracks=None, actors=None, outlets=None)
            here = Standpoint(connection=self._connection, selection=plain)
            latest = here.listed("entry", newest_first=True).limit(LOOKED_THROUGH).subquery()
        passing = (c.type == "entry", *where.conditions(), c.document.not_in(documents))
        those = latest.join(s.items, c.number == latest.c.number)
        found = rows_in(self._connection, those, *passing)
        return found, rows_in(self._connection, latest) == LOOKED_THROUGH

    def _entries(self, *conditions: ColumnElement[bool]) -> int:
        return rows_in(self._connection, s.items, *self._items(), *conditions)

    def _counted(self, one: Corrected, head: DocumentHead) -> Progress:
        rejected = [n for n, word in one.set_aside.items() if word.state is ReviewState.REJECTED]
        gone = fetch_entries(self._connection, rejected, reviewer=self._reviewer).values()
        out_of_it = [(r.id, r.entry) for r in gone]
        told = _told((*one.entries, *out_of_it), head)
        passing = [n for n in one.entries if self._passes(n, head, told)]
        out = sum(self._passes(n, head, told) for n in out_of_it)
        done = sum(name in one.reviews for name, _ in passing) + out
        return Progress(done, len(passing) + out)


def _told(entries: Iterable[Named], head: DocumentHead) -> dict[str, Told]:
    return days_told([Report(name, entry, head) for name, entry in entries])


def _decided(reviewer: str | None) -> ColumnElement[bool]:
    """Select the items that a decision which counts speaks of."""
    return s.items.c.id.in_(_decided_ids(reviewer))


def _decided_ids(reviewer: str | None) -> Select[str]:
    """Select the ids of which a decision speaks that counts; of this reviewer, or of anybody."""
    c, link = s.corrections.c, s.correction_entries.c
    query = (
        select(link.entry)
        .distinct()
        .join(s.corrections, c.number == link.correction)
        .where(c.act.in_(sorted(DECISIONS)), not_undone())
    )
    return query if reviewer is None else query.where(c.reviewer == reviewer)
