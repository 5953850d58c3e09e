"""Charts as SVG in the page: drawn on the server, every mark a labelled link, the colours those of the page.

A chart is given concrete colours, so that it can also stand alone; in the page each of them is a variable
of the style sheet, which knows light and dark. A mark names its link by a number (``link``), since the
library would complete an address by one of its own.
"""

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

from lxml import etree
from markupsafe import Markup

INK, DIM, LINE, SHEET = "#1b1f23", "#57606a", "#d5dade", "#f5f6f7"
ACCENT, PAPER, BAD, AMBER = "#17577f", "#fefefe", "#a3201b", "#6b4a00"
_VARIABLES = {
    INK: "var(--ink)",
    DIM: "var(--dim)",
    LINE: "var(--line)",
    SHEET: "var(--sheet)",
    ACCENT: "var(--accent)",
    PAPER: "var(--paper)",
    BAD: "var(--bad)",
    AMBER: "var(--amber-ink)",
}
_LINK = "https://mark.invalid/"
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWN = {"svg", "g", "path", "line", "rect", "text", "tspan", "a", "circle", "defs", "clipPath"}
KEPT = 200  # drawings that are remembered
LONGEST = 48  # letters of a name in a drawing


def link(number: int) -> str:
    """Write the link of a mark for the data of a chart."""
    return f"{_LINK}{number}"


def named(name: str) -> str:
    """Cut a name for a chart: what is measured letter by letter must not be long."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def styled(chart: Any, *, width: int, height: Any, frame: str | None = None) -> Any:
    """Give a chart the looks of the pages; ``frame`` is the colour of a line around it."""
    axis = {
        "labelColor": DIM,
        "titleColor": DIM,
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelFontSize": 12,
        "labelLimit": 160,
    }
    return (
        chart.properties(width=width, height=height)
        .configure(background="transparent", font="system-ui, sans-serif")
        .configure_view(stroke=frame)
        .configure_axis(**axis)
    )


def draw(chart: Any, links: Sequence[str], title: str) -> Markup:
    """Draw an Altair chart whose marks link to these addresses."""
    return _embedded(_drawn(chart.to_json(indent=None)), links, title)


def warm_up() -> None:
    """Load the libraries, which takes a few seconds, before the first chart is asked for."""
    import altair

    data = altair.InlineData(values=[{"x": 1}])
    _drawn(altair.Chart(data).mark_point().encode(x="x:Q").to_json(indent=None))


@cache
def _converter() -> Any:
    import vl_convert

    return vl_convert


_remembered: dict[str, str] = {}
_drawing = threading.Lock()


def _drawn(spec: str) -> str:
    """Draw a chart; the same one is drawn once."""
    with _drawing:
        if spec not in _remembered:
            while len(_remembered) >= KEPT:
                del _remembered[next(iter(_remembered))]
            _remembered[spec] = str(_converter().vegalite_to_svg(spec, allowed_base_urls=[]))
        return _remembered[spec]


def _embedded(svg: str, links: Sequence[str], title: str) -> Markup:
    """Make of a drawing what may stand in a page: known elements only, links by their numbers."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag.removeprefix(_SVG) not in _DRAWN:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for name, value in list(element.attrib.items()):
            if name in ("style", "class") or name.startswith("on"):
                del element.attrib[name]
            elif name in ("fill", "stroke") and value in _VARIABLES:
                element.set(name, _VARIABLES[value])
            elif name.startswith("aria-") or name == "role":
                _move_label(element, name, value)
        if element.tag == f"{_SVG}a":
            _link_up(element, links)
    root.set("role", "group")
    root.set("aria-label", title)
    root.set("class", "chart")
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - rebuilt above


def _move_label(element: Any, name: str, value: str) -> None:
    """Give the label of a mark to its link; of the rest, readers of the page hear the table instead."""
    parent = element.getparent()
    if name == "aria-label" and parent is not None and parent.tag == f"{_SVG}a":
        parent.set("aria-label", value)
        shown = etree.Element(f"{_SVG}title")  # what a mouse that rests there is told
        shown.text = value
        parent.insert(0, shown)
    if name != "aria-hidden":
        del element.attrib[name]


def _link_up(element: Any, links: Sequence[str]) -> None:
    number = element.attrib.pop(_HREF, "").removeprefix(_LINK)
    if number.isdigit() and int(number) < len(links):
        element.set("href", links[int(number)])
        element.set("data-mark", "")
