"""The record of the demo, built once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from detente import query
from detente.demo import build
from detente.ledger import Ledger
from detente.model.chain import Chain
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.query import EventPage


@dataclass(frozen=True)
class Demo:
    """The record of the demo, asked for one meeting as of a day."""

    ledger: Ledger

    def meeting(self, words: str, as_of: str) -> EventPage:
        """Return the page of the one meeting that a sentence with these words tells of."""
        day = date.fromisoformat(as_of)
        found = query.events(self.ledger, Filter(kinds=(Kind.MEETING,), as_of=day))
        told = [(len(r.sentence), e.event) for e in found for r in e.reports if words in r.sentence]
        _, event = min(told, key=lambda t: t[0])  # a long sentence can tell of two meetings
        page = query.show(self.ledger, event.id, as_of=day)
        assert isinstance(page, EventPage)
        return page

    def chain(self, words: str, as_of: str) -> Chain:
        """Return the chain of that meeting."""
        chain = self.meeting(words, as_of).chain
        assert chain is not None
        return chain


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Build the record of the demo."""
    folder = tmp_path_factory.mktemp("demo") / "record"
    build(folder, lambda *_: None, passing=True)
    with Ledger.open(folder) as ledger:
        yield Demo(ledger)
