"""The frame of the map in pixels: where things come to lie, and where names find room."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from detente.web.outlines import Box, Outline

WIDTH, HEIGHT = 960, 540  # pixels
LETTER, LINE = 6.9, 16  # the room of a name, by its letters
BESIDE = 11  # pixels between a mark and its name
EDGE = 4  # pixels between a name and the edge
STEPS = 40  # of the grid on which the middle of a country is sought


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels, from the upper left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        """Say whether two share a part."""
        apart = self.left >= other.right or other.left >= self.right
        return not (apart or self.top >= other.bottom or other.top >= self.bottom)


@dataclass(frozen=True, slots=True)
class Frame:
    """The drawn stretch of the earth; a degree of longitude is as much shorter as it is there."""

    box: Box

    @classmethod
    def around(cls, box: Box) -> "Frame":
        """Widen a box until it has the shape of the drawing."""
        middle = math.radians((box.south + box.north) / 2)
        wide, high = (box.east - box.west) * math.cos(middle), box.north - box.south
        more_wide = max(high * WIDTH / HEIGHT - wide, 0) / math.cos(middle) / 2
        more_high = max(wide * HEIGHT / WIDTH - high, 0) / 2
        west, east = box.west - more_wide, box.east + more_wide
        return cls(Box(west, box.south - more_high, east, box.north + more_high))

    def x(self, lon: float) -> float:
        """Return the pixels from the left."""
        return (lon - self.box.west) / (self.box.east - self.box.west) * WIDTH

    def long(self, degrees: float) -> float:
        """Return the pixels of so many degrees of latitude."""
        return degrees / (self.box.north - self.box.south) * HEIGHT

    def y(self, lat: float) -> float:
        """Return the pixels from the top."""
        return (self.box.north - lat) / (self.box.north - self.box.south) * HEIGHT


@dataclass(slots=True)
class Room:
    """What of the drawing is taken already."""

    taken: list[Rect] = field(default_factory=list)

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep room for a mark."""
        self.taken.append(Rect(x - radius, y - radius, x + radius, y + radius))

    def beside(self, x: float, y: float, words: str, radius: float) -> tuple[float, float] | None:
        """Find room for a name right of a mark, left, above or below; return where it begins."""
        long, off = len(words) * LETTER, radius + BESIDE - LETTER
        starts = ((x + off, y), (x - off - long, y), (x - long / 2, y - off - LINE / 2))
        return self._first((*starts, (x - long / 2, y + off + LINE / 2)), long)

    def within(
        self, points: Sequence[tuple[float, float]], words: str
    ) -> tuple[float, float] | None:
        """Find room for a name in the middle of points, or as near to it as can be."""
        middle_x = sum(p[0] for p in points) / len(points)
        middle_y = sum(p[1] for p in points) / len(points)
        nearest = sorted(points, key=lambda p: math.dist(p, (middle_x, middle_y)))
        long = len(words) * LETTER
        return self._first([(x - long / 2, y) for x, y in nearest], long)

    def _first(
        self, starts: Sequence[tuple[float, float]], long: float
    ) -> tuple[float, float] | None:
        for left, middle in starts:
            wanted = Rect(left, middle - LINE / 2, left + long, middle + LINE / 2)
            across = left >= EDGE and wanted.right <= WIDTH - EDGE
            inside = across and wanted.top >= 0 and wanted.bottom <= HEIGHT
            if inside and not any(wanted.meets(other) for other in self.taken):
                self.taken.append(wanted)
                return left, middle
        return None


def points_within(frame: Frame, outlines: Sequence[Outline]) -> list[tuple[float, float]]:
    """Return the pixels of a grid that lie within pieces of land."""
    box = frame.box
    rows = [box.south + (box.north - box.south) * n / STEPS for n in range(1, STEPS)]
    columns = [box.west + (box.east - box.west) * n / STEPS for n in range(1, STEPS)]
    return [
        (frame.x(lon), frame.y(lat))
        for outline in outlines
        for lat in rows
        for start, end in outline.stretches(lat)
        for lon in columns
        if start < lon < end
    ]


def side_by_side(points: Sequence[tuple[float, float]], apart: float) -> list[tuple[float, float]]:
    """Move marks that would lie on each other as little aside as lets each be seen."""
    placed: list[tuple[float, float]] = []
    for x, y in points:
        rings = (
            (x + n * apart / 3 * math.cos(turn), y + n * apart / 3 * math.sin(turn))
            for n in count()
            for turn in (math.tau * eighth / 8 for eighth in range(8))
        )
        free = (p for p in rings if all(math.dist(p, other) >= apart for other in placed))
        placed.append(next(free))
    return placed
