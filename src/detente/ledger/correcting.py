"""Write corrections: facts, like the rest, of a change of their own."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from detente.ledger import schema as s
from detente.ledger.corrections import OTHER, RESULT, SUBJECT, last_correction
from detente.ledger.parts import in_parts
from detente.ledger.record import Ledger
from detente.ledger.recording import add_entry, canonical, new_change
from detente.model.codec import entry_id
from detente.model.correction import Act
from detente.model.entry import ActorRef, Entry

Row = dict[str, Any]


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
    document: str | None = None
    value: str | None = None
    target: int | None = None


def record_corrections(
    connection: Connection, ledger: Ledger, said: Iterable[Said]
) -> tuple[int, ...]:
    """Record corrections as one change, so that one undo takes them back; return their numbers.

    Raises ``EvidenceError`` where the passage of an entry that a person made does not slice out of its text.
    """
    change = new_change(connection, ledger)
    first = last_correction(connection) + 1
    rows: list[Row] = []
    of_articles: list[Row] = []
    links: list[Row] = []
    for number, one in enumerate(said, start=first):
        rows.append(_row(number, one) | {"change": change})
        made = None if one.result is None else _add_result(connection, one.result, change)
        links += _links(number, one, made)
        if one.document:
            word = {"document": one.document, "value": one.value}
            of_articles.append({"correction": number} | word)
    connection.execute(insert(s.corrections), rows)
    if of_articles:
        connection.execute(insert(s.article_corrections), of_articles)
    if links:
        documents = _documents(connection, [link["entry"] for link in links])
        connection.execute(
            insert(s.correction_entries), [x | {"document": documents[x["entry"]]} for x in links]
        )
    return tuple(row["number"] for row in rows)


def _row(number: int, said: Said) -> Row:
    return {
        "number": number,
        "reviewer": said.reviewer,
        "reason": said.reason,
        "act": said.act.value,
        "target": said.target,
        "actor": said.actor,
        "meant": canonical(asdict(said.meant)) if said.meant else None,
    }


def _links(number: int, said: Said, made: str | None) -> Iterator[Row]:
    parts = [(SUBJECT, n) for n in said.subjects] + [(OTHER, n) for n in said.others]
    parts += [(RESULT, made)] if made else []
    for position, (part, entry) in enumerate(parts):
        yield {"correction": number, "position": position, "part": part, "entry": entry}


def _add_result(connection: Connection, entry: Entry, change: int) -> str:
    text = connection.scalar(select(s.documents.c.text).where(s.documents.c.id == entry.document))
    for evidence in entry.evidence:
        evidence.check(text or "")
    name = entry_id(entry)
    add_entry(connection, name, entry, change=change)
    return name


def _documents(connection: Connection, entries: Collection[str]) -> dict[str, str]:
    c = s.entries.c
    found: dict[str, str] = {}
    for part in in_parts(entries):
        found |= dict(connection.execute(select(c.id, c.document).where(c.id.in_(part))).all())
    return found
