from pathlib import Path

import pytest
from starlette.testclient import TestClient

from detente import query
from detente.model.filter import Filter
from detente.web.app import make_app
from detente.web.jobs import Jobs
from detente.web.uploads import keep_text, safe_name
from tests.ledger.stories import new_ledger, reader
from tests.web.conftest import ORIGIN

OURS = {"Origin": ORIGIN}
STORY = b'{"title": "N", "date": "2023-05-26", "outlet": "Sud Daily", "text": "Ruiz said that it was late."}\n'


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        yield opened


@pytest.fixture
def jobs(ledger):
    from detente.pipeline import add

    return Jobs(ledger, add=lambda *words, **named: add(*words, reader=reader(), **named))


@pytest.fixture
def client(ledger, jobs):
    return TestClient(make_app(ledger, jobs), base_url=ORIGIN)


def token(client):
    text = client.get("/add").text
    return text.split('name="token" value="')[1].split('"')[0]


def ended(client, answer):
    """Read the progress of a job to its end, then its page."""
    told = client.get(f"{answer.url.path}/progress").text
    return told, client.get(answer.url.path).text


def test_files_are_read_and_what_is_left_out_is_told(client, ledger):
    files = [("files", ("story.jsonl", STORY)), ("files", ("empty.txt", b""))]
    answer = client.post("/add", data={"token": token(client)}, files=files, headers=OURS)
    told, page = ended(client, answer)
    assert '"ended": true' in told
    assert "no bytes" in page or "empty" in page
    assert [r.sentence for r in query.entries(ledger, Filter())] == ["Ruiz said that it was late."]


def test_pasted_text_is_read_with_what_is_known_of_it(client, ledger):
    words = {
        "text": "Holm said that it was early.",
        "outlet": "Northern Post",
        "date": "2023-05-27",
    }
    answer = client.post("/add", data=words | {"token": token(client)}, headers=OURS)
    ended(client, answer)
    (told,) = query.entries(ledger, Filter())
    assert told.document.outlet == "Northern Post"
    assert str(told.document.published) == "2023-05-27"


def test_what_was_read_is_listed_with_the_article_and_a_missing_day_is_told(client):
    words = {"text": "Ruiz said that the border was open.", "title": "News"}
    answer = client.post("/add", data=words | {"token": token(client)}, headers=OURS)
    _, page = ended(client, answer)
    assert 'href="/article/' in page
    assert "Ruiz said that the border was open." in page
    assert "It has no day of publication" in page
    assert "News" in client.get("/articles?order=undated").text
    again = client.post("/add", data=words | {"token": token(client)}, headers=OURS)
    _, page = ended(client, again)
    assert "There already" in page
    assert 'href="/article/' in page


def test_an_address_inside_the_network_is_refused_and_told(client, ledger):
    form = {"token": token(client), "address": "http://127.0.0.1/admin"}
    answer = client.post("/add", data=form, headers=OURS)
    assert answer.status_code == 422
    assert "Nothing was added." in answer.text
    assert query.is_empty(ledger)


def test_an_address_of_an_article_that_is_none_of_the_web_is_refused(client, ledger):
    form = {"token": token(client), "text": "Ruiz said no.", "url": "javascript:alert(1)"}
    answer = client.post("/add", data=form, headers=OURS)
    assert answer.status_code == 422
    assert "is no address of a page" in answer.text
    assert query.is_empty(ledger)


def test_nothing_handed_in_is_told(client):
    answer = client.post("/add", data={"token": token(client)}, headers=OURS)
    assert answer.status_code == 422
    assert "Nothing was handed in" in answer.text


def test_a_form_without_our_token_adds_nothing(client, ledger):
    answer = client.post("/add", data={"token": "guess", "text": "Ruiz said no."}, headers=OURS)
    assert answer.status_code == 403
    assert query.is_empty(ledger)


def test_a_failure_says_that_what_was_read_is_kept(ledger):
    def broken(*_, **__):
        raise OSError("no room left")

    client = TestClient(make_app(ledger, Jobs(ledger, add=broken)), base_url=ORIGIN)
    answer = client.post("/add", data={"token": token(client), "text": "x"}, headers=OURS)
    _, page = ended(client, answer)
    assert "no room left. What was read until then is kept." in page


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\a.html", "a.html"),
        ("..", "article"),
        ("a\x1b[2J<b>.txt", "a_2J_b_.txt"),
        ("x" * 300 + ".md", "x" * 118 + ".md"),
    ],
)
def test_the_name_of_a_file_is_no_path(name, kept):
    assert safe_name(name) == kept


def test_pasted_text_is_one_row(tmp_path):
    keep_text(tmp_path, "a\u2028b", [("title", " T "), ("date", ""), ("other", "x")])
    assert (
        Path(tmp_path / "pasted.jsonl").read_text("utf-8")
        == '{"title": "T", "text": "a\\u2028b"}\n'
    )
