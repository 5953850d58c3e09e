"""Annotations hold offsets into texts that are not ours, and give back what was annotated."""

import json

import pytest
from evals.annotated import document_of
from evals.standoff import MovedTextError, record, standoff, text_hash
from evals.surroundings import ANNOTATIONS

TEXT = "Oman said the talks would go on. Iran will not attend unless the sanctions are lifted."
ROW = {"id": "x-1", "text": TEXT, "outlet": "Gulf Courier", "date": "2025-05-21", "title": ""}
GOLD = {
    "doc": "x-1.txt",
    "process": "iran-us",
    "items": [
        {"kind": "statement", "speaker": "Oman", "mode": "indirect", "ev": "the talks would go on"},
        {
            "kind": "condition",
            "gates": ["talks"],
            "requires_text": "the sanctions are lifted",
            "ev": "Iran will not attend unless the sanctions are lifted",
            "optional": True,
        },
    ],
}


def test_an_annotation_holds_no_words_of_the_text() -> None:
    line = json.dumps(standoff(GOLD, "stream/day.jsonl", ROW))
    assert "talks would" not in line
    assert "sanctions are" not in line


def test_what_was_annotated_comes_back() -> None:
    line = standoff(GOLD, "stream/day.jsonl", ROW)
    said, condition = record(line, TEXT).expected
    assert (said.evidence, said.field("speaker")) == ("the talks would go on", ("Oman",))
    assert condition.field("requires_text") == ("the sanctions are lifted",)
    assert condition.optional


def test_a_passage_that_is_not_in_the_text_is_an_error() -> None:
    with pytest.raises(
        ValueError, match="not in the text, letter for letter: 'the talks would go on'"
    ):
        standoff(GOLD, "stream/day.jsonl", ROW | {"text": "Oman said nothing."})


def test_another_text_is_not_scored() -> None:
    line = standoff(GOLD, "stream/day.jsonl", ROW)
    with pytest.raises(MovedTextError, match="x-1: the text is not the one that was annotated"):
        record(line, TEXT.replace("Oman", "Qatar"))


def test_a_row_becomes_the_document_that_adding_makes_of_it() -> None:
    document = document_of(ROW)
    assert document.text == TEXT
    assert document.outlet == "Gulf Courier"


@pytest.mark.parametrize("part", ["tuned", "held-out"])
def test_annotations_are_whole(part: str) -> None:
    lines = (ANNOTATIONS / f"{part}.jsonl").read_text("utf-8").splitlines()
    for line in map(json.loads, lines):
        assert len(line["text_hash"]) == len(text_hash(""))
        for entry in line["entries"]:
            start, end = entry["evidence"]
            assert 0 <= start < end


def test_no_article_is_both_tuned_on_and_held_out() -> None:
    tuned, held = (
        {
            json.loads(x)["article"]
            for x in (ANNOTATIONS / f"{part}.jsonl").read_text("utf-8").splitlines()
        }
        for part in ("tuned", "held-out")
    )
    assert tuned.isdisjoint(held)
