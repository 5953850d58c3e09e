"""What several packages' tests need: the language model, loaded once, and the gold records beside the checkout."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.annotate import load_language
from detente.model.document import Document
from detente.model.profile import Process
from detente.model.when import DateRange
from detente.processes import load_process

if TYPE_CHECKING:
    from spacy.language import Language

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def language() -> "Language":
    """Load the language model once for all tests of a worker."""
    return load_language()


@pytest.fixture(scope="session")
def process() -> Process:
    """Load the profile of the Armenian-Azerbaijani process."""
    return load_process("armenia-azerbaijan")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of gold records and seeds, or skip where the checkout stands alone."""
    if not (SHARED / "gold" / "score.py").is_file():
        pytest.skip("the gold records (../shared) are not beside this checkout")
    return SHARED


def article(text: str, *, published: date | None = date(2023, 5, 26)) -> Document:
    """Build an article that was published on a Friday, 26 May 2023, unless told otherwise."""
    return Document(
        source="article.txt",
        text=text,
        outlet="Meridian Newswire",
        published=DateRange.on(published) if published else None,
    )
