"""What stands in the tab, in a bookmark and on paper."""

import re

from detente import query
from detente.model.filter import Filter
from detente.web.render import environment


def title_of(pages, address):
    return pages.get(address).text.split("<title>")[1].split("</title>")[0]


def test_the_board_is_called_so(pages):
    assert title_of(pages, "/") == "Board · Norland and Sudland"


def test_the_wording_of_an_event_names_it(pages, record):
    event = next(
        e.event for e in query.events(record, Filter()) if str(e.event.date) == "2023-05-25"
    )
    assert title_of(pages, f"/wording/{event.id}").startswith(
        "Wording: Meeting · 25 May 2023 · Norland"
    )


def test_no_page_puts_marks_of_quotation_around_a_passage_itself():
    templates = environment().loader
    for name in templates.list_templates():
        text = templates.get_source(environment(), name)[0]
        assert not re.search(r"quoted\([^)]*\b(?:sentence|quote)\b", text), name
