"""What people said of the record counts in an earlier state as far as it had been said, or can be, of it."""

from datetime import date

import pytest

from detente.ledger.moments import last_change
from detente.model.filter import EVERYTHING
from detente.pipeline import add, refresh
from detente.pipeline.correcting import accept, different, edit, reject, undo_last
from detente.query import entries
from tests.ledger.stories import ANNOUNCED, HELD, LATER, new_ledger, reader, rows
from tests.query.answers import answers

WILL_MEET = "Norland and Sudland will meet on 2023-05-25"
MET = "Norland and Sudland met on 2023-05-25"
REFUSED = "Norland refused to talk"
AS_OF = date(2023, 5, 20)


@pytest.fixture
def record(tmp_path):
    """A function that makes a record of some stories."""
    opened = []

    def make(*stories):
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(new_ledger(folder))
        path = rows(tmp_path / "stories.jsonl", stories)
        add(opened[-1], [path], process=opened[-1].process, reader=reader())
        return opened[-1]

    yield make
    for ledger in opened:
        ledger.close()


def named(ledger, words):
    (found,) = [e.id for e in entries(ledger, EVERYTHING) if words in e.sentence]
    return found


def test_known_at_a_change_a_correction_counts_as_it_did_then(record):
    ledger = record(ANNOUNCED, HELD, LATER)
    then = {last_change(ledger): answers(ledger)}
    for say in (
        lambda: different(ledger, [named(ledger, WILL_MEET)], [named(ledger, MET)], by="Ada"),
        lambda: edit(ledger, named(ledger, MET), {"date": "2023-05-24"}, by="Ada"),
        lambda: reject(ledger, named(ledger, REFUSED), by="Ada"),
        lambda: undo_last(ledger, by="Ada"),
    ):
        say()
        refresh(ledger, ledger.process)
        then[last_change(ledger)] = answers(ledger)
    assert len(then) == 5
    for change, answered in then.items():
        assert answers(ledger, known_at=str(change)) == answered


def test_as_of_a_day_corrections_of_what_came_later_count_for_nothing(record):
    whole, earlier = record(ANNOUNCED, HELD, LATER), record(ANNOUNCED)
    for ledger in (whole, earlier):
        edit(ledger, named(ledger, WILL_MEET), {"date": "2023-05-26"}, by="Ada")
        accept(ledger, named(ledger, "experts"), by="Ada")
    different(whole, [named(whole, WILL_MEET)], [named(whole, MET)], by="Ada")
    reject(whole, named(whole, REFUSED), by="Ada")
    for ledger in (whole, earlier):
        refresh(ledger, ledger.process)
    found, wanted = (answers(ledger, as_of=AS_OF) for ledger in (whole, earlier))
    assert found == wanted
