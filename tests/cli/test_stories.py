"""``detente list stories`` and ``detente show STORY``, on the record of the demo."""

import json

import pytest
from typer.testing import CliRunner

from detente.cli.main import app
from detente.demo import build


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "record"
    build(folder, lambda *_: None, passing=True)
    return str(folder)


def typed(*words):
    found = CliRunner().invoke(app, words)
    assert found.exit_code == 0, found.output
    return found.stdout


def test_a_story_is_listed_with_each_headline_and_outlet(record):
    listed = typed(
        "list", "stories", "--from", "2020-09-27", "--to", "2020-09-27", "--record", record
    )
    assert "2 articles of 2 outlets" in listed
    assert "Ararat Wire, 2020-09-27: “Azerbaijan attacks along the whole line" in listed
    assert "Caspian Bulletin, 2020-09-27: “Azerbaijani Army launches counter-offensive" in listed


def test_a_story_is_shown_with_why_and_who_tells_what(record):
    (story,) = json.loads(
        typed(
            *["list", "story", "--from", "2020-09-27", "--to", "2020-09-27", "--json", "--record"],
            record,
        )
    )
    shown = typed("show", story["id"][:8], "--record", record)
    assert "both articles have: " in shown
    assert "told by           Ararat Wire, Caspian Bulletin" in shown
    assert "not by            Caspian Bulletin" in shown
    page = json.loads(typed("show", story["id"], "--json", "--record", record))
    assert page["what"] == "story"
    assert page["story"] == story
    assert page["told"][0]["told_by"] == story["documents"]
    article = typed("show", story["documents"][0], "--record", record)
    assert "the same news" in article


def test_stories_are_exported(record):
    (line, *_) = typed("export", "stories", "--record", record).splitlines()
    assert json.loads(line)["documents"]
    (header, row, *_) = typed(
        "export", "stories", "--format", "csv", "--record", record
    ).splitlines()
    assert header == "id,title,first,last,support,outlets,documents"
    assert row.startswith(json.loads(line)["id"])
