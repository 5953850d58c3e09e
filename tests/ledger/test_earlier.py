import gc

import pytest
from sqlalchemy import func, select

from detente.ledger import schema as s
from detente.ledger.dump import dump
from detente.ledger.earlier import Bounds, copy_within
from detente.ledger.moments import last_change
from detente.pipeline import add
from tests.ledger.stories import STORIES, new_ledger, reader, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        (tmp_path / "empty.txt").write_bytes(b"")
        paths = [tmp_path / "empty.txt", rows(tmp_path / "stories.jsonl", STORIES)]
        add(opened, paths, process=opened.process, reader=reader())
        yield opened


def facts(ledger):
    views = {table.name for table in s.views.sorted_tables}
    return [line for line in dump(ledger) if line.split('"')[1] not in views]


def test_the_state_after_the_last_change_has_every_fact(ledger):
    assert facts(copy_within(ledger, Bounds(known_at=last_change(ledger)))) == facts(ledger)


def test_before_the_first_change_there_is_no_fact_of_any_kind(ledger):
    then = copy_within(ledger, Bounds(known_at=0))
    with then.looking() as connection:
        for table in s.facts.sorted_tables:
            if table is not s.runs:  # a run that had recorded nothing yet
                count = select(func.count()).select_from(table)
                assert connection.scalar(count) == 0, table.name


def test_an_earlier_state_leaves_no_file_behind(ledger):
    then = copy_within(ledger, Bounds(known_at=1))
    folder = then.folder
    assert folder.is_dir()
    del then
    gc.collect()
    assert not folder.exists()
