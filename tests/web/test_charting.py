import re
from datetime import date

from detente.model.entry import Kind
from detente.web.charting import warm_up
from detente.web.pages.blockers_chart import Node, gates_chart
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


def gate(track, words, **more):
    return Node(track=track, words=words, by="Holm", href=f"/x?item={track}", **more)


def test_each_gate_stands_in_the_picture_with_its_words_and_every_track_that_waits():
    names = {"border": "Border", "trade": "Trade", "treaty": "Treaty"}
    nodes = [
        gate("treaty", "“the troops leave”"),
        gate("treaty", "“a map is there”"),
        gate("trade", "“the border is drawn”", first="border"),
    ]
    svg = gates_chart(nodes, names, ())
    for part in ("“the troops leave”", "“a map is there”", "Border: “the border is drawn”"):
        assert f">{part}<" in svg
    assert ">Treaty<" in svg
    assert ">Trade<" in svg
    assert len(re.findall(r"<a [^>]*data-mark", svg)) == 3


def test_a_gate_that_is_taken_as_open_is_filled():
    closed, opened = (
        gates_chart([gate("trade", "“it”", first="border", is_taken_as_open=yes)], {}, ())
        for yes in (False, True)
    )
    assert closed.count('fill="var(--accent)"') < opened.count('fill="var(--accent)"')


def test_the_libraries_can_be_loaded_beforehand():
    warm_up()
