"""Where the reports of one event differ: figures, days, places, who did it to whom, who struck first, and each side's version.

Nothing here rules who is right: each version stands with the reports that give it.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import combinations

from detente.lexicon import load_table
from detente.model.entry import ActorRef, Actors, Figure, IncidentStatus, Kind, PlaceRef, Statement
from detente.model.event import Event
from detente.model.when import DateRange
from detente.query.results import RecordedEntry, RecordedEvent
from detente.query.struck_first import struck_first


class Point(StrEnum):
    """In what reports can differ."""

    STATUS = "status"
    STRENGTH = "strength"
    DATE = "date"
    PLACE = "place"
    DIRECTION = "direction"  # who did it to whom
    FIRST = "struck first"  # by whose word
    FIGURE = "figure"
    PARTICIPANTS = "participants"  # named by some reports only


@dataclass(frozen=True, slots=True)
class Direction:
    """Who did it to whom; empty where the passage does not say."""

    by: Actors
    to: Actors

    def reverses(self, other: "Direction") -> bool:
        """Say whether each names another side of the profile as the one who acted."""
        mine, theirs = (_sides(tuple(a for a in d.by if a.listed)) for d in (self, other))
        return bool(mine and theirs and not mine & theirs)


Told = str | DateRange | PlaceRef | Direction | Figure | Actors


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one or more reports give at a point. ``silent``: those that give nothing there."""

    told: Told
    reports: tuple[RecordedEntry, ...]
    silent: tuple[RecordedEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A point at which reports differ. ``opposed``: the versions cannot both be so, by their words."""

    point: Point
    versions: tuple[Version, ...]
    opposed: bool = False
    fate: str = ""  # of a figure: what became of those who are counted, "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The reports that a side, or several jointly, stand behind; none for what outlets tell themselves."""

    sides: tuple[str, ...]
    reports: tuple[RecordedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Where the reports of an event differ, and whose account each of them is."""

    points: tuple[Difference, ...]
    accounts: tuple[Account, ...]


def differences(recorded: RecordedEvent) -> Differences:
    """Hold the reports of an event against each other."""
    reports, event = recorded.reports, recorded.event
    # what was planned of a meeting and moved is its history
    telling = [r for r in reports if not _is_history(r, event)]
    found = (
        *_statuses(reports),
        *_differing(Point.STRENGTH, reports, _strength),
        *_differing(Point.DATE, telling, _date),
        *_differing(Point.PLACE, reports, _place),
        *_differing(Point.DIRECTION, reports, _direction, opposed=_reversed),
        *_first_blows(reports),
        *_figures(reports),
        *_participants(reports),
    )
    return Differences(points=found, accounts=_accounts(reports))


def _differing(
    point: Point,
    reports: Iterable[RecordedEntry],
    read: Callable[[RecordedEntry], tuple[Hashable, Told] | None],
    *,
    opposed: Callable[[list[Told]], bool] = lambda _: False,
) -> Iterator[Difference]:
    """Yield the point where the reports give more than one version of it."""
    groups: dict[Hashable, list[tuple[Told, RecordedEntry]]] = {}
    for report in reports:
        if (read_off := read(report)) is not None:
            key, told = read_off
            groups.setdefault(key, []).append((told, report))
    if len(groups) > 1:
        versions = tuple(
            Version(told=them[0][0], reports=tuple(report for _, report in them))
            for them in groups.values()
        )
        yield Difference(
            point=point, versions=versions, opposed=opposed([v.told for v in versions])
        )


def _status(report: RecordedEntry) -> tuple[Hashable, Told] | None:
    status = getattr(report.entry, "status", None)
    return (str(status), str(status)) if status else None


def _is_history(report: RecordedEntry, event: Event) -> bool:
    return event.kind is Kind.MEETING and getattr(report.entry, "status", None) != event.status


def _statuses(reports: tuple[RecordedEntry, ...]) -> Iterator[Difference]:
    """Yield the status where articles of one day differ in it, or one denies what the others tell.

    What changes from day to day is history, and so is what one article tells of before and after.
    """
    for difference in _differing(Point.STATUS, reports, _status, opposed=_one_denies):
        if difference.opposed:
            yield difference
            return
    days: dict[date, list[RecordedEntry]] = {}
    for report in reports:
        published = report.document.published
        if published and published.day:
            days.setdefault(published.day, []).append(report)
    for _, of_one_day in sorted(days.items()):
        for difference in _differing(Point.STATUS, of_one_day, _status):
            told_by = [{r.document.id for r in v.reports} for v in difference.versions]
            if any(one != other for one, other in combinations(told_by, 2)):
                yield difference


def _one_denies(told: list[Told]) -> bool:
    return IncidentStatus.DENIED in told


def _strength(report: RecordedEntry) -> tuple[Hashable, Told] | None:
    strength = getattr(report.entry, "strength", None)
    return (str(strength), str(strength)) if strength else None


def _date(report: RecordedEntry) -> tuple[Hashable, Told] | None:
    when: DateRange | None = getattr(report.entry, "date", getattr(report.entry, "due", None))
    return ((when.start, when.end), when) if when else None


def _place(report: RecordedEntry) -> tuple[Hashable, Told] | None:
    place: PlaceRef | None = getattr(report.entry, "place", None)
    return (place.id, place) if place else None


def _direction(report: RecordedEntry) -> tuple[Hashable, Told] | None:
    by: Actors = getattr(report.entry, "by", ())
    to: Actors = getattr(report.entry, "to", ())
    if not by and not to:
        return None
    return (_sides(by), _sides(to)), Direction(by, to)


def _reversed(told: list[Told]) -> bool:
    acts = [act for act in told if isinstance(act, Direction)]
    return any(a.reverses(b) for a, b in combinations(acts, 2))


def _sides(actors: Actors) -> frozenset[str]:
    return frozenset(a.side or a.name for a in actors)


def _first_blows(reports: tuple[RecordedEntry, ...]) -> Iterator[Difference]:
    """Yield who struck first, where any of several reports says so: one side's word alone is worth a line."""
    groups: dict[frozenset[str], list[tuple[Actors, RecordedEntry]]] = {}
    for report in reports if len(reports) > 1 else ():
        if first := struck_first(report, reports):
            groups.setdefault(_sides(first), []).append((first, report))
    versions = tuple(
        Version(told=them[0][0], reports=tuple(report for _, report in them))
        for them in groups.values()
    )
    if versions:
        apart = any(a.isdisjoint(b) for a, b in combinations(groups, 2))
        yield Difference(point=Point.FIRST, versions=versions, opposed=apart)


def _figures(reports: Iterable[RecordedEntry]) -> Iterator[Difference]:
    """Yield the counts of one sort of thing that differ in number."""
    groups: dict[tuple[str, str], dict[Hashable, list[tuple[Figure, RecordedEntry]]]] = {}
    for report in reports:
        for figure in getattr(report.entry, "figures", ()):
            thing = figure.what.casefold().removesuffix("s")  # "soldier" and "soldiers"
            counts = groups.setdefault((thing, _fate(report)), {})
            counts.setdefault((figure.low, figure.high), []).append((figure, report))
    for (_, fate), counts in groups.items():
        if len(counts) > 1:
            versions = tuple(
                Version(told=_count(them), reports=tuple(report for _, report in them))
                for them in counts.values()
            )
            numbers = [v.told for v in versions if isinstance(v.told, Figure)]
            apart = any(_counts_apart(a, b) for a, b in combinations(numbers, 2))
            yield Difference(point=Point.FIGURE, versions=versions, opposed=apart, fate=fate)


def _count(them: list[tuple[Figure, RecordedEntry]]) -> Figure:
    """Return a number that several give; where it is the count of each of them, it is nobody's alone."""
    figure = them[0][0]
    return figure if len({f.by for f, _ in them}) == 1 else replace(figure, by=None)


def _fate(report: RecordedEntry) -> str:
    """Name what became of those who are counted, where the passage has one word for it."""
    table = load_table("counts")
    words = re.findall(r"\w+", report.sentence.casefold())
    fates = {group.name for word in words if (group := table.find(word))}
    return fates.pop() if len(fates) == 1 else ""


def _counts_apart(first: Figure, second: Figure) -> bool:
    """Say whether no number fits both."""
    return any(
        one.high is not None and other.low is not None and one.high < other.low
        for one, other in ((first, second), (second, first))
    )


def _participants(reports: tuple[RecordedEntry, ...]) -> Iterator[Difference]:
    """Yield those who are named by some reports only; a side counts as named where a person of it is."""
    naming = {r.id: _named(r) for r in reports if _named(r)}
    groups: dict[frozenset[str], list[ActorRef]] = {}
    for actor in dict.fromkeys(a for named in naming.values() for a in named):
        saying = frozenset(name for name, named in naming.items() if _names(named, actor))
        if len(saying) < len(naming):
            groups.setdefault(saying, []).append(actor)
    versions = tuple(
        Version(
            told=tuple(actors),
            reports=tuple(r for r in reports if r.id in saying),
            silent=tuple(r for r in reports if r.id in naming and r.id not in saying),
        )
        for saying, actors in groups.items()
    )
    if versions:
        yield Difference(point=Point.PARTICIPANTS, versions=versions)


def _named(report: RecordedEntry) -> Actors:
    mediators: Actors = getattr(report.entry, "mediator", ())
    participants: Actors = getattr(report.entry, "participants", ())
    return (*participants, *mediators)


def _names(named: Actors, actor: ActorRef) -> bool:
    if actor.side in (None, actor.name):
        return (actor.side or actor.name) in _sides(named)
    return any(a.id == actor.id for a in named)


def _accounts(reports: Iterable[RecordedEntry]) -> tuple[Account, ...]:
    """Group the reports by the sides of who stands behind them; the outlets' own telling comes last."""
    groups: dict[tuple[str, ...], list[RecordedEntry]] = {}
    for report in reports:
        entry = report.entry
        voices = entry.speaker if isinstance(entry, Statement) else entry.said_by
        groups.setdefault(tuple(sorted(_sides(voices))), []).append(report)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], item[0]))
    return tuple(Account(sides=sides, reports=tuple(them)) for sides, them in ordered)
