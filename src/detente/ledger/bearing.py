"""What of the record bears on where the tracks stand: of each sort the latest, so that its size does not matter.

The rules ask for the last of each sort, or for those of some weeks, and name them; how many can be named is
set here. Happenings count by their day, also those to come; what was put off or goes on by when it was last
told; words by when they were published.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, or_, select

from detente.ledger import schema as s
from detente.ledger.actor_names import load_actor_names
from detente.ledger.facets import entry_facets, event_facets
from detente.ledger.neighbours import StoredHeads, StoredReports
from detente.ledger.parts import in_parts
from detente.ledger.view_codec import history_from_text
from detente.ledger.view_rows import Row, iso
from detente.lexicon.grounds import closes, opens
from detente.model.entry import Condition, IncidentStatus, Kind, MeetingStatus, Sign, Statement
from detente.model.event import HAPPENINGS, Event, Report
from detente.model.identity import slug

MOST = 12  # of what a rule names one by one
MOST_OPEN = 24  # of promises and conditions, which stay open for long
MOST_LATEST = 4  # of what a rule asks for the last of; not each bears on the track by its words
MOST_WORDS = 3  # of what counts as a word that was said, and as nothing more
MOST_TOLD = 6  # reports of one event, the latest: its words are asked for, not its whole history
ANYWHERE = 2  # times as many of what happened on other tracks: force among much else
PLAN_DAYS = 62  # a plan for a longer range is none that is waited for
MOST_EARLIER = 3  # of that day only the word for the track is asked
NO_TRACK = ""  # where talks stand that name no subject
ANY_TRACK = "*"  # where all meetings, agreements and deeds stand: some bear on a track that they do not name
WORDS = "words"  # of a side, by its key
STATES = {"closing": closes, "opening": opens}  # of a way: what lasts until the other is told

_SAID, _TOLD = "said ", "told "
_OPEN = frozenset({f"{_SAID}{kind} " for kind in (Kind.COMMITMENT, Kind.CONDITION)})
_NAMED = frozenset(
    {f"{_SAID}{Kind.REFUSAL} ", f"{_SAID}{Kind.ASSESSMENT} {Sign.GOOD}"}
    | {f"{_TOLD}{state}" for state in STATES}
    | {f"{Kind.INCIDENT} {status}" for status in (IncidentStatus.HAPPENED, IncidentStatus.ONGOING)}
    | {f"{Kind.MEETING} {MeetingStatus.HELD}", f"{Kind.AGREEMENT} agreed"}
)
_ASKED_FOR = frozenset({f"{_SAID}{Kind.ASSESSMENT} {Sign.BAD}"})
_PLANNED = f"{Kind.MEETING} {MeetingStatus.SCHEDULED}"
_BY_TELLING = frozenset({"postponed", "cancelled", "ongoing"})

_NEXT_SORT = "SELECT min(sort) FROM track_items WHERE track = ? AND sort > ?"
_LATEST = (
    "SELECT item FROM track_items WHERE track = ? AND sort = ? AND moment <= ? "
    "ORDER BY moment DESC, item LIMIT ?"
)
_STILL_DUE = (
    "SELECT item FROM track_items JOIN items ON number = item WHERE track = ? AND sort = ? "
    "AND moment BETWEEN ? AND ? AND day_end >= ? ORDER BY moment DESC, item LIMIT ?"
)
_COMING = (
    "SELECT item FROM track_items WHERE track = ? AND sort = ? AND moment >= ? "
    "ORDER BY moment, item LIMIT ?"
)


def event_bearings(event: Event, item: int) -> Iterator[Row]:
    """Yield on which tracks what happened bears, as what, and by which day."""
    if event.kind not in HAPPENINGS:
        return  # of what is said or promised each report bears by itself
    told = max((p.end for step in event.history if (p := step.published) and p.end), default=None)
    day = event_facets(event).sort_day
    moment = iso(told) if event.status in _BY_TELLING else day or iso(told)
    if moment:
        sort = f"{event.kind} {event.status}"
        for track in (*(event.tracks or (NO_TRACK,)), ANY_TRACK):
            yield {"track": track, "sort": sort, "moment": moment, "item": item}


def entry_bearings(report: Report, item: int) -> Iterator[Row]:
    """Yield on which tracks the words of an entry bear, as what, and by which day."""
    entry, when = report.entry, report.document.published
    published = (when.end or when.start) if when else None
    moment = iso(published) or entry_facets(entry, None).sort_day
    if not moment:
        return
    tracks = {*entry.tracks, *(entry.gates if isinstance(entry, Condition) else ())}
    sort = f"{_SAID}{entry.kind} {getattr(entry, 'sign', '')}"
    if entry.kind is Kind.INCIDENT:
        words = " ".join(e.quote for e in entry.evidence).casefold()
        state = next((name for name, tells in STATES.items() if tells(words)), None)
        if state is None:
            return
        tracks, sort = {*tracks, ANY_TRACK}, f"{_TOLD}{state}"
    for track in sorted(tracks):
        yield {"track": track, "sort": sort, "moment": moment, "item": item}
    if isinstance(entry, Statement):
        for side in {slug(a.side or a.name) for a in (*entry.speaker, *entry.said_by)}:
            for track in sorted(entry.tracks):
                name = words_on(track, side)
                yield {"track": name, "sort": WORDS, "moment": moment, "item": item}


def words_on(track: str, side: str) -> str:
    """Name under what the words of a side on a track stand, beside what bears on the track."""
    return f"{track} {side}"


class Bearings:
    """What the stored views hold on the tracks, each thing read once."""

    def __init__(self, connection: Connection, day: date, *, earlier: date) -> None:
        self._connection = connection
        self._day = day
        self._earlier = earlier
        self._events: dict[int, Event] = {}
        heads = StoredHeads(connection, ledes=False)
        self._reports = StoredReports(connection, load_actor_names(connection), heads)

    def on(
        self, track: str, *, untold: bool, afar: bool
    ) -> tuple[tuple[Event, ...], tuple[Report, ...]]:
        """Read the events and reports that say where a track stands, and where it stood on the earlier day.

        ``untold``: with talks that name no subject; ``afar``: with what happened on other tracks.
        """
        items: set[int] = set()
        for name in (track, *((NO_TRACK,) * untold), *((ANY_TRACK,) * afar)):
            items |= self._latest(name)
        events = self._load_events({i for i in items if i < 0})
        names = _names(self._connection, sorted(i for i in items if i > 0))
        return events, self._reports.load(names | _told_with(self._connection, events))

    def _latest(self, track: str) -> set[int]:
        items: set[int] = set()
        run = self._connection.exec_driver_sql
        for sort in _sorts(self._connection, track):
            most = _most(sort) * (ANYWHERE if track == ANY_TRACK else 1)
            for day, limit in ((self._day, most), (self._earlier, min(most, MOST_EARLIER))):
                bounds = (track, sort, day.isoformat(), limit)
                if sort == _PLANNED:  # what is over and was not told to be held bears on nothing
                    began = (day - timedelta(days=PLAN_DAYS)).isoformat()
                    due = (track, sort, began, day.isoformat(), day.isoformat(), limit)
                    items.update(run(_STILL_DUE, due).scalars())
                else:
                    items.update(run(_LATEST, bounds).scalars())
                if sort.startswith(Kind.MEETING):
                    items.update(run(_COMING, bounds).scalars())
        return items

    def _load_events(self, numbers: set[int]) -> tuple[Event, ...]:
        i, e = s.items.c, s.events.c
        query = select(i.number, e.body).join_from(s.items, s.events, e.id == i.id)
        for part in in_parts(sorted(numbers - self._events.keys())):
            for number, body in self._connection.execute(query.where(i.number.in_(part))):
                self._events[number] = history_from_text(body)
        return tuple(self._events[number] for number in sorted(numbers))


def _sorts(connection: Connection, track: str) -> Iterator[str]:
    """Yield the sorts of things on a track, each by a step in the index."""
    sort = connection.exec_driver_sql(_NEXT_SORT, (track, "")).scalar()
    while sort is not None:
        yield sort
        sort = connection.exec_driver_sql(_NEXT_SORT, (track, sort)).scalar()


def _most(sort: str) -> int:
    if sort in _OPEN:
        return MOST_OPEN
    if sort in _NAMED:
        return MOST
    return MOST_WORDS if sort.startswith(_SAID) and sort not in _ASKED_FOR else MOST_LATEST


def _names(connection: Connection, numbers: Sequence[int]) -> set[str]:
    c = s.items.c
    return {
        name
        for part in in_parts(numbers)
        for name in connection.scalars(select(c.id).where(c.number.in_(part)))
    }


def _told_with(connection: Connection, events: Sequence[Event]) -> set[str]:
    """Return the reports of what happened, and what articles on agreements tell of plans to meet and of promises."""
    i = s.items.c
    acts = [e for e in events if e.kind in HAPPENINGS]
    told = {e.id: [step.entry for step in e.history[-MOST_TOLD:]] for e in acts}
    found = {name for names in told.values() for name in names}
    agreed = [n for e in acts if e.kind is Kind.AGREEMENT for n in told[e.id]]
    for part in in_parts(agreed):
        documents = select(i.document).where(i.id.in_(part))
        ahead = (i.kind == Kind.MEETING) & (i.status != MeetingStatus.HELD)
        beside = or_(
            ahead, i.kind == Kind.COMMITMENT
        )  # to disarm is no agreement with the attacker
        found.update(connection.scalars(select(i.id).where(i.document.in_(documents), beside)))
    return found
