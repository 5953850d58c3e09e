"""What is read of the record to say where a track stands."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from detente.ledger import Ledger
from detente.ledger.bearing import Bearings
from detente.model.entry import Kind
from detente.model.event import Event, Report
from detente.pipeline import add

from .stories import article, new_ledger, reader, rows

OVER = article(
    "over",
    "2023-02-01",
    "Northern Post",
    "Norland and Sudland will meet on 2023-02-20 over the treaty.",
)
DUE = article(
    "due",
    "2023-06-20",
    "Sud Daily",
    "Norland and Sudland will meet on 2023-06-25 over the treaty.",
    "Sudland promised to sign the treaty by 2023-07-01.",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "plans.jsonl", [OVER, DUE])
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


def on_the_treaty(ledger: Ledger) -> tuple[tuple[Event, ...], tuple[Report, ...]]:
    with ledger.looking() as connection:
        found = Bearings(connection, date(2023, 6, 20), earlier=date(2023, 5, 21))
        return found.on("treaty", untold=True, afar=False)


def test_of_plans_those_are_read_that_are_still_due(ledger: Ledger) -> None:
    events, _ = on_the_treaty(ledger)
    assert [str(e.date) for e in events] == ["2023-06-25"]


def test_a_promise_is_read_as_a_word_and_not_as_what_happened(ledger: Ledger) -> None:
    events, reports = on_the_treaty(ledger)
    assert Kind.COMMITMENT not in {e.kind for e in events}
    assert Kind.COMMITMENT in {r.entry.kind for r in reports}
