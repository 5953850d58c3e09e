from pathlib import Path

import pytest

from detente.model.profile import ActorKind
from detente.processes.loader import PROFILE_FILES, TABLES
from detente.processes.outline import KEYS
from detente.processes.places import PLACE_KINDS

DOCUMENT = Path(__file__).parents[2] / "docs" / "profiles.md"


@pytest.mark.parametrize("file", PROFILE_FILES)
def test_every_file_of_a_profile_has_its_section(file: str) -> None:
    assert f"### {file}: " in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "column"), [(file, column) for file, columns in TABLES.items() for column in columns]
)
def test_every_column_is_explained(file: str, column: str) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.split(f"### {file}: ")[1].split("### ")[0]
    explained = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert any(f"`{column}`" in cell for cell in explained)


@pytest.mark.parametrize(
    "word", [*(key for keys in KEYS.values() for key in keys), *ActorKind, *PLACE_KINDS]
)
def test_every_key_and_kind_is_named(word: str) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert f"`{word}`" in text or f"`[[{word}]]`" in text
