"""Read a few sentences as an article of 26 May 2023 (a Friday), with the real model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from detente.annotate import annotate
from detente.extract import Extraction, extract
from detente.model.profile import Process
from tests.conftest import article

if TYPE_CHECKING:
    from spacy.language import Language

Read = Callable[..., Extraction]


@pytest.fixture(scope="session")
def read(language: "Language", process: Process) -> Read:
    """Give a function from sentences to what is read out of them."""

    def _read(text: str, *, published: date | None = date(2023, 5, 26), **facts: str) -> Extraction:
        document = replace(article(text, published=published), **facts)
        annotated = annotate(document, language=language, process=process)
        extraction = extract(annotated, process=process)
        for entry in extraction.entries:
            for evidence in entry.evidence:
                evidence.check(text)
        return extraction

    return _read
