"""One sentence in two states of the record: the same where it stands in the same article, in whichever version."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.ledger.parts import in_parts
from detente.model.entry import Kind
from detente.query.results import RecordedEntry

Anchor = tuple[Kind, str, str]  # what sort of thing is said, in which article, in which words


@dataclass(frozen=True, slots=True)
class Successors:
    """The newest version of each document that an outlet changed."""

    newest: Mapping[str, str]

    def anchor(self, recorded: RecordedEntry) -> Anchor:
        """Return what an entry has in common with its like in another version or by another reading."""
        article = self.newest.get(recorded.document.id, recorded.document.id)
        return recorded.entry.kind, article, recorded.sentence


def load_newest(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return what stands in the place of those of these documents that were superseded."""
    a = s.articles.c
    found: dict[str, str] = {}
    for part in in_parts(documents):
        query = select(a.document, a.superseded_by).where(a.document.in_(part))
        found |= dict(connection.execute(query.where(a.superseded_by.is_not(None))).all())
    return found


def load_successors(connection: Connection) -> Successors:
    """Read which documents were superseded."""
    a = s.articles.c
    query = select(a.document, a.superseded_by).where(a.superseded_by.is_not(None))
    return Successors(dict(connection.execute(query).all()))
