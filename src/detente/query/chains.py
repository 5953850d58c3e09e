"""What was announced of meetings, and what became of it."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Connection, select

from detente.assess import chain_of
from detente.ledger import schema as s
from detente.ledger.facets import in_order
from detente.ledger.facts import load_texts
from detente.ledger.parts import in_parts
from detente.model.chain import Chain
from detente.model.entry import Kind
from detente.model.event import Report
from detente.model.profile import Process
from detente.query.fetching import fetch_entries
from detente.query.results import RecordedEvent


def chains_of(
    connection: Connection,
    recorded: Sequence[RecordedEvent],
    process: Process,
    *,
    as_of: date | None,
) -> dict[str, Chain]:
    """Return the chain of each meeting, by the id of the event."""
    meetings = [r for r in recorded if r.event.kind is Kind.MEETING]
    documents = {e.document.id for r in meetings for e in r.reports}
    told = _entries_in(connection, documents)
    texts = load_texts(connection, documents)
    chains: dict[str, Chain] = {}
    for meeting in meetings:
        ours = {e.document.id for e in meeting.reports}
        chains[meeting.event.id] = chain_of(
            meeting.event,
            [r for r in told if r.document.id in ours],
            process=process,
            texts={d: texts[d] for d in sorted(ours)},
            as_of=as_of,
        )
    return chains


def _entries_in(connection: Connection, documents: Collection[str]) -> list[Report]:
    """Return all standing entries of these documents."""
    items = s.items.c
    names: list[str] = []
    for part in in_parts(documents):
        query = select(items.id).where(items.document.in_(part))
        names += connection.scalars(query.order_by(*in_order()))
    found = fetch_entries(connection, names)
    return [Report(e.id, e.entry, e.document) for e in found.values()]
