"""What of a report counts when it is held against another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from zlib import crc32

from detente.lexicon.content import acts_of_force, stems, words_of_promising
from detente.merge.telling import (
    AHEAD,
    ONGOING,
    Told,
    actors_of,
    borne_out,
    day_of,
    place_of,
    side_of,
    status_of,
)
from detente.merge.topics import Topic, known_names, tells_news, topic_of
from detente.merge.wording import formats_in
from detente.model.entry import (
    Actors,
    Commitment,
    Incident,
    Kind,
    Meeting,
    Mode,
    PlaceRef,
    Statement,
)
from detente.model.event import Report
from detente.model.profile import Process
from detente.model.when import DateRange

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPOKEN = re.compile(r"[\w'-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")

LASTING_DAYS = 60  # what goes on by one report is looked for in those of the next two months
PRESUMED_DAYS = 45  # an undated passage tells of what lies about that near to its publication
ROUGHLY_DAYS = 31  # a longer range is a year or a season, of which a part can be over
ROW = 4  # words, small ones counted, by which two passages may be the same words
REPEATED_DAYS = 366  # a promise of which nobody spoke for a year is a new one


@dataclass(frozen=True, slots=True)
class Traits:
    """A report made ready for comparison. ``sides`` are names; days are ordinals, both ends included.

    ``names`` are the stems of a promise that stand in listed names; of other kinds ``stems`` has none of these.

    Of a commitment the sides are those who are bound, ``towards`` those to whom, and the days are when
    it is due.

    Where a report names actors of the profile (``listed``) its other actors are no ``sides``: they often
    stand for the same ("the two delegations").
    ``news`` says whether the passage tells what its article is about, and not its background.
    ``first`` and ``last`` bound the day of the happening, or are ``None`` where the passage gives none.
    ``window`` is the same, or what the day of publication lets one presume.
    """

    report: Report
    told: Told
    kind: Kind
    status: str
    sides: frozenset[str]
    listed: bool
    parties: frozenset[str]
    guests: frozenset[str]
    mediators: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    place: PlaceRef | None
    level: str | None
    first: int | None
    last: int | None
    window: tuple[int, int] | None
    words: str
    stems: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = field(default=frozenset())
    towards: frozenset[str] = field(default=frozenset())
    said: Mapping[str, str] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    rows: frozenset[int] = field(default=frozenset())
    headline: frozenset[str] = field(default=frozenset())
    topic: Topic = field(default_factory=Topic)
    news: bool = True
    acts: Mapping[str, str] = field(default_factory=dict)
    formats: frozenset[str] = field(default=frozenset())
    round: int | None = None
    numbers: frozenset[str] = field(default=frozenset())

    @property
    def id(self) -> str:
        """Return the id of the entry."""
        return self.report.id

    @property
    def dated(self) -> bool:
        """Say whether the passage gives a day or bounds of it."""
        return self.first is not None

    @property
    def published(self) -> int | None:
        """Return the earliest day of publication as an ordinal."""
        when = self.report.document.published
        day = (when.start or when.end) if when else None
        return day.toordinal() if day else None


def quoted(one: Traits) -> bool:
    """Say whether some words at least of a statement stand between quotation marks."""
    return isinstance(one.told, Statement) and one.told.mode is not Mode.INDIRECT


@dataclass(frozen=True, slots=True)
class Background:
    """What the profile lists: the ``parties`` between which it runs, its ``mediators``, and the stems of all names."""

    parties: frozenset[str]
    mediators: frozenset[str]
    names: frozenset[str]


@lru_cache(8)
def background_of(process: Process | None) -> Background:
    """Gather what a profile tells of the names in its articles."""
    actors = process.actors if process else ()
    parties = process.parties if process else ()
    mediators = process.mediators if process else ()
    return Background(
        parties=frozenset(a.side or a.name for a in actors if a.id in parties),
        mediators=frozenset(a.side or a.name for a in actors if a.id in mediators),
        names=known_names(process),
    )


def read_traits(report: Report, entry: Told, *, background: Background) -> Traits:
    """Gather the traits of one report."""
    listed = tuple(a for a in actors_of(entry) if a.listed)
    sides = frozenset(map(side_of, listed or actors_of(entry)))
    words = " ".join(e.quote for e in entry.evidence).casefold()
    spoken = tuple(_SPOKEN.findall(words.replace("’", "'")))
    first, last = _ahead(report, entry)
    return Traits(
        report=report,
        told=entry,
        kind=entry.kind,
        status=borne_out(report, entry),
        sides=sides,
        listed=bool(listed),
        parties=sides & background.parties,
        guests=sides - background.parties - background.mediators,
        mediators=frozenset(map(side_of, getattr(entry, "mediator", ()))),
        persons=_persons(actors_of(entry)),
        place=place_of(entry),
        level=entry.level if isinstance(entry, Meeting) else None,
        first=first,
        last=last,
        window=_window_of(report, entry, (first, last)),
        words=words,
        stems=_stems(entry, words, background.names),
        names=background.names.intersection(stems(words)),
        said=stems(words),
        spoken=spoken,
        rows=rows_of(spoken, ROW) if isinstance(entry, Statement) else frozenset(),
        headline=frozenset(stems(report.document.title or "")),
        topic=topic_of(report.document, background.names),
        news=tells_news(report.document, entry.evidence[0].start, stems(words), background.names),
        acts=_acts(words) if isinstance(entry, Incident) else {},
        towards=frozenset(map(side_of, entry.to)) if isinstance(entry, Commitment) else frozenset(),
        formats=formats_in(words) if isinstance(entry, Meeting) else frozenset(),
        round=entry.round if isinstance(entry, Meeting) else None,
        numbers=_numbers(words),
    )


def _stems(entry: Told, words: str, names: frozenset[str]) -> Mapping[str, str]:
    """Return what the passage is about: no listed name; of a promise not who is bound, nor "ready to"."""
    if not isinstance(entry, Commitment):
        return {s: word for s, word in stems(words).items() if s not in names}
    bound = " ".join(name for a in entry.by for name in (a.name, a.side) if name)
    known = words_of_promising().union(stems(bound))
    return {s: word for s, word in stems(words).items() if s not in known}


def rows_of(spoken: Sequence[str], length: int) -> frozenset[int]:
    """Return the rows of so many words that a passage has, each as a number."""
    starts = range(len(spoken) - length + 1)
    return frozenset(
        crc32(" ".join(spoken[i : i + length]).encode("utf-8", "surrogatepass")) for i in starts
    )


def _numbers(words: str) -> frozenset[str]:
    """Return the numbers of a passage that are no years."""
    found = (n.replace(",", "") for n in _NUMBER.findall(words))
    return frozenset(n for n in found if not _YEAR.fullmatch(n))


def _acts(words: str) -> Mapping[str, str]:
    known = acts_of_force()
    return {s: known[s] for s in stems(words) if s in known}


def _ahead(report: Report, entry: Told) -> tuple[int | None, int | None]:
    """Return the days; "one more summit this year" can be on none that was over when it was told."""
    first, last = _bounds(day_of(entry))
    told = _bounds(report.document.published)[0] if report.document.published else None
    planned = isinstance(entry, Meeting) and status_of(entry) in AHEAD
    if planned and first is not None and last is not None and told is not None:
        wide = last - first > ROUGHLY_DAYS
        return (max(first, told) if wide and told <= last else first), last
    return first, last


def _bounds(when: DateRange | None) -> tuple[int | None, int | None]:
    if when is None:
        return None, None
    start, end = when.start or date.min, when.end or date.max
    return start.toordinal(), end.toordinal()


def _window(
    first: int | None, last: int | None, status: str, published: DateRange | None
) -> tuple[int, int] | None:
    told = _bounds(published)[0] if published and published.start else None
    if first is not None and last is not None:
        if status == ONGOING:
            return first, min(max(last, told or last) + LASTING_DAYS, date.max.toordinal())
        return first, last
    if told is None:
        return None
    return (told, told + PRESUMED_DAYS) if status in AHEAD else (told - PRESUMED_DAYS, told)


def _window_of(
    report: Report, entry: Told, days: tuple[int | None, int | None]
) -> tuple[int, int] | None:
    if not isinstance(entry, Commitment | Statement):
        return _window(*days, borne_out(report, entry), report.document.published)
    # the days in which another mention of what was promised or said is sought
    first, last = _bounds(entry.said_on or report.document.published)
    if first is None or last is None:
        return None
    repeated = REPEATED_DAYS if isinstance(entry, Commitment) else 0
    return first, min(last + repeated, date.max.toordinal())


def _persons(actors: Actors) -> Mapping[str, frozenset[str]]:
    """Return the ids of those who are named besides their side, by side."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        if actor.side and actor.name != actor.side:
            found.setdefault(actor.side, set()).add(actor.id)
    return MappingProxyType({side: frozenset(ids) for side, ids in found.items()})
