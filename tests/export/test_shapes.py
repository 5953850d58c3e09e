import json
from dataclasses import replace
from datetime import date

import pytest

from detente.export import (
    JSON_FIELDS,
    Item,
    document_shape,
    entry_shape,
    event_shape,
    in_order,
    jsonl_lines,
)
from detente.export.shapes import shared_source
from detente.model.codec import entry_from_json
from detente.model.entry import ENTRY_TYPES, Demand, Kind
from detente.model.when import DateRange

from .reports import DOCUMENT, EVENT, HEAD, MEETING, PROMISE, SHELLS, recorded


def test_an_exported_entry_says_who_stands_behind_it_where_and_when():
    shape = entry_shape(recorded(PROMISE))
    assert shape["said_by"] == [{"id": "lind", "name": "Ana Lind", "side": "Northland"}]
    assert shape["due"] == {
        "start": "2023-06-01",
        "end": "2023-06-30",
        "text": "in June",
        "basis": "relative",
    }
    (evidence,) = shape["evidence"]
    assert DOCUMENT.text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert (shape["source"], shape["outlet"]) == ("articles/one.txt", "The Courier")
    assert shape["published"]["start"] == "2023-05-05"


def test_what_the_outlet_says_itself_has_no_said_by():
    assert "said_by" not in entry_shape(recorded(MEETING))


@pytest.mark.parametrize("entry", [MEETING, PROMISE, SHELLS], ids=lambda e: e.kind.value)
def test_an_exported_entry_reads_back_as_the_same_entry(entry):
    (line,) = jsonl_lines([entry_shape(recorded(entry))])
    assert entry_from_json(json.loads(line)) == entry


def test_fields_stand_in_the_declared_order():
    for item, shape in (
        (Item.ENTRIES, entry_shape(recorded(SHELLS))),
        (Item.DOCUMENTS, document_shape(DOCUMENT)),
        (Item.EVENTS, event_shape(EVENT)),
    ):
        assert list(shape) == [name for name in JSON_FIELDS[item] if name in shape]


def test_every_field_of_every_kind_is_exported():
    for kind in Kind:
        assert {*ENTRY_TYPES[kind].__dataclass_fields__} <= {*JSON_FIELDS[Item.ENTRIES]}


def test_a_document_is_exported_whole():
    shape = document_shape(DOCUMENT)
    assert list(shape)[:10] == [
        "id",
        "source",
        "title",
        "outlet",
        "byline",
        "published",
        "published_basis",
        "url",
        "language",
        "text",
    ]
    assert shape["text"] == DOCUMENT.text


def test_an_event_has_the_actors_of_its_kind_only():
    shape = event_shape(EVENT)
    assert [a["name"] for a in shape["participants"]] == ["Northland", "Southland"]
    assert "by" not in shape
    assert shape["history"][0] | {"date": None, "published": None} == {
        "status": "held",
        "date": None,
        "said_by": [],
        "entry": EVENT.entries[0],
        "outlet": "The Courier",
        "published": None,
    }


def test_order_is_by_publication_source_and_place_in_the_text():
    entries = [entry_shape(recorded(e)) for e in (SHELLS, PROMISE, MEETING)]
    undated = entry_shape(recorded(MEETING, replace(HEAD, published=None, source="0.txt")))
    ordered = in_order(Item.ENTRIES, [undated, *entries])
    assert [s["kind"] for s in ordered] == ["meeting", "commitment", "incident", "meeting"]
    assert ordered[-1]["source"] == "0.txt"


def test_events_are_in_the_order_of_their_days_and_the_undated_come_last():
    later = replace(EVENT, id="1" * 16, date=DateRange.on(date(2023, 6, 1)))
    undated = replace(EVENT, id="0" * 16, date=None)
    shapes = [event_shape(e) for e in (undated, later, EVENT)]
    assert [s["id"][0] for s in in_order(Item.EVENTS, shapes)] == ["e", "1", "0"]


def test_an_entry_that_names_nobody_reads_back_as_well():
    demand = Demand(document=DOCUMENT.id, evidence=MEETING.evidence, by=())
    assert entry_from_json(entry_shape(recorded(demand))) == demand


@pytest.mark.parametrize(
    ("source", "shared"),
    [
        ("/srv/articles/one.txt", "one.txt"),
        (r"C:\Users\Ani\one.txt", "one.txt"),
        ("articles/one.txt", "articles/one.txt"),
        ("https://news.test/a/one.html", "https://news.test/a/one.html"),
    ],
)
def test_a_source_that_is_shared_tells_nothing_of_the_machine(source, shared):
    assert shared_source(source) == shared
