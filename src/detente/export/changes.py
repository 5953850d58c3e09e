"""What changed between two states of the record, as plain JSON values."""

from collections.abc import Callable
from typing import TypeVar

from detente.export.answers import head_shape, moment_shape, told_event_shape
from detente.export.shapes import entry_shape
from detente.model.codec import Json, date_to_json
from detente.model.event import TrackStatus
from detente.model.when import DateRange
from detente.query.changes import Changes, Listed, SourceChanged, StateSeen, TrackMove
from detente.query.moves import EventMove, Move

T = TypeVar("T")


def changes_shape(found: Changes, process: str) -> Json:
    """Write what changed; of each list how many there are, and those that are shown."""
    return {
        "process": process,
        "since": _state(found.since),
        "until": _state(found.until),
        "tracks": [_track(move) for move in found.tracks],
        "added": _listed(found.added, _event),
        "moved": _listed(found.moved, _event),
        "put_off": _listed(found.put_off, _event),
        "withdrawn": _listed(found.withdrawn, _event),
        "said": {kind.value: _listed(them, entry_shape) for kind, them in found.said.items()},
        "articles": _listed(found.articles, head_shape),
        "source_changed": _listed(found.changed, _changed),
        "retold": found.retold,
        "reread": found.reread,
    }


def _listed(listed: Listed[T], shape: Callable[[T], Json]) -> Json:
    return {"count": listed.count, "shown": [shape(each) for each in listed.shown]}


def _state(state: StateSeen) -> Json:
    return {
        "as_of": state.as_of.isoformat() if state.as_of else None,
        "known_at": moment_shape(state.known_at),
        "reckoned_on": state.reckoned_on.isoformat() if state.reckoned_on else None,
    }


def _track(move: TrackMove) -> Json:
    return {
        "track": move.after.track,
        "name": move.after.name,
        "before": _status(move.before) if move.before else None,
        "after": _status(move.after),
        "rests_on": [entry_shape(told) for told in move.rests_on],
    }


def _status(status: TrackStatus) -> Json:
    since = status.since.isoformat() if status.since else None
    return {"status": status.status, "rule": status.rule, "since": since}


def _event(move: EventMove) -> Json:
    return {
        "before": told_event_shape(move.before) if move.before else None,
        "after": told_event_shape(move.after) if move.after else None,
        "moves": [_move(each) for each in move.moves],
    }


def _move(move: Move) -> Json:
    return {
        "field": move.field,
        "old": _value(move.old),
        "new": _value(move.new),
        "word": entry_shape(move.word) if move.word else None,
    }


def _value(value: str | DateRange | None) -> Json | str | None:
    return date_to_json(value) if isinstance(value, DateRange) else value


def _changed(changed: SourceChanged) -> Json:
    return {
        "before": head_shape(changed.before),
        "after": head_shape(changed.after),
        "lost": [entry_shape(told) for told in changed.lost],
        "kept": changed.kept,
    }
