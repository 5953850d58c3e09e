"""What somebody said, once: the entries of one passage, and its reports by several outlets.

Two passages are held against each other by themselves alone; each joins the earliest one that tells of the
same utterance. So a page of a long list comes out the same whatever is loaded besides its neighbours.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import inf
from typing import Any

from rapidfuzz import fuzz

from detente.model.entry import Actors, Entry, Statement
from detente.query.matter import Matters
from detente.query.results import RecordedEntry
from detente.query.standpoint import UNDATED

NEAR_SAID = 1  # days between two reports that both tell the day on which it was said
NEAR_PUBLISHED = 3  # days, where one of them only tells when it was published
ALIKE = 72  # of 100, the words sorted: one utterance in two translations or cuts
PART = 0.8  # of the shorter one's words, where one outlet quotes less of it
FEWEST = 3  # words of a matter below which a part of an utterance could be of any other

Row = tuple[str, str, str, str | None]  # entry, document, its body, last day of publication


@dataclass(frozen=True, slots=True)
class PassageKey:
    """Where a passage stands in the order of the days: its entries by id, and no words of it.

    ``day`` is when it was said where the article tells (``known``), else when that was published.
    """

    day: str
    published: str
    document: str
    start: int
    known: bool
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A passage in which somebody says something, with its entries, that of most words first."""

    key: PassageKey
    reports: tuple[RecordedEntry, ...]

    @property
    def words(self) -> str:
        """Return the longest of its entries' passages."""
        return self.reports[0].sentence

    @property
    def voice(self) -> Actors:
        """Return who stands behind it; nobody where the outlet tells it itself."""
        return voice(self.reports[0].entry)

    @property
    def holders(self) -> Actors:
        """Return who says it; where the outlet tells it itself, whose stance it is."""
        return self.voice or getattr(self.reports[0].entry, "by", ())


def voice(entry: Entry) -> Actors:
    """Return who stands behind an entry; nobody where the outlet tells it itself."""
    return entry.speaker if isinstance(entry, Statement) else entry.said_by


def passage_keys(rows: Iterable[Row]) -> list[PassageKey]:
    """Put the entries of each passage together, and the passages in the order of their days.

    Rows come document by document. Bodies are looked at one at a time and not kept.
    """
    found: list[PassageKey] = []
    for document, of_one in groupby(rows, key=lambda row: row[1]):
        published = UNDATED
        spoken: defaultdict[tuple[str, ...], list[tuple[int, int, str, str | None]]]
        spoken = defaultdict(list)
        for name, _, body, day in of_one:
            published = day or UNDATED
            plain = json.loads(body)
            spans = plain["evidence"]
            first, last = spans[0]["start"], spans[-1]["end"]
            spoken[_voice_ids(plain)].append((first, last, name, _said_day(plain)))
        for them in spoken.values():
            found += _passages(document, published, sorted(them))
    return sorted(found, key=lambda k: (k.day, k.published, k.document, k.start, k.entries))


def _voice_ids(plain: Mapping[str, Any]) -> tuple[str, ...]:
    actors = plain.get("speaker") or plain.get("said_by") or plain.get("by") or ()
    return tuple(sorted(a["id"] for a in actors))


def _said_day(plain: Mapping[str, Any]) -> str | None:
    on = plain.get("said_on")
    return (on["start"] or on["end"]) if on else None


def _passages(
    document: str, published: str, spoken: list[tuple[int, int, str, str | None]]
) -> Iterable[PassageKey]:
    """Yield the passages of one voice in a document: what overlaps is one."""
    start, end = -1, -1
    names: list[str] = []
    day: str | None = None
    for first, last, name, said_on in [*spoken, (10**9, 10**9, "", None)]:
        if first >= end:
            if names:
                yield PassageKey(
                    day or published, published, document, start, bool(day), tuple(names)
                )
            start, names, day = first, [], None
        end = max(end, last)
        names.append(name)
        day = day or said_on


def said(key: PassageKey, found: Mapping[str, RecordedEntry]) -> Said:
    """Join a passage with its entries."""
    reports = [found[name] for name in key.entries]
    reports.sort(key=lambda r: (-len(r.sentence), not isinstance(r.entry, Statement), r.id))
    return Said(key=key, reports=tuple(reports))


def same_utterance(first: Said, second: Said, matters: Matters) -> bool:
    """Say whether two passages tell of one utterance: one voice, days near each other, words alike."""
    return (
        _near(first.key, second.key)
        and _one_voice(first.holders, second.holders)
        and _alike(first.words, second.words, matters)
    )


def days_apart(first: PassageKey, second: PassageKey) -> float:
    """Count the days between two passages; what has no day is far from everything."""
    if UNDATED in (first.day, second.day):
        return inf
    return abs((date.fromisoformat(first.day) - date.fromisoformat(second.day)).days)


def _near(first: PassageKey, second: PassageKey) -> bool:
    most = NEAR_SAID if first.known and second.known else NEAR_PUBLISHED
    return days_apart(first, second) <= most


def _one_voice(first: Actors, second: Actors) -> bool:
    """Say whether one speaks in both, or in one a person and in the other the side as such."""
    if {a.id for a in first} & {a.id for a in second}:
        return True
    return bool(_bare_sides(first) & sides(second) or _bare_sides(second) & sides(first))


def sides(actors: Actors) -> set[str]:
    """Return the sides that actors act for; an actor of no side is its own."""
    return {a.side or a.name for a in actors}


def _bare_sides(actors: Actors) -> set[str]:
    return {a.name for a in actors if a.side == a.name}


def _alike(first: str, second: str, matters: Matters) -> bool:
    one, other = matters.of(first), matters.of(second)
    shared, fewest = len(one & other), min(len(one), len(other))
    if not shared:
        return first.casefold() == second.casefold()
    if fewest >= FEWEST and shared >= PART * fewest:
        return True
    return fuzz.token_sort_ratio(first.casefold(), second.casefold()) >= ALIKE
