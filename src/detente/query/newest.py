"""The latest of each sort: words of the sides, quotations, and what was recorded since a visit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.bearing import WORDS, words_on
from detente.ledger.counting import rows_in
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.model.identity import slug
from detente.model.profile import Track
from detente.processes.cues import speaks_of
from detente.query.fetching import fetch_entries
from detente.query.results import RecordedEntry
from detente.query.standpoint import PART, Standpoint, looking

LOOKED_AT = 6  # of the last statements of a side on a track, for one that stands by itself

Words = tuple[tuple[str, RecordedEntry], ...]  # a side and what was said in its name


def quotations(
    ledger: Ledger,
    where: Filter,
    *,
    limit: int,
    offset: int = 0,
    newest_first: bool = True,
) -> tuple[RecordedEntry, ...]:
    """Return the statements that pass, or the entries of the kinds asked for, by day of publication."""
    with looking(ledger, _of_statements(where)) as here:
        if newest_first:
            names = _newest_ids(here, limit=limit, offset=offset)
        else:
            names = _ids(here, newest_first=False, limit=limit, offset=offset)
        return tuple(fetch_entries(here.connection, names).values())


def each_quotation(
    ledger: Ledger, where: Filter, *, newest_first: bool = True
) -> Iterator[RecordedEntry]:
    """Yield what ``quotations`` returns, a part at a time: a large record is never in memory as a whole."""
    dated = s.items.c.published_end.is_not(None)
    runs = ((dated,), (~dated,)) if newest_first else ((),)
    with looking(ledger, _of_statements(where)) as here:
        for conditions in runs:
            query = here.listed("entry", *conditions, newest_first=newest_first)
            rows = here.connection.execution_options(yield_per=PART).execute(query)
            for part in rows.partitions():
                yield from fetch_entries(here.connection, [row.id for row in part]).values()


def count_quotations(ledger: Ledger, where: Filter, *, most: int) -> int | None:
    """Count what ``quotations`` returns, no further than ``most``; ``None`` where that takes long."""
    with looking(ledger, _of_statements(where)) as here:
        return here.count(lambda there: there.listed("entry"), most=most)


def _of_statements(where: Filter) -> Filter:
    return replace(where, kinds=where.kinds or (Kind.STATEMENT,))


def _newest_ids(here: Standpoint, *, limit: int, offset: int) -> list[str]:
    """Return what has a day, the latest first, then what has none; the order of lists puts that last."""
    dated = s.items.c.published_end.is_not(None)
    names = _ids(here, dated, limit=limit, offset=offset)
    if len(names) < limit:
        conditions = (s.items.c.type == "entry", dated, *here.selection.conditions())
        before = rows_in(here.connection, s.items, *conditions)
        skipped = max(offset - before, 0)
        names += _ids(here, ~dated, limit=limit - len(names), offset=skipped)
    return names


def latest_words(ledger: Ledger, where: Filter, tracks: Sequence[str]) -> dict[str, Words]:
    """Return for each track the last statement of each party."""
    process = ledger.process
    parties = [a for a in process.actors if a.id in process.parties]
    wanted = replace(where, tracks=(), kinds=(Kind.STATEMENT,))
    found: dict[str, list[tuple[str, list[str]]]] = {track: [] for track in tracks}
    with looking(ledger, wanted) as here:
        for track in tracks:
            for party in parties:
                names = _last_said(here, track, slug(party.name))
                found[track] += [(party.name, names)] if names else []
        named = {n for them in found.values() for _, names in them for n in names}
        entries = fetch_entries(here.connection, sorted(named))
    cues = {t.id: t for t in process.tracks}
    return {
        track: tuple((side, _telling([entries[n] for n in ns], cues[track])) for side, ns in them)
        for track, them in found.items()
    }


def _telling(latest: Sequence[RecordedEntry], track: Track) -> RecordedEntry:
    """Return the first that names the track, of those that the same article tells: it stands by itself."""
    beside = [told for told in latest if told.document.id == latest[0].document.id]
    named = (told for told in beside if speaks_of(track, told.entry.evidence[0].quote))
    return next(named, latest[0])


def _last_said(here: Standpoint, track: str, side: str) -> list[str]:
    """Return the last statements of a side on a track, the latest first."""
    items, said = s.items.c, s.track_items.c
    dated = items.published_end.is_not(None)
    if here.selection.since or here.selection.until:
        on, by = s.item_tracks.c, s.item_actors.c
        on_it = select(on.item).where(on.key == track, on.item == items.number)
        theirs = select(by.item).where(by.key == side, by.item == items.number)
        return _ids(here, on_it.exists(), theirs.exists(), dated, limit=LOOKED_AT)
    query = (
        select(items.id)
        .join_from(s.track_items, s.items, items.number == said.item)
        .where(said.track == words_on(track, side), said.sort == WORDS)
        .where(dated, *here.selection.conditions())
        .order_by(said.moment.desc(), said.item.desc())
        .limit(LOOKED_AT)
    )
    return list(here.connection.scalars(query))


def _ids(
    here: Standpoint,
    *conditions: ColumnElement[bool],
    newest_first: bool = True,
    limit: int,
    offset: int = 0,
) -> list[str]:
    return here.item_ids(
        "entry", *conditions, newest_first=newest_first, limit=limit, offset=offset
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How much was recorded after a change of the record."""

    documents: int
    entries: int


def news(ledger: Ledger, change: int) -> News | None:
    """Count what was recorded after a change; ``None`` where nothing was."""
    with ledger.looking() as connection:
        documents, entries = (
            connection.scalar(select(func.count()).select_from(t).where(t.c.change > change)) or 0
            for t in (s.documents, s.entries)
        )
    return News(documents=documents, entries=entries) if documents or entries else None
