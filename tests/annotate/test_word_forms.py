from typing import TYPE_CHECKING

import pytest
import spacy

from detente.annotate import find_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SENTENCES = [
    "The ministers said that they would not sign, and there's nothing to add.",
    "Let's talk, y'all; it ain't over, and there was nothin' that we've gotten yet.",
    "“I’m gonna wait,” he told him,  and had his men do the rest by 6 p.m. on Monday.",
    "Better leaves were left; the worst of them saw the saw.",
]


@pytest.fixture(scope="module")
def as_shipped() -> "Language":
    return spacy.load(find_model().folder, exclude=["senter"])


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("turn", ["asked", "remembered"])
def test_words_have_the_forms_that_the_shipped_model_gives_them(
    language: "Language", as_shipped: "Language", sentence: str, turn: str
) -> None:
    assert _forms(language(sentence)) == _forms(as_shipped(sentence)), turn


def _forms(doc: "Doc") -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_) for t in doc]
