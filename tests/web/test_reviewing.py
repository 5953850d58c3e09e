import html

import pytest
from starlette.testclient import TestClient

from detente import query
from detente.model.filter import Filter
from detente.pipeline import add, refresh
from detente.pipeline.correcting import other_news, same_news
from detente.web.app import make_app
from tests.ledger.stories import STORIES, new_ledger, reader, rows
from tests.web.conftest import ORIGIN

OURS = {"Origin": ORIGIN}


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        rows(tmp_path / "files" / "stories.jsonl", STORIES)
        add(opened, [tmp_path / "files"], process=opened.process, reader=reader())
        yield opened


@pytest.fixture
def client(ledger):
    return TestClient(make_app(ledger), base_url=ORIGIN)


def send(client, **form):
    token = client.get("/add").text.split('name="token" value="')[1].split('"')[0]
    return client.post("/review", data={"token": token, "reviewer": "Ada"} | form, headers=OURS)


def waiting(ledger):
    return query.suggestions(ledger, Filter(), reviewer="Ada", limit=100)


def state_of(ledger, name):
    (found,) = [e for e in query.corrections(ledger) if name in e.correction.subjects][:1]
    return found.correction.act.value, found.correction.reviewer


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_a_decision_is_recorded_and_the_next_one_comes(client, ledger, act):
    first, second = (s.recorded.id for s in waiting(ledger)[:2])
    assert f'data-row="{first}"' in client.get("/review").text
    answer = send(client, act=act, entry=first, back="/review?track=treaty")
    assert str(answer.url).endswith("/review?track=treaty")
    assert state_of(ledger, first) == (act, "Ada")
    assert f'data-row="{second}"' in client.get("/review").text


def test_what_is_skipped_is_passed_over_in_the_address(client, ledger):
    first, second = (s.recorded.id for s in waiting(ledger)[:2])
    page = client.get(f"/review?skip={first}").text
    assert f'data-row="{second}"' in page


def test_an_edit_records_the_fields_that_were_changed(client, ledger):
    entry = next(s.recorded.id for s in waiting(ledger) if s.recorded.entry.kind == "refusal")
    send(
        client,
        act="edit",
        entry=entry,
        **{"field-tracks": "treaty", "was-tracks": "border", "was-by": "x", "field-by": "x"},
    )
    (made,) = query.corrections(ledger)
    assert made.result.entry.tracks == ("treaty",)
    assert made.result.entry.by == made.subjects[0].entry.by


def test_a_wrong_edit_says_why_and_records_nothing(client, ledger):
    entry = waiting(ledger)[0].recorded.id
    answer = send(client, act="edit", entry=entry, **{"field-tracks": "moon"})
    assert answer.status_code == 422
    assert "Nothing was recorded: " in answer.text
    assert query.corrections(ledger) == ()


def test_the_last_decision_can_be_undone(client, ledger):
    entry = waiting(ledger)[0].recorded.id
    send(client, act="reject", entry=entry)
    send(client, act="undo")
    assert entry in {s.recorded.id for s in waiting(ledger)}


def test_a_bulk_decision_is_on_what_was_listed(client, ledger):
    page = client.get("/review?bulk=accept&track=border").text
    listed = [part.split('"')[0] for part in page.split('name="entry" value="')[1:]]
    assert listed
    send(client, act="accept", entry=listed)
    left = query.suggestions(ledger, Filter(tracks=("border",)), reviewer="Ada", limit=100)
    assert left == ()
    assert waiting(ledger)


def test_what_was_missed_is_added_from_the_page_of_an_article(client, ledger):
    article = next(d for d in query.documents(ledger, Filter()) if "It rained" in d.document.text)
    words = "It rained in the capital."
    send(
        client,
        act="add",
        document=article.id,
        passage=words,
        **{"to-kind": "assessment", "field-sign": "-", "field-tracks": "treaty"},
    )
    (made,) = query.corrections(ledger)
    assert made.result.sentence == words


def test_the_page_to_which_an_addition_leads_shows_it(client, ledger):
    article = next(d for d in query.documents(ledger, Filter()) if "It rained" in d.document.text)
    answer = send(
        client,
        act="add",
        document=article.id,
        passage="It rained in the capital.",
        back=f"/article/{article.id}",
        **{"to-kind": "assessment", "field-sign": "-", "field-tracks": "treaty"},
    )
    assert '<mark class="kind-assessment">It rained in the capital.</mark>' in answer.text


