import pytest

from detente.web.guard import POLICY
from tests.web.addresses import addresses
from tests.web.conftest import ORIGIN

EVERYWHERE = ("/static/main.js", "/static/style.css", "/nosuch", "/board.json", "/chronology.csv")


def test_every_answer_carries_the_policy(pages, record):
    for address in (*addresses(record), *EVERYWHERE):
        assert pages.get(address).headers["content-security-policy"] == POLICY


def test_the_policy_allows_no_inline_script_and_no_inline_style():
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize(
    "host", ["evil.test", "127.0.0.1.evil.test", "detente.test:8765", "", "[::1"]
)
def test_another_host_gets_nothing(pages, host):
    answer = pages.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "Norland" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:1", "[::1]:8765"])
def test_every_name_of_loopback_is_answered(pages, host):
    assert pages.get("/help", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.test"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_what_writes_must_come_from_our_own_pages(pages, headers):
    answer = pages.post("/add", headers=headers)
    assert answer.status_code == 403
    assert "Nothing was changed." in answer.text
    assert 'aria-label="Pages"' in answer.text  # with the menu, and so a way back


def test_a_request_that_an_address_does_not_take_gets_a_page(pages):
    answer = pages.post("/chronology", headers={"Origin": ORIGIN})
    assert answer.status_code == 405
    assert 'aria-label="Pages"' in answer.text


def test_an_unknown_page_says_so_and_repeats_nothing_as_markup(pages):
    answer = pages.get("/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_the_program_offers_no_documentation_pages_of_others(pages):
    assert pages.get("/docs").status_code == 404
    assert pages.get("/openapi.json").status_code == 404
