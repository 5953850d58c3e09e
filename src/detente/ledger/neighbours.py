"""What in the views lies near a new document: found by index, however large the record is."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Column, Connection, func, select

from detente.ledger import schema as s
from detente.ledger.actor_names import ActorNames
from detente.ledger.articles import head_of
from detente.ledger.facets import standing
from detente.ledger.parts import in_parts
from detente.ledger.view_change import Sample, Window
from detente.ledger.view_codec import event_from_text
from detente.ledger.view_rows import WIDTHS
from detente.model.codec import entry_from_json
from detente.model.event import LEDE_LETTERS, DocumentHead, Event, Report

# those that begin before ours ends, and end after ours begins; none that begins earlier is as wide as that
_IN_REACH = " UNION ALL ".join(
    "SELECT items.id FROM reaches JOIN items ON items.number = reaches.item "  # noqa: S608
    f"WHERE key = ?1 AND width = {width} AND first BETWEEN ?2 - {width} AND ?3 AND last >= ?2"
    for width in WIDTHS
)


def in_reach(
    connection: Connection, sought: Mapping[str, Collection[Window]]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of an entry that seeks and one that lies under what it seeks."""
    for name, windows in sought.items():
        found: set[str] = set()
        for key, first, last in windows:
            found.update(connection.exec_driver_sql(_IN_REACH, (key, first, last)).scalars())
        yield from ((name, other) for other in found)


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


def load_reports(
    connection: Connection,
    entries: Collection[str],
    copy_groups: Mapping[str, str],
    names: ActorNames,
    *,
    ledes: bool = True,
) -> tuple[Report, ...]:
    """Read the reports of stored entries that stand; ``copy_groups`` are those that are not stored yet.

    Not ``ledes``: without how the articles begin, which merging alone looks at and which is long to read.
    """
    e, a = s.entries.c, s.articles.c
    query = (
        select(e.id, e.body, a.document, a.source, a.header, a.copy_group)
        .join_from(s.entries, s.articles, a.document == e.document)
        .join(s.items, s.items.c.id == e.id)
        .where(standing(s.items))
        .order_by(e.id)
    )
    found: list[Report] = []
    heads: dict[str, DocumentHead] = {}
    for part in in_parts(entries):
        rows = connection.execute(query.where(e.id.in_(part))).all()
        new = {row[2] for row in rows} - heads.keys()
        beginnings = _ledes(connection, new) if ledes else {}
        for name, body, document, source, header, stored in rows:
            if document not in heads:
                group = copy_groups.get(document, stored)
                head = head_of(document, source, header, copy_group=group)
                heads[document] = replace(head, lede=beginnings.get(document, ""))
            found.append(
                Report(name, names.settle(entry_from_json(json.loads(body))), heads[document])
            )
    return tuple(found)


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
