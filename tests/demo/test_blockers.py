"""What stands in the way, in the dispatches of the demo."""

from datetime import date

from detente import query
from detente.model.filter import Filter

from .conftest import Demo


def test_the_border_with_turkey_waits_for_a_settlement_by_the_word_of_its_president(
    demo: Demo,
) -> None:
    page = query.blockers(demo.ledger, Filter(tracks=("turkey",), as_of=date(2022, 8, 1)))
    (gate,) = page.blockers.gates
    assert gate.words == "the problems between Armenia and Azerbaijan are solved"
    assert [a.name for v in gate.voices for a in v.speaker] == ["Recep Tayyip Erdogan"]
    assert gate.stands


def test_a_gate_of_the_treaty_would_open_if_the_border_were_settled(demo: Demo) -> None:
    where = Filter(as_of=date(2023, 6, 1))
    page = query.blockers(demo.ledger, where, settled=("border",))
    assert [f.track for f in page.blockers.freed] == ["treaty"]
    assert [g.requires for g in page.blockers.freed[0].opened] == ["border"]
