from datetime import date

from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import ActorRef, Evidence, Meeting, MeetingStatus, PlaceRef
from detente.model.when import DateRange
from detente.pipeline import rebuild
from detente.web.pages.calendar_grid import days_of
from tests.ledger.stories import new_ledger
from tests.web.conftest import client_of

RUIZ = ActorRef("~ruiz", "Ana Ruiz", "Sudland")
HOLM = ActorRef("~holm", "Erik Holm", "Norland")


def month(tmp_path, when, name, status=MeetingStatus.HELD):
    """Return the grid of a month of a record with one meeting, published on 9 May 2023."""
    text = "Ruiz met Holm in Sotk."
    document = Document(source="a.txt", text=text, published=DateRange.on(date(2023, 5, 9)))
    meeting = Meeting(
        document=document.id,
        evidence=(Evidence(text, 0, len(text)),),
        status=status,
        participants=(RUIZ, HOLM),
        date=when,
        place=PlaceRef("~sotk", "Sotk"),
    )
    with new_ledger(tmp_path) as ledger:
        run = begin_run(ledger, program="test", reader="by hand")
        reading = Reading(reader="by hand", entries=(meeting,), rejections=())
        record_document(ledger, document, reading, run=run)
        rebuild(ledger, ledger.process)
        page = client_of(ledger).get(f"/calendar?{name if '=' in name else f'month={name}'}").text
    return page[page.index("<main") : page.index("</main>")]


def test_a_cell_says_who_meets_where_with_the_status_as_a_sign(tmp_path):
    page = month(tmp_path, DateRange.on(date(2023, 5, 4)), "2023-05")
    cell = page[page.index('datetime="2023-05-04"') : page.index('datetime="2023-05-05"')]
    for part in ("●", "held: ", "Holm, Ruiz", "Sotk"):
        assert part in cell


def test_a_round_of_several_days_stands_on_each_of_them(tmp_path):
    page = month(tmp_path, DateRange(date(2023, 5, 1), date(2023, 5, 4), "four days"), "2023-05")
    assert page.count("sign-held") == 4


def test_a_meeting_known_to_the_month_stands_above_the_grid(tmp_path):
    whole = DateRange(date(2023, 5, 1), date(2023, 5, 31), "May")
    page = month(tmp_path, whole, "2023-05", MeetingStatus.PROPOSED)
    above = page[page.index("Some day of May") : page.index('<table class="month"')]
    assert "Holm, Ruiz" in above
    assert "proposed" in above


def test_a_month_without_a_meeting_leads_to_the_nearest_ones(tmp_path):
    page = month(tmp_path, DateRange.on(date(2023, 5, 4)), "2023-08")
    assert 'href="/calendar?month=2023-05"' in page
    assert "The nearest before" in page
    assert "The nearest after" not in page


def test_a_span_that_is_too_long_stands_on_no_day():
    assert len(days_of(DateRange(date(2023, 5, 1), date(2023, 5, 10), "ten days"))) == 10
    assert days_of(DateRange(date(2023, 5, 1), date(2023, 5, 31), "May")) == []
    assert days_of(DateRange(None, date(2023, 5, 31), "by the end of May")) == []


def test_it_opens_on_the_nearest_month_that_has_something(tmp_path):
    page = month(tmp_path, DateRange.on(date(2023, 2, 4)), "track=")
    assert '<table class="month" aria-label="February 2023">' in page
    assert "Nothing stands on a day of May 2023" in page


def test_the_first_and_last_day_of_the_filter_move_its_months(tmp_path):
    page = month(tmp_path, DateRange.on(date(2023, 5, 4)), "from=2023-07&to=2023-08")
    assert '<table class="month" aria-label="July 2023">' in page
    assert "June 2023" not in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


def test_what_lies_in_a_whole_month_says_what_it_is(tmp_path):
    page = month(tmp_path, DateRange(date(2023, 5, 1), date(2023, 5, 31), "May"), "2023-05")
    above = page[page.index("Some day of May") : page.index('<table class="month"')]
    assert "Ruiz met Holm in Sotk." in above
