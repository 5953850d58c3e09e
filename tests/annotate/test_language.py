import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.annotate.language import ModelFiles, changed_files, find_model, model_id

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_installed_model_is_the_pinned_one() -> None:
    assert changed_files(find_model()) == ()


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    model = find_model()
    copy = tmp_path / "model"
    shutil.copytree(model.folder, copy)
    (copy / "tokenizer").write_bytes(b"something else")
    assert changed_files(ModelFiles(model.package, model.version, copy)) == ("tokenizer",)


def test_the_name_of_the_model_holds_its_content() -> None:
    assert model_id().startswith("en_core_web_sm-3.8.0-")


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("They hoped to sign.", "hoped", "hope"),
        ("He is hoping for peace.", "hoping", "hope"),
        ("The bank was rated poorly.", "rated", "rate"),
    ],
)
def test_the_words_that_later_versions_cut_short(
    language: "Language", sentence: str, word: str, lemma: str
) -> None:
    assert {t.text: t.lemma_ for t in language(sentence)}[word] == lemma
