"""The timeline: a lane for each track or actor, each thing a mark, or crowds of them where there are many."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from detente import query
from detente.model.codec import Json
from detente.model.entry import Kind, MeetingStatus
from detente.model.event import Event
from detente.model.filter import Filter
from detente.query import Crowd, TimelineItem
from detente.web.address import Address
from detente.web.answer import Answer, Asked, Page, Rows, rows_of
from detente.web.lines import COLUMNS, Line, line, line_rows
from detente.web.pages.timeline_chart import (
    SHAPES,
    SIGNS,
    Dot,
    Heap,
    Mark,
    crowds_chart,
    marks_chart,
)
from detente.web.pages.timeline_clusters import Cluster, clusters

SHOWN = (Kind.MEETING, Kind.INCIDENT, Kind.AGREEMENT, Kind.COMMITMENT, Kind.REFUSAL)
MOST = 250  # marks; more are counted
STRETCHES = 36  # of a crowded timeline
LEAST_DAYS = 14  # of a window
RECENT_DAYS = 365  # of the window that is shown where none is asked for
EARLY = 5  # things at most that lie long before all others
LONG_BEFORE = 730  # days
CROWD_COLUMNS = ("id", "track", "kind", "first", "last", "count")
LANES = (("tracks", "tracks"), ("actors", "actors"))


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown, both included."""

    first: date
    last: date

    def changed(self, *, length: float = 1.0, move: float = 0.0) -> "Window":
        """Return a window so many times as long, moved by a part of its length."""
        days = max((self.last - self.first).days, 1)
        half = max(int(days * length / 2), LEAST_DAYS // 2)
        middle = self.first.toordinal() + days // 2 + int(days * move)
        low, high = date.min.toordinal(), date.max.toordinal()
        first, last = (min(max(day, low), high) for day in (middle - half, middle + half))
        return Window(date.fromordinal(first), date.fromordinal(last))


def answer(asked: Asked) -> Answer:
    """Show the lanes between two days."""
    address = asked.address
    where = replace(address.filter, kinds=address.filter.kinds or SHOWN)
    lanes = address.choice("lanes", (name for name, _ in LANES))
    windows = _windows(asked, where)
    window = windows[0] if windows else None
    dense, before = _dense(asked, where, windows[1]) if windows else (None, 0)
    values: dict[str, Any] = {
        "window": window,
        "lane_choices": LANES,
        "kinds_shown": where.kinds,
        "legend": [(SIGNS[SHAPES[kind]], kind) for kind in where.kinds],
        "moves": _moves(address, window, windows[1], dense) if windows and window else {},
        "before": before,
        "dense": dense,
        "chart": None,
        "lines": (),
        "crowds": (),
        "heaped": False,
    }
    items: tuple[TimelineItem, ...] = ()
    if window:
        since, until = where.since or window.first, where.until or window.last
        inside = replace(where, since=max(since, window.first), until=min(until, window.last))
        if (query.count_dated(asked.ledger, inside, most=MOST + 1) or 0) > MOST:
            return _crowded(asked, inside, window, values)
        items = query.timeline(asked.ledger, inside)
        marks = list(_marks(asked, items, lanes))
        if marks:
            heaps = _heaps(asked.address, marks, window, lanes)
            order = _order(asked, lanes)
            chart = marks_chart(marks, window.first, window.last, order, heaps=heaps)
            values |= {"chart": chart, "heaped": bool(heaps)}
        values["lines"] = tuple(map(line, items))
    rows = line_rows(items, asked) if items else Rows(columns=COLUMNS, cells=(), shapes=())
    return Answer(template="timeline.html", title="Timeline", rows=rows, values=values)


def _windows(asked: Asked, where: Filter) -> tuple[Window, Window] | None:
    """Return the days that are asked for, or else the last year, and all days that the record tells of."""
    found = query.span(asked.ledger, replace(where, since=None, until=None))
    if found is None:
        return None
    if asked.address.window:
        return Window(*asked.address.window), Window(*found)
    last = where.until or found[1]
    recent = max(found[0], last - timedelta(days=min(RECENT_DAYS, last.toordinal() - 1)))
    first = where.since or (found[0] if where.until else recent)
    return Window(min(first, last), last), Window(*found)


def _dense(asked: Asked, where: Filter, everything: Window) -> tuple[Window, int]:
    """Return all days but for the years before the first things that follow each other, and how much lies there."""
    anyday = replace(where, since=None, until=None)
    first = query.timeline(asked.ledger, anyday, limit=EARLY + 1)
    starts = sorted(day for item in first if (day := item.date.start or item.date.end))
    for before in range(len(starts) - 1, 0, -1):
        if (starts[before] - starts[before - 1]).days > LONG_BEFORE:
            return replace(everything, first=starts[before]), before
    return everything, 0


def _moves(
    address: Address, window: Window, everything: Window, dense: Window | None
) -> Mapping[str, str]:
    """Return the addresses of other windows, by what leads there."""
    others = {
        "in": window.changed(length=0.5),
        "out": window.changed(length=2),
        "back": window.changed(move=-0.5),
        "on": window.changed(move=0.5),
        "all": dense or everything,
        "whole": everything,
    }
    return {
        name: address.here(window=f"{w.first}/{w.last}", item=None) for name, w in others.items()
    }


def _crowded(asked: Asked, where: Filter, window: Window, values: dict[str, Any]) -> Answer:
    """Show how many things there are, track by track, each crowd opening on its own days."""
    found = query.crowds(
        asked.ledger, where, first=window.first, last=window.last, stretches=STRETCHES
    )
    names = {t.id for t in asked.ledger.process.tracks}
    shown = tuple(c for c in found if c.track in names)
    dots = [Dot(crowd=c, href=_opening(asked.address, c)) for c in shown]
    chart = crowds_chart(dots, window.first, window.last, _order(asked, "tracks"))
    return Answer(
        template="timeline.html",
        title="Timeline",
        rows=rows_of(CROWD_COLUMNS, shown, _crowd_cells, _crowd_shape),
        values=values | {"chart": chart, "crowds": dots},
    )


def _opening(address: Address, crowd: Crowd) -> str:
    return address.here(
        track=crowd.track, kind=crowd.kind, window=f"{crowd.first}/{crowd.last}", item=None
    )


def _crowd_cells(crowd: Crowd) -> tuple[object, ...]:
    return (crowd_id(crowd), crowd.track, crowd.kind, crowd.first, crowd.last, crowd.count)


def _crowd_shape(crowd: Crowd) -> Json:
    days = {"first": crowd.first.isoformat(), "last": crowd.last.isoformat()}
    return {"track": crowd.track, "kind": crowd.kind, **days, "count": crowd.count}


def crowd_id(crowd: Crowd) -> str:
    """Name a crowd."""
    return f"{crowd.track}-{crowd.kind}-{crowd.first}"


def _heaps(address: Address, marks: Sequence[Mark], window: Window, lanes: str) -> list[Heap]:
    """Gather the marks that would lie on each other."""
    return [
        Heap(
            lane=each.lane,
            kind=each.kind,
            day=each.day,
            members=each.members,
            label=f"{each.label}: {_what_opens(each)}",
            href=_opening_heap(address, each, lanes),
        )
        for each in clusters(marks, window.first, window.last)
    ]


def _what_opens(heap: Cluster) -> str:
    return "opens the list of that day" if heap.first == heap.last else "opens on these days"


def _opening_heap(address: Address, heap: Cluster, lanes: str) -> str:
    """Return the stretch in which the marks stand apart; those of one day never do, and are listed."""
    if heap.first == heap.last:
        lane = {"track" if lanes == "tracks" else "by": heap.lane}
        day = str(heap.first)
        return address.to("/chronology", kind=heap.kind, **{"from": day, "to": day}, **lane)
    near = Window(heap.first, heap.last).changed(length=1.3)
    return address.here(window=f"{near.first}/{near.last}", item=None)


def _order(asked: Asked, lanes: str) -> list[str]:
    process, wanted = asked.ledger.process, asked.address.filter.tracks
    if lanes == "tracks":
        return [t.name for t in process.tracks if not wanted or t.id in wanted]
    names = {a.id: a.name for a in process.actors}
    return [names[i] for i in (*process.parties, *process.mediators) if i in names]


def _marks(asked: Asked, items: Sequence[TimelineItem], lanes: str) -> Iterator[Mark]:
    """Make the marks of each item, one in every lane that it belongs to."""
    order = set(_order(asked, lanes))
    names = {t.id: t.name for t in asked.ledger.process.tracks}
    for item in items:
        told = line(item)
        of_tracks = (names.get(track, track) for track in told.tracks)
        found = of_tracks if lanes == "tracks" else _sides(item)
        href = asked.address.here(item=item.id)
        for lane in dict.fromkeys(name for name in found if name in order):
            mark = _mark(told, item, lane, href)
            yield from _put_off(item.event, mark)
            yield mark


def _mark(told: Line, item: TimelineItem, lane: str, href: str) -> Mark:
    start = item.date.start or item.date.end
    end = item.date.end or item.date.start
    assert start is not None and end is not None  # noqa: S101, PT018 - a range has an end at least
    said = told.told.entry.said_on if item.kind is Kind.COMMITMENT else None
    words = " ".join(filter(None, (str(item.date), item.kind, told.status, told.who)))
    return Mark(
        lane=lane,
        kind=item.kind,
        start=start,
        end=end,
        said=said.end if said else None,
        planned=told.status in PLANNED,
        crossed=told.status in OFF,
        label=f"{words}: {told.told.sentence[:120]}",
        href=href,
    )


def _put_off(event: Event | None, kept: Mark) -> Iterator[Mark]:
    """Mark the days that a meeting was set for before it had the one that it has."""
    if event is None or event.date is None or event.kind is not Kind.MEETING:
        return
    planned = (s.date.day for s in event.history if s.date and s.status == MeetingStatus.SCHEDULED)
    for day in dict.fromkeys(planned):
        if day and not kept.start <= day <= kept.end:
            label = f"{day} appointment that was moved to {kept.label}"
            yield replace(
                kept,
                start=day,
                end=day,
                planned=True,
                crossed=True,
                moved_to=kept.start,
                label=label,
            )


OFF = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})
PLANNED = frozenset(
    {"scheduled", "proposed", "postponed", "cancelled", "threatened", "pledge", "readiness", "hope"}
)


def _sides(item: TimelineItem) -> Iterator[str]:
    things: list[object] = [item.event] if item.event else [r.entry for r in item.reports]
    for thing in things:
        for field in ("participants", "by", "to", "mediator", "speaker"):
            for actor in getattr(thing, field, ()):
                yield from filter(None, (actor.side, actor.name))


PAGE = Page(path="/timeline", title="Timeline", answer=answer, key="t", takes=("lanes", "window"))
