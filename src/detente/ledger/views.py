"""The views as they are stored: what was made, from which state of the facts, and by what means."""

from collections.abc import Callable, Collection
from datetime import date

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.ledger.counting import stored_counts
from detente.ledger.facts import EMPTY, stamp, touched_since
from detente.ledger.parts import in_parts
from detente.ledger.record import Ledger
from detente.ledger.view_change import ViewChange
from detente.ledger.view_codec import event_from_text, status_from_text
from detente.ledger.view_state import view_state
from detente.model.event import Event, TrackStatus


def views_are_missing(ledger: Ledger) -> bool:
    """Say whether there are facts, but no views: so it is in a record that was upgraded."""
    with ledger.looking() as connection:
        return not view_state(connection) and stamp(connection) != EMPTY


def views_are_newer(connection: Connection, change: ViewChange) -> bool:
    """Say whether the stored views know of facts that a change does not, and were made by the same means."""
    there = view_state(connection)
    if there.get("made_with") != change.made_with:
        return False
    return _numbers(there.get("stamp")) > _numbers(change.state.stamp)


def _numbers(stamp_of_state: str | None) -> tuple[int, ...]:
    return tuple(int(number) for number in (stamp_of_state or "0").split("."))


def changed_since_views(connection: Connection, *, made_with: str) -> frozenset[str] | None:
    """Return the documents on which there are facts since the views were made; ``None``: all, or unknown."""
    there = view_state(connection)
    made_from = there.get("stamp")
    if made_from is None or there.get("made_with") != made_with:
        return None
    return touched_since(connection, made_from)


def count_articles(connection: Connection) -> int:
    """Count the documents of the views, of superseded ones too."""
    counts = stored_counts(connection)
    return counts.documents + counts.superseded


def load_reckoned_on(connection: Connection) -> date | None:
    """Read the day that the stored statuses hold for."""
    day = view_state(connection).get("reckoned_on")
    return date.fromisoformat(day) if day else None


def load_statuses(connection: Connection) -> tuple[TrackStatus, ...]:
    """Read the stored track statuses, in the order of the profile."""
    query = select(s.track_statuses.c.body).order_by(s.track_statuses.c.position)
    return tuple(status_from_text(body) for body in connection.scalars(query))


def load_events(
    connection: Connection,
    names: Collection[str],
    *,
    read: Callable[[str], Event] = event_from_text,
) -> dict[str, Event]:
    """Read stored events by their ids; ``read`` may read less of each."""
    c = s.events.c
    found: dict[str, Event] = {}
    for part in in_parts(names):
        rows = connection.execute(select(c.id, c.body).where(c.id.in_(part)))
        found |= {name: read(body) for name, body in rows}
    return found
