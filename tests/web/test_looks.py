"""What the pages show at the first look, without a browser."""

import re

from detente import query
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.web.render import whole_days


def test_the_board_begins_with_a_row_of_tracks_that_lead_to_their_cards(pages):
    page = pages.get("/").text
    row = page[page.index("at-a-glance") : page.index('class="board"')]
    targets = re.findall(r'href="#(t-[a-z-]+)"', row)
    assert targets
    assert all(f'id="{target}"' in page for target in targets)
    assert "/help#status" in row
    assert 'id="status"' in pages.get("/help").text


def test_a_board_of_one_track_needs_no_row_of_tracks(pages):
    assert "at-a-glance" not in pages.get("/?track=border").text


def test_pages_on_which_no_filter_bears_have_no_filters(pages):
    for path in ("/help", "/add", "/corrections"):
        assert 'id="filters"' not in pages.get(path).text, path
    assert 'id="filters"' in pages.get("/chronology").text


def test_the_matrix_keeps_sides_and_persons_apart(pages):
    sides = {cell["actor"] for cell in pages.get("/matrix.json").json()["rows"]}
    persons = {cell["actor"] for cell in pages.get("/matrix.json?of=persons").json()["rows"]}
    assert sides
    assert persons
    assert not sides & persons


def test_days_stay_in_one_piece_and_the_text_around_them_stays_text():
    told = whole_days("<b>Ani</b> in News, 2023-05-25")
    assert str(told) == '&lt;b&gt;Ani&lt;/b&gt; in News, <span class="whole">2023-05-25</span>'


def test_a_printed_page_names_its_address(pages):
    page = pages.get("/chronology?track=border").text
    assert "data-printed" in page
    assert "<bdi>/chronology?track=border</bdi>" in page


def test_commitments_can_be_narrowed_to_how_firm_they_are(pages):
    rows = pages.get("/commitments.json").json()["rows"]
    firm = {row["strength"] for row in rows}
    for word in firm:
        some = pages.get(f"/commitments.json?strength={word}").json()["rows"]
        assert {row["strength"] for row in some} == {word}


def test_the_panel_names_the_event_of_an_entry_in_words(pages, record):
    (meeting, *_) = query.events(record, Filter(kinds=(Kind.MEETING,)))
    panel = pages.get(f"/chronology?item={meeting.reports[0].id}").text
    told = panel[panel.index("Tells of:") :]
    assert f"meeting {meeting.event.status}, " in told[: told.index("</p>")]


def test_a_track_has_the_latest_words_of_its_sides_as_its_card_has(pages):
    assert "Latest words" in pages.get("/").text
    assert "Latest words" in pages.get("/track/border").text
