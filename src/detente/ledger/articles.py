"""Documents as the record shows them: by which source, and which version stands for its article."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, func, select

from detente.ledger import schema as s
from detente.ledger.heading import Heading, load_headings
from detente.ledger.parts import in_parts
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


LEFT_OUT = Lifetime(NEVER)


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
    sources: int  # in which the text was seen

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


def lifetimes_by(
    headings: Mapping[str, Heading], sightings: Iterable[Sighting]
) -> Mapping[str, Lifetime]:
    """Settle the versions by the days that people gave them; what they left out stands in nobody's place."""
    every = tuple(sightings)
    stay = (seen for seen in every if not headings.get(seen.document, Heading()).is_left_out)
    dated = (
        replace(seen, published_end=headings[seen.document].published_end)
        if seen.document in headings and headings[seen.document].day
        else seen
        for seen in stay
    )
    return {seen.document: LEFT_OUT for seen in every} | dict(lifetimes(dated))


def load_articles(
    connection: Connection, among: Collection[str] | None = None
) -> tuple[Article, ...]:
    """Settle stored documents, these or all of them, by id."""
    sightings = _load_sightings(connection, among)
    headings = load_headings(connection, among={seen.document for seen in sightings})
    names = {seen.document for seen in sightings} if among is None else set(among)
    chosen: dict[str, Sighting] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for seen in sightings:  # of one source the latest header
        sources[seen.document].add(seen.source)
        best = chosen.get(seen.document)
        if seen.document in names and (best is None or seen.source <= best.source):
            chosen[seen.document] = seen
    lives = lifetimes_by(headings, sightings)
    readings = _latest_readings(connection, sorted(chosen))
    headers = _headers(connection, sorted(seen.number for seen in chosen.values()))
    return tuple(
        _article(
            seen,
            headings.get(name, Heading()).on(headers[seen.number]),
            lives[name],
            reading=readings.get(name),
            sources=len(sources[name]),
        )
        for name, seen in sorted(chosen.items())
    )


def _load_sightings(connection: Connection, among: Collection[str] | None) -> list[Sighting]:
    """Read the sightings of every version of these documents, in the order of their numbers."""
    c = s.sightings.c
    query = select(c.number, c.source, c.chain, c.document, c.published_end)
    if among is None:
        return [Sighting(*row) for row in connection.execute(query.order_by(c.number))]
    found: dict[int, Sighting] = {}
    for part in in_parts(among):
        chains = select(c.chain).where(c.document.in_(part))
        for row in connection.execute(query.where(c.chain.in_(chains))):
            found[row.number] = Sighting(*row)
    return [found[number] for number in sorted(found)]


def _article(
    seen: Sighting, header: str, lifetime: Lifetime, *, reading: int | None, sources: int
) -> Article:
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
        sources=sources,
    )


def _headers(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    c = s.sightings.c
    found: dict[int, str] = {}
    for part in in_parts(numbers):
        rows = connection.execute(select(c.number, c.header).where(c.number.in_(part)))
        found |= dict(rows.all())
    return found


def _latest_readings(connection: Connection, documents: Sequence[str]) -> dict[str, int]:
    c = s.readings.c
    found: dict[str, int] = {}
    for part in in_parts(documents):
        query = select(c.document, func.max(c.number)).where(c.document.in_(part))
        found |= dict(connection.execute(query.group_by(c.document)).all())
    return found


@lru_cache(maxsize=4096)  # the latest ones are read again with each article that comes
def head_of(
    document: str, source: str, header: str, *, copy_group: str | None, lede: str = ""
) -> DocumentHead:
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
        lede=lede,
    )
