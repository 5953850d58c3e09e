import re
from datetime import date

import pytest

from detente.model.entry import Kind
from detente.web.pages.timeline_chart import Heap, Mark, marks_chart
from detente.web.pages.timeline_clusters import clusters

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)


def mark(start, end, *, kind=Kind.MEETING, **more):
    given = {"said": None, "planned": False, "label": "Holm and Ruiz met", "href": "/x"} | more
    return Mark(lane="Border", kind=kind, start=start, end=end, **given)


def drawn(*marks):
    return marks_chart(marks, FIRST, LAST, ["Border"])


def size_of(svg):
    return [float(n) for n in re.findall(r"<a .*?<path[^>]* d=\"M([0-9.]+),", svg)]


def test_a_mark_tells_the_mouse_who_and_what():
    day = date(2023, 5, 25)
    assert "<title>Holm and Ruiz met</title>" in drawn(mark(day, day))


def test_what_lies_within_a_year_has_a_smaller_mark_than_what_has_a_day():
    day = date(2023, 5, 25)
    ((exact,), (vague,)) = size_of(drawn(mark(day, day))), size_of(drawn(mark(FIRST, LAST)))
    assert vague < exact


def test_a_mark_at_the_edge_is_not_cut():
    svg = drawn(mark(FIRST, FIRST), mark(LAST, LAST))
    xs = [float(x) for x in re.findall(r"<a [^>]*>.*?translate\(([0-9.]+),", svg)]
    assert min(xs) >= 6
    assert max(xs) <= 774


def test_an_appointment_that_was_put_off_is_crossed_and_tied_to_the_day_of_the_meeting():
    before, held = date(2023, 6, 12), date(2023, 6, 29)
    off = mark(before, before, planned=True, crossed=True, moved_to=held)
    plain, tied = drawn(mark(held, held)), drawn(off, mark(held, held))
    assert tied.count("<line") == plain.count("<line") + 1


def test_with_one_track_only_its_lane_is_drawn(pages, record):
    page = pages.get("/timeline?track=border&from=2023").text
    chart = page[page.index("<svg") : page.index("</svg>")]
    names = {t.name for t in record.process.tracks if t.id != "border"}
    assert not [name for name in names if f">{name}<" in chart]


@pytest.mark.parametrize("kinds", ["", "?kind=condition&kind=demand"])
def test_a_legend_names_the_mark_of_each_kind_that_is_shown(pages, kinds):
    page = pages.get(f"/timeline{kinds}").text
    legend = page.split('class="legend"')[1].split("</ul>")[0]
    wanted = ["condition", "demand"] if kinds else ["meeting", "incident", "agreement"]
    assert all(f"</span> {kind}</li>" in legend for kind in wanted)


def test_marks_that_would_lie_on_each_other_are_gathered_and_others_are_not():
    near = [mark(day, day) for day in (date(2023, 5, 2), date(2023, 5, 4))]
    far = mark(date(2023, 7, 1), date(2023, 7, 1))
    other = mark(date(2023, 5, 3), date(2023, 5, 3), kind=Kind.INCIDENT)
    (found,) = clusters([far, *near, other], FIRST, LAST)
    assert (found.members, found.first, found.last) == ((1, 2), near[0].start, near[1].start)
    assert clusters([far, *near, other], date(2023, 5, 1), date(2023, 5, 14)) == []


def test_a_heap_is_one_link_with_its_number():
    day = date(2023, 5, 2)
    heap = Heap(
        lane="Border", kind=Kind.MEETING, day=day, members=(0, 1), label="2 of them", href="/days"
    )
    svg = marks_chart([mark(day, day), mark(day, day)], FIRST, LAST, ["Border"], heaps=[heap])
    assert svg.count('href="/x"') == 0
    assert 'href="/days"' in svg
    assert ">2</text>" in svg


def test_on_a_phone_it_opens_on_the_latest_with_the_names_of_its_lanes_and_a_folded_table(tab):
    tab.page.set_viewport_size({"width": 390, "height": 844})
    page = tab.go("/timeline")
    left = page.locator("[data-lanes]").evaluate(
        "(e) => [e.scrollLeft, e.scrollWidth - e.clientWidth]"
    )
    assert 0 < left[1] <= left[0] + 1
    name = page.locator("[data-lanes] svg text", has_text="Border").bounding_box()
    assert name["x"] >= 0
    assert not page.locator("table.lines").is_visible()
    assert tab.complaints == []
