import json

import pytest

from detente.pipeline import Reader

from .conftest import Terminal
from .test_recording import Found


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of our own, and a reader that needs no language model."""
    reader = Reader("by hand", lambda: lambda _document: Found(()))
    monkeypatch.setattr("detente.pipeline.adding.language_reader", lambda _process: reader)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "detente" / "demo"


def test_the_demo_builds_a_record_and_shows_the_board(cache, tmp_path):
    shown = Terminal(tmp_path).type("demo")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.startswith("Armenia and Azerbaijan · as of 2023-")
    assert f"  export DETENTE_RECORD={cache}" in shown.stdout.splitlines()
    assert (cache / "detente.toml").is_file()


@pytest.mark.usefixtures("cache")
def test_the_demo_is_built_anew_each_time(tmp_path):
    terminal = Terminal(tmp_path)
    first = json.loads(terminal.type("demo", "--json").stdout)
    assert json.loads(terminal.type("demo", "--json").stdout) == first


def test_the_demo_never_clears_a_folder_that_it_did_not_make(cache, tmp_path):
    cache.mkdir(parents=True)
    (cache / "thesis.txt").write_text("three years of work")
    shown = Terminal(tmp_path).type("demo")
    assert shown.exit_code == 1
    assert "--keep DIR" in shown.stderr
    assert (cache / "thesis.txt").is_file()


@pytest.mark.usefixtures("cache")
def test_a_kept_demo_is_not_cleared_by_the_next(tmp_path):
    terminal = Terminal(tmp_path)
    assert terminal.type("demo", "--keep", str(tmp_path / "kept")).exit_code == 0
    shown = terminal.type("demo", "--keep", str(tmp_path / "kept"))
    assert shown.exit_code == 1
    assert "is not empty" in shown.stderr
