"""What in the views lies near a new document: found by index, however large the record is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import Column, Connection, func, select

from detente.ledger import schema as s
from detente.ledger.actor_names import ActorNames
from detente.ledger.articles import head_of
from detente.ledger.facets import standing
from detente.ledger.parts import in_parts
from detente.ledger.view_change import Sample, Window
from detente.ledger.view_codec import event_from_text, story_from_text
from detente.ledger.view_rows import WIDTHS
from detente.model.codec import entry_from_text
from detente.model.event import LEDE_LETTERS, DocumentHead, Event, Report
from detente.model.story import Story


def _in_reach(found: str) -> str:
    """Select those that begin before ours ends, and end after ours begins; no earlier one is as wide as that."""
    return " UNION ALL ".join(
        f"SELECT {found} "
        f"WHERE key = ?1 AND width = {width} AND first BETWEEN ?2 - {width} AND ?3 AND last >= ?2"
        for width in WIDTHS
    )


_REPORTS_IN_REACH = _in_reach("items.id FROM reaches JOIN items ON items.number = reaches.item")
_NEWS_IN_REACH = _in_reach("document FROM news_reaches")


def in_reach(
    connection: Connection, sought: Mapping[str, Collection[Window]]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of an entry that seeks and one that lies under what it seeks."""
    for name, windows in sought.items():
        found: set[str] = set()
        for key, first, last in windows:
            found.update(
                connection.exec_driver_sql(_REPORTS_IN_REACH, (key, first, last)).scalars()
            )
        yield from ((name, other) for other in found)


def news_in_reach(
    connection: Connection, sought: Mapping[str, Collection[Window]], *, at_least: int
) -> Iterator[tuple[str, str]]:
    """Yield pairs of an article that seeks and one that lies under so many of the keys that it seeks."""
    for name, windows in sought.items():
        found: Counter[str] = Counter()
        for window in windows:
            found.update(connection.exec_driver_sql(_NEWS_IN_REACH, window).scalars())
        yield from ((name, other) for other, keys in found.items() if keys >= at_least)


def load_stories_of(connection: Connection, documents: Collection[str]) -> tuple[Story, ...]:
    """Read the stories to which these documents belong."""
    held, st = s.story_articles.c, s.stories.c
    found: dict[str, str] = {}
    for part in in_parts(documents):
        query = select(st.id, st.body).join_from(s.story_articles, s.stories, st.id == held.story)
        found |= dict(connection.execute(query.where(held.document.in_(part))).all())
    return tuple(story_from_text(body) for _, body in sorted(found.items()))


def load_events_of(connection: Connection, entries: Collection[str]) -> tuple[Event, ...]:
    """Read the events to which these entries belong."""
    held, e = s.event_entries.c, s.events.c
    found: dict[str, str] = {}
    for part in in_parts(entries):
        query = select(e.id, e.body).join_from(s.event_entries, s.events, e.id == held.event)
        found |= dict(connection.execute(query.where(held.entry.in_(part))).all())
    return tuple(event_from_text(body) for _, body in sorted(found.items()))


def entries_in(connection: Connection, documents: Collection[str]) -> set[str]:
    """Return the stored entries of these documents."""
    c = s.items.c
    return {
        name
        for part in in_parts(documents)
        for name in connection.scalars(select(c.id).where(c.document.in_(part)))
    }


class StoredHeads:
    """Reads the heads of stored documents, each once.

    ``copy_groups`` are those that are not stored yet. Not ``ledes``: without how the articles begin, which merging
    alone looks at and which is long to read.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        copy_groups: Mapping[str, str] = MappingProxyType({}),
        ledes: bool = True,
    ) -> None:
        self._connection = connection
        self._groups = copy_groups
        self._ledes = ledes
        self._found: dict[str, DocumentHead] = {}

    def load(self, documents: Iterable[str]) -> tuple[DocumentHead, ...]:
        """Read the heads of these documents, by id, of those that stand."""
        names = sorted(documents)
        self._take([name for name in names if name not in self._found])
        return tuple(self._found[name] for name in names if name in self._found)

    def _take(self, new: Sequence[str]) -> None:
        a = s.articles.c
        query = select(a.document, a.source, a.header, a.copy_group).where(standing(s.articles))
        beginnings = _ledes(self._connection, new) if self._ledes else {}
        for part in in_parts(new):
            rows = self._connection.execute(query.where(a.document.in_(part)))
            for name, source, header, stored in rows:
                group = self._groups.get(name, stored)
                lede = beginnings.get(name, "")
                self._found[name] = head_of(name, source, header, copy_group=group, lede=lede)


class StoredReports:
    """Reads the reports of stored entries that stand, each of them once."""

    def __init__(self, connection: Connection, names: ActorNames, heads: StoredHeads) -> None:
        self._connection = connection
        self._names = names
        self._heads = heads
        self._found: dict[str, Report] = {}

    def load(self, entries: Collection[str]) -> tuple[Report, ...]:
        """Read the reports of these entries, by id."""
        e, i = s.entries.c, s.items.c
        query = (
            select(e.id, e.body, e.document)
            .join_from(s.entries, s.items, i.number == e.number)
            .where(standing(s.items))
        )
        for part in in_parts([name for name in entries if name not in self._found]):
            rows = self._connection.execute(query.where(e.id.in_(part))).all()
            heads = {h.id: h for h in self._heads.load({document for _, _, document in rows})}
            for name, body, document in rows:
                entry = self._names.settle(entry_from_text(body))
                self._found[name] = Report(name, entry, heads[document])
        return tuple(self._found[name] for name in sorted(entries) if name in self._found)


def _ledes(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Read how documents begin, each once."""
    d = s.documents.c
    query = select(d.id, func.substr(d.text, 1, LEDE_LETTERS))
    return {
        name: beginning
        for part in in_parts(sorted(documents))
        for name, beginning in connection.execute(query.where(d.id.in_(part)))
    }


def sharing_samples(
    connection: Connection, samples: Mapping[str, Sample]
) -> Iterator[tuple[str, str, int, int]]:
    """Yield pairs of a text and a stored one, with how many samples they share and the runs of the stored."""
    c, a = s.copy_samples.c, s.articles.c
    for name, sample in samples.items():
        shared: dict[str, int] = defaultdict(int)
        for part in in_parts(sample.samples):
            query = select(c.document, func.count()).where(c.sample.in_(part))
            for document, count in connection.execute(query.group_by(c.document)):
                shared[document] += count
        for some in in_parts(sorted(shared)):
            runs = connection.execute(select(a.document, a.runs).where(a.document.in_(some)))
            yield from ((name, document, shared[document], number) for document, number in runs)


def copy_groups_of(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return the group of each of these documents that stood."""
    return _groups(connection, documents, s.articles.c.document)


def members_of_groups(connection: Connection, groups: Collection[str]) -> dict[str, str]:
    """Return every document of these groups of copies, with its group."""
    return _groups(connection, groups, s.articles.c.copy_group)


def _groups(connection: Connection, names: Iterable[str], by: Column[str]) -> dict[str, str]:
    a = s.articles.c
    found: dict[str, str] = {}
    for part in in_parts(sorted(names)):
        query = select(a.document, a.copy_group).where(by.in_(part), a.copy_group.is_not(None))
        found |= dict(connection.execute(query).all())
    return found
