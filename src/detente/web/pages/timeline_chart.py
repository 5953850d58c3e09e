"""The drawing of the timeline. What was is filled, what is planned hollow; a bar shows how exact a day is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from detente.model.entry import Kind
from detente.query import Crowd
from detente.web.charting import ACCENT, DIM, INK, PAPER, SHEET, draw, link, named, styled

if TYPE_CHECKING:
    import altair

WIDTH = 780  # pixels, before the page fits it
LANE = 48
ROW = 16  # of a kind within its lane, a part of it between lanes, so that no mark lies on one of the next kind
PADDING = 0.3  # of a row, above the first and below the last
VAGUE = 45  # days: what is spread over more is drawn thin, behind what has a day
EDGE = 0.012  # of the width, so that no mark is cut in half
CROSSED = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7"
LETTER = 7.5
HEAP = 150  # the area of the circle that stands for several marks
LONGEST_LABEL = 400  # letters that a screen reader hears of a mark
SHAPES = {
    Kind.MEETING: "circle",
    Kind.INCIDENT: "triangle-up",
    Kind.AGREEMENT: "square",
    Kind.COMMITMENT: "diamond",
    Kind.REFUSAL: "cross",
    Kind.CONDITION: "triangle-left",
    Kind.DEMAND: "triangle-right",
    Kind.ACCUSATION: "triangle-down",
    Kind.ASSESSMENT: "stroke",
    Kind.STATEMENT: "circle",
}

SIGNS = {
    "circle": "●",
    "triangle-up": "▲",
    "square": "■",
    "diamond": "◆",
    "cross": "✚",
    "triangle-left": "◀",
    "triangle-right": "▶",
    "triangle-down": "▼",
    "stroke": "▬",
}  # the shapes as letters, for the legend


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing in one lane. ``said``: when a commitment was made that falls due at the mark.

    ``crossed``: it was put off or called off; ``moved_to``: the day on which it took place instead.
    """

    lane: str
    kind: Kind
    start: date
    end: date
    said: date | None
    planned: bool
    label: str
    href: str
    crossed: bool = False
    moved_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heap:
    """Several marks of a lane and kind drawn as one; ``members`` are their numbers."""

    lane: str
    kind: Kind
    day: date
    members: tuple[int, ...]
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A crowd of things, and where it opens."""

    crowd: Crowd
    href: str


def marks_chart(
    marks: Sequence[Mark],
    first: date,
    last: date,
    order: Sequence[str],
    *,
    heaps: Sequence[Heap] = (),
) -> Markup:
    """Draw each thing as a mark, but those of a heap as one with their number."""
    import altair as alt

    heaped = {number for heap in heaps for number in heap.members}
    values = [
        _values(mark, number, first, last) | {"count": -1 if number in heaped else 1}
        for number, mark in enumerate(marks)
    ]
    values += [_heap(heap, number) for number, heap in enumerate(heaps, start=len(marks))]
    lanes = _used([named(o) for o in order], [named(m.lane) for m in marks])
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=_lanes(lanes), yOffset=alt.YOffset("kind:N", scale=alt.Scale(paddingOuter=PADDING))
    )
    layers = (*_spans(base, first, last), _ties(base), _moves(base), _points(base), *_heaps(base))
    lane = max(LANE, round(ROW * (len({mark.kind for mark in marks}) - 1 + 2 * PADDING)))
    chart = styled(alt.layer(*layers), width=WIDTH, height=lane * len(lanes))
    hrefs = [*(mark.href for mark in marks), *(heap.href for heap in heaps)]
    return draw(chart, hrefs, "Timeline; the table below holds the same")


def _values(mark: Mark, number: int, first: date, last: date) -> dict[str, Any]:
    is_vague = (mark.end - mark.start).days > VAGUE
    return {
        "lane": named(mark.lane),
        "kind": mark.kind.value,
        "start": mark.start.isoformat(),
        "end": (mark.end + timedelta(days=mark.end != date.max)).isoformat(),
        "day": place_of(mark, first, last).isoformat(),
        "vague": is_vague,
        "size": 40 if is_vague else 95,
        "moved": mark.moved_to.isoformat() if mark.moved_to else None,
        "exact": mark.start == mark.end,
        "said": mark.said.isoformat() if mark.said and mark.said < mark.end else None,
        "fill": PAPER if mark.planned else ACCENT,
        "shape": CROSSED if mark.crossed else SHAPES[mark.kind],
        "label": mark.label[:LONGEST_LABEL],
        "link": link(number),
    }


def _day(mark: Mark) -> date:
    return mark.end if mark.kind is Kind.COMMITMENT else mark.start


def place_of(mark: Mark, first: date, last: date) -> date:
    """Return the day at which a mark stands: its own, or the middle of what is seen of a long span."""
    if (mark.end - mark.start).days <= VAGUE:
        return _day(mark)
    start, end = max(mark.start, first), min(mark.end, last)
    return start + (end - start) // 2


def _heap(heap: Heap, number: int) -> dict[str, Any]:
    """Write a heap as a value of its own; it has no span and is tied to nothing."""
    return {
        "lane": named(heap.lane),
        "kind": heap.kind.value,
        "day": heap.day.isoformat(),
        "start": heap.day.isoformat(),
        "exact": True,
        "vague": False,
        "said": None,
        "moved": None,
        "count": len(heap.members),
        "label": heap.label[:LONGEST_LABEL],
        "link": link(number),
    }


def _days(field: str, first: date, last: date) -> "altair.X":
    import altair as alt

    beyond = timedelta(days=round((last - first).days * EDGE) + 1)
    low = first - beyond if first - date.min > beyond else first
    high = last + beyond if date.max - last > beyond else last
    domain = [low.isoformat(), high.isoformat()]
    scale = alt.Scale(type="utc", domain=domain, nice=False)
    return alt.X(
        f"{field}:T",
        scale=scale,
        title=None,
        axis=alt.Axis(tickCount=8, labelOverlap=True, labelSeparation=8),
    )


def _lanes(lanes: Sequence[str]) -> "altair.Y":
    import altair as alt

    # the converter measures names in a font of its own: room by their letters
    room = 8 + LETTER * max(map(len, lanes), default=0)
    axis = alt.Axis(ticks=False, domain=False, grid=True, labelPadding=8, minExtent=room)
    return alt.Y("lane:N", sort=list(lanes), title=None, axis=axis)


def _spans(base: "altair.Chart", first: date, last: date) -> list[Any]:
    """Draw how exact a day is."""
    import altair as alt

    x = _days("start", first, last)
    vague = base.transform_filter("datum.vague").mark_bar(height=2, opacity=0.3, clip=True)
    near = base.transform_filter("!datum.exact && !datum.vague").mark_bar(
        height=5, opacity=0.35, clip=True
    )
    return [
        bars.encode(x=x, x2="end:T", color=alt.value(color))
        for bars, color in ((vague, DIM), (near, ACCENT))
    ]


def _ties(base: "altair.Chart") -> Any:
    """Tie what is due to the day on which it was promised."""
    import altair as alt

    lines = base.transform_filter("datum.said != null").mark_rule(strokeDash=[3, 3], clip=True)
    return lines.encode(x="said:T", x2="day:T", color=alt.value(DIM))


def _moves(base: "altair.Chart") -> Any:
    """Draw from the day of an appointment that was put off to the day on which it was kept."""
    import altair as alt

    lines = base.transform_filter("datum.moved != null").mark_rule(strokeWidth=1.2, clip=True)
    return lines.encode(x="day:T", x2="moved:T", color=alt.value(ACCENT))


def _points(base: "altair.Chart") -> Any:
    import altair as alt

    alone = base.transform_filter("datum.count == 1")
    points = alone.mark_point(strokeWidth=1.6, opacity=1, clip=True)
    return points.encode(
        x="day:T",
        size=alt.Size("size:Q", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.value(ACCENT),
        href="link:N",
        description="label:N",
    )


def _heaps(base: "altair.Chart") -> tuple[Any, Any]:
    """Draw a circle with a number for each heap."""
    import altair as alt

    several = base.transform_filter("datum.count > 1").encode(x="day:T", href="link:N")
    circles = several.mark_point(size=HEAP, shape="circle", strokeWidth=1.2, opacity=1, clip=True)
    numbers = several.mark_text(fontSize=9, fontWeight="bold", baseline="middle", dy=0.5)
    return (
        circles.encode(
            fill=alt.value(SHEET), stroke=alt.value(ACCENT), description=alt.Description("label:N")
        ),
        numbers.encode(text="count:Q", color=alt.value(INK)),
    )


def crowds_chart(dots: Sequence[Dot], first: date, last: date, order: Sequence[str]) -> Markup:
    """Draw how many things there are, as circles of that area."""
    import altair as alt

    values = [_dot(dot, number) for number, dot in enumerate(dots)]
    lanes = _used(order, [str(v["lane"]) for v in values])
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=_days("day", first, last),
        y=_lanes(lanes),
        yOffset=alt.YOffset("kind:N", scale=alt.Scale(paddingOuter=0.6)),
    )
    circles = base.mark_circle(color=ACCENT, opacity=0.75).encode(
        size=alt.Size("count:Q", scale=alt.Scale(range=[20, 320]), legend=None),
        href="link:N",
        description="label:N",
    )
    chart = styled(circles, width=WIDTH, height=max(LANE * 2 * len(lanes), LANE))
    return draw(chart, [d.href for d in dots], "Timeline, counted; the table below holds the same")


def _dot(dot: Dot, number: int) -> dict[str, Any]:
    crowd = dot.crowd
    middle = crowd.first + (crowd.last - crowd.first) // 2
    days = f"{crowd.first} to {crowd.last}"
    return {
        "lane": crowd.track,
        "kind": crowd.kind.value,
        "day": middle.isoformat(),
        "count": crowd.count,
        "label": f"{crowd.count} of kind {crowd.kind} on {crowd.track}, {days}",
        "link": link(number),
    }


def _used(order: Sequence[str], used: Sequence[str]) -> list[str]:
    """Return the lanes that hold something, in their order."""
    known = [lane for lane in order if lane in set(used)]
    return known + sorted(set(used) - set(known))
