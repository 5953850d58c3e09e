"""One web page -> its paragraphs and what its markup says of title, outlet, author, day and address.

This runs in the killable child (``page_child``): the parsers here have hung, crashed and lost pages.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura
from htmldate import find_date

from detente.ingest.page_text import paragraphs_of

Found = tuple[str, str, str]  # field, value, how

# where markup names the day, the author, the outlet: attribute, value, and the field it fills, best first
_META: tuple[tuple[str, str, str], ...] = (
    ("property", "og:title", "title"),
    ("name", "twitter:title", "title"),
    ("property", "article:published_time", "published"),
    ("name", "article:published_time", "published"),
    ("itemprop", "datePublished", "published"),
    ("name", "pubdate", "published"),
    ("name", "publishdate", "published"),
    ("name", "publish-date", "published"),
    ("name", "parsely-pub-date", "published"),
    ("name", "sailthru.date", "published"),
    ("name", "DC.date.issued", "published"),
    ("name", "date", "published"),
    ("property", "og:site_name", "site"),
    ("name", "author", "byline"),
    ("name", "parsely-author", "byline"),
    ("property", "og:url", "url"),
)
_ARTICLE_TYPES = re.compile(
    r"(?:News|Report|Analysis|Opinion|Blog|Live)?\w*(?:Article|Posting)$", re.IGNORECASE
)
# the page's own name for itself at the end of its title: "Talks resume - Example News", "... | Example"
_TITLE_SUFFIX = re.compile(r"\s+(?:[|•·»]|[-–—])\s+(?P<suffix>[^|•·»–—]{2,40})$")
# less than this share of the page's own words means that the extractor lost the article
_LOST_SHARE = 0.02
_SHORT = 200
_MAX_DATA_BYTES = 500_000


def read_page(page: str) -> dict[str, Any]:
    """Return ``{"paragraphs": [...], "found": [[field, value, how], ...], "how": "..."}``."""
    tree = _tree(page)
    found: list[Found] = (
        [] if tree is None else [*_from_meta_tags(tree), *_from_data(tree), *_from_elements(tree)]
    )
    text = (
        (trafilatura.extract(page, include_comments=False, include_tables=False) or "")
        if tree is not None
        else ""
    )
    how = "trafilatura"
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if len(text) < _SHORT:
        title, plain = paragraphs_of(page)
        if len(text) < _LOST_SHARE * sum(map(len, plain)) or not text:
            paragraphs, how = plain, "html.parser: the extractor found no article"
            found += [("title", title, "title of the page")] if title else []
    if tree is not None and not any(field == "published" for field, _, _ in found):
        found += _guessed_day(page)
    return {"paragraphs": paragraphs, "found": _tidied(found), "how": how}


def read_plainly(page: str) -> dict[str, Any]:
    """Return the same without any parser but the standard library's."""
    title, paragraphs = paragraphs_of(page)
    found = [("title", title, "title of the page")] if title else []
    return {"paragraphs": paragraphs, "found": _tidied(found), "how": "html.parser"}


def _tree(page: str) -> Any:
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        return lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None


def _from_meta_tags(tree: Any) -> Iterator[Found]:
    for attribute, value, field in _META:
        for node in tree.xpath(f"//meta[@{attribute}=$value]", value=value)[:1]:
            if content := (node.get("content") or "").strip():
                yield field, content, f"meta tag {value}"


def _from_elements(tree: Any) -> Iterator[Found]:
    for node in tree.xpath("//link[@rel='canonical']")[:1]:
        if (href := (node.get("href") or "").strip()).startswith("http"):
            yield "url", href, "canonical link"
    for node in tree.xpath("//h1")[:1]:
        if words := " ".join(node.text_content().split()):
            yield "title", words, "main heading"
    for node in tree.xpath(
        "//article//time[@datetime] | //main//time[@datetime] | //time[@itemprop]"
    )[:1]:
        if stamp := node.get("datetime"):
            yield "published", stamp, "time element"
    for node in tree.xpath("//title")[:1]:
        if words := " ".join(node.text_content().split()):
            yield "title", words, "title of the page"


def _from_data(tree: Any) -> Iterator[Found]:
    """Read the linked data that pages carry for search engines."""
    for node in tree.xpath("//script[@type='application/ld+json']")[:10]:
        text = node.text or ""
        if len(text) > _MAX_DATA_BYTES:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for item in _articles_in(data):
            yield from _of_article(item)


def _articles_in(data: Any) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items[:50]:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        parts = graph[:50] if isinstance(graph, list) else [item]
        for part in parts:
            kinds = part.get("@type") if isinstance(part, dict) else None
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.match(kind) for kind in kinds):
                yield part


def _of_article(item: dict[str, Any]) -> Iterator[Found]:
    for key, field in (("headline", "title"), ("datePublished", "published"), ("url", "url")):
        if isinstance(value := item.get(key), str) and value.strip():
            yield field, value.strip(), f"linked data {key}"
    for key, field in (("publisher", "site"), ("author", "byline")):
        people = item.get(key)
        for person in people if isinstance(people, list) else [people]:
            name = person.get("name") if isinstance(person, dict) else person
            if isinstance(name, str) and name.strip():
                yield field, name.strip(), f"linked data {key}"


def _guessed_day(page: str) -> list[Found]:
    day = find_date(page, original_date=True, extensive_search=False)
    return [("published", day, "htmldate")] if day else []


def _tidied(found: list[Found]) -> list[Found]:
    """Cut the outlet's name off titles."""
    sites = {value.casefold() for field, value, _ in found if field == "site"}
    return [
        (field, _without_suffix(value, sites) if field == "title" else value, how)
        for field, value, how in found
    ]


def _without_suffix(title: str, sites: set[str]) -> str:
    match = _TITLE_SUFFIX.search(title)
    if not match or match.start() < 3:
        return title
    suffix = match.group("suffix").strip().casefold()
    is_site = any(suffix in site or site in suffix for site in sites)
    return title[: match.start()] if is_site or "|" in match.group() else title