def test_a_kind_that_needs_more_is_asked_for_it_at_the_same_suggestion(client, ledger):
    kept = {"track": "treaty", "back": "/review?track=treaty"}
    (first,) = query.suggestions(ledger, Filter(tracks=("treaty",)), reviewer="Ada", limit=1)
    entry = first.recorded.id
    answer = send(client, act="kind", entry=entry, **{"to-kind": "incident"}, **kept)
    assert answer.status_code == 422
    assert "Nothing was recorded: an incident needs status" in answer.text
    assert f'data-row="{entry}"' in answer.text
    assert "<option>threatened</option>" in answer.text
    assert "Take out kind" not in answer.text  # no filter came of the button
    fields = {"to-kind": "incident", "field-status": "denied"}
    send(client, act="edit", entry=entry, **fields, **kept)
    (made,) = query.corrections(ledger)
    assert (made.result.entry.kind, made.result.entry.status) == ("incident", "denied")


def test_a_failed_addition_comes_back_with_all_that_was_typed(client, ledger):
    article = next(d for d in query.documents(ledger, Filter()) if "It rained" in d.document.text)
    answer = send(
        client,
        act="add",
        document=article.id,
        passage="It rained in the capital.",
        **{"to-kind": "incident", "field-by": "Norland"},
    )
    assert answer.status_code == 422
    assert f"/article/{article.id}" in answer.text
    assert ">It rained in the capital.</textarea>" in answer.text
    assert 'name="field-by" value="Norland"' in answer.text
    assert "an incident needs status" in answer.text
    assert query.corrections(ledger) == ()


def test_a_form_without_our_token_records_nothing(client, ledger):
    entry = waiting(ledger)[0].recorded.id
    guessed = {"token": "guess"}
    answer = send(client, act="accept", entry=entry, **guessed)
    assert answer.status_code == 422
    assert query.corrections(ledger) == ()


@pytest.mark.parametrize("back", ["//evil.test", "https://evil.test", "/\\evil.test"])
def test_the_way_back_leads_to_no_other_site(client, ledger, back):
    entry = waiting(ledger)[0].recorded.id
    assert str(send(client, act="accept", entry=entry, back=back).url) == f"{ORIGIN}/review"


def test_the_day_and_outlet_of_an_article_are_corrected_on_its_page_and_taken_back(client, ledger):
    document = waiting(ledger)[0].recorded.document.id
    page = f"/article/{document}"
    form = {"act": "article", "document": document, "back": page, "reason": "as printed"}
    was = {"was-published": "2023-06-20", "was-outlet": "Sud Daily"}
    answer = send(client, **form, **was, published="2023-06-19", outlet="Sud Daily")
    assert answer.status_code == 200
    assert "day of article" in answer.text
    assert "as printed" in answer.text
    assert "outlet of article" not in answer.text
    assert page in client.get("/corrections").text
    (told,) = query.corrections(ledger)
    assert str(told.correction.day) == "2023-06-19"
    send(client, act="undo", number=str(told.correction.number), back=page)
    assert "undone" in client.get(page).text


def test_a_wrong_day_of_an_article_says_why_at_the_form(client, ledger):
    document = waiting(ledger)[0].recorded.document.id
    answer = send(client, act="article", document=document, published="in May", outlet="")
    assert answer.status_code == 422
    assert "is not a day" in answer.text
    assert not query.corrections(ledger)


def test_an_article_that_does_not_belong_is_left_out_from_its_page(client, ledger):
    document = waiting(ledger)[0].recorded.document.id
    answer = send(client, act="leave out", document=document, back=f"/article/{document}")
    assert "leave out article" in answer.text
    refresh(ledger, ledger.process)
    assert document not in {s.recorded.document.id for s in waiting(ledger)}
    assert client.get(f"/article/{document}").status_code == 200


def events_of(ledger, kind):
    return [e.event for e in query.events(ledger, Filter()) if e.event.kind == kind]


def test_an_entry_is_corrected_from_its_evidence_and_the_way_leads_back(client, ledger):
    last = waiting(ledger)[-1].recorded.id
    evidence = client.get(f"/chronology?item={last}").text
    link = evidence.split('<a class="button" href="/review?')[1].split('"')[0]
    page = client.get("/review?" + html.unescape(link)).text
    assert f'data-row="{last}"' in page
    back = html.unescape(page.split('name="back" value="')[1].split('"')[0])
    assert back == f"/chronology?item={last}"
    answer = send(client, act="reject", entry=last, back=back)
    assert str(answer.url).endswith(back)
    assert "Rejected by" in client.get(f"/review?entry={last}").text


