"""What the lists of the pages hold under a filter."""

from dataclasses import replace
from datetime import date

import pytest

from detente import query
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import ActorRef, Commitment, Evidence, Kind, Strength
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.pipeline import rebuild
from detente.web.lines import COLUMNS, entry_line, grouped, line
from detente.wording import spoken_by
from tests.ledger.stories import new_ledger
from tests.web.conftest import client_of
from tests.web.records import hostile


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("refusal", "Norland refused to talk about the border."),
        ("condition", "There can be no treaty unless the border is settled, Holm added."),
    ],
)
@pytest.mark.parametrize("path", ["/chronology", "/track/border", "/quotations"])
def test_what_names_no_day_of_its_own_is_listed_where_its_kind_is_asked_for(
    pages, path, kind, words
):
    assert words in pages.get(f"{path}?kind={kind}").text


def test_a_day_that_is_of_the_words_alone_says_so(pages):
    (row,) = pages.get("/chronology.json?kind=refusal").json()["rows"]
    assert (row["date"]["start"], row["day_is"]) == ("2023-05-26", "published")
    assert '<span class="dim">published</span>' in pages.get("/chronology?kind=refusal").text


@pytest.mark.parametrize(
    ("address", "name", "told"),
    [
        ("/?asof=2023-05-20", "asof", "Is “as_of” meant?"),
        ("/articles?text=border", "text", "not used on this page"),
        ("/review?as_of=2023-05-20", "as_of", "not used on this page"),
        ("/chronology?from=2023-06&to=2023-05", "to", "comes before"),
        ("/timeline?window=soon", "window", "is not a day"),
    ],
)
def test_what_is_not_applied_is_told_on_the_page_and_in_its_json(pages, address, name, told):
    assert told in pages.get(address).text
    path, _, query = address.partition("?")
    twin = f"{'/board' if path == '/' else path}.json?{query}"
    assert told in pages.get(twin).json()["not_applied"][name]


def test_a_day_that_a_page_does_not_use_is_not_claimed(pages):
    assert "only what had been published" not in pages.get("/review?as_of=2023-05-20").text
    assert "only what had been published" in pages.get("/chronology?as_of=2023-05-20").text


def test_the_days_of_the_timeline_are_no_filter_of_other_pages(pages):
    text = pages.get("/timeline?window=2023-05-01/2023-05-31").text
    assert "2023-06-18" not in text.split("<h2>The same as a table</h2>")[1].split("</table>")[0]
    assert 'href="/chronology"' in text


def test_fields_that_a_form_sends_empty_are_not_in_the_address(pages):
    answer = pages.get("/chronology?track=&by=Ruiz&from=", follow_redirects=False)
    assert answer.headers["location"] == "/chronology?by=Ruiz"


def test_behind_the_last_page_stands_the_way_to_the_first(pages):
    assert "The list ends before page 99" in pages.get("/chronology?page=99").text


def test_changes_begin_with_the_last_month_and_say_so(pages):
    text = pages.get("/changes").text
    assert "The last 30 days of publication: what had been published by 2023-05-21" in text
    assert pages.get("/changes.json").json()["rows"]


def test_a_large_record_is_compared_when_that_is_asked_for(pages, monkeypatch):
    monkeypatch.setattr("detente.query.is_large", lambda _: True)
    assert pages.get("/changes.json").json()["rows"] == []
    assert "takes a while" in pages.get("/changes").text


def test_the_stages_of_a_meeting_are_told_where_it_moved(pages):
    rows = pages.get("/changes.json?since=2023-05-20&until=2023-05-27").json()["rows"]
    (meeting,) = [row for row in rows if row["section"] == "Moved"]
    assert [stage.split(" · ")[0] for stage in meeting["stages"]] == ["scheduled", "held"]


def test_positions_offer_those_who_speak_most(pages):
    text = pages.get("/positions").text
    assert 'href="/positions?by=Norland"' in text
    assert "statements on the tracks" in text


def test_what_is_told_by_the_words_of_the_line_above_does_not_repeat_them(record):
    told = next(e for e in query.entries(record, Filter()) if "no treaty unless" in e.sentence)
    other = replace(told, id="0123456789abcdef")
    later = DateRange.on(date(2023, 5, 27))
    lines = [entry_line(told, date=told.document.published) for told in (told, other)]
    (group,) = grouped([*lines, entry_line(other, date=later)], "month")
    assert [each.again for each in group.lines] == [False, True, False]


