import pytest

from detente import query
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query import DocumentPage, EntryPage, EventPage
from detente.query.context import LONGEST, passages


def refusal(ledger):
    (found,) = query.entries(ledger, Filter(kinds=(Kind.REFUSAL,)))
    return found


def test_an_entry_is_shown_in_its_paragraph_with_the_passage_marked(ledger):
    recorded = refusal(ledger)
    page = query.show(ledger, recorded.id)
    assert isinstance(page, EntryPage)
    (passage,) = page.context
    ((start, end),) = passage.marks
    assert passage.text[start:end] == recorded.sentence


def test_an_entry_names_the_event_it_belongs_to(ledger):
    event = query.events(ledger, Filter(kinds=(Kind.MEETING,)))[0]
    assert query.show(ledger, event.reports[0].id).events == (event.event.id,)


def test_an_event_is_shown_with_each_report_in_its_context(ledger):
    event = query.events(ledger, Filter(kinds=(Kind.MEETING,)))[0]
    page = query.show(ledger, event.event.id)
    assert isinstance(page, EventPage)
    assert page.recorded == event
    assert len(page.contexts) == len(event.reports) == 2


def test_a_document_is_shown_with_its_entries_versions_and_what_was_left_out(ledger):
    page = query.show(ledger, refusal(ledger).document.id)
    assert isinstance(page, DocumentPage)
    assert [r.entry.kind for r in page.entries] == ["meeting", "refusal", "condition"]
    assert [r.subject for r in page.rejections] == ["It rained in the capital."]
    assert [v.id for v in page.versions][1] == page.recorded.id
    assert page.recorded.superseded_by is None


def test_an_older_version_says_which_is_the_newest(ledger):
    newest = query.show(ledger, refusal(ledger).document.id)
    older = query.show(ledger, newest.versions[0].id)
    assert older.recorded.superseded_by == newest.recorded.id
    assert query.show(ledger, older.entries[1].id).superseded_by == newest.recorded.id


def test_six_digits_are_enough(ledger):
    recorded = refusal(ledger)
    assert query.show(ledger, recorded.id[:6]).recorded == recorded
    assert query.show(ledger, recorded.id[:5]) is None


@pytest.mark.parametrize("item", ["", "zzzzzz", "%%%%%%%%", "______", "a" * 10_000, "\udce9" * 6])
def test_what_is_no_id_has_no_page(ledger, item):
    assert query.show(ledger, item) is None


def test_paragraphs_end_at_blank_lines_or_else_at_line_ends():
    text = "One\nline.\n \nTwo."
    assert passages(text, [(4, 8)])[0].text == "One\nline."
    assert passages("One.\nTwo.", [(5, 8)])[0].text == "Two."


def test_marks_in_two_paragraphs_give_two_passages():
    found = passages("One.\n\nTwo.", [(6, 9), (0, 3)])
    assert [(p.text, p.start, p.marks) for p in found] == [
        ("One.", 0, ((0, 3),)),
        ("Two.", 6, ((0, 3),)),
    ]


def test_a_page_without_line_ends_is_cut_at_blanks():
    text = "word " * 2000
    (passage,) = passages(text, [(5000, 5004)])
    ((start, end),) = passage.marks
    assert passage.text[start:end] == "word"
    assert len(passage.text) <= LONGEST
    assert not passage.text.startswith(" ")


@pytest.mark.parametrize("mark", [(0, 4), (4, 8), (9_990, 10_000), (0, 10_000)])
def test_a_very_long_word_does_not_lose_its_mark(mark):
    text = "x" * 10_000
    (passage,) = passages(text, [mark])
    ((start, end),) = passage.marks
    assert passage.text[start:end] == text[slice(*mark)]
