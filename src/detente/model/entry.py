"""Entries: what one passage of one document says. The contract is ``gold/GUIDE.md`` of the project.

Each kind is a frozen type of its own. An entry without evidence cannot be built.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from detente.model.errors import EvidenceError
from detente.model.when import DateRange


class Kind(StrEnum):
    """The ten kinds of entries."""

    STATEMENT = "statement"
    MEETING = "meeting"
    INCIDENT = "incident"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
    CONDITION = "condition"
    DEMAND = "demand"
    REFUSAL = "refusal"
    ACCUSATION = "accusation"
    ASSESSMENT = "assessment"


class Mode(StrEnum):
    """How much of a statement's words stand between quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class MeetingStatus(StrEnum):
    """Where a meeting stands by this passage."""

    HELD = "held"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class MeetingFormat(StrEnum):
    """In what way sides meet, by the words of the text; what tells most comes first."""

    INDIRECT = "indirect"  # through a mediator, without sitting together
    VIDEO = "video"
    PHONE = "phone"
    MARGINS = "on the margins"  # beside a larger meeting
    TRILATERAL = "trilateral"
    BILATERAL = "bilateral"


class IncidentStatus(StrEnum):
    """Whether an incident took place by this passage."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    DENIED = "denied"
    THREATENED = "threatened"


class Strength(StrEnum):
    """How firmly a side is bound."""

    PLEDGE = "pledge"
    READINESS = "readiness"
    HOPE = "hope"


class Sign(StrEnum):
    """Whether an assessment sees progress or trouble."""

    GOOD = "+"
    BAD = "-"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, letter by letter: ``text[start:end] == quote``."""

    quote: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not self.quote.strip() or self.start < 0 or self.end - self.start != len(self.quote):
            raise EvidenceError(f"not a passage: {self.quote!r} at {self.start}:{self.end}")

    def check(self, text: str) -> None:
        """Raise ``EvidenceError`` unless the passage slices out of ``text``."""
        if text[self.start : self.end] != self.quote:
            raise EvidenceError(
                f"evidence at {self.start}:{self.end} reads {text[self.start : self.end]!r}, not {self.quote!r}"
            )


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who is meant: id, canonical name and the name of the side. Not in the profile: the id starts with ``~``."""

    id: str
    name: str
    side: str | None = None

    @property
    def listed(self) -> bool:
        """Say whether the actor stands in the profile."""
        return not self.id.startswith("~")


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """Where it happened; coordinates in degrees, WGS 84, ``None`` where not known."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """The secondary label of event data: PLOVER event type and mode."""

    event: str
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people or things in an incident, with its bounds and whose count it is.

    ``None`` is an end that nobody stated: "at least 200" has no upper one.
    """

    what: str
    low: int | None
    high: int | None
    by: str | None = None


Actors = tuple[ActorRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has. ``said_by`` is who stands behind it; empty where the outlet says it itself."""

    kind: ClassVar[Kind]
    document: str
    evidence: tuple[Evidence, ...]
    tracks: tuple[str, ...] = ()
    said_by: Actors = ()
    said_on: DateRange | None = None
    plover: Plover | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(
                f"an entry needs evidence: {type(self).__name__} in {self.document}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entry):
    """A speaker says something about the process."""

    kind = Kind.STATEMENT
    speaker: Actors
    mode: Mode
    cue: str = ""
    place: PlaceRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entry):
    """Two or more sides or persons meet, or are to."""

    kind = Kind.MEETING
    status: MeetingStatus
    participants: Actors
    date: DateRange | None = None
    place: PlaceRef | None = None
    mediator: Actors = ()
    level: str | None = None
    format: MeetingFormat | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Entry):
    """Something happened on the ground, or by force or closure."""

    kind = Kind.INCIDENT
    status: IncidentStatus
    by: Actors = ()
    to: Actors = ()
    date: DateRange | None = None
    place: PlaceRef | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Entry):
    """Sides have agreed, signed, declared together or set up a body."""

    kind = Kind.AGREEMENT
    by: Actors = ()
    to: Actors = ()
    date: DateRange | None = None
    place: PlaceRef | None = None
    mediator: Actors = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Entry):
    """A side is bound or open to do something."""

    kind = Kind.COMMITMENT
    by: Actors
    strength: Strength
    to: Actors = ()
    due: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Entry):
    """One thing must come before another. ``gates``: tracks held back; ``requires``: tracks that hold them."""

    kind = Kind.CONDITION
    gates: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    requires_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand(Entry):
    """A side asks that another act."""

    kind = Kind.DEMAND
    by: Actors
    to: Actors = ()
    date: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Entry):
    """A side declines, rejects, rules out or has not answered."""

    kind = Kind.REFUSAL
    by: Actors
    to: Actors = ()
    date: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation(Entry):
    """A side says that another did wrong or failed a duty."""

    kind = Kind.ACCUSATION
    by: Actors
    to: Actors = ()
    date: DateRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Entry):
    """A speaker or the outlet judges how the process or a track goes. ``by`` is empty for the outlet."""

    kind = Kind.ASSESSMENT
    sign: Sign
    by: Actors = ()


ENTRY_TYPES: dict[Kind, type[Entry]] = {
    t.kind: t
    for t in (
        Statement,
        Meeting,
        Incident,
        Agreement,
        Commitment,
        Condition,
        Demand,
        Refusal,
        Accusation,
        Assessment,
    )
}
