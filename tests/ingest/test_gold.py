"""The real articles of the project, where they are at hand: titles, outlets, days, addresses, text kept, noise dropped."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from detente.ingest import find_inputs, read_input
from detente.ingest.outlet_names import OutletNames, outlet_names
from detente.model.codec import date_to_json
from detente.model.document import Document
from detente.processes import load_process

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "seeds.jsonl").exists(),
    reason="../shared with the real articles is absent",
)


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").casefold())


def _agrees(gold: str | None, said: str | None, names: OutletNames) -> bool:
    """Say whether two names are the same words, or names of one outlet of the profile."""
    outlet = names.named(gold or "")
    return _words(gold) == _words(said) or (outlet is not None and outlet.name == said)


def _gold() -> list[dict[str, Any]]:
    lines = [
        line
        for name in ("seeds.jsonl", "dev.jsonl")
        for line in (SHARED / "gold" / name).read_text("utf-8").splitlines()
    ]
    return [json.loads(line) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    outlets = load_process("armenia-azerbaijan").outlets
    inputs, rejections = find_inputs([SHARED / "seeds", SHARED / "gold" / "articles"])
    assert not rejections
    found = [d for item in inputs for d in read_input(item, outlets=outlets)]
    return {Path(d.source).name: d for d in found if isinstance(d, Document)}


def test_titles_outlets_and_addresses_are_those_of_the_gold(documents: dict[str, Document]) -> None:
    names = outlet_names(load_process("armenia-azerbaijan").outlets)
    wrong = [
        (gold["doc"], field, gold[field], getattr(documents[gold["doc"]], field))
        for gold in _gold()
        for field in ("title", "outlet", "url")
        if field in gold
        and (gold[field] or field == "title")
        and not _agrees(gold[field], getattr(documents[gold["doc"]], field), names)
    ]
    assert wrong == []


def test_the_day_of_publication_is_that_of_the_gold(documents: dict[str, Document]) -> None:
    wrong = []
    for gold in _gold():
        said = date_to_json(documents[gold["doc"]].published) or {}
        if gold["published"] and (said.get("start"), said.get("end")) != (gold["published"],) * 2:
            wrong.append((gold["doc"], gold["published"], said))
        if not gold["published"] and said and said["start"] == said["end"]:
            wrong.append((gold["doc"], None, said))
    assert wrong == []


def test_the_body_is_kept_and_the_noise_dropped(documents: dict[str, Document]) -> None:
    texts = {gold["doc"]: documents[gold["doc"]].text for gold in _gold()}
    lost = [
        (g["doc"], p) for g in _gold() for p in g.get("body_has", []) if p not in texts[g["doc"]]
    ]
    noise = [
        (g["doc"], p) for g in _gold() for p in g.get("body_lacks", []) if p in texts[g["doc"]]
    ]
    assert (lost, noise) == ([], [])
