from typing import TYPE_CHECKING, Any

import pytest

from detente.annotate.remembering import RememberingMatcher

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES = [
    "The ministers said that they would not sign, and there's nothing to add.",
    "Let's talk, y'all; it ain't over, and there was nothin' that we've gotten yet.",
    "“I’m gonna wait,” he told him,  and had his men do the rest by 6 p.m. on Monday.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("turn", ["asked", "remembered"])
def test_the_rules_that_match_are_those_that_the_library_finds(
    language: "Language", sentence: str, turn: str
) -> None:
    ruler: Any = language.get_pipe("attribute_ruler")
    assert isinstance(ruler.matcher, RememberingMatcher)
    doc = language(sentence)
    found, expected = (
        matcher(doc, allow_missing=True, as_spans=False)
        for matcher in (ruler.matcher, ruler.matcher.library)
    )
    assert sorted(found) == sorted(expected), turn
