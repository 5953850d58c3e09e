from datetime import date

import pytest

from detente import query
from detente.ledger.facets import entry_facets, event_facets
from detente.ledger.told import days_told
from detente.model.entry import Kind
from detente.model.event import Report
from detente.model.filter import Filter
from detente.query.naming import settle

EVERYTHING = Filter()


def sentences(ledger, **where):
    return [r.sentence for r in query.entries(ledger, Filter(**where))]


def test_entries_come_by_publication_and_place_in_the_text(ledger):
    assert sentences(ledger) == [
        "Norland and Sudland will meet on 2023-05-25 over the treaty.",
        "Ana Ruiz said that the border was a matter for experts.",
        "Sudland promised to open the border by 2023-07-01.",
        "Norland and Sudland met on 2023-05-25 over the treaty.",
        "Norland refused to talk about the border.",
        "There can be no treaty unless the border is settled, Holm added.",
        "Norland and Sudland met on 2023-06-18 over the border.",
        "Sudland said that it was content.",
    ]


def test_every_entry_carries_its_outlet_and_days(ledger):
    for recorded in query.entries(ledger, EVERYTHING):
        assert recorded.document.outlet
        assert recorded.document.published
        assert recorded.recorded_at.tzinfo is not None


def test_a_superseded_version_is_not_listed(ledger):
    assert "Norland said nothing about the border." not in sentences(ledger)


@pytest.mark.parametrize("name", ["Ana Ruiz", "ána ruíz", "ANA-RUIZ", "Ruiz"])
def test_by_finds_a_person_by_name_id_alias_and_surname(ledger, name):
    assert sentences(ledger, by=(name,)) == [
        "Ana Ruiz said that the border was a matter for experts."
    ]


@pytest.mark.parametrize("name", ["Norland", "the Northern Republic", "Norlander"])
def test_by_finds_a_side_with_its_people(ledger, name):
    found = sentences(ledger, by=(name,))
    assert "Ana Ruiz said that the border was a matter for experts." in found
    assert "Norland refused to talk about the border." in found
    assert "Sudland said that it was content." not in found


def test_by_takes_a_palace_for_the_side_it_stands_for(ledger):
    assert "Sudland said that it was content." in sentences(ledger, by=("The High Palace",))


def test_by_finds_who_is_not_in_the_profile(ledger):
    assert sentences(ledger, by=("per holm",)) == [
        "There can be no treaty unless the border is settled, Holm added."
    ]


@pytest.mark.parametrize("name", ["Nobody", "", "%", "'; --", "\udce9"])
def test_by_an_unknown_name_finds_nothing(ledger, name):
    assert sentences(ledger, by=(name,)) == []


@pytest.mark.parametrize("name", ["frontier", "\udce9", ""])
def test_an_unknown_track_finds_nothing(ledger, name):
    assert sentences(ledger, tracks=(name,)) == []


def test_several_filters_must_all_pass(ledger):
    where = {"tracks": ("The Border",), "by": ("Norland",), "outlets": ("suddaily.test",)}
    assert sentences(ledger, **where) == [
        "Norland refused to talk about the border.",
        "Norland and Sudland met on 2023-06-18 over the border.",
    ]


def test_days_bound_what_is_told_and_include_both_ends(ledger):
    found = sentences(ledger, since=date(2023, 6, 18), until=date(2023, 7, 1))
    assert found == [
        "Sudland promised to open the border by 2023-07-01.",
        "Norland and Sudland met on 2023-06-18 over the border.",
        "Sudland said that it was content.",
    ]


def test_as_of_shows_what_had_been_published(ledger):
    assert len(sentences(ledger, as_of=date(2023, 5, 20))) == 3
    assert len(query.documents(ledger, Filter(as_of=date(2023, 5, 20)))) == 1


def test_a_list_can_be_read_page_by_page(ledger):
    whole = query.entries(ledger, EVERYTHING)
    pages = [query.entries(ledger, EVERYTHING, limit=3, offset=n) for n in (0, 3, 6)]
    assert sum(pages, ()) == whole


