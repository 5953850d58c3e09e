import re
from datetime import date

import pytest

from detente.model.entry import Kind
from detente.web.pages.timeline_chart import Mark, marks_chart

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
