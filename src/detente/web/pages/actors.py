"""The actors: who met whom, and each one's offices, spellings, statements and meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from detente import query
from detente.model.codec import Json
from detente.model.entry import ActorRef, Kind, MeetingStatus
from detente.model.event import Event
from detente.query import first_day
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.pages.actors_chart import Pair, pairs_chart
from detente.web.pages.chronology import LISTED, NEWEST, OLDEST, listed
from detente.web.pages.missing import not_found

MOST = 2000  # meetings that are looked through, the latest ones
PAIRS = 100  # that are shown, the most frequent ones
COLUMNS = ("id", "first", "second", "held", "planned", "tracks", "last", "last_event")
KINDS = (("sides", "sides"), ("persons", "persons"))


@dataclass
class _Met:
    """What is known of two who met."""

    held: int = 0
    planned: int = 0
    tracks: tuple[str, ...] = ()
    last: Event | None = None

    def count(self, event: Event) -> None:
        """Count a meeting; the first one counted is the latest."""
        if event.status == MeetingStatus.HELD:
            self.held += 1
        else:
            self.planned += 1
        self.last = self.last or event
        self.tracks = tuple(dict.fromkeys((*self.tracks, *event.tracks)))


def actors(asked: Asked) -> Answer:
    """Show who met whom."""
    address = asked.address
    of = address.choice("of", (name for name, _ in KINDS))
    where = replace(address.filter, kinds=(Kind.MEETING,))
    events = query.latest_events(asked.ledger, where, limit=MOST)
    pairs = tuple(_pairs(events, of))[:PAIRS]
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
    return asked.address.to("/chronology", kind="meeting", by=pair.first, text=None)


def _pairs(events: Sequence[Event], of: str) -> Iterator[Pair]:
    """Return pairs, those who met most often first."""
    met: dict[tuple[str, str], _Met] = {}
    for event in events:
        names = sorted({_name(a, of) for a in (*event.participants, *event.mediator)} - {""})
        for pair in combinations(names, 2):
            met.setdefault(pair, _Met()).count(event)
    for (first, second), found in sorted(
        met.items(), key=lambda p: (-p[1].held, -p[1].planned, p[0])
    ):
        assert found.last is not None  # noqa: S101 - a pair is made of a meeting
        yield Pair(
            first=first,
            second=second,
            held=found.held,
            planned=found.planned,
            tracks=found.tracks,
            last=first_day(found.last),
            event=found.last.id,
        )


def _name(actor: ActorRef, of: str) -> str:
    if of == "sides":
        return actor.side or actor.name
    return actor.name if actor.side and actor.side != actor.name else ""


def _cells(pair: Pair) -> Row:
    return (
        *(f"{pair.first}–{pair.second}", pair.first, pair.second, pair.held, pair.planned),
        *(list(pair.tracks), pair.last, pair.event),
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
    return listed(
        asked,
        where,
        template="actor.html",
        title=name,
        orders=(NEWEST, OLDEST),
        known=known,
        met=_met_by(asked, name),
    )


def _met_by(asked: Asked, name: str) -> tuple[Pair, ...]:
    """Return with whom an actor met most often."""
    where = replace(asked.address.filter, kinds=(Kind.MEETING,), by=(name,))
    events = query.latest_events(asked.ledger, where, limit=MOST)
    of = {
        kind: [p for p in _pairs(events, kind) if name in (p.first, p.second)] for kind, _ in KINDS
    }
    return tuple((of["persons"] or of["sides"])[:10])


ACTORS = Page(
    path="/actors", title="Actors", answer=actors, key="w", uses=without("kind"), takes=("of",)
)
ACTOR = Page(
    path="/actor/{name}",
    title="Actor",
    answer=actor,
    in_menu=False,
    uses=without("by"),
    takes=LISTED,
)
