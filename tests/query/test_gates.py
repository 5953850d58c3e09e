"""What would be free if a gate opened."""

import pytest

from detente import query
from detente.model.filter import Filter
from detente.pipeline import add
from detente.query.blockers import gate_id
from tests.ledger.stories import STORIES, new_ledger, reader, rows


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


def test_a_gate_that_means_no_track_can_be_taken_as_settled_by_its_own_id(ledger):
    (gate,) = (g for g in query.blockers(ledger, Filter()).blockers.gates if g.stands)
    (freed,) = query.blockers(ledger, Filter(), settled=(gate_id(gate),)).blockers.freed
    assert (freed.track, freed.opened, freed.remain) == (gate.track, (gate,), ())


def test_an_id_of_no_gate_frees_nothing(ledger):
    assert query.blockers(ledger, Filter(), settled=("border-nothing",)).blockers.freed == ()
