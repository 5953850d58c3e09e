import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.export import (
    CSV_COLUMNS,
    Item,
    csv_lines,
    document_shape,
    entry_shape,
    event_shape,
)
from detente.export.tables import cell

from .reports import DOCUMENT, EVENT, MEETING, PROMISE, SHELLS, recorded


def rows(item, *shapes):
    return list(csv.DictReader(io.StringIO("".join(csv_lines(item, shapes)), newline="")))


def test_a_meeting_is_one_flat_row():
    (row,) = rows(Item.ENTRIES, entry_shape(recorded(MEETING)))
    assert row["participants.name"] == "Northland; Southland"
    assert (row["date.start"], row["date.end"], row["date.basis"]) == (
        "2023-05-04",
        "2023-05-04",
        "explicit",
    )
    assert (row["place.name"], row["place.lat"]) == ("Port Vale", "-12.5")
    assert row["evidence.quote"] == MEETING.evidence[0].quote
    assert row["said_by.name"] == ""


def test_lists_are_joined():
    (row,) = rows(Item.ENTRIES, entry_shape(recorded(PROMISE)))
    assert row["tracks"] == "roads; talks"


def test_figures_say_their_bounds_and_whose_count_it_is():
    (row,) = rows(Item.ENTRIES, entry_shape(recorded(SHELLS)))
    assert row["figures"] == "3-5 killed (by Northland)"


def test_the_history_of_an_event_names_status_days_and_entry():
    (row,) = rows(Item.EVENTS, event_shape(EVENT))
    assert row["history"] == f"held 2023-05-04/2023-05-04 [{EVENT.entries[0]}]"


def test_a_document_of_several_lines_stays_one_row():
    two_lines = replace(DOCUMENT, text='First.\n"Second", he said.')
    (row,) = rows(Item.DOCUMENTS, document_shape(two_lines))
    assert row["text"] == two_lines.text


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(lead):
    hostile = lead + 'HYPERLINK("http://example.org")'
    assert cell(hostile) == "'" + hostile
    (row,) = rows(Item.DOCUMENTS, document_shape(replace(DOCUMENT, title=hostile)))
    assert row["title"] == "'" + hostile


@given(st.text(), st.sampled_from(CSV_COLUMNS[Item.DOCUMENTS]))
def test_every_row_has_every_column(text, column):
    shape = document_shape(DOCUMENT) | ({column: text} if column in ("title", "source") else {})
    (row,) = rows(Item.DOCUMENTS, shape)
    assert tuple(row) == CSV_COLUMNS[Item.DOCUMENTS]
