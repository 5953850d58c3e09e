"""The tables: facts, which are only ever added to, and views, which are made anew from them.

Every fact belongs to a numbered change with its time, so that a state of the record is a number: what it
held on some day, or at a snapshot, is what has a change up to that one.
"""

from sqlalchemy import (
    Boolean,
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
    text,
)

# Raise it with every change to the tables. Opening an older record makes the fact tables that it lacks and
# drops its views; a fact table that is there is never altered.
SCHEMA_VERSION = 17

PUBLISHED = "coalesce(published_start, published_end, '')"  # of articles, as an index has it
LISTED = ("listed_day", "listed_in", "listed_at")  # the order of lists

facts = MetaData()
views = MetaData()
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

# From which day on a newer version stands in its place (``NULL``: it is the newest), and by which.
articles = Table(
    "articles",
    views,
    Column("document", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("header", Text, nullable=False),
    Column("title", Text),
    Column("outlet_key", String, index=True),
    Column("published_start", String),
    Column("published_end", String, index=True),
    Column("superseded_on", String),
    Column("superseded_by", String),
    Column("copy_group", String, index=True),  # of those that stand
    Column("runs", Integer),  # of words, as the search for copies counts them
    Column("reading", Integer, index=True),
    Column("sources", Integer, nullable=False),
    Column("certain_day", String),  # of publication, where it is one day
    Index("articles_by_day", "superseded_on", "certain_day"),
    Index("articles_newest", "superseded_on", text(f"{PUBLISHED} DESC"), "document"),
    Index("articles_by_source", "superseded_on", "source", "document", "reading"),
)
# Of the runs of words of each text that stands a sample, to find its near copies by.
copy_samples = Table(
    "copy_samples",
    views,
    Column("sample", Integer, primary_key=True),
    Column("document", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
# Entries and events under one set of filters. An entry has the number of its fact, an event one below zero
# that is made of its id. They are listed by ``listed_day``, ``listed_in`` (a document or an event) and
# ``listed_at``, the place in the text. ``day`` sorts in the timeline; ``day_start`` and ``day_end`` bound, an
# open end written as the first or last day of the calendar; ``day_is`` says what that day is of words that
# name none of their own. ``lasts`` and ``apart`` mark those few whose days reach far from ``day``, or from
# ``listed_day``: see ``ledger.stretches``.
items = Table(
    "items",
    views,
    Column("number", Integer, primary_key=True),
    Column("type", String, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("document", String, index=True),
    Column("kind", String, nullable=False),
    Column("status", String),
    Column("day", String),
    Column("day_start", String),
    Column("day_end", String),
    Column("day_is", String),
    Column("published_end", String),
    Column("superseded_on", String),
    Column("on_timeline", Boolean, nullable=False),  # an event, or an entry that belongs to none
    Column("listed_day", String, nullable=False),
    Column("listed_in", String, nullable=False),
    Column("listed_at", Integer, nullable=False),
    Column("lasts", Integer),
    Column("apart", Integer),
    Index("items_in_order", "type", "superseded_on", *LISTED),
    Index("items_by_kind", "type", "superseded_on", "kind", *LISTED),
    # holds all that a list of days asks, so that a stretch of it is passed over without the rows themselves
    Index(
        "items_by_day",
        *("on_timeline", "superseded_on", "day", text("type DESC"), *LISTED),
        *("kind", "day_start", "day_end", "id", "lasts", "day_is"),
    ),
    Index(
        "items_lasting",
        *("on_timeline", "superseded_on", "lasts", "day", text("type DESC"), *LISTED),
        *("kind", "day_start", "day_end", "id", "day_is"),
        sqlite_where=text("lasts IS NOT NULL"),
    ),
    Index(
        "items_latest_lasting",
        *("type", "superseded_on", "lasts", "day", *LISTED, "kind", "day_start", "day_end", "id"),
        sqlite_where=text("lasts IS NOT NULL"),
    ),
    Index(
        "items_apart",
        *("type", "superseded_on", "apart", *LISTED, "kind", "day_start", "day_end", "id"),
        sqlite_where=text("apart IS NOT NULL"),
    ),
    Index(
        "items_apart_by_kind",
        *("type", "superseded_on", "kind", "apart", *LISTED, "day_start", "day_end", "id"),
        sqlite_where=text("apart IS NOT NULL"),
    ),
    Index("items_latest", "type", "superseded_on", "day", *LISTED),
    Index("items_by_end", "type", "superseded_on", "kind", "day_end"),
)


def _facet(name: str) -> Table:
    return Table(
        name,
        views,
        Column("key", String, primary_key=True),
        Column("item", Integer, primary_key=True, index=True),
        sqlite_with_rowid=False,
    )


item_tracks = _facet("item_tracks")
item_actors = _facet("item_actors")
item_outlets = _facet("item_outlets")
# Under which keys a report is found by those that it may be merged with, and in which window of days; by the
# greatest width of a window, so that a look at one need not pass over all that began before it.
reaches = Table(
    "reaches",
    views,
    Column("key", Integer, primary_key=True),
    Column("width", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("item", Integer, primary_key=True, index=True),
    Column("last", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
# The same of articles, which find those that report the same news.
news_reaches = Table(
    "news_reaches",
    views,
    Column("key", Integer, primary_key=True),
    Column("width", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("document", String, primary_key=True, index=True),
    Column("last", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
track_items = Table(
    "track_items",
    views,
    Column("track", String, primary_key=True),
    Column("sort", String, primary_key=True),
    Column("moment", String, primary_key=True),
    Column("item", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)
# How many things begin on the timeline, by month ("2023-05").
track_months = Table(
    "track_months",
    views,
    Column("month", String, primary_key=True),
    Column("track", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
unlisted_mentions = Table(
    "unlisted_mentions",
    views,
    Column("actor", String, primary_key=True),
    Column("listed_day", String, primary_key=True),
    Column("listed_in", String, primary_key=True),
    Column("listed_at", Integer, primary_key=True),
    Column("item", Integer, nullable=False, index=True),
    Column("name", String, nullable=False),
    sqlite_with_rowid=False,
)
unlisted = Table(
    "unlisted_actors",
    views,
    Column("actor", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("count", Integer, nullable=False),
    Column("example", String, nullable=False),
)
events = Table(
    "events",
    views,
    Column("id", String, primary_key=True),
    Column("body", Text, nullable=False),
)
event_entries = Table(
    "event_entries",
    views,
    Column("event", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entry", String, nullable=False, index=True),
)
# ``first`` and ``last`` are days of publication.
stories = Table(
    "stories",
    views,
    Column("id", String, primary_key=True),
    Column("first", String),
    Column("last", String),
    Column("body", Text, nullable=False),
    Index("stories_by_day", text("coalesce(last, '') DESC"), "id"),
)
story_articles = Table(
    "story_articles",
    views,
    Column("story", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
)
track_statuses = Table(
    "track_statuses",
    views,
    Column("position", Integer, primary_key=True),
    Column("track", String, nullable=False),
    Column("body", Text, nullable=False),
)
view_state = Table(
    "view_state",
    views,
    Column("name", String, primary_key=True),
    Column("value", String),
)

_TOKENS = "unicode61 remove_diacritics 2"
SEARCH_TABLES = ("entry_search", "document_search")
EXTRA_DDL = (
    *(
        f"CREATE TRIGGER IF NOT EXISTS {table.name}_{act.lower()} BEFORE {act} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, 'facts are not changed: {table.name}'); END"
        for table in (*facts.sorted_tables, *addresses.sorted_tables)
        for act in ("UPDATE", "DELETE")
    ),
    """CREATE VIEW IF NOT EXISTS entry_passages AS
    SELECT items.number AS number, entries.passage AS passage
    FROM items JOIN entries ON entries.number = items.number""",
    """CREATE VIEW IF NOT EXISTS document_texts AS
    SELECT documents.number AS number, articles.title AS title, documents.text AS text
    FROM articles JOIN documents ON documents.id = articles.document""",
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS entry_search USING fts5(
    passage, content='entry_passages', content_rowid='number', tokenize='{_TOKENS}')""",
    f"""CREATE VIRTUAL TABLE IF NOT EXISTS document_search USING fts5(
    title, text, content='document_texts', content_rowid='number', tokenize='{_TOKENS}')""",
)
