from datetime import date

import pytest
from starlette.datastructures import QueryParams

from detente.model.entry import Kind
from detente.web.address import read_address
from detente.web.days import read_day
from tests.ledger.stories import new_ledger


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    with new_ledger(tmp_path_factory.mktemp("address")) as opened:
        yield opened.process


def read(process, query):
    return read_address("/chronology", QueryParams(query), process)


def test_filters_are_read_from_the_address(process):
    where = read(
        process, "track=border&by=Ruiz&kind=meeting&outlet=Sud+Daily&from=2023-05&to=2023"
    ).filter
    assert where.tracks == ("border",)
    assert where.by == ("Ruiz",)
    assert where.kinds == (Kind.MEETING,)
    assert where.outlets == ("Sud Daily",)
    assert (where.since, where.until) == (date(2023, 5, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("track=nowhere", "track"),
        ("kind=picnic", "kind"),
        ("from=tomorrow", "from"),
        ("to=2023-02-30", "to"),
        ("as_of=0000", "as_of"),
        ("from=2023-06&to=2023-05", "to"),
        ("by=" + "x" * 300, "by"),
        ("page=minus", "page"),
    ],
)
def test_a_wrong_value_is_told_and_the_rest_applies(process, query, field):
    address = read(process, f"{query}&outlet=Sud+Daily")
    assert list(address.faults) == [field]
    assert address.filter.outlets == ("Sud Daily",)


def test_a_wrong_value_is_told_beside_its_field(pages):
    text = pages.get("/chronology?from=tomorrow").text
    assert 'aria-describedby="fault-from"' in text
    assert "“tomorrow” is not a day" in text


def test_one_value_of_a_filter_can_be_taken_out(process):
    address = read(process, "track=border&track=treaty&page=3&item=ab")
    assert address.without("track", "border") == "/chronology?track=treaty"


def test_filters_go_along_to_other_pages_and_the_rest_stays(process):
    address = read(process, "track=border&group=week&page=2&as_of=2023-05-01")
    assert address.to("/calendar") == "/calendar?track=border&as_of=2023-05-01"
    assert address.here(page=3) == "/chronology?track=border&group=week&as_of=2023-05-01&page=3"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-5-7", date(2023, 5, 7), date(2023, 5, 7)),
    ],
)
def test_a_month_and_a_year_are_days_too(typed, first, last):
    assert read_day(typed, last=False) == first
    assert read_day(typed, last=True) == last


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("May 2023", date(2023, 5, 1), date(2023, 5, 31)),
        ("Sep 2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("25 May 2023", date(2023, 5, 25), date(2023, 5, 25)),
        ("May 25, 2023", date(2023, 5, 25), date(2023, 5, 25)),
    ],
)
def test_days_are_read_as_people_write_them(typed, first, last):
    assert (read_day(typed, last=False), read_day(typed, last=True)) == (first, last)


def test_a_month_that_is_not_in_the_calendar_is_told(process):
    asked = read(process, "month=2023-99")
    assert asked.month is None
    assert asked.faults == {"month": "“2023-99” is not in the calendar: not applied."}


def test_a_refused_value_is_no_filter_that_applies_and_goes_to_no_other_page(process):
    asked = read(process, "track=nowhere&track=border&from=tomorrow&names=Atlantis")
    assert asked.kept() == (("track", "border"),)
    assert set(asked.faults) == {"track", "from", "names"}
    assert not read(process, "from=tomorrow").filtered


def test_a_refused_value_stands_in_no_list_of_filters(pages):
    text = pages.get("/chronology?from=tomorrow&track=border").text
    assert "Take out track border" in text
    assert "Take out from" not in text
    assert "from: tomorrow" not in text


def test_two_people_in_one_field_are_two_values(process):
    asked = read(process, "by=Ruiz%2C+Holm")
    assert asked.filter.by == ("Ruiz", "Holm")
    assert asked.here() == "/chronology?by=Ruiz&by=Holm"


def test_the_field_holds_both_of_two_people(pages):
    assert 'name="by" value="Ruiz, Holm"' in pages.get("/quotations?by=Ruiz&by=Holm").text


def test_the_positions_of_two_lead_to_their_words_side_by_side(pages):
    text = pages.get("/positions?by=Ruiz&by=Holm").text
    assert '<a href="/quotations?by=Ruiz&amp;by=Holm">' in text


def test_the_party_whose_names_of_places_are_shown_is_found_in_any_case(process):
    assert read(process, "names=NORLAND").names == "Norland"
    assert read(process, "names=Atlantis").names == ""
