"""Outlines of countries: Natural Earth at 1:110 million, as the package ``countryinfo`` bundles them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

Ring = tuple[tuple[float, float], ...]  # longitude, latitude


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the earth in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Say whether a point lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def meets(self, ring: Ring) -> bool:
        """Say whether the box around a ring shares a part with it."""
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        apart = max(lons) < self.west or min(lons) > self.east
        return not (apart or max(lats) < self.south or min(lats) > self.north)


@dataclass(frozen=True, slots=True)
class Outline:
    """A piece of land of a country."""

    country: str
    ring: Ring

    def stretches(self, lat: float) -> tuple[tuple[float, float], ...]:
        """Return where a parallel runs within, from west to east."""
        crossings = sorted(
            x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
            for (x1, y1), (x2, y2) in pairwise((*self.ring, self.ring[0]))
            if (y1 > lat) != (y2 > lat)
        )
        return tuple(zip(crossings[::2], crossings[1::2], strict=True))


def outlines_in(box: Box) -> tuple[Outline, ...]:
    """Return the outlines that can be seen in a box."""
    return tuple(outline for outline in _outlines() if box.meets(outline.ring))


@lru_cache(maxsize=1)
def _outlines() -> tuple[Outline, ...]:
    from countryinfo import CountryInfo

    known = [CountryInfo(name).info() for name in CountryInfo("Armenia").all()]
    return tuple(
        Outline(str(country["name"]), ring)
        for country in known
        for ring in _rings(country.get("geoJSON"))
    )


def _rings(shapes: Any) -> Iterator[Ring]:
    for feature in (shapes or {}).get("features", ()):
        shape = feature.get("geometry") or {}
        corners = shape.get("coordinates") or []
        for polygon in {"Polygon": [corners], "MultiPolygon": corners}.get(
            shape.get("type", ""), []
        ):
            for ring in polygon:
                yield tuple((float(p[0]), float(p[1])) for p in ring)
