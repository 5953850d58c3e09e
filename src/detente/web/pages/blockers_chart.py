"""The gates as a graph: an arrow from each track to one that waits for it, what waits longest at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from detente.web.charting import ACCENT, DIM, INK, PAPER, draw, link, styled

COLUMN, LINE_HEIGHT = 230, 64  # pixels between tracks
HEAD = 0.16  # how far before a track its arrows end


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """``then`` waits for ``first`` by so many gates."""

    first: str
    then: str
    gates: int
    href: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a track stands in the drawing."""

    x: float
    y: float


def places(edges: Sequence[Edge]) -> dict[str, Spot]:
    """Put each track to the right of those that it waits for; where they wait for each other, side by side."""
    names = list(dict.fromkeys(n for e in edges for n in (e.first, e.then)))
    depth = dict.fromkeys(names, 0)
    for _ in names:  # a path has no more steps than there are tracks
        for edge in edges:
            deeper = min(depth[edge.first] + 1, len(names) - 1)
            if not _waits(edges, edge.first, edge.then):
                depth[edge.then] = max(depth[edge.then], deeper)
    seen: dict[int, int] = {}
    spots: dict[str, Spot] = {}
    for name in names:
        row = seen.setdefault(depth[name], 0)
        seen[depth[name]] += 1
        # every other column half a line lower, so that arrows pass between names
        spots[name] = Spot(depth[name], row + 0.5 * (depth[name] % 2))
    return spots


def _waits(edges: Sequence[Edge], track: str, other: str) -> bool:
    """Say whether a track waits for another, through whichever tracks."""
    reached, front = {track}, [track]
    while front:
        here = front.pop()
        for edge in edges:
            if edge.then == here and edge.first not in reached:
                reached.add(edge.first)
                front.append(edge.first)
    return other in reached


def gates_chart(edges: Sequence[Edge], names: Mapping[str, str], settled: Sequence[str]) -> Markup:
    """Draw the tracks and the arrows between them."""
    import altair as alt

    spots = places(edges)
    right, low = max(s.x for s in spots.values()), max(s.y for s in spots.values())
    x, y = _across("x", right), _down("y", low)
    arrows = alt.Chart(
        alt.InlineData(values=[_arrow(e, spots, n, names) for n, e in enumerate(edges)])
    )
    tracks = alt.Chart(
        alt.InlineData(values=[_track(n, s, names, settled) for n, s in spots.items()])
    )
    chart = alt.layer(
        arrows.mark_rule(color=DIM, strokeWidth=1.4).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        arrows.mark_point(shape="circle", filled=True, color=ACCENT, size=110, opacity=1).encode(
            x=_across("x2", right), y=_down("y2", low), href="link:N", description="label:N"
        ),
        tracks.mark_point(shape="square", size=240, strokeWidth=1.5, stroke=INK, opacity=1).encode(
            x=x, y=y, fill=alt.Fill("fill:N", scale=None)
        ),
        tracks.mark_text(dy=-18, color=INK, fontSize=12).encode(x=x, y=y, text="name:N"),
    )
    width, height = int((right + 1) * COLUMN), int((low + 1.4) * LINE_HEIGHT)
    drawn = styled(chart, width=width, height=height)
    return draw(
        drawn, [e.href for e in edges], "Which track waits for which; the table holds the same"
    )


def _across(field: str, right: float) -> Any:
    import altair as alt

    scale = alt.Scale(domain=[-0.6, right + 0.6], nice=False)
    return alt.X(f"{field}:Q", axis=None, scale=scale)


def _down(field: str, low: float) -> Any:
    import altair as alt

    scale = alt.Scale(domain=[low + 0.6, -0.6], nice=False)
    return alt.Y(f"{field}:Q", axis=None, scale=scale)


def _arrow(
    edge: Edge, spots: Mapping[str, Spot], number: int, names: Mapping[str, str]
) -> dict[str, object]:
    start, end = spots[edge.first], spots[edge.then]
    first, then = names.get(edge.first, edge.first), names.get(edge.then, edge.then)
    return {
        "x": start.x,
        "y": start.y,
        "x2": end.x + (start.x - end.x) * HEAD,
        "y2": end.y + (start.y - end.y) * HEAD,
        "label": f"{then} waits for {first}: {edge.gates} gates",
        "link": link(number),
    }


def _track(
    name: str, spot: Spot, names: Mapping[str, str], settled: Sequence[str]
) -> dict[str, object]:
    fill = ACCENT if name in settled else PAPER
    return {"x": spot.x, "y": spot.y, "name": names.get(name, name), "fill": fill}
