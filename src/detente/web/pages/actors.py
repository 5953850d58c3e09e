"""The actors: who met whom, and each one's offices, spellings, statements and meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from urllib.parse import urlencode

from detente import query
from detente.export import timeline_shape
from detente.model.codec import Json
from detente.model.entry import ActorRef, Kind, MeetingStatus
from detente.model.event import PLAN_DAYS, Event
from detente.model.filter import Filter
from detente.query import TimelineItem
from detente.web.address import ROWS, without
from detente.web.answer import Answer, Asked, Page, Row, Whole, rows_of
from detente.web.lines import cells_for, grouped, line, line_rows
from detente.web.pages.actors_chart import Pair, pairs_chart
from detente.web.pages.chronology import LISTED, NEWEST, OLDEST, listed
from detente.web.pages.missing import not_found

MOST = 2000  # meetings that are looked through, the latest ones
MOST_OF_ONE = 1000  # of one actor
PAIRS = 100  # that are shown, the most frequent ones
COLUMNS = (
    *("id", "first", "second", "held", "planned", "tracks"),
    *("last_held", "last_held_event", "next", "next_event"),
)
TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)
KINDS = (("sides", "sides"), ("persons", "persons"))


@dataclass
class _Met:
    """What is known of two who met."""

    held: int = 0
    planned: int = 0
    tracks: tuple[str, ...] = ()
    last: Event | None = None
    next: Event | None = None

    def count(self, event: Event, today: date | None) -> None:
        """Count a meeting; the first one counted is the latest."""
        if event.status == MeetingStatus.HELD:
            self.held += 1
            self.last = self.last or event
        else:
            self.planned += 1
        if event.status in TO_COME and _is_ahead(event, today):
            self.next = event
        self.tracks = tuple(dict.fromkeys((*self.tracks, *event.tracks)))


def _is_ahead(event: Event, today: date | None) -> bool:
    """Say whether a meeting is to come: on days that one could go by, not "this year"."""
    when = event.date
    if today is None or when is None or when.start is None or when.end is None:
        return False
    return when.end >= today and (when.end - when.start).days <= PLAN_DAYS


def actors(asked: Asked) -> Answer:
    """Show who met whom, or the meetings of the two who are asked for."""
    address = asked.address
    of = address.choice("of", (name for name, _ in KINDS))
    where = replace(address.filter, kinds=(Kind.MEETING,))
    events = query.latest_events(asked.ledger, where, limit=MOST)
    two = address.values("pair")
    if len(two) == 2:
        both = [e for e in events if set(two) <= set(_names(e, of))]
        return _meetings(asked, where, both, two)
    pairs = tuple(_pairs(events, of, _today(asked)))[:PAIRS]
    hrefs = [_meetings_of(asked, pair) for pair in pairs]
    return Answer(
        template="actors.html",
        title="Actors",
        rows=rows_of(COLUMNS, pairs, _cells, _shape),
        values={
            "pairs": tuple(zip(pairs, hrefs, strict=True)),
            "of_choices": KINDS,
            "chart": pairs_chart(pairs, hrefs) if pairs else None,
            "cut": len(events) == MOST,
            "most": MOST,
            "known": {a.name: a.id for a in asked.ledger.process.actors},
        },
    )


def _meetings_of(asked: Asked, pair: Pair) -> str:
    """Write the address of the meetings of both."""
    two = urlencode([("pair", pair.first), ("pair", pair.second)])
    here = asked.address.here(pair=None, item=None, page=None)
    return f"{here}{'&' if '?' in here else '?'}{two}"


def _meetings(asked: Asked, where: Filter, events: Sequence[Event], two: tuple[str, ...]) -> Answer:
    """Show one page of the meetings of two, the latest first."""
    offset = asked.address.offset
    items = _items(asked, where, events[offset : offset + ROWS])
    lines = tuple(line(item) for item in items)
    held = sum(e.status == MeetingStatus.HELD for e in events)
    return Answer(
        template="pair.html",
        title=f"{two[0]} and {two[1]}",
        rows=line_rows(items, asked),
        more=len(events) > offset + ROWS,
        whole=Whole(
            things=lambda: iter(_items(asked, where, events)),
            cells=cells_for(asked),
            shape=timeline_shape,
            count=len(events),
        ),
        values={
            "groups": tuple(grouped(lines, "month")),
            "empty_what": "No meeting of these two here.",
            "held": held,
            "planned": len(events) - held,
        },
    )


def _items(asked: Asked, where: Filter, events: Sequence[Event]) -> list[TimelineItem]:
    """Make the lines of meetings."""
    today = _today(asked)
    told = query.told_events(asked.ledger, where, events)
    return [
        TimelineItem(
            id=t.event.id,
            kind=t.event.kind,
            date=when,
            event=t.event,
            reports=t.reports,
            unheard=t.event.status in TO_COME and bool(today and when.end and when.end < today),
        )
        for t in told
        if (when := t.event.date or t.event.was_due)
    ]


def _today(asked: Asked) -> date | None:
    return asked.address.filter.as_of or query.reckoned_on(asked.ledger)


def _names(event: Event, of: str) -> list[str]:
    return sorted({_name(a, of) for a in (*event.participants, *event.mediator)} - {""})


def _pairs(events: Sequence[Event], of: str, today: date | None) -> Iterator[Pair]:
    """Return pairs, those who met most often first."""
    met: dict[tuple[str, str], _Met] = {}
    for event in events:
        for pair in combinations(_names(event, of), 2):
            met.setdefault(pair, _Met()).count(event, today)
    for (first, second), found in sorted(
        met.items(), key=lambda p: (-p[1].held, -p[1].planned, p[0])
    ):
        yield Pair(
            first=first,
            second=second,
            held=found.held,
            planned=found.planned,
            tracks=found.tracks,
            last=found.last,
            next=found.next,
        )


def _name(actor: ActorRef, of: str) -> str:
    if of == "sides":
        return actor.side or actor.name
    return actor.name if actor.side and actor.side != actor.name else ""


def _cells(pair: Pair) -> Row:
    return (
        *(f"{pair.first}–{pair.second}", pair.first, pair.second, pair.held, pair.planned),
        list(pair.tracks),
        *(v for e in (pair.last, pair.next) for v in (str(e.date) if e else None, e and e.id)),
    )


def _shape(pair: Pair) -> Json:
    return dict(zip(COLUMNS[1:], _cells(pair)[1:], strict=True))


def actor(asked: Asked) -> Answer:
    """Show one actor of the profile, or a name that only the articles know."""
    known = next((a for a in asked.ledger.process.actors if a.id == asked.name), None)
    name = known.name if known else asked.name.removeprefix("~").replace("-", " ")
    where = replace(asked.address.filter, by=(known.name if known else asked.name,))
    if known is None and not query.entries(asked.ledger, where, limit=1):
        return not_found(f"Neither the profile nor an article knows “{asked.name}”.")
    met, cut = _met_by(asked, name)
    return listed(
        asked,
        where,
        template="actor.html",
        title=name,
        orders=(NEWEST, OLDEST),
        known=known,
        met=met,
        met_among=MOST_OF_ONE if cut else None,
    )


def _met_by(asked: Asked, name: str) -> tuple[tuple[Pair, ...], bool]:
    """Return with whom an actor met most often, and whether only the latest meetings were looked through."""
    where = replace(asked.address.filter, kinds=(Kind.MEETING,), by=(name,))
    events = query.latest_events(asked.ledger, where, limit=MOST_OF_ONE)
    today = _today(asked)
    of = {
        kind: [p for p in _pairs(events, kind, today) if name in (p.first, p.second)]
        for kind, _ in KINDS
    }
    return tuple((of["persons"] or of["sides"])[:10]), len(events) == MOST_OF_ONE


ACTORS = Page(
    path="/actors",
    title="Actors",
    answer=actors,
    key="w",
    uses=without("kind"),
    takes=("of", "pair"),
)
ACTOR = Page(
    path="/actor/{name}",
    title="Actor",
    answer=actor,
    in_menu=False,
    uses=without("by"),
    takes=LISTED,
)
