import pytest

from detente.pipeline import add
from tests.ledger.stories import STORIES, new_ledger, reader, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened
