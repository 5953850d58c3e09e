"""A made-up record of a million entries in minutes: a smaller one, laid out many times, row by row.

The smaller one is written by the ledger as read articles are. Each copy of its rows has ids, sources and days
of its own and lies so many days after the one before; one word of the vocabulary is another word in each, so
that there are rare ones. Left out are the tables by which new articles find what to merge with
(``reaches``, ``copy_samples``): no page reads them.
"""

import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from made_up import WORDS, build

BASE_ENTRIES = 20_000
SPREAD_WORD = WORDS[-1]
NUMBERED = ("changes", "documents", "sightings", "readings", "entries")
COPIED = (
    *("changes", "documents", "sightings", "readings", "entries", "reading_entries", "articles"),
    *("items", "item_tracks", "item_actors", "item_outlets", "track_items", "unlisted_mentions"),
    *("events", "event_entries", "passage_rejections"),
)
COUNT_MONTHS = (
    "DELETE FROM track_months",
    (
        "INSERT INTO track_months (month, track, kind, count) SELECT substr(day, 1, 7), key, kind, count(*)"
        " FROM items JOIN item_tracks ON item = number"
        " WHERE on_timeline AND superseded_on IS NULL AND day IS NOT NULL GROUP BY 1, 2, 3"
    ),
)
# which columns hold what has to differ in each copy
IDS = {"id", "document", "entry", "event", "listed_in", "copy_group", "superseded_by"}
DAYS = {
    *("day", "day_start", "day_end", "published_start", "published_end", "certain_day"),
    *("listed_day", "moment", "superseded_on"),
}
SOURCES = {"source", "chain"}
TEXTS = {"text", "passage"}
BODIES = {"body", "header"}
POINTERS = {"change": "changes", "reading": "readings"}
_OPEN_DAYS = {"0001-01-01", "9999-12-31"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_JSON = re.compile(r'"(?:([0-9a-f]{16})|(\d{4}-\d\d-\d\d))"')

Row = tuple[Any, ...]
Change = Callable[[Any], Any]


@dataclass(frozen=True)
class Copy:
    """What differs in one copy: a mask for its ids, its days, what is added to its numbers, its word."""

    number: int
    shift: timedelta
    added: dict[str, int]

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", cache(self.id))
        object.__setattr__(self, "day", cache(self.day))

    @property
    def mask(self) -> int:
        """Return what the ids are crossed with."""
        return random.Random(self.number).getrandbits(64) if self.number else 0  # noqa: S311 - no secret

    @property
    def word(self) -> str:
        """Return the word that stands in no other copy."""
        return rare_word(self.number)

    def id(self, name: str | None) -> str | None:
        """Return another id."""
        return name and f"{int(name, 16) ^ self.mask:016x}"

    def day(self, text: str | None) -> str | None:
        """Return a later day."""
        if text is None or text in _OPEN_DAYS or not _DAY.fullmatch(text):
            return text
        return (date.fromisoformat(text) + self.shift).isoformat()

    def text(self, words: str) -> str:
        """Return the words with the one that differs."""
        return words.replace(SPREAD_WORD, self.word)

    def body(self, text: str) -> str:
        """Return the JSON of a noun with ids and days of its own."""
        found = _IN_JSON.sub(lambda m: f'"{self.id(m[1]) if m[1] else self.day(m[2])}"', text)
        return self.text(found)

    def source(self, name: str) -> str:
        """Return another source."""
        return f"{self.number}/{name}"

    def item(self, number: int) -> int:
        """Return the number of an item: of an entry that of its fact, of an event that of its id."""
        if number > 0:
            return number + self.added["entries"]
        return -1 - ((-1 - number) ^ (self.mask >> 4))

    def changes(self, table: str, columns: Sequence[str]) -> Iterator[tuple[int, Change]]:
        """Say what is changed in each column of a table."""
        for place, column in enumerate(columns):
            if column == "item" or (table == "items" and column == "number"):
                yield place, self.item
            elif column == "number" and table in NUMBERED:
                yield place, _adding(self.added[table])
            elif column in POINTERS:
                yield place, _adding(self.added[POINTERS[column]])
            elif column in IDS:
                yield place, self.id
            elif column in DAYS:
                yield place, self.day
            elif column in SOURCES:
                yield place, self.source
            elif column in TEXTS:
                yield place, self.text
            elif column in BODIES:
                yield place, self.body

    def rows(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> Iterator[list[Any]]:
        """Yield the rows of a table as they are in this copy."""
        changes = tuple(self.changes(table, columns))
        for row in rows:
            changed = list(row)
            for place, change in changes:
                changed[place] = change(row[place])
            yield changed


def rare_word(number: int) -> str:
    """Return the word that stands in one copy alone."""
    letters = "bcdfghjkmp"
    return "q" + "".join(letters[int(digit)] for digit in f"{number:0{len(SPREAD_WORD) - 1}}")


def _adding(more: int) -> Change:
    return lambda number: number and number + more


def made(folder: Path, entries: int, *, years: float, base: Path) -> Path:
    """Make a record of so many entries over so many years in ``folder``; ``base`` holds the smaller one."""
    if not base.exists():
        build(base, min(BASE_ENTRIES, entries)).close()
    if not folder.exists():
        shutil.copytree(base, folder)
        _multiply(folder / "record.sqlite", entries, timedelta(days=round(365.25 * years)))
    return folder


def _multiply(path: Path, entries: int, span: timedelta) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
        db.execute(f"PRAGMA {pragma}")
    there = db.execute("SELECT count(*) FROM entries").fetchone()[0]
    copies = max(round(entries / there), 1)
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    db.execute("BEGIN")
    for name, _ in indexes:
        db.execute(f'DROP INDEX "{name}"')
    last = _lay_out(db, copies, span)
    for _, statement in indexes:
        db.execute(statement)
    for statement in COUNT_MONTHS:
        db.execute(statement)
    _tell_what_it_is(db, last, copies)
    for table in ("entry_search", "document_search"):
        db.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")  # noqa: S608 - names of ours
    db.execute("COMMIT")
    db.close()


def _lay_out(db: sqlite3.Connection, copies: int, span: timedelta) -> Copy:
    """Write the copies; return the last one."""
    first, last = map(
        date.fromisoformat,
        db.execute("SELECT min(d), max(d) FROM (SELECT published_end d FROM articles)").fetchone(),
    )
    apart = max(span - (last - first), timedelta(0)) / max(copies - 1, 1)
    highest = {t: db.execute(f"SELECT max(number) FROM {t}").fetchone()[0] for t in NUMBERED}  # noqa: S608
    laid = [
        Copy(n, timedelta(days=(apart * n).days), {t: h * n for t, h in highest.items()})
        for n in range(copies)
    ]
    for table in COPIED:
        found = db.execute(f"SELECT * FROM {table}")  # noqa: S608
        columns = [about[0] for about in found.description]
        rows = found.fetchall()
        marks = ", ".join("?" * len(columns))
        for copy in laid[1:]:
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", copy.rows(table, columns, rows))  # noqa: S608
    return laid[-1]


def _tell_what_it_is(db: sqlite3.Connection, last: Copy, copies: int) -> None:
    """Let the state of the views be that of all copies, and the tracks stand where the last one has them."""
    state = dict(db.execute("SELECT name, value FROM view_state").fetchall())
    counts = {name: n * copies for name, n in json.loads(state["counts"]).items()}
    stamp = ".".join(
        str(db.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0])  # noqa: S608
        for table in ("sightings", "readings", "corrections")
    )
    told = {"counts": json.dumps(counts, sort_keys=True), "stamp": stamp}
    told["reckoned_on"] = str(last.day(state["reckoned_on"]))
    db.executemany(
        "UPDATE view_state SET value = ? WHERE name = ?", [(v, n) for n, v in told.items()]
    )
    bodies = db.execute("SELECT body, position FROM track_statuses").fetchall()
    db.executemany(
        "UPDATE track_statuses SET body = ? WHERE position = ?",
        [(last.body(b), p) for b, p in bodies],
    )
    db.execute("UPDATE unlisted_actors SET count = count * ?", (copies,))