@pytest.mark.parametrize("as_of", [None, date(2023, 6, 20)])
def test_events_come_by_day_with_their_reports(ledger, as_of):
    found = query.events(ledger, Filter(kinds=(Kind.MEETING,), as_of=as_of))
    assert [str(e.event.date) for e in found] == ["2023-05-25", "2023-06-18"]
    assert {r.document.outlet for r in found[0].reports} == {"Northern Post", "Sud Daily"}
    assert [r.id for r in found[0].reports] == list(found[0].event.entries)


FILTERS = [
    Filter(by=("Norland",)),
    Filter(by=("Sudland", "Per Holm"), tracks=("border",)),
    Filter(outlets=("Sud Daily",)),
    Filter(kinds=(Kind.MEETING, Kind.REFUSAL)),
    Filter(since=date(2023, 5, 26)),
    Filter(until=date(2023, 5, 25), tracks=("treaty",)),
]


def facets_of(told):
    days = days_told([Report(told.id, told.entry, told.document)])
    return entry_facets(
        told.entry, told.document.outlet, days[told.id].day if told.id in days else None
    )


@pytest.mark.parametrize("where", FILTERS)
def test_the_filter_means_the_same_in_the_database_and_in_memory(ledger, where):
    selection = settle(where, ledger.process)
    everything = query.entries(ledger, EVERYTHING)
    assert query.entries(ledger, where) == tuple(
        r for r in everything if selection.passes(facets_of(r))
    )
    events = query.events(ledger, EVERYTHING)
    assert query.events(ledger, where) == tuple(
        e for e in events if selection.passes(event_facets(e.event))
    )


def test_documents_know_their_text_and_sources(ledger):
    found = query.documents(ledger, EVERYTHING)
    assert [str(d.document.published) for d in found] == ["2023-05-15", "2023-05-26", "2023-06-20"]
    assert found[0].sources == ("https://example.test/announced",)
    assert found[0].document.text.startswith("Norland and Sudland will meet")
    assert found[0].document.id == found[0].id


def test_documents_are_filtered_by_what_one_of_their_entries_says(ledger):
    where = Filter(kinds=(Kind.REFUSAL,), tracks=("border",))
    assert [d.document.outlet for d in query.documents(ledger, where)] == ["Sud Daily"]
    assert query.documents(ledger, Filter(kinds=(Kind.REFUSAL,), tracks=("treaty",))) == ()


@pytest.mark.parametrize("as_of", [None, date(2023, 7, 1)])
def test_a_commitment_with_its_mentions_is_shown_but_is_no_happening(ledger, as_of):
    (promise,) = query.entries(ledger, Filter(kinds=(Kind.COMMITMENT,), as_of=as_of))
    page = query.show(ledger, promise.id, as_of=as_of)
    assert isinstance(page, query.EntryPage)
    shown = query.show(ledger, page.events[0], as_of=as_of)
    assert isinstance(shown, query.EventPage)
    assert shown.recorded.event.kind is Kind.COMMITMENT
    assert query.events(ledger, Filter(kinds=(Kind.COMMITMENT,), as_of=as_of)) == ()
    assert query.board(ledger, Filter(as_of=as_of)).health.events == 2


@pytest.mark.parametrize("as_of", [None, date(2023, 6, 20)])
def test_words_are_looked_for_in_entries_and_in_the_reports_of_events(ledger, as_of):
    where = {"text": "MET treaty", "as_of": as_of}
    found = query.entries(ledger, Filter(**where))
    assert found
    assert all("met on" in r.sentence and "treaty" in r.sentence for r in found)
    events = query.events(ledger, Filter(**where))
    assert [str(e.event.date) for e in events] == ["2023-05-25"]


def test_text_without_a_word_filters_nothing(ledger):
    assert query.entries(ledger, Filter(text="?!")) == query.entries(ledger, EVERYTHING)
