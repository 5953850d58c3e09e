"""Where an event is now whose id somebody has kept: ids change with each report that comes or goes."""

import json
from collections import Counter
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.parts import in_parts
from detente.query.successors import load_newest


def event_now(ledger: Ledger, connection: Connection, item: str, *, exact: bool) -> str | None:
    """Return the event of this state that holds most of what the event of an earlier id held.

    ``item`` is such an id or, unless ``exact``, the beginning of one that belongs to no other.
    """
    names, c = s.event_names.c, s.entries.c
    wanted = names.event == item if exact else names.event.between(item, item + "\U0010ffff")
    with ledger.looking() as whole:
        known = list(whole.scalars(select(names.event).where(wanted).distinct().limit(2)))
        if len(known) != 1:
            return None
        held = list(whole.scalars(select(names.entry).where(names.event == known[0])))
        bodies = [
            tuple(row)
            for part in in_parts(held)
            for row in whole.execute(select(c.document, c.kind, c.body).where(c.id.in_(part)))
        ]
    return _most_of(connection, held) or _most_of(connection, list(_alike(connection, bodies)))


def _most_of(connection: Connection, entries: Collection[str]) -> str | None:
    link = s.event_entries.c
    found: Counter[str] = Counter()
    for part in in_parts(entries):
        found.update(connection.scalars(select(link.event).where(link.entry.in_(part))))
    return min(found, key=lambda name: (-found[name], name), default=None)


def _alike(connection: Connection, bodies: Collection[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the entries that stand in the place of these: of the same kind, on letters that they share.

    They are others where the article was read anew, or where a person has edited them.
    """
    items, entries = s.items.c, s.entries.c
    newest = load_newest(connection, {document for document, _, _ in bodies})
    for document, kind, body in bodies:
        here = select(entries.id, entries.body).join(s.items, items.number == entries.number)
        standing = items.document == newest.get(document, document)
        for name, other in connection.execute(here.where(standing, items.kind == kind)):
            if _share_letters(_passage(body), _passage(other)):
                yield name


def _passage(body: str) -> list[str]:
    return [evidence["quote"] for evidence in json.loads(body)["evidence"]]


def _share_letters(one: Collection[str], other: Collection[str]) -> bool:
    """Say whether a passage lies in another one; offsets would not hold in another version."""
    return any(a in b or b in a for a in one for b in other)
