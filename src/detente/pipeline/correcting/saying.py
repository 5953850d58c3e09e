"""Who says it, and of what: names of reviewers, ids as people type them."""

from collections.abc import Sequence

from sqlalchemy import Column, Connection, select

from detente.ledger import schema as s
from detente.ledger.parts import in_parts
from detente.model.errors import CorrectionError
from detente.pipeline.storable import storable_text

LONGEST_NAME = 100  # characters: what is longer was not meant as a name
LONGEST_REASON = 2000
SHORTEST_PREFIX = 6


def reviewer_name(typed: str) -> str:
    """Write the name of a reviewer with single spaces; raise ``CorrectionError`` where nothing is left."""
    name = " ".join(storable_text(typed).split())
    if not name:
        raise CorrectionError("a correction needs the name of its reviewer; nothing was recorded")
    if len(name) > LONGEST_NAME:
        raise CorrectionError(
            f"the name of the reviewer has {len(name)} characters; at most {LONGEST_NAME} are taken"
        )
    return name


def reason_text(typed: str) -> str:
    """Write a reason as it can be stored; raise ``CorrectionError`` where it is a treatise."""
    reason = storable_text(typed).strip()
    if len(reason) > LONGEST_REASON:
        raise CorrectionError(
            f"the reason has {len(reason)} characters; at most {LONGEST_REASON} are taken"
        )
    return reason


def find_entry(connection: Connection, typed: str) -> str:
    """Return the id of the entry that begins so."""
    return _find(connection, s.entries.c.id, typed, "entry")


def find_entries(connection: Connection, typed: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of entries, each once; many whole ids are looked up together."""
    c = s.entries.c.id
    whole = {
        n for part in in_parts(typed) for n in connection.scalars(select(c).where(c.in_(part)))
    }
    found = (one if one in whole else find_entry(connection, one) for one in typed)
    return tuple(dict.fromkeys(found))


def find_document(connection: Connection, typed: str) -> str:
    """Return the id of the document that begins so."""
    return _find(connection, s.documents.c.id, typed, "document")


def find_event(connection: Connection, typed: str) -> str:
    """Return the id of the event of the views that begins so."""
    return _find(connection, s.events.c.id, typed, "event")


def find_story(connection: Connection, typed: str) -> str:
    """Return the id of the story of the views that begins so."""
    return _find(connection, s.stories.c.id, typed, "story")


def _find(connection: Connection, column: Column[str], typed: str, what: str) -> str:
    wanted = storable_text(typed).strip().casefold()
    if connection.scalar(select(column).where(column == wanted)):
        return wanted
    found: list[str] = []
    if len(wanted) >= SHORTEST_PREFIX:
        like = column.between(wanted, wanted + "\U0010ffff")
        found = list(connection.scalars(select(column).where(like).limit(2)))
    if len(found) == 1:
        return found[0]
    if found:
        raise CorrectionError(f"more than one {what} begins with {typed!r}; write more of the id")
    raise CorrectionError(
        f"the record has no {what} {typed!r}; ids stand at the end of lines, and six letters of one are enough"
    )
