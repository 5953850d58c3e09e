"""Snapshots: a state of the record by name, with what is exported of it sealed."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from detente.export.jsonl import jsonl_lines
from detente.export.shapes import (
    Item,
    document_shape,
    entry_shape,
    event_shape,
    first_day,
    in_order,
    story_shape,
)
from detente.ledger import Ledger
from detente.ledger.moments import last_change
from detente.ledger.parts import in_parts
from detente.ledger.snapshots import Snapshot, check_name, record_snapshot, seal
from detente.model.codec import Json
from detente.model.errors import RecordError
from detente.model.filter import Filter
from detente.pipeline.viewing import made_with
from detente.query.fetching import fetch_documents, fetch_entries
from detente.query.listing import document_ids
from detente.query.standpoint import Standpoint, looking
from detente.query.stories import select_stories


def take_snapshot(ledger: Ledger, name: str, *, note: str = "") -> Snapshot:
    """Name the present state of the record, and seal what is exported of it."""
    check_name(ledger, name)
    state = last_change(ledger)
    with TemporaryDirectory(prefix="detente-") as folder:
        with looking(ledger, Filter(known_at=str(state))) as here:
            lines = {item: jsonl_lines(_in_days(item, _shapes(here, item))) for item in Item}
            files = [seal(item.value, each, Path(folder)) for item, each in lines.items()]
        if not any(file.seal.rows for file in files):
            raise RecordError("the record holds no article yet: there is nothing to keep")
        return record_snapshot(
            ledger, name, files, known_at=state, note=note, made_with=made_with(ledger.process)
        )


def _shapes(here: Standpoint, item: Item) -> Iterator[Json]:
    """Yield what is exported, a part at a time, by its first day: what is undated last."""
    match item:
        case Item.ENTRIES:
            for part in in_parts(here.item_ids("entry")):
                yield from map(entry_shape, fetch_entries(here.connection, part).values())
        case Item.DOCUMENTS:
            for part in in_parts(document_ids(here)):
                found = fetch_documents(here.connection, part)
                yield from (document_shape(recorded.document) for recorded in found)
        case Item.EVENTS:
            yield from map(event_shape, here.events(said=True))
        case Item.STORIES:
            # told newest first: by their first day is what the exports ask
            told = sorted(select_stories(here), key=lambda story: story.first or date.max)
            yield from map(story_shape, told)


def _in_days(item: Item, shapes: Iterable[Json]) -> Iterator[Json]:
    """Bring what comes day by day into the order of the exports, with one day in memory."""
    for _, day in groupby(shapes, key=lambda shape: first_day(item, shape)):
        yield from in_order(item, day)


def snapshot_shape(snapshot: Snapshot) -> Json:
    """Write a snapshot without its exports."""
    return {
        "name": snapshot.name,
        "known_at": snapshot.known_at,
        "recorded_at": snapshot.recorded_at.isoformat(),
        "note": snapshot.note,
        "made_with": snapshot.made_with,
        "digest": snapshot.digest,
        "seals": [asdict(each) for each in snapshot.seals],
    }
