import json

import pytest

from tests.cli.conftest import Terminal, make_record


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A terminal in a record with a snapshot."""
    folder = tmp_path_factory.mktemp("kept") / "talks"
    make_record(folder)
    terminal = Terminal(folder)
    shown = terminal.type("snapshot", "june", "--note", "for the report")
    assert shown.exit_code == 0, shown.stderr
    return terminal


def test_the_snapshots_are_listed_with_what_they_keep(kept):
    shown = kept.type("snapshot", "--list").stdout
    assert shown.startswith("june · ")
    assert "for the report" in shown
    assert "documents: 3, entries: 7, events: 1" in " ".join(shown.split())


def test_the_list_is_json_too(kept):
    (june,) = json.loads(kept.type("snapshot", "--list", "--json").stdout)
    assert (june["name"], june["known_at"], june["seals"][0]["item"]) == ("june", 4, "documents")


@pytest.mark.parametrize("what", ["entries", "documents", "events"])
@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_the_export_of_a_snapshot_equals_that_of_its_time(kept, what, format_):
    now = kept.type("export", what, "--format", format_).stdout
    assert kept.type("export", what, "--format", format_, "--snapshot", "june").stdout == now


def test_the_export_of_a_snapshot_takes_no_filter(kept):
    shown = kept.type("export", "entries", "--snapshot", "june", "--track", "talks")
    assert shown.exit_code == 2
    assert "exported whole" in shown.stderr


def test_a_snapshot_names_the_state_for_every_command(kept):
    assert "up to change 4" in " ".join(kept.type("status", "--known-at", "june").stdout.split())


@pytest.mark.parametrize("typed", [(), ("june", "--list")])
def test_a_name_or_the_list_is_asked_for(kept, typed):
    assert kept.type("snapshot", *typed).exit_code == 2


def test_a_record_without_snapshots_says_so(terminal):
    shown = terminal.type("snapshot", "--list")
    assert shown.exit_code == 3
    assert "detente snapshot NAME" in shown.stderr
