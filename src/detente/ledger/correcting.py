"""Write corrections: facts, like the rest, of a change of their own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from detente.ledger import schema as s
from detente.ledger.corrections import OTHER, RESULT, SUBJECT
from detente.ledger.record import Ledger
from detente.ledger.recording import add_entry, add_row, canonical, new_change
from detente.model.codec import entry_id
from detente.model.correction import Act
from detente.model.entry import ActorRef, Entry

Row = dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A correction that is not recorded yet; its parts as in ``Correction``."""

    reviewer: str
    act: Act
    reason: str = ""
    subjects: tuple[str, ...] = ()
    result: Entry | None = None
    others: tuple[str, ...] = ()
    actor: str | None = None
    meant: ActorRef | None = None
    target: int | None = None


def record_corrections(
    connection: Connection, ledger: Ledger, said: Iterable[Said]
) -> tuple[int, ...]:
    """Record corrections as one change, so that one undo takes them back; return their numbers.

    Raises ``EvidenceError`` where the passage of an entry that a person made does not slice out of its text.
    """
    change = new_change(connection, ledger)
    return tuple(_record(connection, one, change) for one in said)


def _record(connection: Connection, said: Said, change: int) -> int:
    number = add_row(
        connection,
        s.corrections,
        reviewer=said.reviewer,
        reason=said.reason,
        act=said.act.value,
        target=said.target,
        actor=said.actor,
        meant=canonical(asdict(said.meant)) if said.meant else None,
        change=change,
    )
    parts = [(SUBJECT, name) for name in said.subjects] + [(OTHER, name) for name in said.others]
    if said.result is not None:
        parts.append((RESULT, _add_result(connection, said.result, change)))
    rows = list(_parts(connection, number, parts))
    if rows:
        connection.execute(insert(s.correction_entries), rows)
    return number


def _add_result(connection: Connection, entry: Entry, change: int) -> str:
    text = connection.scalar(select(s.documents.c.text).where(s.documents.c.id == entry.document))
    for evidence in entry.evidence:
        evidence.check(text or "")
    name = entry_id(entry)
    add_entry(connection, name, entry, change=change)
    return name


def _parts(connection: Connection, number: int, parts: Sequence[tuple[str, str]]) -> Iterator[Row]:
    for position, (part, entry) in enumerate(parts):
        of = select(s.entries.c.document).where(s.entries.c.id == entry)
        document = connection.scalar(of)
        yield {
            "correction": number,
            "position": position,
            "part": part,
            "entry": entry,
            "document": document or "",
        }
