"""Things in the order of their days: what was, and what is to be."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, or_, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import FIRST_DAY, LAST_DAY, Facets, event_facets, listing
from detente.ledger.parts import in_parts
from detente.ledger.stretches import sequence
from detente.ledger.told import Told
from detente.model.chain import Chain, Move
from detente.model.codec import entry_day
from detente.model.entry import Commitment, Kind, MeetingStatus
from detente.model.event import Event
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.model.when import Basis, DateRange, DayIs
from detente.query.chains import chains_of
from detente.query.fetching import fetch_entries, fetch_reports
from detente.query.results import (
    AgendaItem,
    AgendaState,
    RecordedEntry,
    RecordedEvent,
    TimelineItem,
)
from detente.query.standpoint import NO_LIMIT, PART, UNDATED, Standpoint, looking

TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED, MeetingStatus.POSTPONED)
# A meeting that was proposed or put off without a day is no longer awaited after half a year of silence.
AWAITED_DAYS = 180


def timeline(
    ledger: Ledger,
    where: Filter,
    *,
    limit: int | None = None,
    offset: int = 0,
    newest_first: bool = False,
    own_days: bool = False,
) -> tuple[TimelineItem, ...]:
    """Return every dated event, and every dated entry that belongs to none, by day.

    Words that name no day of their own stand on the day on which they were said, else published; with
    ``own_days`` they are left out.
    """
    with looking(ledger, where) as here:
        own = [s.items.c.day_is.is_(None)] if own_days else []
        query = _days(here, *own, newest_first=newest_first)
        query = query.limit(NO_LIMIT if limit is None else limit).offset(offset)
        found = [(row.type, row.id) for row in here.connection.execute(query)]
        return _timeline_items(here, ledger.process, found)


def each_dated(
    ledger: Ledger, where: Filter, *, newest_first: bool = False
) -> Iterator[TimelineItem]:
    """Yield what ``timeline`` returns, a part at a time: a large record is never in memory as a whole."""
    with looking(ledger, where) as here:
        rows = here.connection.execution_options(yield_per=PART).execute(
            _days(here, newest_first=newest_first)
        )
        for part in rows.partitions():
            found = [(row.type, row.id) for row in part]
            yield from _timeline_items(here, ledger.process, found)


def count_dated(ledger: Ledger, where: Filter, *, most: int) -> int | None:
    """Count what ``timeline`` returns, no further than ``most``; ``None`` where that takes long."""
    with looking(ledger, where) as here:
        return here.count(_days, most=most)


def _days(
    here: Standpoint, *conditions: ColumnElement[bool], newest_first: bool = False
) -> Select[Any] | CompoundSelect[Any]:
    """Select types and ids in the order of their days."""
    items = s.items.c
    days = ("day DESC", "type") if newest_first else ("day", "type DESC")
    query = select(
        items.type, items.id, items.number, items.day, *(items[name] for name in s.LISTED)
    ).where(items.on_timeline, items.day.is_not(None), *here.selection.conditions(), *conditions)
    return sequence(
        query,
        here.selection,
        by=items.day,
        reaches=items.lasts,
        order=(*days, *listing(newest_first=newest_first)),
    )


def _timeline_items(
    here: Standpoint, process: Process, found: list[tuple[str, str]]
) -> tuple[TimelineItem, ...]:
    events = here.events_named([name for item_type, name in found if item_type == "event"])
    reported = {r.event.id: r for r in fetch_reports(here.connection, list(events.values()))}
    names = [name for item_type, name in found if item_type == "entry"]
    lone, told = fetch_entries(here.connection, names), _days_told(here, names)
    today = here.reckoned_on
    past = [r for r in reported.values() if _is_past_plan(r.event, today)]
    chains = chains_of(here.connection, past, process, as_of=today)
    return tuple(
        _event_item(reported[name], chains.get(name))
        if item_type == "event"
        else _entry_item(lone[name], told.get(name))
        for item_type, name in found
    )


def _days_told(here: Standpoint, names: Collection[str]) -> dict[str, Told]:
    """Return the days of those that name none of their own."""
    c = s.items.c
    found: dict[str, Told] = {}
    for part in in_parts(names):
        query = select(c.id, c.day_is, c.day_start, c.day_end)
        listed = query.where(c.id.in_(part), c.day_is.is_not(None))
        for name, day_is, start, end in here.connection.execute(listed):
            day = DateRange(
                None if start == FIRST_DAY else date.fromisoformat(start),
                None if end == LAST_DAY else date.fromisoformat(end),
                basis=Basis.INFERRED,
                because="the statement with these words was made then",
            )
            found[name] = Told(day, DayIs(day_is))
    return found


def _is_past_plan(event: Event, day: date | None) -> bool:
    """Say whether a meeting was planned for days which are past."""
    when = event.date
    past = day is not None and when is not None and when.end is not None and when.end < day
    return past and event.status in (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)


def _event_item(recorded: RecordedEvent, chain: Chain | None) -> TimelineItem:
    """Make the item of an event; of a plan that is past with what its chain tells of it."""
    event = recorded.event
    when = event.date or event.was_due
    assert when is not None  # noqa: S101 - only dated ones are asked for
    declined = chain is not None and any(s.move is Move.DECLINED for s in chain.stages)
    return TimelineItem(
        id=event.id,
        kind=event.kind,
        date=when,
        event=event,
        reports=recorded.reports,
        unheard=chain is not None and not declined,
        declined=chain.standing if chain and declined else "",
    )


def _entry_item(recorded: RecordedEntry, told: Told | None) -> TimelineItem:
    entry = recorded.entry
    day = entry_day(entry)
    if told and told.day_is is DayIs.PUBLISHED:
        day = recorded.document.published
    day = day or (told.day if told else None)
    assert day is not None  # noqa: S101 - only dated ones are asked for
    return TimelineItem(
        id=recorded.id,
        kind=entry.kind,
        date=day,
        event=None,
        reports=(recorded,),
        day_is=told.day_is if told else None,
    )


def agenda(ledger: Ledger, where: Filter, *, most: int | None = None) -> tuple[AgendaItem, ...]:
    """Return the meetings and commitments that are still to come, seen from the day of the board.

    What has no day comes last: a meeting that was proposed or put off, as long as it is awaited. ``most``
    spares all but the first ones.
    """
    with looking(ledger, where) as here:
        day = here.reckoned_on
        if day is None:
            return ()
        found = (*_meetings(here, day, ledger.process, most), *_commitments(here, day, most))
        return tuple(sorted(found, key=lambda i: (_sort_day(i), i.kind, i.id))[:most])


def _sort_day(item: AgendaItem) -> str:
    known = (item.date.start or item.date.end) if item.date else None
    return known.isoformat() if known else UNDATED


def _meetings(
    here: Standpoint, day: date, process: Process, most: int | None
) -> tuple[AgendaItem, ...]:
    items = s.items.c
    to_come = (items.kind == Kind.MEETING, items.status.in_(TO_COME))
    dated = items.day_end >= day.isoformat()
    if here.selection.until:  # what has no day is not until any
        names = here.item_ids("event", *to_come, dated, order=(items.day, items.id), limit=most)
    else:
        undated = or_(items.day_end.is_(None), items.status == MeetingStatus.POSTPONED)
        names = here.item_ids("event", *to_come, or_(undated, dated), limit=most)
    found = here.events_named(names)
    events = [found[name] for name in names]
    awaited = fetch_reports(here.connection, [e for e in events if _is_awaited(e, day)])
    chains = chains_of(here.connection, awaited, process, as_of=day)
    return tuple(
        AgendaItem(
            id=r.event.id,
            kind=r.event.kind,
            date=r.event.date,
            state=AgendaState(r.event.status),
            event=r.event,
            reports=r.reports,
            chain=chains.get(r.event.id),
        )
        for r in awaited
    )


def _is_awaited(event: Event, day: date) -> bool:
    if event.kind is not Kind.MEETING or event.status not in TO_COME:
        return False
    if event.date is not None:
        return _ends_on_or_after(event_facets(event), day)
    spoken = [s.published.end for s in event.history if s.published and s.published.end]
    return not spoken or max(spoken) >= day - timedelta(days=AWAITED_DAYS)


def _ends_on_or_after(facets: Facets, day: date) -> bool:
    return facets.bounds is not None and facets.bounds[1] >= day.isoformat()


def _commitments(here: Standpoint, day: date, most: int | None) -> tuple[AgendaItem, ...]:
    items = s.items.c
    # without a due day the entry is filed under the day that it was said on
    to_come = (
        items.kind == Kind.COMMITMENT,
        items.day_end >= day.isoformat(),
        items.day_is.is_(None),
    )
    names = here.item_ids("entry", *to_come, order=(items.day, items.id), limit=most)
    return tuple(
        AgendaItem(
            id=recorded.id,
            kind=Kind.COMMITMENT,
            date=recorded.entry.due,
            state=AgendaState.DUE,
            event=None,
            reports=(recorded,),
        )
        for recorded in fetch_entries(here.connection, names).values()
        if isinstance(recorded.entry, Commitment) and recorded.entry.due
    )
