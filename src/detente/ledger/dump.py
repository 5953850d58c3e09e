"""The canonical dump: what two records share that are the same, whenever and in whatever order they grew."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, select

from detente.ledger import schema as s
from detente.ledger.record import Ledger
from detente.ledger.recording import canonical

_FACTS: dict[str, Select[*tuple[object, ...]]] = {
    "document": select(s.documents.c.id, s.documents.c.text_sha256, s.documents.c.text),
    "sighting": select(
        s.sightings.c.source, s.sightings.c.chain, s.sightings.c.document, s.sightings.c.header
    ),
    "entry": select(
        s.readings.c.document,
        s.readings.c.reader,
        s.reading_entries.c.position,
        s.entries.c.id,
        s.entries.c.body,
    )
    .join_from(s.readings, s.reading_entries)
    .join(s.entries, s.entries.c.id == s.reading_entries.c.entry),
    "correction": select(
        s.corrections.c.number,
        s.corrections.c.reviewer,
        s.corrections.c.reason,
        s.corrections.c.act,
        s.corrections.c.target,
        s.corrections.c.actor,
        s.corrections.c.meant,
    ),
    "entry of a correction": select(
        s.correction_entries.c.correction,
        s.correction_entries.c.position,
        s.correction_entries.c.part,
        s.entries.c.id,
        s.entries.c.body,
    ).join_from(s.correction_entries, s.entries, s.entries.c.id == s.correction_entries.c.entry),
    "correction of an article": select(
        s.article_corrections.c.correction,
        s.article_corrections.c.document,
        s.article_corrections.c.value,
    ),
    "passage left out": select(
        s.readings.c.document,
        s.readings.c.reader,
        s.passage_rejections.c.position,
        s.passage_rejections.c.reason,
        s.passage_rejections.c.detail,
        s.passage_rejections.c.subject,
    ).join_from(s.readings, s.passage_rejections),
    "file left out": select(
        s.file_rejections.c.source,
        s.file_rejections.c.reason,
        s.file_rejections.c.detail,
        s.file_rejections.c.subject,
    ),
}
# how many documents an earlier state hides is told by what came later, and
# numbers of facts are those of their arrival, and differ; an item is told by its id. Corrections are an order
# of words, the last of which counts
_ARRIVAL = {"stamp", "reading", "number", "item", "left_out"}


def dump(ledger: Ledger) -> Iterator[str]:
    """Yield every fact and every row of the views as a line of JSON, sorted; times and numbers left out."""
    with ledger.looking() as connection:
        for name, query in _FACTS.items():
            yield from sorted(canonical([name, *row]) for row in connection.execute(query))
        yield from dump_views(connection)


def dump_views(connection: Connection) -> Iterator[str]:
    """Yield the views alone."""
    for table in s.views.sorted_tables:
        query = select(*(c for c in table.c if c.name not in _ARRIVAL))
        if "item" in table.c:
            query = query.add_columns(s.items.c.type, s.items.c.id).join(
                s.items, s.items.c.number == table.c.item
            )
        if table is s.view_state:
            query = query.where(table.c.name.not_in(_ARRIVAL))
        yield from sorted(canonical([table.name, *row]) for row in connection.execute(query))
