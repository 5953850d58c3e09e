"""The schema of a record: the tables of facts and of views under one name, with the searches and what guards facts."""

from detente.ledger.fact_schema import (
    addresses,
    article_corrections,
    changes,
    correction_entries,
    corrections,
    documents,
    entries,
    event_names,
    facts,
    file_rejections,
    passage_rejections,
    reading_entries,
    readings,
    runs,
    seal_parts,
    seals,
    sightings,
    snapshots,
)
from detente.ledger.view_schema import (
    LISTED,
    PUBLISHED,
    articles,
    copy_samples,
    event_entries,
    events,
    item_actors,
    item_outlets,
    item_tracks,
    items,
    news_reaches,
    reaches,
    stories,
    story_articles,
    track_items,
    track_months,
    track_statuses,
    unlisted,
    unlisted_mentions,
    view_state,
    views,
)

__all__ = [
    "EXTRA_DDL",
    "LISTED",
    "PUBLISHED",
    "SCHEMA_VERSION",
    "SEARCH_TABLES",
    "addresses",
    "article_corrections",
    "articles",
    "changes",
    "copy_samples",
    "correction_entries",
    "corrections",
    "documents",
    "entries",
    "event_entries",
    "event_names",
    "events",
    "facts",
    "file_rejections",
    "item_actors",
    "item_outlets",
    "item_tracks",
    "items",
    "news_reaches",
    "passage_rejections",
    "reaches",
    "reading_entries",
    "readings",
    "runs",
    "seal_parts",
    "seals",
    "sightings",
    "snapshots",
    "stories",
    "story_articles",
    "track_items",
    "track_months",
    "track_statuses",
    "unlisted",
    "unlisted_mentions",
    "view_state",
    "views",
]

# Raise it with every change to the tables. Opening an older record makes the fact tables that it lacks and
# drops its views; a fact table that is there is never altered.
SCHEMA_VERSION = 17

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
