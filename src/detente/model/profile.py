"""What is known of a process beforehand: its parties, people, places, outlets and tracks."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of actor a profile lists."""

    SIDE = "side"  # a state, a movement, an organisation that acts in its own name
    BODY = "body"  # a ministry, an army, a palace: stands for its side
    PERSON = "person"
    GROUP = "group"  # several sides at once: "the Minsk Group co-chairs"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held from ``start`` to ``end`` (``None``: open), both days included."""

    title: str
    side: str
    start: date | None = None
    end: date | None = None

    def held_on(self, day: date) -> bool:
        """Say whether the office was held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, side, body or group with every spelling of its name.

    ``side`` is the name of the side that it belongs to (of a side its own name, unless it is an agency of another). ``members`` are the
    ids of the sides that a group stands for. ``adjectives`` are "Armenian", "Azeri": words that point to a side.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    members: tuple[str, ...] = ()
    gender: str | None = None  # "f", "m" of a person, where the profile tells

    @property
    def names(self) -> tuple[str, ...]:
        """Return the canonical name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with each side's name for it. ``seat_of`` is the id of the side whose government sits there."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "city"
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    seat_of: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the canonical name and every alias."""
        return (self.name, *self.aliases)


class Hurt(StrEnum):
    """What on the ground bears on a track."""

    FORCE = "force"
    CLOSURE = "closure"
    FLIGHT = "flight"


@dataclass(frozen=True, slots=True)
class Track:
    """A strand of the talks. ``cues`` are words or phrases; a trailing ``*`` matches any ending.

    ``between``: the ids of the two sides whose relations the track is, where it is one of that sort.
    ``hurt_by``: what the parties do on the ground that bears on this track even where a text does not say so.
    """

    id: str
    name: str
    definition: str
    cues: tuple[str, ...]
    between: tuple[str, ...] = ()
    hurt_by: tuple[Hurt, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher with its spellings and the domains of its pages."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    kind: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the canonical name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class ContestedTerm:
    """One thing that the sides call by different words."""

    thing: str
    terms: tuple[tuple[str, str], ...]  # (word, who uses it)


@dataclass(frozen=True, slots=True)
class Process:
    """A process profile, as read from its folder. ``parties`` and ``mediators`` are ids of actors."""

    id: str
    name: str
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    main_track: str | None = None  # where talks belong that name no subject
    tracks: tuple[Track, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    contested: tuple[ContestedTerm, ...] = ()
    known_days: tuple[date, ...] = ()  # what texts name without the year: "the October 7 attack"
    digest: str = field(default="", compare=False)  # hash of the profile's files

    def __hash__(self) -> int:
        """Hash the name and the files: what is made of a profile once is looked up for each article."""
        return hash((self.id, self.digest))
