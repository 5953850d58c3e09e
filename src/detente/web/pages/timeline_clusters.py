"""Marks of the timeline that would lie on each other: gathered into one that opens on their days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from detente.model.entry import Kind
from detente.web.pages.timeline_chart import Mark, place_of

GAP = 0.019  # of the width, between the middles of two marks that do not touch


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Several marks of a lane and kind in one place. ``members`` are their numbers, ``day`` where it stands."""

    lane: str
    kind: Kind
    first: date
    last: date
    day: date
    members: tuple[int, ...]

    @property
    def label(self) -> str:
        """Say what is gathered here."""
        days = str(self.first) if self.first == self.last else f"{self.first} to {self.last}"
        return f"{len(self.members)} of kind {self.kind} in {self.lane}, {days}"


def clusters(marks: Sequence[Mark], first: date, last: date) -> list[Cluster]:
    """Gather the marks of each lane and kind that stand closer to each other than they are wide."""
    places = {n: place_of(mark, first, last).toordinal() for n, mark in enumerate(marks)}
    least = max((last - first).days, 1) * GAP

    def lane_of(number: int) -> tuple[str, str]:
        return marks[number].lane, marks[number].kind

    inside = [n for n, place in places.items() if first.toordinal() <= place <= last.toordinal()]
    found: list[Cluster] = []
    for _, row in groupby(sorted(inside, key=lambda n: (*lane_of(n), places[n])), lane_of):
        found += [_cluster(marks, places, group) for group in _near(row, places, least)]
    return [cluster for cluster in found if len(cluster.members) > 1]


def _near(row: Iterable[int], places: Mapping[int, int], least: float) -> list[list[int]]:
    """Join neighbours until the middles of all groups are far enough from each other."""
    groups: list[list[int]] = []

    def middle(group: list[int]) -> float:
        return sum(places[n] for n in group) / len(group)

    for number in row:
        groups.append([number])
        while len(groups) > 1 and middle(groups[-1]) - middle(groups[-2]) < least:
            last = groups.pop()
            groups[-1] += last
    return groups


def _cluster(marks: Sequence[Mark], places: Mapping[int, int], group: Sequence[int]) -> Cluster:
    days = [places[n] for n in group]
    one = marks[group[0]]
    return Cluster(
        lane=one.lane,
        kind=one.kind,
        first=date.fromordinal(min(days)),
        last=date.fromordinal(max(days)),
        day=date.fromordinal(sum(days) // len(days)),
        members=tuple(group),
    )
