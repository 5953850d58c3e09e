"""Events: what happened, once, with all its reports; and where a track stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.entry import Actors, Entry, Kind, PlaceRef
from detente.model.when import DateRange

PLAN_DAYS = 31  # "this year" is no plan that could take the place of one that was put off
LEDE_LETTERS = 1500  # of a text: what it is about stands there

# what the lists of events hold; a promise with all its mentions is an event besides
HAPPENINGS = frozenset({Kind.MEETING, Kind.INCIDENT, Kind.AGREEMENT})

# those who speak for a side as a whole: what they meet about bears on the process as such
HIGH_LEVELS = frozenset({"leaders", "foreign ministers"})

# what somebody said, once: an event only where two reports tell of it, since a single one says it all
UTTERANCES = frozenset({Kind.STATEMENT})


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What of a document matters once it is read. Near copies of one text share a ``copy_group``.

    ``lede`` is the beginning of the text where merging asks for it, else empty.
    """

    id: str
    outlet: str | None = None
    published: DateRange | None = None
    copy_group: str | None = None
    title: str | None = None
    source: str = ""
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    published_basis: str = ""
    url: str | None = None
    language: str | None = None
    lede: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An entry with its id and the head of the document that it stands in."""

    id: str
    entry: Entry
    document: DocumentHead


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on whether two entries tell of the same happening, or two articles report the same news."""

    first: str  # entry id, or document id
    second: str
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one named feature says of a pair of reports, or of articles: a weight, and the reason in words."""

    feature: str
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports, or two articles of a story, that were joined, and why."""

    first: str  # entry id, or document id
    second: str
    score: float
    features: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an event: its status and date by one report."""

    status: str
    date: DateRange | None
    said_by: Actors
    entry: str
    outlet: str | None
    published: DateRange | None


def is_plan(told: DateRange | None, when: DateRange | None) -> bool:
    """Say whether what was told to be scheduled has days, and days that lay ahead.

    To agree on "a new date" is no new plan, nor is "had been scheduled for June 12" on the 14th.
    """
    if when is None or when.start is None or when.end is None:
        return False
    over = bool(told and told.start and when.end < told.start)
    return not over and _width(when) <= PLAN_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening. ``support`` counts independent outlets, copies of one text folded.

    A commitment with all its mentions is one too: ``by`` is bound, ``date`` is when it is due, ``status``
    how firm it was told last. So is an utterance that is told again: ``by`` are those who speak.
    """

    id: str
    kind: Kind
    status: str
    date: DateRange | None
    place: PlaceRef | None
    participants: Actors = ()
    by: Actors = ()
    to: Actors = ()
    mediator: Actors = ()
    tracks: tuple[str, ...] = ()
    support: int = 1
    outlets: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    history: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """Return what it is made of: its entries."""
        return self.entries

    @property
    def was_due(self) -> DateRange | None:
        """Return the day that a meeting had before it was put off: it has none now, and is looked for there."""
        if self.status != "postponed" or self.date is not None:
            return None
        off = [s.date for s in self.history if s.date and s.status == self.status]
        dated = off or [s.date for s in self.history[::-1] if s.date]
        return min(dated, key=_width, default=None) if off else next(iter(dated), None)


def _width(when: DateRange) -> int:
    return (when.end - when.start).days if when.start and when.end else date.max.toordinal()


class Arrow(StrEnum):
    """Which way a track has gone in thirty days."""

    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackStatus:
    """Where a track stands on a day, the rule that says so, and the entries and events that it rests on."""

    track: str
    name: str
    status: str
    since: date | None
    rule: str
    events: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    last_meeting: str | None = None  # event id
    next_meeting: str | None = None
    last_agreement: str | None = None
    last_refusal: str | None = None  # entry id
    open_commitments: tuple[str, ...] = ()  # entry ids
    open_conditions: tuple[str, ...] = ()
    arrow: Arrow | None = None  # nothing where either word is "unknown"
    arrow_rule: str = ""
    arrow_events: tuple[str, ...] = ()  # what the earlier word rested on
    arrow_entries: tuple[str, ...] = ()
