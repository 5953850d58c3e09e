"""Positions as plain JSON values."""

from detente.export.shapes import entry_shape
from detente.model.codec import Json, date_to_json
from detente.query import Moved, Position, PositionLine, Positions


def positions_shape(page: Positions) -> Json:
    """Write a page of positions."""
    return {"lines": [position_shape(line) for line in page.lines], "next_offset": page.next_offset}


def position_shape(line: PositionLine) -> Json:
    """Write one position, with what moved in its words."""
    return _position(line.position) | {"move": _move(line.move) if line.move else None}


def _position(position: Position) -> Json:
    return {
        "date": date_to_json(position.date),
        "day_is": position.day_is.value,
        "words": position.words,
        "kinds": [kind.value for kind in position.kinds],
        "strength": position.strength.value if position.strength else None,
        "told_by_another": position.told_by_another,
        "reports": [entry_shape(report) for report in position.reports],
    }


def _move(move: Moved) -> Json:
    return {
        "against": _position(move.against),
        "shifts": [shift.value for shift in move.shifts],
        "runs": [{"how": run.how.value, "text": run.text} for run in move.wording.runs],
        "new": list(move.wording.new),
        "dropped": list(move.wording.dropped),
    }
