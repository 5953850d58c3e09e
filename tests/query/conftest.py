import pytest

from detente.pipeline import add
from tests.ledger.stories import HELD, STORIES, new_ledger, reader, rows


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    """A record of the stories; one of them was edited after it had been added, one file is empty."""
    folder = tmp_path_factory.mktemp("stories")
    first = HELD["text"].replace("refused to talk", "said nothing")
    with new_ledger(folder) as opened:
        files = folder / "files"
        for story in ([HELD | {"text": first}], STORIES):
            rows(files / "stories.jsonl", story)
            (files / "empty.txt").write_bytes(b"")
            add(opened, [files], process=opened.process, reader=reader())
        yield opened
