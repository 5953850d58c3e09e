"""The rows of a page, of its JSON and of its CSV are the same ones."""

import csv
import io

import lxml.html
import pytest

from detente.web.address import ROWS
from detente.web.pages import PAGES
from tests.web.addresses import addresses

# what narrows the rows in different ways; all of it must narrow the three alike
QUERIES = (
    "",
    "track=border",
    "by=Norland&kind=statement",
    "text=said&from=2023-05&to=2023-06-10",
    "page=2",
    "as_of=2023-05-20",
    "track=nowhere&from=never",
)


def row_ids(page):
    return [
        row.get("data-row") for row in lxml.html.fromstring(page.text).iter() if row.get("data-row")
    ]


def csv_ids(answer):
    text = answer.content.decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text))][1:]


def twin(address, ending):
    path, _, query = address.partition("?")
    return f"{'/board' if path == '/' else path}.{ending}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("number", range(len(PAGES)), ids=lambda n: PAGES[n].path)
@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_of_a_page_are_the_first_of_its_twins_which_hold_all(pages, record, number, query):
    if not PAGES[number].twins:
        pytest.skip("a page without rows")
    address = addresses(record)[number]
    address = f"{address}{'&' if '?' in address else '?'}{query}" if query else address
    page = pages.get(address)
    assert page.status_code in (200, 404)
    ids = row_ids(page)
    told = csv_ids(pages.get(twin(address, "csv")))
    assert told[: len(ids)] == ids
    assert told == ids or (len(ids) == ROWS and "page=" not in address)
    assert len(pages.get(twin(address, "json")).json()["rows"]) == len(told)


PARTED = (
    "/chronology",
    "/quotations",
    "/quotations?order=oldest",
    "/track/border",
    "/articles",
    "/positions?by=Ruiz",
    "/left-out",
)


@pytest.mark.parametrize("path", PARTED)
def test_the_twin_of_a_list_holds_the_rows_of_all_its_pages_in_their_order(pages, path):
    on_pages = []
    number = 1
    while rows := row_ids(pages.get(f"{path}{'&' if '?' in path else '?'}page={number}")):
        on_pages += rows
        number += 1
    assert csv_ids(pages.get(twin(path, "csv"))) == on_pages
    assert pages.get(twin(path, "json")).json()["more"] is False


def test_a_page_tells_how_many_rows_its_twins_hold(pages):
    held = len(csv_ids(pages.get("/quotations.csv")))
    assert held > ROWS
    assert f"all {held} rows as" in pages.get("/quotations").text
    assert "all rows, more than 60 as" in counted_to(pages, 60)


def counted_to(pages, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("detente.web.wholes.MOST_COUNTED", most)
        return pages.get("/quotations").text


def test_all_rows_are_given_out_in_parts(pages, monkeypatch):
    held = csv_ids(pages.get("/quotations.csv"))
    monkeypatch.setattr("detente.query.newest.PART", 7)
    monkeypatch.setattr("detente.web.wholes.PART", 7)
    assert csv_ids(pages.get("/quotations.csv")) == held
    assert len(csv_ids(pages.get("/articles.csv"))) > 7


def test_a_spreadsheet_is_told_that_the_file_is_utf_8(pages):
    assert pages.get("/quotations.csv").content.startswith(b"\xef\xbb\xbfid,")


def test_a_full_page_has_rows_and_a_next_one(pages):
    first, second = (row_ids(pages.get(f"/chronology?page={n}")) for n in (1, 2))
    assert first
    assert len(row_ids(pages.get("/quotations"))) == 50
    assert set(first).isdisjoint(second)


def test_a_row_of_a_csv_names_the_article_that_it_comes_from(pages):
    text = pages.get("/quotations.csv").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert row["headline"].startswith("News of ")
    assert row["url"].startswith("https://example.test/")


def test_no_csv_names_a_folder_of_this_machine(pages, record):
    for address in ("/articles.csv", "/left-out.csv", "/articles.json", "/left-out.json"):
        assert str(record.folder.parent) not in pages.get(address).text
