from datetime import date

import pytest

from detente import query
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline import add
from tests.ledger.stories import article, new_ledger, reader, rows

HOSTILE = [
    '"',
    '""',
    '"""',
    "'",
    "*",
    "border*",
    "AND",
    "border AND",
    "NOT border",
    "NEAR(border, 2",
    "passage:border",
    "{title} : x",
    "^border",
    "-border",
    "(",
    ")",
    "border)",
    "a" * 100_000,
    "border " * 10_000,
    "\0",
    "border\0",
    "\ud83d",
    "💥",
    "%_\\",
    "'; DROP TABLE entries; --",
    "\ue000",
    "…",
    "",
    "  ",
]


def found(ledger, text, **where):
    return [h.entry and h.entry.sentence for h in query.search(ledger, text, Filter(**where))]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_wrong_query(ledger, text):
    query.search(ledger, text, Filter())


def test_every_word_must_be_there_in_any_order(ledger):
    assert found(ledger, "TALK refused") == ["Norland refused to talk about the border."]
    assert found(ledger, "refused nothing") == []


def test_words_between_quotation_marks_stay_together(ledger):
    assert found(ledger, "“refused to talk”") == ["Norland refused to talk about the border."]
    assert found(ledger, '"talk to refused"') == []


def test_operators_are_words(ledger):
    assert found(ledger, "refused NOT talk") == []


def test_the_hit_shows_the_passage_marked(ledger):
    (hit,) = query.search(ledger, "refused", Filter())
    ((start, end),) = hit.context.marks
    assert hit.context.text[start:end] == "Norland refused to talk about the border."


def test_what_only_the_document_says_is_found_there(ledger):
    (hit,) = query.search(ledger, "rained capital", Filter())
    assert hit.entry is None
    marked = [hit.context.text[start:end] for start, end in hit.context.marks]
    assert marked == ["rained", "capital"]
    assert hit.document.outlet == "Sud Daily"


def test_a_document_is_found_by_its_title(ledger):
    (hit,) = query.search(ledger, "news announced", Filter())
    assert hit.context.marks == ()
    assert hit.context.start == 0


def test_filters_hold_for_the_search_too(ledger):
    assert found(ledger, "border", kinds=(Kind.REFUSAL,))[:1] == [
        "Norland refused to talk about the border."
    ]
    assert found(ledger, "refused", outlets=("Northern Post",)) == []
    assert found(ledger, "refused", as_of=date(2023, 5, 20)) == []


def test_a_superseded_text_is_not_found(ledger):
    assert found(ledger, "said nothing about") == []


def test_accents_and_case_do_not_matter(tmp_path):
    story = article("a", "2023-05-15", "Sud Daily", "Ruíz said that Bakıxanov's café was CLOSED.")
    with new_ledger(tmp_path) as ledger:
        add(ledger, [rows(tmp_path / "a.jsonl", [story])], process=ledger.process, reader=reader())
        assert len(query.search(ledger, "ruiz CAFE closed", Filter())) == 1


def test_no_more_than_the_limit_is_returned(ledger):
    assert len(query.search(ledger, "the", Filter(), limit=2)) == 2
    assert query.search(ledger, "the", Filter(), limit=0) == ()


def test_of_a_word_that_very_many_hold_the_latest_come_first(ledger, monkeypatch):
    monkeypatch.setattr("detente.ledger.searching.MOST_RANKED", 2)
    days = [str(h.document.published) for h in query.search(ledger, "border", Filter())]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("days", [(1, 31), (16, 20), (15, None), (None, 18), (29, 30)])
def test_a_word_that_very_many_hold_is_found_between_the_same_days(ledger, monkeypatch, days):
    since, until = (date(2023, 5, day) if day else None for day in days)
    where = Filter(since=since, until=until)

    def hits():
        found = query.search(ledger, "border", where)
        return {(h.document.id, h.entry.entry if h.entry else None) for h in found}

    ranked = hits()
    monkeypatch.setattr("detente.ledger.searching.MOST_RANKED", 0)
    assert hits() == ranked
