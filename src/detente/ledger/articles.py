"""Documents as the record shows them: by which source, and which version stands for its article."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, func, select

from detente.ledger import schema as s
from detente.model.codec import date_from_json
from detente.model.event import DocumentHead
from detente.model.when import DateRange

NEVER = date.max.isoformat()  # stands for a day that is not known: no earlier day is after it


@dataclass(frozen=True, slots=True)
class Sighting:
    """A source was seen with a document; ``chain`` is what the versions of the article share."""

    number: int
    source: str
    chain: str
    document: str
    published_end: str | None


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From which day on a newer version stands in a document's place, and the newest one of all.

    ``None`` is the newest itself; ``NEVER`` one whose successors all lack a day.
    """

    superseded_on: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A stored document, its sources settled: ``source`` is the smallest, whatever the order of arrival."""

    id: str
    source: str
    header: str
    title: str | None
    outlet: str | None
    published: DateRange | None
    lifetime: Lifetime
    reading: int | None

    @property
    def stands(self) -> bool:
        """Say whether no newer version stands in its place."""
        return self.lifetime.superseded_on is None


def lifetimes(sightings: Iterable[Sighting]) -> Mapping[str, Lifetime]:
    """Settle the versions: in each chain the latest published stands, of one day the latest seen.

    A version without a day counts as published no earlier than those that were seen before it. Seen from
    an earlier day it does not stand at all, and so takes no other's place there. A document stands as
    long as it does so in one of its chains.
    """
    chains: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for seen in sorted(sightings, key=lambda s: s.number):
        chains[seen.chain][seen.document] = seen
    ends: dict[str, list[Lifetime]] = defaultdict(list)
    for members in chains.values():
        versions = _in_order(members.values())
        newest = versions[-1].document
        ends[newest].append(Lifetime())
        until = NEVER
        for older, newer in reversed(list(pairwise(versions))):
            until = newer.published_end or until
            ends[older.document].append(Lifetime(until, newest))
    return {document: _longest(found) for document, found in ends.items()}


def _in_order(versions: Iterable[Sighting]) -> list[Sighting]:
    latest = ""
    dated: list[tuple[str, int, Sighting]] = []
    for seen in sorted(versions, key=lambda s: s.number):
        latest = max(latest, seen.published_end or "")
        dated.append((seen.published_end or latest, seen.number, seen))
    return [seen for _, _, seen in sorted(dated, key=lambda d: d[:2])]


def _longest(found: Sequence[Lifetime]) -> Lifetime:
    ended = [life for life in found if life.superseded_on is not None]
    if len(ended) < len(found):
        return Lifetime()
    return max(ended, key=lambda life: (life.superseded_on or "", life.superseded_by or ""))


def load_articles(connection: Connection) -> tuple[Article, ...]:
    """Settle every stored document, by id."""
    c = s.sightings.c
    rows = connection.execute(
        select(c.number, c.source, c.chain, c.document, c.published_end).order_by(c.number)
    )
    sightings = [Sighting(*row) for row in rows]
    chosen: dict[str, Sighting] = {}
    for seen in sightings:  # of one source the latest header
        best = chosen.get(seen.document)
        if best is None or seen.source <= best.source:
            chosen[seen.document] = seen
    lives = lifetimes(sightings)
    readings = _latest_readings(connection)
    headers = _headers(connection, {seen.number for seen in chosen.values()})
    return tuple(
        _article(seen, headers[seen.number], lives[name], readings.get(name))
        for name, seen in sorted(chosen.items())
    )


def _article(seen: Sighting, header: str, lifetime: Lifetime, reading: int | None) -> Article:
    plain: dict[str, Any] = json.loads(header)
    return Article(
        id=seen.document,
        source=seen.source,
        header=header,
        title=plain["title"],
        outlet=plain["outlet"],
        published=date_from_json(plain["published"]),
        lifetime=lifetime,
        reading=reading,
    )


def _headers(connection: Connection, wanted: set[int]) -> dict[int, str]:
    rows = connection.execute(select(s.sightings.c.number, s.sightings.c.header))
    return {number: header for number, header in rows if number in wanted}


def _latest_readings(connection: Connection) -> dict[str, int]:
    c = s.readings.c
    rows = connection.execute(select(c.document, func.max(c.number)).group_by(c.document))
    return dict(rows.all())


def head_of(document: str, source: str, header: str, *, copy_group: str | None) -> DocumentHead:
    """Build the head of a document from its stored header."""
    plain: dict[str, Any] = json.loads(header)
    return DocumentHead(
        id=document,
        source=source,
        outlet=plain["outlet"],
        published=date_from_json(plain["published"]),
        copy_group=copy_group,
        title=plain["title"],
        byline=tuple(plain["byline"]),
        dateline=plain["dateline"],
        published_basis=plain["published_basis"],
        url=plain["url"],
        language=plain["language"],
    )
