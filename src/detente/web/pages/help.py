"""Help: what the words mean, how exact the reading is, and how to cite."""

from dataclasses import fields

from detente import query
from detente.assess.rules import RULES
from detente.export import entry_shape
from detente.model.entry import ENTRY_TYPES, Entry, Kind
from detente.model.filter import Filter
from detente.query import RecordedEntry
from detente.web.answer import Answer, Asked, Page, rows_of
from detente.web.measured import measured

COLUMNS = ("kind", "meaning", "fields", "example", "example_id")
_OF_EVERY = {f.name for f in fields(Entry)}


def answer(asked: Asked) -> Answer:
    """Show the codebook, each kind with an example of this record."""
    examples: dict[Kind, RecordedEntry] = {}
    for kind in Kind:
        for told in query.entries(asked.ledger, Filter(kinds=(kind,)), limit=1):
            examples[kind] = told
    return Answer(
        template="help.html",
        title="Help",
        rows=rows_of(
            COLUMNS,
            tuple(Kind),
            lambda k: _cells(k, examples.get(k)),
            lambda k: _shape(k, examples.get(k)),
        ),
        values={
            "meanings": {kind: meaning(kind) for kind in Kind},
            "fields_of": {kind: own_fields(kind) for kind in Kind},
            "examples": examples,
            "rules": RULES,
            "measured": measured(),
            "all_tracks": asked.ledger.process.tracks,
        },
    )


def meaning(kind: Kind) -> str:
    """Say what a kind of entries is."""
    return (ENTRY_TYPES[kind].__doc__ or "").split("\n")[0].replace("``", "")


def own_fields(kind: Kind) -> tuple[str, ...]:
    """Name the fields that a kind has beside those of every entry."""
    return tuple(f.name for f in fields(ENTRY_TYPES[kind]) if f.name not in _OF_EVERY)


def _cells(kind: Kind, example: RecordedEntry | None) -> tuple[object, ...]:
    sentence, name = (example.sentence, example.id) if example else (None, None)
    return (kind, meaning(kind), list(own_fields(kind)), sentence, name)


def _shape(kind: Kind, example: RecordedEntry | None) -> object:
    return {
        "kind": kind,
        "meaning": meaning(kind),
        "fields": list(own_fields(kind)),
        "example": entry_shape(example) if example else None,
    }


PAGE = Page(path="/help", title="Help", answer=answer, key="h", uses=())
