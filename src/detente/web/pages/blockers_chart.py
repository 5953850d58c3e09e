"""The gates as a picture: at the left what must come first, by its words and whose they are; at the right the tracks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from detente.web.charting import ACCENT, DIM, INK, LINE, PAPER, draw, link, styled

WIDTH = 960  # pixels
ROW = 44
GATES, TRACKS = 600, 730  # where the dots of the gates stand, and the squares of the tracks
LONGEST = 88  # letters of what is written at the left
MOST = 30  # gates that are drawn; the table has the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A gate that stands: what it waits for (``first``: the track, where the words mean one) and by whose word."""

    track: str
    words: str
    by: str
    href: str
    first: str | None = None
    is_taken_as_open: bool = False


def gates_chart(nodes: Sequence[Node], names: Mapping[str, str], settled: Sequence[str]) -> Markup:
    """Draw each gate with a line to the track that waits behind it."""
    import altair as alt

    shown = sorted(nodes, key=lambda n: list(names).index(n.track) if n.track in names else 0)
    shown = shown[:MOST]
    heights = {track: _middle(shown, track) for track in dict.fromkeys(n.track for n in shown)}
    x, y = _across("x"), _down("y", len(shown))
    gates = alt.Chart(
        alt.InlineData(
            values=[_gate(n, row, heights[n.track], names) for row, n in enumerate(shown)]
        )
    )
    tracks = alt.Chart(
        alt.InlineData(values=[_track(t, at, names, settled) for t, at in heights.items()])
    )
    left: dict[str, Any] = {"align": "right", "dx": -14, "fontSize": 12}
    chart = alt.layer(
        gates.mark_rule(color=LINE, strokeWidth=2).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        gates.mark_text(dy=-8, color=INK, **left).encode(x=x, y=y, text="words:N"),
        gates.mark_text(dy=8, color=DIM, **left).encode(x=x, y=y, text="by:N"),
        gates.mark_point(size=110, strokeWidth=1.6, stroke=ACCENT, opacity=1).encode(
            x=x,
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            href="link:N",
            description="label:N",
        ),
        tracks.mark_point(shape="square", size=220, strokeWidth=1.5, stroke=INK, opacity=1).encode(
            x=x, y=y, fill=alt.Fill("fill:N", scale=None)
        ),
        tracks.mark_text(align="left", dx=16, color=INK, fontSize=13, fontWeight=600).encode(
            x=x, y=y, text="name:N"
        ),
    )
    drawn = styled(chart, width=WIDTH, height=ROW * len(shown))
    title = "What stands before which track; the table holds the same"
    return draw(drawn, [n.href for n in shown], title)


def _middle(nodes: Sequence[Node], track: str) -> float:
    rows = [row for row, node in enumerate(nodes) if node.track == track]
    return (rows[0] + rows[-1]) / 2


def _across(field: str) -> Any:
    import altair as alt

    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))


def _down(field: str, rows: int) -> Any:
    import altair as alt

    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[rows - 0.5, -0.5], nice=False))


def _gate(node: Node, row: int, height: float, names: Mapping[str, str]) -> dict[str, object]:
    waits_for = f"{names.get(node.first, node.first)}: {node.words}" if node.first else node.words
    cut = len(waits_for) > LONGEST
    return {
        "x": GATES,
        "y": row,
        "x2": TRACKS,
        "y2": height,
        "words": f"{waits_for[: LONGEST - 1]}…" if cut else waits_for,
        "by": f"by {node.by}"[:LONGEST],
        "fill": ACCENT if node.is_taken_as_open else PAPER,
        "label": f"{names.get(node.track, node.track)} waits for {waits_for[:200]}, by {node.by[:100]}",
        "link": link(row),
    }


def _track(
    track: str, height: float, names: Mapping[str, str], settled: Sequence[str]
) -> dict[str, object]:
    fill = ACCENT if track in settled else PAPER
    return {"x": TRACKS, "y": height, "name": names.get(track, track), "fill": fill}