def test_a_stretch_that_begins_within_a_month_does_not_cut_it_in_two(record):
    told = next(e for e in query.entries(record, Filter()) if "no treaty unless" in e.sentence)
    days = [
        DateRange.on(date(2023, 5, 20)),
        DateRange(date(2023, 5, 26), date(2023, 11, 25)),
        DateRange.on(date(2023, 5, 27)),
    ]
    (group,) = grouped([entry_line(told, date=day) for day in days], "month")
    assert group.name == "May 2023"


def test_an_article_tells_how_many_of_its_sentences_gave_an_entry(pages, record):
    held = next(
        a.head
        for a in query.articles(record, Filter(), order="oldest", limit=9)
        if a.head.title == "News of held"
    )
    assert "3 of 4 sentences gave an entry" in pages.get(f"/article/{held.id}").text


def test_a_statement_on_two_tracks_is_counted_once_for_who_says_it(tmp_path):
    with hostile(tmp_path) as ledger:
        assert {n for _, n in query.most_heard(ledger, Filter(), most=9)} == {1}
        assert len(query.spoken_of(ledger, Filter(), most=9)) == 2


def test_changes_take_the_filters_of_the_bar(pages):
    span = "since=2023-05-20&until=2023-05-27"
    rows = pages.get(f"/changes.json?{span}&kind=refusal").json()["rows"]
    assert {row["section"] for row in rows} <= {"Said", "Articles"}
    assert any(row["what"].startswith("refusal") for row in rows)


def test_the_place_of_a_csv_has_the_name_that_is_asked_for(hostile_record):
    (item,) = query.timeline(hostile_record, Filter(kinds=(Kind.MEETING,)))
    cells = line(item).cells(lambda place: "as they call it" if place else "")
    assert cells[COLUMNS.index("place")] == "as they call it"


def test_a_row_says_by_whose_word_it_happened_and_does_not_repeat_a_speaker(hostile_record):
    lines = {one.kind: one for one in map(line, query.timeline(hostile_record, Filter()))}
    assert lines["commitment"].says == ""
    assert lines["incident"].says == spoken_by(lines["incident"].told)


def test_what_is_due_is_kept_from_what_only_may_fall_into_the_days(tmp_path):
    text = "Ruiz pledged to come. Holm pledged to pay this year."
    document = Document(source="a.txt", text=text, published=DateRange.on(date(2023, 5, 9)))
    year = DateRange(date(2023, 1, 1), date(2023, 12, 31), "this year")
    entries = tuple(
        Commitment(
            document=document.id,
            evidence=(Evidence(quote, text.index(quote), text.index(quote) + len(quote)),),
            strength=Strength.PLEDGE,
            by=(ActorRef("norland", "Norland", "Norland"),),
            due=due,
        )
        for quote, due in (
            ("Ruiz pledged to come.", DateRange.on(date(2023, 5, 12))),
            ("Holm pledged to pay this year.", year),
        )
    )
    with new_ledger(tmp_path) as ledger:
        run = begin_run(ledger, program="test", reader="by hand")
        reading = Reading(reader="by hand", entries=entries, rejections=())
        record_document(ledger, document, reading, run=run)
        rebuild(ledger, ledger.process)
        page = client_of(ledger).get("/").text
    due, perhaps = page.split('id="due"')[1].split("</section>")[0].split("Within a longer time")
    assert "Ruiz pledged to come" in due
    assert "Holm pledged to pay" in perhaps
    assert "Holm pledged to pay" not in due


def test_a_record_without_articles_says_at_the_review_what_to_do(tmp_path):
    with new_ledger(tmp_path) as ledger:
        page = client_of(ledger).get("/review").text
    assert "Nothing to review here." in page
    assert "All reviewed" not in page
    assert "Add articles" in page


def test_the_margin_of_the_board_tells_a_meeting_no_second_time_in_full(pages):
    page = pages.get("/?as_of=2023-05-20").text
    margin = page.split('id="next"')[1].split("</section>")[0]
    assert "more under" in margin
    assert "its sentences" in margin


def test_the_wording_of_the_record_as_it_was_has_the_outlets_of_then(pages, record):
    (then,) = query.events(record, Filter(known_at="2"))
    (row,) = pages.get(f"/wording/{then.event.id}.json?known_at=2").json()["rows"]
    assert row["outlet"] == "Sud Daily"
