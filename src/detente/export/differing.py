"""Where the reports of an event differ, as plain JSON values; reports are named by the ids of their entries."""

from detente.export.shapes import actor_shapes, place_shape
from detente.model.codec import Json, date_to_json
from detente.model.entry import Figure, PlaceRef
from detente.model.when import DateRange
from detente.query import Difference, Differences, Direction, RecordedEntry, Version
from detente.query.differing import Told


def differences_shape(found: Differences) -> Json:
    """Write where reports differ, and which of them each side stands behind."""
    return {
        "points": [_point(point) for point in found.points],
        "accounts": [
            {"sides": list(account.sides), "reports": _ids(account.reports)}
            for account in found.accounts
        ],
    }


def _point(point: Difference) -> Json:
    return {
        "point": point.point.value,
        "fate": point.fate,
        "opposed": point.opposed,
        "versions": [_version(version) for version in point.versions],
    }


def _version(version: Version) -> Json:
    return {
        "told": _told(version.told),
        "reports": _ids(version.reports),
        "silent": _ids(version.silent),
    }


def _ids(reports: tuple[RecordedEntry, ...]) -> list[str]:
    return [report.id for report in reports]


def _told(told: Told) -> object:
    match told:
        case DateRange():
            return date_to_json(told)
        case PlaceRef():
            return place_shape(told)
        case Figure():
            return {"what": told.what, "low": told.low, "high": told.high, "by": told.by}
        case Direction():
            return {"by": actor_shapes(told.by), "to": actor_shapes(told.to)}
        case tuple():
            return actor_shapes(told)
        case _:
            return told
