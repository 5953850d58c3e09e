"""What comes from articles is text on every page, whatever it tries to be."""

import lxml.html
import pytest

from detente.web.pages import PAGES
from detente.web.render import one_line, outside
from tests.web.addresses import addresses, stories_and_panels
from tests.web.records import BIDI, SCRIPT

OURS = {"/static/theme.js", "/static/main.js"}


@pytest.mark.parametrize("number", range(len(PAGES)), ids=lambda n: PAGES[n].path)
@pytest.mark.parametrize("panel", [False, True])
def test_markup_is_shown_as_text(hostile_pages, hostile_record, number, panel):
    address = addresses(hostile_record)[number]
    if panel:
        item = addresses(hostile_record)[-1].rsplit("/", 1)[1]
        address += ("&" if "?" in address else "?") + f"item={item}"
    is_all_text(hostile_pages.get(address).text)


def test_markup_of_a_story_is_shown_as_text(hostile_pages, hostile_record):
    for address in stories_and_panels(hostile_record):
        is_all_text(hostile_pages.get(address).text)


def is_all_text(page):
    tree = lxml.html.fromstring(page)
    assert {e.get("src") for e in tree.iter("script")} == OURS
    assert not list(tree.iter("img", "iframe", "object", "embed", "style", "base"))
    for element in tree.iter():
        names = element.attrib.keys()
        assert not [n for n in names if n.startswith("on") or n == "style"]
        for name in ("href", "src", "action"):
            assert not element.get(name, "").lower().startswith(("javascript:", "data:", "//"))
    assert "49" not in tree.xpath("string(//h1)")


def test_the_text_itself_is_there(hostile_pages, hostile_record):
    article = next(a for a in addresses(hostile_record) if a.startswith("/article/"))
    assert SCRIPT in lxml.html.fromstring(hostile_pages.get(article).text).text_content()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.test",
        "http://",
        "file:///etc",
        "http://[",
        None,
    ],
)
def test_only_addresses_of_the_web_become_links(address):
    assert outside(address) is None


def test_a_title_loses_what_would_turn_the_text_around_it():
    assert one_line(f"News {BIDI}\nof today") == "News right to left of today"
