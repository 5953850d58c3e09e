"""On the page of a story articles are parted from it; on that of an article it is joined with another."""

import lxml.html
import pytest
from starlette.testclient import TestClient

from detente import query
from detente.model.filter import Filter
from detente.pipeline import add, refresh
from detente.web.app import make_app
from tests.ledger.stories import STORIES, new_ledger, reader, rows
from tests.web.conftest import ORIGIN
from tests.web.records import OF_THE_FERRY
from tests.web.test_reviewing import send

FERRY, BOATS, AURORA = (each["title"] for each in OF_THE_FERRY)


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        rows(tmp_path / "files" / "stories.jsonl", [*STORIES, *OF_THE_FERRY])
        add(opened, [tmp_path / "files"], process=opened.process, reader=reader())
        yield opened


@pytest.fixture
def client(ledger, monkeypatch):
    monkeypatch.setenv("LOGNAME", "Ada")  # who reviews, where nobody says otherwise
    return TestClient(make_app(ledger), base_url=ORIGIN)


@pytest.fixture
def named(ledger):
    """Return the ids of the articles of the ferry by headline."""
    (told,) = query.stories(ledger, Filter())
    return {head.title: head.id for head in told.articles}


def told(ledger):
    refresh(ledger, ledger.process)
    return [{head.title for head in each.articles} for each in query.stories(ledger, Filter())]


def story_in(ledger):
    return query.stories(ledger, Filter())[0].story.id


def form_with(page, button):
    """Return the form that a button sends, as a browser without scripts has it."""
    return next(
        form
        for form in lxml.html.fromstring(page).forms
        if form.xpath("string(.//button)") == button
    )


def alert(answer):
    return lxml.html.fromstring(answer.text).xpath("string(//*[@role='alert'])")


@pytest.mark.parametrize("page", ["/item/{}", "/stories?item={}"])
def test_the_articles_ticked_in_a_story_leave_it_and_one_undo_takes_it_back(
    client, ledger, named, page
):
    address = page.format(story_in(ledger))
    form = form_with(client.get(address).text, "Part them from the story")
    offered = [box.get("value") for box in form.xpath(".//input[@type='checkbox']")]
    assert sorted(offered) == sorted(named.values())
    sent = dict(form.form_values())
    answer = send(client, **sent | {"article": [named[BOATS]], "reason": "another boat"})
    assert str(answer.url) == f"{ORIGIN}{address}"
    assert told(ledger) == [{FERRY, AURORA}]
    made = [each.correction for each in query.corrections(ledger)]
    assert {(c.act, c.reviewer, c.reason) for c in made} == {("other news", "Ada", "another boat")}
    assert len(made) == 2
    assert made[0].change == made[1].change
    send(client, act="undo")
    assert told(ledger) == [{FERRY, BOATS, AURORA}]


def test_articles_that_leave_a_story_together_stay_together(client, ledger, named):
    leaving = [named[FERRY], named[AURORA]]
    send(client, act="other news", story=story_in(ledger), article=leaving)
    assert told(ledger) == [{FERRY, AURORA}]


def test_nothing_ticked_and_all_ticked_are_told_at_the_story(client, ledger, named):
    story = story_in(ledger)
    for ticked, why in (
        ([], "mark the articles that report other news"),
        (list(named.values()), "leave at least one in it"),
    ):
        form = {"act": "other news", "story": story, "article": ticked, "reason": "as I think"}
        answer = send(client, **form)
        assert answer.status_code == 422
        assert why in alert(answer)
        again = form_with(answer.text, "Part them from the story")
        assert again.fields["reason"] == "as I think"
        assert again.fields["back"] == f"/item/{story}"
        assert len(again.xpath(".//input[@checked]")) == len(ticked)
    assert not query.corrections(ledger)


def test_an_article_is_joined_with_another_by_its_id_or_address_and_parted_again(
    client, ledger, named
):
    alone = next(
        a.head
        for a in query.articles(ledger, Filter(), order="newest", limit=9)
        if a.head.id not in named.values()
    )
    address = f"/article/{alone.id}"
    sent = dict(form_with(client.get(address).text, "Join the two").form_values())
    other = f"{ORIGIN}/article/{named[FERRY]}?item={story_in(ledger)}#e-1"
    answer = send(client, **sent | {"other": other, "reason": "the same ship"})
    assert str(answer.url) == f"{ORIGIN}{address}"
    assert "same news" in answer.text.split("<h2>Said of the article</h2>")[1]
    assert told(ledger) == [{alone.title, FERRY, BOATS, AURORA}]
    said = [each.correction for each in query.corrections(ledger)]
    assert {(made.reviewer, made.reason) for made in said} == {("Ada", "the same ship")}
    assert len(said) == 3  # one with each article of the story
    for made in said:
        send(client, act="undo", number=str(made.number), back=address)
    assert told(ledger) == [{FERRY, BOATS, AURORA}]


def test_an_article_that_cannot_be_joined_is_told_at_the_form(client, ledger, named):
    for other, why in (("none", "has no document"), (named[FERRY], "two articles")):
        form = {"act": "same news", "document": named[FERRY], "other": other}
        answer = send(client, **form, reason="as I think")
        assert answer.status_code == 422
        assert why in alert(answer)
        again = form_with(answer.text, "Join the two")
        assert (again.fields["other"], again.fields["reason"]) == (other, "as I think")
        opened = [
            each.xpath("string(summary)")
            for each in lxml.html.fromstring(answer.text).xpath("//main//details[@open]")
        ]
        assert opened == ["Join with an article that reports the same news"]
    assert not query.corrections(ledger)


@pytest.mark.parametrize("act", ["other news", "same news"])
def test_a_word_on_news_without_our_token_records_nothing(client, ledger, named, act):
    places = {"story": story_in(ledger), "article": named[BOATS]}
    if act == "same news":
        places = {"document": named[FERRY], "other": named[BOATS]}
    guessed = {"token": "guess"}
    assert send(client, act=act, **places | guessed).status_code == 422
    assert not query.corrections(ledger)
