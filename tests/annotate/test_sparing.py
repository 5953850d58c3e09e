from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy

from detente.annotate import find_model
from detente.annotate.sparing import RememberedWords

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCES = [
    "The ministers of both countries met in Geneva on Friday, and the ministers signed nothing.",
    "Geneva",
    "“They can't,” he said: 3,000 people had left by 6 p.m.",
]
_ROUNDING = 1e-5  # equal here; another processor may round another order of terms otherwise


@pytest.fixture(scope="module")
def as_shipped() -> "Language":
    return spacy.load(find_model().folder, exclude=["senter"])


@pytest.mark.parametrize("turn", ["met", "remembered"])
@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_a_network_answers_what_the_shipped_one_answers(
    language: "Language", as_shipped: "Language", name: str, turn: str
) -> None:
    docs = [language.make_doc(sentence) for sentence in SENTENCES]
    ours, theirs = (_words_of(one.get_pipe(name)).predict(docs) for one in (language, as_shipped))
    np.testing.assert_allclose(_joined(ours), _joined(theirs), atol=_ROUNDING, err_msg=turn)


def test_words_are_embedded_anew_where_too_many_are_known(as_shipped: "Language") -> None:
    embedding = _words_of(as_shipped.get_pipe("tok2vec")).layers[0]
    forgetful = RememberedWords(embedding, most=3)
    for sentence in SENTENCES:
        docs = [as_shipped.make_doc(sentence)]
        vectors, _ = forgetful(embedding, docs)
        np.testing.assert_allclose(vectors[0], embedding.predict(docs)[0], atol=_ROUNDING)


def _words_of(pipe: Any) -> Any:
    """Return the part of a network that gives each word its vector."""
    return pipe.model.get_ref("tok2vec") if pipe.model.has_ref("tok2vec") else pipe.model


def _joined(vectors: Any) -> Any:
    return np.concatenate(vectors) if isinstance(vectors, list) else vectors