def test_an_edit_of_one_entry_that_fails_comes_back_at_that_entry(client, ledger):
    last = waiting(ledger)[-1].recorded.id
    form = {"act": "edit", "entry": last, "field-tracks": "no such", "was-tracks": "", "back": "/"}
    page = send(client, **form).text
    assert f'data-row="{last}"' in page
    assert 'role="alert"' in page


def test_a_report_is_parted_from_its_event_and_joined_with_it_again(client, ledger):
    event = next(e for e in events_of(ledger, "meeting") if len(e.entries) > 1)
    page = f"/item/{event.id}"
    assert "Part them from the event" in client.get(page).text
    send(client, act="split", event=event.id, entry=event.entries[-1], reason="no", back=page)
    refresh(ledger, ledger.process)
    one, other = (
        next(e for e in events_of(ledger, "meeting") if name in e.entries)
        for name in (event.entries[0], event.entries[-1])
    )
    assert one.id != other.id
    assert other.id in client.get(f"/item/{one.id}").text
    send(client, act="join", event=one.id, other=f"{ORIGIN}/item/{other.id}", back=page)
    refresh(ledger, ledger.process)
    assert event.entries in [e.entries for e in events_of(ledger, "meeting")]


@pytest.mark.parametrize(
    ("form", "told"),
    [({"act": "split"}, "mark the reports"), ({"act": "join", "other": "none"}, "has no event")],
)
def test_what_cannot_be_parted_or_joined_is_told_at_the_event(client, ledger, form, told):
    event = events_of(ledger, "meeting")[0]
    answer = send(client, event=event.id, reason="as I think", back="/", **form)
    assert answer.status_code == 422
    assert told in answer.text
    assert "as I think" in answer.text
    assert not query.corrections(ledger)


def test_an_entry_that_is_not_there_is_told(client):
    assert "no entry of this id" in client.get("/review?entry=0123456789abcdef").text


def test_the_evidence_of_an_entry_is_put_right_in_its_words(client, ledger):
    told = next(s.recorded for s in waiting(ledger) if s.recorded.entry.kind == "refusal")
    page = client.get(f"/review?entry={told.id}").text
    assert (
        f'name="field-evidence" rows="3" aria-describedby="evidence-note">{told.sentence}<' in page
    )
    form = {"act": "edit", "entry": told.id, "was-evidence": told.sentence, "back": "/"}
    send(client, **form, **{"field-evidence": "Norland refused to talk"})
    (made,) = query.corrections(ledger)
    assert made.result.sentence == "Norland refused to talk"


def test_an_edit_goes_to_the_other_entries_of_its_passage_where_that_is_ticked(client, ledger):
    told = next(s.recorded for s in waiting(ledger) if s.recorded.entry.kind == "refusal")
    missed = {"act": "add", "document": told.document.id, "passage": told.sentence}
    values = {"field-mode": "indirect", "field-speaker": "Norland", "to-kind": "statement"}
    send(client, **missed, **values)
    refresh(ledger, ledger.process)
    assert "statement" in client.get(f"/review?entry={told.id}").text.split('name="also"')[1]
    form = {"act": "edit", "entry": told.id, "also": "yes", "was-by": "Norland", "back": "/"}
    send(client, **form, **{"field-by": "Sudland"})
    assert [c.correction.act for c in query.corrections(ledger)] == ["edit", "edit", "add"]


def test_a_word_on_two_articles_of_one_story_names_the_other_on_their_pages(client, ledger):
    first, second, *_ = query.articles(ledger, Filter(), order="oldest", limit=2)
    same_news(ledger, [first.head.id, second.head.id], by="Ani")
    other_news(ledger, first.head.id, [second.head.id], by="Mher")
    for one, other in ((first, second), (second, first)):
        page = client.get(f"/article/{one.head.id}").text
        said = page.split("<h2>Said of the article</h2>")[1].split("</ul>")[0]
        for word in ("as", "than"):
            assert f'{word} <a href="/article/{other.head.id}"' in said
    listed = client.get("/corrections").text
    assert all(f'href="/article/{each.head.id}"' in listed for each in (first, second))
