import pytest

from detente.ledger.moments import change_at, last_change
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.errors import RecordError
from tests.ledger.stories import MOMENT, document, new_ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """Two changes, on 2 and on 3 January 2024, both at 03:04:05 UTC."""
    with new_ledger(tmp_path_factory.mktemp("moments")) as opened:
        for day, text in ((2, "Norland said no."), (3, "Sudland said no.")):
            opened.clock = lambda day=day: MOMENT.replace(day=day)
            run = begin_run(opened, program="tests", reader="1")
            doc = document(text, source=f"{day}.txt")
            record_document(opened, doc, Reading(reader="1", entries=()), run=run)
        yield opened


@pytest.mark.parametrize(
    ("typed", "change"),
    [
        ("0", 0),
        ("1", 1),
        ("2", 2),
        ("2024-01-01", 0),
        ("2024-01-02", 1),
        ("2024-01-03", 2),
        ("2031-01-01", 2),
        ("2024-01-03T03:04:04", 1),
        ("2024-01-03T03:04:05", 2),
        ("2024-01-03T03:04:05Z", 2),
        ("2024-01-03T03:04:05+04:00", 1),
        ("2024-01-03 03:05", 2),
    ],
)
def test_a_state_is_named_by_a_change_a_day_or_a_time(ledger, typed, change):
    assert change_at(ledger, typed) == change


@pytest.mark.parametrize(
    "typed", ["yesterday", "", "2024-13-01", "03.01.2024", "-1", "0001-01-01T00:00+09:00"]
)
def test_anything_else_names_no_state(ledger, typed):
    with pytest.raises(RecordError, match="names no state of the record"):
        change_at(ledger, typed)


def test_a_change_that_is_yet_to_come_names_no_state(ledger):
    with pytest.raises(RecordError, match="no change 3; its last is 2"):
        change_at(ledger, "3")


def test_the_last_change_names_the_present_state(ledger):
    assert last_change(ledger) == 2
