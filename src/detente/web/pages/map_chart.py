"""The drawing of the map: outlines, a grid of degrees, and marks with rings as wide as a place is exact."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from detente.web.charting import ACCENT, BAD, DIM, INK, LINE, draw, link, named, styled
from detente.web.outlines import Box, outlines_in

WIDTH, TALLEST = 820, 640  # pixels
NAME_ROOM = (0.2, 0.028)  # of the width and height, in which no second name is written
# How wide the ring of a place is, by what the place is: area in pixels.
RINGS = {"country": 5200, "region": 2600, "district": 1200, "water": 1200, "road": 1200}
POINT = 260


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


def map_chart(spots: Sequence[Spot], hrefs: Sequence[str], box: Box) -> Markup:
    """Draw the places in a box."""
    import altair as alt

    narrow = math.cos(math.radians((box.south + box.north) / 2))  # a degree of longitude is shorter
    height = min(TALLEST, WIDTH * (box.north - box.south) / ((box.east - box.west) * narrow))
    width = height * (box.east - box.west) * narrow / (box.north - box.south)
    x = alt.X("lon:Q", scale=_degrees(box.west, box.east), title=None, axis=_axis("°"))
    y = alt.Y("lat:Q", scale=_degrees(box.south, box.north), title=None, axis=_axis("°"))
    land = alt.Chart(alt.InlineData(values=_land(box)))
    marks = alt.Chart(alt.InlineData(values=_marks(spots, box)))
    chart = alt.layer(
        land.mark_line(color=DIM, strokeWidth=1, clip=True).encode(
            x=x, y=y, detail="ring:N", order="step:Q"
        ),
        marks.mark_point(filled=True, color=LINE, opacity=0.5, clip=True).encode(
            x=x, y=y, size=alt.Size("ring:Q", scale=None)
        ),
        marks.mark_point(filled=True, size=90, opacity=1, clip=True).encode(
            x=x,
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            color=alt.Color("color:N", scale=None),
            href="link:N",
            description="label:N",
        ),
        marks.transform_filter("datum.named")
        .mark_text(align="left", dx=8, dy=-6, color=INK, fontSize=11, clip=True)
        .encode(x=x, y=y, text="name:N"),
    )
    drawn = styled(chart, width=int(width), height=int(height))
    return draw(drawn, hrefs, "Map; the table below holds the same")


def _degrees(low: float, high: float) -> Any:
    import altair as alt

    return alt.Scale(domain=[low, high], nice=False, zero=False)


def _axis(unit: str) -> Any:
    import altair as alt

    return alt.Axis(grid=True, tickCount=5, labelExpr=f"datum.label + '{unit}'")


def _land(box: Box) -> list[dict[str, float]]:
    return [
        {"ring": number, "step": step, "lon": lon, "lat": lat}
        for number, ring in enumerate(outlines_in(box))
        for step, (lon, lat) in enumerate(ring)
    ]


def _marks(spots: Sequence[Spot], box: Box) -> list[dict[str, Any]]:
    """Make the marks; a name is written where no other stands in its way."""
    named: list[Spot] = []
    wide, high = NAME_ROOM[0] * (box.east - box.west), NAME_ROOM[1] * (box.north - box.south)
    values = []
    for number, spot in enumerate(spots):
        free = not any(abs(s.lon - spot.lon) < wide and abs(s.lat - spot.lat) < high for s in named)
        if free:
            named.append(spot)
        values.append(_values(spot, number) | {"named": free})
    return values


def _values(spot: Spot, number: int) -> dict[str, Any]:
    told = f"{spot.incidents} incidents, {spot.meetings} meetings, last {spot.last}"
    return {
        "lon": spot.lon,
        "lat": spot.lat,
        "name": named(spot.name),
        "ring": RINGS.get(spot.exact_to, POINT),
        "shape": "triangle-up" if spot.incidents else "circle",
        "color": BAD if spot.incidents else ACCENT,
        "label": f"{named(spot.name)}: {told}; the place is known to the {spot.exact_to}",
        "link": link(number),
    }
