"""What the stories about corrections ask of a record."""

from detente.export import Item, entry_shape, event_shape, in_order, jsonl_lines
from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.pipeline import refresh
from detente.query import RecordedEntry, board, corrections, entries, events

ALL = Filter()


def saying(ledger: Ledger, words: str) -> RecordedEntry:
    """Return the one listed entry whose sentence holds the words."""
    (found,) = [e for e in entries(ledger, ALL) if words in e.sentence]
    return found


def sentences(ledger: Ledger) -> list[str]:
    return [e.sentence for e in entries(ledger, ALL)]


def exported(ledger: Ledger) -> str:
    """Return what the record exports, and its board."""
    refresh(ledger, ledger.process)
    of_entries = in_order(Item.ENTRIES, [entry_shape(e) for e in entries(ledger, ALL)])
    of_events = in_order(Item.EVENTS, [event_shape(e.event) for e in events(ledger, ALL)])
    statuses = [repr(card.status) for card in board(ledger, ALL).tracks]
    return "".join(jsonl_lines(of_entries)) + "".join(jsonl_lines(of_events)) + "".join(statuses)


def states(ledger: Ledger) -> dict[int, str]:
    """Return the state of each correction."""
    return {c.correction.number: c.state.value for c in corrections(ledger)}
