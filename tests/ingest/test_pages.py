"""Web pages: the article without its frame, and what the markup says of it."""

import json
import os
import signal
from pathlib import Path

import pytest

from detente.ingest.page_reader import PageError, PageReader
from detente.model.document import Document

from .reading import read_bytes

PARAGRAPHS = [
    "The foreign ministers of the two states met in Geneva on Monday, officials on both sides said.",
    "They spoke for six hours about the border, the bridge over the river and the prisoners of war.",
    "They will meet again next month, the mediator told reporters after the round of talks ended.",
]
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Valley Herald"},
        {
            "@type": "NewsArticle",
            "headline": "Ministers resume talks",
            "datePublished": "2023-05-22T18:00:00Z",
            "author": [{"@type": "Person", "name": "Ann Bell"}],
        },
    ],
}


def _page(*, head: str = "", body: str = "") -> bytes:
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>Ministers resume talks | Valley Herald</title>{head}</head>"
        "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<main><article><h1>Ministers resume talks</h1>{body}{text}</article></main>"
        "<footer>Copyright 2023 Valley Herald. All rights reserved.</footer></body></html>"
    ).encode()


def _read(folder: Path, page: bytes, name: str = "page.html") -> Document:
    found = read_bytes(folder, name, page)
    assert isinstance(found, Document), found
    return found


def test_a_page_gives_its_paragraphs_and_its_metadata(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="Ministers resume talks | Valley Herald">'
        '<meta property="og:site_name" content="Herald">'
        '<meta property="article:published_time" content="2023-05-22T20:15:00+02:00">'
        '<link rel="canonical" href="https://valleyherald.example/ministers-resume-talks">'
        '<meta name="author" content="Ann Bell">'
    )
    found = _read(tmp_path, _page(head=head))
    assert found.title == "Ministers resume talks"
    assert found.outlet == "Valley Herald"
    assert found.byline == ("Ann Bell",)
    assert found.url == "https://valleyherald.example/ministers-resume-talks"
    assert str(found.published) == "2023-05-22"
    assert found.published_basis == "meta tag article:published_time"
    assert found.text == "\n\n".join(PARAGRAPHS)


def test_linked_data_gives_the_day_and_the_author(tmp_path: Path) -> None:
    script = f'<script type="application/ld+json">{json.dumps(DATA)}</script>'
    found = _read(tmp_path, _page(head=script))
    assert (str(found.published), found.published_basis) == (
        "2023-05-22",
        "linked data datePublished",
    )
    assert found.byline == ("Ann Bell",)


def test_a_page_without_a_day_is_not_dated_today(tmp_path: Path) -> None:
    found = _read(tmp_path, _page())
    assert found.published is None or "bounds" in found.published_basis


def test_a_page_under_the_name_of_a_text_is_read_as_a_page(tmp_path: Path) -> None:
    assert _read(tmp_path, _page(), "page.txt").text == "\n\n".join(PARAGRAPHS)


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = _page(head='<meta charset="windows-1251">').decode().replace("Geneva", "Женева")
    found = _read(tmp_path, page.encode("cp1251"))
    assert "met in Женева on Monday" in found.text


def test_a_child_that_died_is_replaced() -> None:
    reader = PageReader()
    try:
        first = reader.read(_page().decode())
        child = reader._child
        assert child is not None
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert reader.read(_page().decode()) == first
    finally:
        reader.close()


def test_a_page_that_takes_too_long_is_an_error() -> None:
    reader = PageReader(seconds=0.0)
    try:
        with pytest.raises(PageError):
            reader.read(_page().decode())
    finally:
        reader.close()


def test_without_processes_the_page_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr("subprocess.Popen", refuse)
    result = PageReader().read(_page().decode())
    assert PARAGRAPHS[0] in result["paragraphs"]
