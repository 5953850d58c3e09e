"""The rows of a page, of its JSON and of its CSV are the same ones."""

import csv
import io

import lxml.html
import pytest

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
    return [row[0] for row in csv.reader(io.StringIO(answer.text))][1:]


def twin(address, ending):
    path, _, query = address.partition("?")
    return f"{'/board' if path == '/' else path}.{ending}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("number", range(len(PAGES)), ids=lambda n: PAGES[n].path)
@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_of_a_page_are_those_of_its_twins(pages, record, number, query):
    if not PAGES[number].twins:
        pytest.skip("a page without rows")
    address = addresses(record)[number]
    address = f"{address}{'&' if '?' in address else '?'}{query}" if query else address
    page = pages.get(address)
    assert page.status_code in (200, 404)
    ids = row_ids(page)
    assert csv_ids(pages.get(twin(address, "csv"))) == ids
    assert len(pages.get(twin(address, "json")).json()["rows"]) == len(ids)


def test_a_full_page_has_rows_and_a_next_one(pages):
    first, second = (row_ids(pages.get(f"/chronology?page={n}")) for n in (1, 2))
    assert first
    assert len(row_ids(pages.get("/quotations"))) == 50
    assert set(first).isdisjoint(second)
