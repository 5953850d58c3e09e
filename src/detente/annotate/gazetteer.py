"""Towns and states by name: what a name can mean that no profile lists.

``gazetteer.csv`` holds the states of federal countries and towns that share their name with others, each
with the middle of its area in degrees. Its kinds: ``state``; ``metropolis``, so large that the bare name
means it; ``town``, which is meant only where the text says so.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from detente.annotate.names import words_of
from detente.model.entry import PlaceRef
from detente.model.identity import slug

Words = tuple[str, ...]


class SpotKind(StrEnum):
    """How a name of the gazetteer is meant."""

    STATE = "state"
    METROPOLIS = "metropolis"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Spot:
    """A state or a town. ``state`` is the one that a town lies in, empty where its country has none."""

    name: str
    state: str
    country: str
    lat: float
    lon: float
    kind: SpotKind

    @property
    def region(self) -> str:
        """Return the state that it lies in or is."""
        return self.name if self.kind is SpotKind.STATE else self.state

    def ref(self, *, shared: bool) -> PlaceRef:
        """Refer to it; a name that several places share is told with what it lies in."""
        whole = f"{self.name}, {self.state or self.country}" if shared else self.name
        return PlaceRef(f"~{slug(whole)}", whole, self.country, self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Spots by the words of their names, states also by their abbreviations.

    ``short`` holds the abbreviations as they are written, dots and capitals too.
    """

    spots: Mapping[Words, tuple[Spot, ...]]
    states: Mapping[Words, tuple[Spot, ...]]
    short: Mapping[str, tuple[Spot, ...]]


@cache
def load_gazetteer() -> Gazetteer:
    """Load the gazetteer, once."""
    text = resources.files("detente.annotate").joinpath("gazetteer.csv").read_text("utf-8")
    spots: defaultdict[Words, tuple[Spot, ...]] = defaultdict(tuple)
    states: defaultdict[Words, tuple[Spot, ...]] = defaultdict(tuple)
    abbreviations: defaultdict[str, tuple[Spot, ...]] = defaultdict(tuple)
    for row in csv.DictReader(text.splitlines()):
        spot = Spot(
            row["name"],
            row["state"],
            row["country"],
            float(row["lat"]),
            float(row["lon"]),
            SpotKind(row["kind"]),
        )
        spots[words_of(spot.name)] += (spot,)
        if spot.kind is SpotKind.STATE:
            short = tuple(filter(None, row["abbreviations"].split(";")))
            for words in {words_of(name) for name in (spot.name, *short)}:
                states[words] += (spot,)
            for name in short:
                abbreviations[name] += (spot,)
    return Gazetteer(dict(spots), dict(states), dict(abbreviations))
