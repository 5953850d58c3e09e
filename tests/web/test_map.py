import math
import re
from contextlib import contextmanager
from datetime import date

from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import ActorRef, Evidence, Meeting, MeetingStatus, PlaceRef
from detente.model.when import DateRange
from detente.pipeline import rebuild
from detente.web.outlines import Box, Outline
from detente.web.pages.map_chart import Spot, map_chart
from detente.web.pages.map_frame import HEIGHT, WIDTH, Frame, Room, side_by_side
from tests.ledger.stories import new_ledger
from tests.web.conftest import client_of

CAUCASUS = Box(44, 38, 48, 42)


def spot(name, exact_to="city", **more):
    given = {"lat": 40.0, "lon": 46.0, "last": "2023-05-25", "event": "ab", "meetings": 1} | more
    return Spot(id=name, name=name, country=None, exact_to=exact_to, **given)


def labels(*spots):
    svg = map_chart(spots, [f"/map?place={s.id}" for s in spots], CAUCASUS)
    return svg, re.findall(r'<a [^>]*aria-label="([^"]*)"', svg)


def test_a_place_opens_its_events_and_tells_how_many_there_are():
    svg, told = labels(spot("Sotk", incidents=1, meetings=2))
    assert told == ["Sotk (city): 1 incident, 2 meetings, the last on 2023-05-25"]
    assert 'href="/map?place=Sotk"' in svg
    assert "Sotk · 3" in svg


def test_a_country_is_no_spot_but_a_name_on_its_land():
    svg, told = labels(spot("Sotk"), spot("Azerbaijan", "country"))
    assert len(told) == 1
    assert ">Azerbaijan<" in svg


def test_places_on_one_point_are_drawn_side_by_side():
    one, other = side_by_side([(10.0, 10.0), (10.0, 10.0)], 15)
    assert one == (10.0, 10.0)
    assert 15 <= math.dist(one, other) <= 20


def test_a_region_is_a_circle_that_can_be_opened_beside_the_town_in_its_middle():
    _, told = labels(spot("Land", "region"), spot("Town"))
    assert sorted(label.split(" ")[0] for label in told) == ["Land", "Town"]


def test_the_map_has_one_shape_whatever_it_shows():
    frame = Frame.around(Box(44, 39, 45, 45))
    assert frame.box.south == 39
    wide = (frame.box.east - frame.box.west) * math.cos(math.radians(42))
    assert math.isclose(wide / 6, WIDTH / HEIGHT)


def test_no_name_is_written_over_another_or_over_the_edge():
    room = Room()
    right = room.beside(500, 300, "A town", 5)
    left = room.beside(500, 300, "A town", 5)
    assert right
    assert left
    assert right[0] > 500 > left[0]
    assert room.beside(WIDTH - 5, 300, "At the edge", 5)[0] < WIDTH - 50


@contextmanager
def one_meeting(folder, day):
    """Serve a record with one meeting in Sotk."""
    published, text = DateRange.on(date(2023, 5, 5)), "Ruiz met Holm in Sotk."
    document = Document(source="a.txt", text=text, published=published)
    meeting = Meeting(
        document=document.id,
        evidence=(Evidence(text, 0, len(text)),),
        status=MeetingStatus.HELD,
        participants=(ActorRef("~ruiz", "Ruiz"), ActorRef("~holm", "Holm")),
        date=day,
        place=PlaceRef("~sotk", "Sotk", None, 40.2, 45.9),
    )
    with new_ledger(folder) as ledger:
        reading = Reading(reader="by hand", entries=(meeting,), rejections=())
        record_document(
            ledger, document, reading, run=begin_run(ledger, program="t", reader="by hand")
        )
        rebuild(ledger, ledger.process)
        yield client_of(ledger)


def test_a_place_that_is_chosen_lists_its_events(tmp_path):
    with one_meeting(tmp_path, DateRange.on(date(2023, 5, 5))) as pages:
        assert 'id="place"' not in pages.get("/map").text
        page = pages.get("/map?place=~sotk").text
    listed = page[page.index('id="place"') : page.index("The same as a table")]
    assert "Ruiz met Holm in Sotk." in listed


def test_a_parallel_runs_within_a_piece_of_land_and_not_through_its_bay():
    bay = Outline("Norland", ((0, 0), (4, 0), (4, 4), (3, 4), (3, 1), (1, 1), (1, 4), (0, 4)))
    assert bay.stretches(2) == ((0, 1), (3, 4))
    assert bay.stretches(0.5) == ((0, 4),)
    assert bay.stretches(5) == ()


def test_an_event_whose_day_is_not_known_is_on_the_map_unless_days_are_asked_for(tmp_path):
    with one_meeting(tmp_path, None) as pages:
        assert [row["id"] for row in pages.get("/map.json").json()["rows"]] == ["~sotk"]
        assert pages.get("/map.json?from=2023").json()["rows"] == []
