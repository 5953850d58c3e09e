"""What is promised of the record, with the whole program and the real model."""

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.acceptance.commands import detente, exported, record_of

KINDS = ("entries", "documents", "events")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy a dozen of the demo's dispatches of May and June 2023 into a folder."""
    folder = tmp_path_factory.mktemp("articles")
    with resources.as_file(resources.files("detente.demo").joinpath("dispatches")) as dispatches:
        chosen = sorted(p for p in dispatches.iterdir() if p.name.startswith("2023-05-"))[:12]
        for path in chosen:
            shutil.copy(path, folder / path.name)
    return folder


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> Path:
    return record_of(tmp_path_factory.mktemp("record") / "r", articles)


def test_every_evidence_slices(record: Path) -> None:
    result = detente("verify", "--json", record=record)
    assert result.returncode == 0, result.stdout
    assert json.loads(result.stdout)["flaws"] == []


def test_another_order_exports_the_same_bytes(record: Path, articles: Path, tmp_path: Path) -> None:
    other = record_of(tmp_path / "r", *sorted(articles.iterdir(), reverse=True))
    for what in KINDS:
        assert exported(other, what) == exported(record, what)


@pytest.mark.parametrize("point", ["inside-document:3", "after-commit:5", "inside-views:1"])
def test_a_kill_loses_nothing(record: Path, articles: Path, tmp_path: Path, point: str) -> None:
    folder = tmp_path / "r"
    assert detente("init", folder, "--process", "armenia-azerbaijan").returncode == 0
    assert detente("add", articles, record=folder, crash_at=point).returncode == 137
    assert detente("add", articles, record=folder).returncode == 0
    for what in KINDS:
        assert exported(folder, what) == exported(record, what)


def test_adding_again_adds_nothing(record: Path, articles: Path) -> None:
    before = exported(record, "entries")
    assert detente("add", articles, record=record).returncode == 0
    assert exported(record, "entries") == before
