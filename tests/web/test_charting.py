import re
from datetime import date

from detente.model.entry import Kind
from detente.web.charting import warm_up
from detente.web.pages.blockers_chart import Edge, gates_chart, places
from detente.web.pages.timeline_chart import Mark, marks_chart

EVIL = '<script>alert(1)</script>" onload="x'


def mark(label="A meeting", href="/timeline?item=ab"):
    day = date(2023, 5, 25)
    return Mark(
        lane=EVIL,
        kind=Kind.MEETING,
        start=day,
        end=day,
        said=None,
        planned=False,
        label=label,
        href=href,
    )


def test_a_mark_is_a_link_with_its_label():
    svg = marks_chart([mark()], date(2023, 5, 1), date(2023, 6, 1), [])
    (link,) = re.findall(r"<a [^>]*>", svg)
    for part in ('aria-label="A meeting"', 'href="/timeline?item=ab"', "data-mark"):
        assert part in link


def test_hostile_labels_and_lanes_are_text():
    svg = marks_chart([mark(label=EVIL)], date(2023, 5, 1), date(2023, 6, 1), [])
    assert "<script" not in svg
    assert not re.search(r"<[^>]* on[a-z]+=", svg.replace(" onload=&quot;", ""))
    assert "style=" not in svg
    assert "vega" not in svg


def test_colours_are_those_of_the_style_sheet():
    svg = marks_chart([mark()], date(2023, 5, 1), date(2023, 6, 1), [])
    assert "var(--accent)" in svg
    assert "#17577f" not in svg


def test_a_gate_leads_to_the_right_and_a_ring_stays_side_by_side():
    edges = [Edge(first=a, then=b, gates=1, href="/") for a, b in ("ab", "bc", "cb")]
    spots = places(edges)
    assert spots["a"].x < spots["b"].x
    assert spots["b"].x == spots["c"].x or spots["c"].x >= 0
    assert "/" in gates_chart(edges, {}, ())


def test_the_libraries_can_be_loaded_beforehand():
    warm_up()
