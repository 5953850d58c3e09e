"""The places of a profile, each with the names that the sides give it."""

from collections.abc import Mapping

from detente.model.profile import Place
from detente.processes.actors import side_id
from detente.processes.names import new_id, sides_by_reference
from detente.processes.tables import Row

PLACE_COLUMNS = ("id", "name", "aliases", "kind", "country", "lat", "lon", "seat_of")
PLACE_KINDS = ("country", "region", "district", "city", "village", "site", "road", "water")


def parse_places(rows: tuple[Row, ...], actor_rows: tuple[Row, ...]) -> tuple[Place, ...]:
    """Build the places; a ``seat_of`` must be a side among the rows of the actors."""
    sides = sides_by_reference({row.text("id"): row for row in actor_rows})
    by_id: dict[str, Row] = {}
    places = []
    for row in rows:
        by_id[new_id(row, by_id)] = row
        places.append(_place(row, sides))
    _refuse_shared_names(places, by_id)
    return tuple(places)


def _place(row: Row, sides: Mapping[str, str]) -> Place:
    name = row.needed("name")
    kind = row.text("kind").lower() or "city"
    if kind not in PLACE_KINDS:
        raise row.fault(
            f"unknown kind of place '{kind}'", f"Write one of: {', '.join(PLACE_KINDS)}"
        )
    lat, lon = _degrees(row, "lat", limit=90), _degrees(row, "lon", limit=180)
    if (lat is None) != (lon is None):
        raise row.fault("one of lat and lon is empty", "Fill both or none")
    return Place(
        id=row.text("id"),
        name=name,
        aliases=tuple(alias for alias in row.listed("aliases") if alias != name),
        kind=kind,
        country=row.text("country") or None,
        lat=lat,
        lon=lon,
        seat_of=side_id(row, "seat_of", sides) if row.text("seat_of") else None,
    )


def _degrees(row: Row, column: str, *, limit: int) -> float | None:
    """Read decimal degrees, with a point or (as some spreadsheets write) a comma."""
    value = row.text(column)
    if not value:
        return None
    try:
        degrees = float(value.replace(",", "."))
    except ValueError as error:
        raise row.fault(f"'{value}' in '{column}' is no number", "Write it as 39.8153") from error
    if not -limit <= degrees <= limit:  # also refuses "nan"
        raise row.fault(
            f"{column} {value} is out of range", f"Write degrees between -{limit} and {limit}"
        )
    return degrees


def _refuse_shared_names(places: list[Place], rows: Mapping[str, Row]) -> None:
    owners: dict[str, Place] = {}
    for place in places:
        for name in place.names:
            owner = owners.setdefault(name.casefold(), place)
            if owner is not place:
                row = rows[place.id]
                raise row.fault(
                    f"the name '{name}' is already that of '{owner.name}' ({rows[owner.id].place(seen_from=row)})",
                    "Take it out of one of the two",
                )
