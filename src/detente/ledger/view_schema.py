"""The tables of the views, which are made anew from the facts."""

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, Text, text

PUBLISHED = "coalesce(published_start, published_end, '')"  # of articles, as an index has it
LISTED = ("listed_day", "listed_in", "listed_at")  # the order of lists

views = MetaData()

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
