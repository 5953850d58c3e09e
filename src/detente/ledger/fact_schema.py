"""The tables of the facts, which are only ever added to, and of the addresses that events ever had.

Every fact belongs to a numbered change with its time, so that a state of the record is a number: what it
held on some day, or at a snapshot, is what has a change up to that one.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

facts = MetaData()
addresses = MetaData()


def _change() -> Column[int]:
    return Column("change", ForeignKey("changes.number"), nullable=False)


runs = Table(
    "runs",
    facts,
    Column("number", Integer, primary_key=True),
    Column("started_at", String, nullable=False),
    Column("program", String, nullable=False),
    Column("reader", String, nullable=False),
)
changes = Table(
    "changes",
    facts,
    Column("number", Integer, primary_key=True),
    Column("run", ForeignKey("runs.number")),
    Column("recorded_at", String, nullable=False),
)
documents = Table(
    "documents",
    facts,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("text_sha256", String, nullable=False),
    _change(),
    Index("documents_by_change", "change"),
)
# One row each time that a source was seen with another text than before. ``header`` is the document
# without its text, as that source gave it; ``chain`` is what its versions have in common.
sightings = Table(
    "sightings",
    facts,
    Column("number", Integer, primary_key=True),
    Column("source", String, nullable=False, index=True),
    Column("chain", String, nullable=False, index=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("published_end", String),
    Column("header", Text, nullable=False),
    _change(),
)
readings = Table(
    "readings",
    facts,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("reader", String, nullable=False),
    _change(),
    UniqueConstraint("document", "reader"),
)
entries = Table(
    "entries",
    facts,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("passage", Text, nullable=False),
    Column("body", Text, nullable=False),
    _change(),
    Index("entries_by_change", "change"),
)
reading_entries = Table(
    "reading_entries",
    facts,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entry", ForeignKey("entries.id"), nullable=False, index=True),
)
passage_rejections = Table(
    "passage_rejections",
    facts,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("subject", Text, nullable=False),
)
file_rejections = Table(
    "file_rejections",
    facts,
    Column("number", Integer, primary_key=True),
    Column("source", String, nullable=False, index=True),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("subject", Text, nullable=False),
    _change(),
)

# What people said of entries, events and actors. ``target`` is the number of the correction that is undone or
# restored (no foreign key: a copy of some of the facts is made table by table).
corrections = Table(
    "corrections",
    facts,
    Column("number", Integer, primary_key=True),
    Column("reviewer", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("act", String, nullable=False),
    Column("target", Integer, index=True),
    Column("actor", String),
    Column("meant", Text),
    _change(),
)
correction_entries = Table(
    "correction_entries",
    facts,
    Column("correction", ForeignKey("corrections.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("part", String, nullable=False),
    Column("entry", ForeignKey("entries.id"), nullable=False, index=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
)
# What people said of a whole article: its day (JSON), its outlet, or that it is left out.
article_corrections = Table(
    "article_corrections",
    facts,
    Column("correction", ForeignKey("corrections.number"), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("value", Text),
)
# States of the record by name. ``known_at`` is the last change that counts (no foreign key: change 0 is none).
# What was exported of a state then is kept compressed, in parts.
snapshots = Table(
    "snapshots",
    facts,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("known_at", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_with", String, nullable=False),
    Column("digest", String, nullable=False),
    _change(),
)
seals = Table(
    "seals",
    facts,
    Column("snapshot", ForeignKey("snapshots.number"), primary_key=True),
    Column("item", String, primary_key=True),
    Column("rows", Integer, nullable=False),
    Column("sha256", String, nullable=False),
)
seal_parts = Table(
    "seal_parts",
    facts,
    Column("snapshot", ForeignKey("snapshots.number"), primary_key=True),
    Column("item", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# Which entries an event held, under each id that it ever had: an address of it can be followed by them. It is
# only ever added to, and nothing else hangs on it: made of another history of the same facts it differs.
event_names = Table(
    "event_names",
    addresses,
    Column("event", String, primary_key=True),
    Column("entry", String, primary_key=True),
    sqlite_with_rowid=False,
)
