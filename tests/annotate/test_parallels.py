"""Clauses that stand side by side, each with its own subject, whatever the parser joined."""

from typing import TYPE_CHECKING

import pytest

from detente.annotate.parse import Parse, parse

if TYPE_CHECKING:
    from spacy.language import Language


def _subjects(parsed: Parse, verb: str) -> list[list[str]]:
    """Return the subjects of each verb of a form, in the order of the text."""
    return [
        [t.text for t in parsed.tokens if t.head == v.i and t.dep == "nsubj"]
        for v in parsed.tokens
        if v.text == verb
    ]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Armenia freed 12 Azerbaijani soldiers and Azerbaijan freed two Armenians.", "freed"),
        (
            "Armenia will return 12 Azerbaijani soldiers and Azerbaijan will return two Armenian ones.",
            "return",
        ),
    ],
)
def test_each_side_does_its_own_part(language: "Language", text: str, verb: str) -> None:
    assert _subjects(parse(text, language=language), verb) == [["Armenia"], ["Azerbaijan"]]


def test_a_dateline_is_no_subject(language: "Language") -> None:
    text = "YEREVAN (Ararat Wire) - Azerbaijan will release ten soldiers, officials said."
    assert _subjects(parse(text, language=language), "release") == [["Azerbaijan"]]
