"""Stories on the pages: each outlet's headline beside the others, and who tells what of it."""

import csv
import io

import lxml.html
import pytest

from detente import query
from detente.model.filter import Filter
from detente.query import StoryPage
from detente.web.coverage import coverage
from tests.ledger.stories import new_ledger
from tests.web.conftest import client_of
from tests.web.records import FERRY

BOATS = "Fishing boats rescue forty passengers of sinking ferry"


@pytest.fixture(scope="module")
def story(record) -> StoryPage:
    (told,) = query.stories(record, Filter())
    page = query.show(record, told.story.id)
    assert isinstance(page, StoryPage)
    return page


def article_of(story, outlet):
    return next(head for head in story.recorded.articles if head.outlet == outlet)


def content(text):
    words = " ".join(lxml.html.fromstring(text).get_element_by_id("main").itertext()).split()
    return " ".join(words).replace(" ,", ",").replace(" :", ":")


def row_ids(text):
    return [e.get("data-row") for e in lxml.html.fromstring(text).iter() if e.get("data-row")]


def csv_rows(answer):
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_each_outlets_headline_stands_under_the_story_and_leads_to_its_article(pages, story):
    text = pages.get("/stories").text
    told = content(text)
    assert "3 articles 2 independent outlets" in told
    for head in story.recorded.articles:
        assert f"{head.outlet} {head.published.day} {head.title}" in told
        assert f'href="/article/{head.id}"' in text
    assert "near copy of the text in Northern Post, 2023-06-19" in told


def test_a_story_is_found_by_day_outlet_words_and_track_of_one_of_its_articles(pages, story):
    found = [story.recorded.story.id]
    for asked in ("from=2023-06-20", "outlet=Island Times", "text=2023-06-18", "track=border"):
        assert row_ids(pages.get(f"/stories?{asked}").text) == found, asked
    for asked in ("from=2023-06-21", "outlet=Nowhere", "text=treaty", "kind=refusal"):
        assert row_ids(pages.get(f"/stories?{asked}").text) == [], asked


def test_the_twins_of_the_stories_hold_the_headlines(pages):
    (row,) = csv_rows(pages.get("/stories.csv"))
    assert (row["title"], row["articles"], row["support"]) == (FERRY, "3", "2")
    assert f"Island Times, 2023-06-19: {BOATS}" in row["headlines"]
    (shape,) = pages.get("/stories.json").json()["rows"]
    assert {head["title"] for head in shape["articles"]} >= {FERRY, BOATS}


def test_a_record_without_a_story_says_how_to_come_by_one(pages, tmp_path):
    with new_ledger(tmp_path) as ledger:
        told = content(client_of(ledger).get("/stories").text)
    assert "A story is one piece of news" in told
    assert "It takes two articles that report the same news" in told
    assert "It takes two" not in content(pages.get("/stories?outlet=Nowhere").text)


def test_a_long_story_shows_some_headlines_in_the_list_and_leads_to_the_rest(
    pages, story, monkeypatch
):
    monkeypatch.setattr("detente.web.pages.stories.HEADLINES", 2)
    text = pages.get("/stories").text
    assert "1 more article" in text
    assert f'href="/item/{story.recorded.story.id}"' in text


def test_a_story_tells_who_tells_what_and_who_does_not(pages, story):
    text = pages.get(f"/item/{story.recorded.story.id}").text
    assert f"<h1><bdi>Story: {FERRY}</bdi></h1>" in text
    told = content(text)
    assert "Norland and Sudland met on 2023-06-18 over the border. — Northern Post" in told
    assert "Told by Northern Post Not by Island Times, Coast Radio" in told
    assert "Northern Post and Island Times: both articles have: ferry, forty" in told


def test_a_story_opens_beside_the_page_that_names_it(pages, story):
    name = story.recorded.story.id
    panel = lxml.html.fromstring(pages.get(f"/stories?item={name}").text).get_element_by_id(
        "evidence"
    )
    assert "Not by" in panel.text_content()
    assert panel.xpath("string(.//a)") == f"Story: {FERRY}"
    assert 'class="open"' in pages.get(f"/stories?item={name}").text


def test_the_twins_of_a_story_hold_what_each_article_tells_and_leaves_out(pages, story):
    address = f"/item/{story.recorded.story.id}"
    rows = csv_rows(pages.get(f"{address}.csv"))
    assert [row["id"] for row in rows] == row_ids(pages.get(address).text)
    by_outlet = {row["outlet"]: row for row in rows}
    assert by_outlet["Northern Post"]["tells"].startswith("Meeting")
    assert by_outlet["Island Times"]["tells"] == ""
    assert by_outlet["Island Times"]["leaves_out"] == by_outlet["Northern Post"]["tells"]
    assert by_outlet["Island Times"]["headline"] == BOATS
    shapes = {shape["outlet"]: shape for shape in pages.get(f"{address}.json").json()["rows"]}
    assert shapes["Coast Radio"]["copy_of"] == "Northern Post, 2023-06-19"
    assert [event["kind"] for event in shapes["Northern Post"]["tells"]] == ["meeting"]
    assert shapes["Island Times"]["joined"][0]["because"]


def test_a_story_with_more_articles_than_a_page_shows_is_parted(pages, story, monkeypatch):
    monkeypatch.setattr("detente.web.panel.ROWS", 2)
    address = f"/item/{story.recorded.story.id}"
    first, second = (pages.get(f"{address}?page={n}").text for n in (1, 2))
    assert f'href="{address}?page=2"' in first
    ids = [head.id for head in story.recorded.articles]
    assert (row_ids(first), row_ids(second)) == (ids[:2], ids[2:])


def test_an_outlet_that_tells_in_one_of_two_articles_does_tell(story):
    (told,) = coverage(story).told
    assert [head.outlet for head in told.by] == ["Northern Post"]
    assert [head.outlet for head in told.not_by] == ["Island Times", "Coast Radio"]


def test_an_article_names_who_else_reports_the_same_news(pages, story):
    boats = article_of(story, "Island Times")
    text = pages.get(f"/article/{boats.id}").text
    told = content(text)
    assert f"The same news Northern Post, 2023-06-19: {FERRY}" in told
    assert "Coast Radio, 2023-06-20: The Aurora is lost near copy of the text in" in told
    assert f"/article/{boats.id}?item={story.recorded.story.id}" in text


def test_an_article_says_which_others_are_copies_of_it(pages, story):
    for outlet, other in (("Northern Post", "Coast Radio"), ("Coast Radio", "Northern Post")):
        told = content(pages.get(f"/article/{article_of(story, outlet).id}").text)
        head = article_of(story, other)
        assert f"{head.title} near copy of the text in this article" in told


def test_an_article_of_no_story_names_none(pages, record):
    alone = next(a.head for a in query.articles(record, Filter(), order="oldest", limit=1))
    assert "The same news" not in pages.get(f"/article/{alone.id}").text


def test_an_outlet_that_carried_the_story_without_the_event_stands_apart_from_the_silent(
    pages, story
):
    (told,) = story.told
    text = pages.get(f"/wording/{told.event.id}").text
    carried = text.split("carried the same news, without a report of this in it</h2>")[1]
    carried, silent = carried.split("<h2>Outlets that published within these days")
    assert BOATS in carried
    assert f"/article/{article_of(story, 'Coast Radio').id}" in carried
    assert "Coast Radio" not in silent
