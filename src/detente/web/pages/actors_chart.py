"""Who met whom as a drawing: a table of circles, each as large as the meetings of two."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.model.event import Event
from detente.web.charting import ACCENT, draw, link, named, styled

DRAWN = 16  # actors; the table has the rest
SIDE = 30  # pixels
LETTER = 7.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two who met. ``last`` is the last meeting that was held, ``next`` the nearest that is to come."""

    first: str
    second: str
    held: int
    planned: int
    tracks: tuple[str, ...]
    last: Event | None
    next: Event | None


def pairs_chart(pairs: Sequence[Pair], hrefs: Sequence[str]) -> Markup:
    """Draw those who met most often."""
    import altair as alt

    whole = list(dict.fromkeys(name for p in pairs for name in (p.first, p.second)))[:DRAWN]
    names = [named(name) for name in whole]
    room = 8 + LETTER * max(map(len, names))
    values = [
        {
            "one": one,
            "other": other,
            "count": pair.held + pair.planned,
            "label": f"{named(pair.first)} and {named(pair.second)}: {pair.held} held, {pair.planned} planned",
            "link": link(number),
        }
        for number, pair in enumerate(pairs)
        for one, other in (
            (named(pair.first), named(pair.second)),
            (named(pair.second), named(pair.first)),
        )
        if one in names and other in names and names.index(one) < names.index(other)
    ]
    chart = (
        alt.Chart(alt.InlineData(values=values))
        .mark_circle(color=ACCENT, opacity=0.8)
        .encode(
            x=alt.X(
                "other:N",
                sort=names,
                title=None,
                axis=alt.Axis(orient="top", labelAngle=-40, grid=True),
            ),
            y=alt.Y("one:N", sort=names, title=None, axis=alt.Axis(minExtent=room, grid=True)),
            size=alt.Size("count:Q", scale=alt.Scale(range=[30, 420]), legend=None),
            href="link:N",
            description="label:N",
        )
    )
    size = SIDE * len(names)
    return draw(
        styled(chart, width=size, height=size), hrefs, "Who met whom; the table holds the same"
    )
