from datetime import date

from detente.model.entry import Mode, Statement
from detente.model.event import DocumentHead
from detente.model.when import DateRange
from detente.query import RecordedEntry
from detente.web.panel import Evidence
from tests.query.reports import ANA, MOMENT, passage


def evidence(mode=Mode.INDIRECT, **head):
    entry = Statement(
        document="one", evidence=passage("the border was open"), speaker=(ANA,), mode=mode
    )
    known = {"outlet": "Northern Post", "published": DateRange.on(date(2023, 5, 1))} | head
    told = RecordedEntry(
        id="1" * 16, entry=entry, document=DocumentHead("one", **known), recorded_at=MOMENT
    )
    return Evidence(told=told, context=())


def test_a_citation_has_what_a_bibliography_asks_for():
    cited = evidence(
        title="Border reopens", byline=("Una Holm",), url="https://post.test/1"
    ).citation
    assert cited == (
        "Una Holm, “Border reopens”, Northern Post, 2023-05-01, "
        "https://post.test/1 (stored 2024-01-02)."
    )


def test_an_outlet_that_signs_its_article_stands_in_the_citation_once():
    cited = evidence(title="Border reopens", byline=("Northern Post",)).citation
    assert cited == "“Border reopens”, Northern Post, 2023-05-01, stored 2024-01-02."


def test_reported_words_are_copied_without_marks_and_as_reported():
    copied = evidence()
    assert copied.quotation.startswith("the border was open — Ana Ruiz (Norland), reported, in ")
    assert not copied.is_quoted


def test_a_quotation_is_copied_between_marks():
    copied = evidence(Mode.DIRECT)
    assert copied.quotation.startswith("“the border was open” — Ana Ruiz (Norland) in ")
    assert copied.is_quoted
