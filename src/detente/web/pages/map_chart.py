"""The drawing of the map: land with its names, places as marks, and regions as wide, faint circles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from detente.web.charting import ACCENT, BAD, DIM, INK, LINE, SHEET, draw, link, named, styled
from detente.web.outlines import Box, outlines_in
from detente.web.pages.map_frame import (
    HEIGHT,
    WIDTH,
    Frame,
    Room,
    points_within,
    side_by_side,
)
from detente.wording import counted

# how wide the faint circle of a place is: degrees, and pixels between which it stays
WIDE = {"region": 0.35, "district": 0.12, "water": 0.12, "road": 0.12}
LEAST, MOST = 12.0, 50.0
APART = 15.0  # pixels between two marks
LEAST_LAND = 12  # points of the grid: of a country that shows less, the name is not written
SEEN = 2.0  # pixels between corners of an outline
SMALL, GROWS, LARGEST = 110, 45, 600  # the area of a mark, by the number of its events


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with what happened there. ``last`` is the day of the latest event, and ``event`` its id."""

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    exact_to: str
    last: str
    event: str
    incidents: int = 0
    meetings: int = 0

    @property
    def events(self) -> int:
        """Return how many things are known of it."""
        return self.incidents + self.meetings

    @property
    def is_drawn(self) -> bool:
        """Say whether it is a spot of the map: a whole country has none."""
        return self.exact_to != "country"

    @property
    def is_exact(self) -> bool:
        """Say whether its mark shows where it was, and not just about where."""
        return self.is_drawn and self.exact_to != "region"


def map_chart(spots: Sequence[Spot], hrefs: Sequence[str], box: Box) -> Markup:
    """Draw the places in a box."""
    import altair as alt

    frame = Frame.around(box)
    marks, names = _marks(spots, frame)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[HEIGHT, 0], nice=False), axis=None)
    land = alt.Chart(alt.InlineData(values=_land(frame)))
    points = alt.Chart(alt.InlineData(values=marks))
    texts = alt.Chart(alt.InlineData(values=names))
    linked: dict[str, Any] = {"href": "link:N", "description": "label:N"}
    circles = points.mark_point(filled=True, color=DIM, clip=True)
    chart = alt.layer(
        land.mark_line(color=DIM, strokeWidth=1, fill=SHEET, clip=True).encode(
            x=x, y=y, detail="ring:N", order="step:Q"
        ),
        texts.transform_filter("datum.country")
        .mark_text(align="left", color=DIM, fontSize=13, fontStyle="italic")
        .encode(x=x, y=y, text="name:N"),
        circles.transform_filter("datum.wide > 0 && datum.exact").encode(
            x=x, y=y, size=alt.Size("wide:Q", scale=None), opacity=alt.value(0.2)
        ),
        circles.transform_filter("!datum.exact").encode(
            x=x, y=y, size=alt.Size("wide:Q", scale=None), opacity=alt.value(0.2), **linked
        ),
        points.transform_filter("datum.exact")
        .mark_point(filled=True, opacity=1, clip=True, stroke=SHEET, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            color=alt.Color("color:N", scale=None),
            **linked,
        ),
        texts.transform_filter("!datum.country")
        .mark_text(align="left", fontSize=12, stroke=SHEET, strokeWidth=4, strokeJoin="round")
        .encode(x=x, y=y, text="name:N"),
        texts.transform_filter("!datum.country")
        .mark_text(align="left", color=INK, fontSize=12)
        .encode(x=x, y=y, text="name:N"),
    )
    drawn = styled(chart, width=WIDTH, height=HEIGHT, frame=LINE)
    return draw(drawn, hrefs, "Map; the table below holds the same")


def _land(frame: Frame) -> list[dict[str, float]]:
    return [
        {"ring": number, "step": step, "x": x, "y": y}
        for number, outline in enumerate(outlines_in(frame.box))
        for step, (x, y) in enumerate(
            _thinned([(frame.x(p[0]), frame.y(p[1])) for p in outline.ring])
        )
    ]


def _thinned(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out the corners of a ring that nobody would see, and round the others to a tenth."""
    kept = [ring[0]]
    for point in ring[1:-1]:
        if math.dist(point, kept[-1]) >= SEEN:
            kept.append(point)
    return [(round(x, 1), round(y, 1)) for x, y in (*kept, ring[-1])]


def _marks(
    spots: Sequence[Spot], frame: Frame
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Make the marks, and the names where each finds room: those of most events first."""
    shown = [(number, spot) for number, spot in enumerate(spots) if spot.is_drawn]
    where = side_by_side([(frame.x(s.lon), frame.y(s.lat)) for _, s in shown if s.is_exact], APART)
    exact = iter(where)
    placed = [
        (number, spot, next(exact) if spot.is_exact else (frame.x(spot.lon), frame.y(spot.lat)))
        for number, spot in shown
    ]
    room = Room()
    for _, spot, (x, y) in placed:
        room.take(x, y, APART / 2 if spot.is_exact else 0)
    names = []
    for _, spot, (x, y) in sorted(placed, key=lambda p: (not p[1].is_exact, -p[1].events)):
        words = f"{named(spot.name)} · {spot.events}"
        radius = math.sqrt(_size(spot) / math.pi) if spot.is_exact else _wide(spot, frame)
        if start := room.beside(x, y, words, radius):
            names.append({"x": start[0], "y": start[1], "name": words, "country": False})
    marks = [
        _values(number, spot, at) | {"wide": math.pi * _wide(spot, frame) ** 2}
        for number, spot, at in placed
    ]
    return marks, [*names, *_countries(frame, room)]


def _countries(frame: Frame, room: Room) -> list[dict[str, Any]]:
    """Write the name of each country on its land, where there is room for it."""
    found = sorted(outlines_in(frame.box), key=lambda outline: outline.country)
    names: list[dict[str, Any]] = []
    for country, pieces in groupby(found, key=lambda outline: outline.country):
        points = points_within(frame, tuple(pieces))
        if len(points) >= LEAST_LAND and (start := room.within(points, country.upper())):
            names.append({"x": start[0], "y": start[1], "name": country, "country": True})
    return names


def _wide(spot: Spot, frame: Frame) -> float:
    wide = WIDE.get(spot.exact_to)
    return min(max(frame.long(wide), LEAST), MOST) if wide else 0.0


def _size(spot: Spot) -> float:
    return min(SMALL + GROWS * (spot.events - 1), LARGEST)


def _values(number: int, spot: Spot, at: tuple[float, float]) -> dict[str, Any]:
    told = f"{counted(spot.incidents, 'incident')}, {counted(spot.meetings, 'meeting')}"
    last = f", the last on {spot.last}" if spot.last else ""
    return {
        "x": at[0],
        "y": at[1],
        "exact": spot.is_exact,
        "size": _size(spot),
        "shape": "triangle-up" if spot.incidents else "circle",
        "color": BAD if spot.incidents else ACCENT,
        "label": f"{named(spot.name)} ({spot.exact_to}): {told}{last}",
        "link": link(number),
    }
