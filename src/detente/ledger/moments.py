"""A state of the record by its name: a change's number, a day, a time, or a snapshot."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import Connection, func, select

from detente.ledger import schema as s
from detente.ledger.record import Ledger
from detente.model.errors import RecordError

_NUMBER = re.compile(r"[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the record: its last change, and when that was recorded."""

    change: int
    recorded_at: datetime


def last_moment(connection: Connection) -> Moment | None:
    """Return the state that this record is in; ``None`` where nothing was recorded yet."""
    c = s.changes.c
    query = select(c.number, c.recorded_at).order_by(c.number.desc()).limit(1)
    found = connection.execute(query).first()
    return Moment(found.number, datetime.fromisoformat(found.recorded_at)) if found else None


def last_change(ledger: Ledger) -> int:
    """Return the number of the last change; 0 where there is none yet."""
    with ledger.looking() as connection:
        moment = last_moment(connection)
    return moment.change if moment else 0


def change_at(ledger: Ledger, typed: str) -> int:
    """Return the number of the last change that the record had then; 0 where it had none yet.

    ``typed`` is the number of a change, a day (its end in UTC), a time in ISO form (UTC, unless it names its
    zone) or the name of a snapshot. Raises ``RecordError`` where it is none of these.
    """
    with ledger.looking() as connection:
        if _NUMBER.fullmatch(typed):
            return _numbered(connection, typed)
        until = _in_form(typed)
        if until is None:
            return _snapshot(connection, typed)
        c = s.changes.c
        return connection.scalar(select(func.max(c.number)).where(c.recorded_at <= until)) or 0


def _numbered(connection: Connection, typed: str) -> int:
    moment = last_moment(connection)
    last = moment.change if moment else 0
    number = int(typed[:20])
    if number > last:
        raise RecordError(f"the record has no change {number}; its last is {last}")
    return number


def _snapshot(connection: Connection, typed: str) -> int:
    c = s.snapshots.c
    known_at: int | None = connection.scalar(select(c.known_at).where(c.name == typed))
    if known_at is None:
        names = ", ".join(connection.scalars(select(c.name).order_by(c.number))) or "none"
        raise RecordError(
            f"{typed!r} names no state of the record. Write a day, as in 2023-05-25, a time, as in "
            "2023-05-25T18:30, the number of a change, or the name of a snapshot. "
            f"Its snapshots: {names}."
        )
    return known_at


def _in_form(typed: str) -> str | None:
    """Return the time in the form of the record."""
    try:
        moment = datetime.fromisoformat(typed)
        if _DAY.fullmatch(typed):
            moment = datetime.combine(moment, time.max)
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return None
