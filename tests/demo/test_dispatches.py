"""The demo's dispatches are ours, readable, and dated on the right days of the week."""

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FOLDER = Path(__file__).parents[2] / "src" / "detente" / "demo" / "dispatches"
FILES = sorted(
    path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md", ".html", ".jsonl"}
)
LABEL = "This dispatch was written for the détente demo; its outlet is invented."
VOCABULARY_HOSTS = {"schema.org"}  # named by JSON-LD, no outlet
MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
DATED_WEEKDAY = re.compile(
    rf"\b(?P<weekday>\w+day),? (?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?\b"
)


def texts(path: Path) -> list[str]:
    """Return the dispatches that one file holds."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.dumps(json.loads(line), ensure_ascii=False) for line in content.splitlines()]
    return [content]


def hosts(text: str) -> set[str]:
    return {urlsplit(url).hostname or "" for url in re.findall(r"https?://[^\s\"'<>)]+", text)}


def test_there_are_at_least_thirty_dispatches_in_four_formats() -> None:
    assert sum(len(texts(path)) for path in FILES) >= 30
    assert {path.suffix for path in FILES} == {".txt", ".md", ".html", ".jsonl"}


def test_at_least_six_outlets_write_them() -> None:
    found = {host for path in FILES for text in texts(path) for host in hosts(text)}
    assert len(found - VOCABULARY_HOSTS) >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_address_of_a_real_outlet(path: Path) -> None:
    found = {host for text in texts(path) for host in hosts(text)} - VOCABULARY_HOSTS
    assert all(host.endswith(".example") for host in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_dispatch_says_that_it_is_no_real_article(path: Path) -> None:
    assert all(LABEL in text for text in texts(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_weekdays_are_right(path: Path) -> None:
    """ "Thursday, June 22, 2023" was a Thursday; without a year, the year of the file counts."""
    for text in texts(path):
        for found in DATED_WEEKDAY.finditer(text):
            year = int(found["year"] or (path.name[:4] if path.name[:4].isdigit() else 2023))
            day = date(year, MONTHS.index(found["month"]) + 1, int(found["day"]))
            assert f"{day:%A}" == found["weekday"], found.group()
