"""The people, bodies, sides and groups of a profile, and the offices that people held."""

import calendar
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from detente.model.profile import Actor, ActorKind, Office
from detente.processes.names import (
    new_id,
    refuse_equal_canonical_names,
    refuse_shared_names,
    sides_by_reference,
)
from detente.processes.tables import Row

ACTOR_COLUMNS = ("id", "name", "kind", "side", "aliases", "adjectives", "members", "gender")
OFFICE_COLUMNS = ("actor", "title", "side", "start", "end")
GENDERS = ("", "f", "m")
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def parse_actors(rows: tuple[Row, ...], office_rows: tuple[Row, ...]) -> tuple[Actor, ...]:
    """Build the actors with their offices, in the order of the table."""
    by_id: dict[str, Row] = {}
    for row in rows:
        by_id[new_id(row, by_id)] = row
    sides = sides_by_reference(by_id)
    offices = _offices(office_rows, by_id, sides)
    actors = tuple(_actor(row, sides, by_id, offices.get(key, ())) for key, row in by_id.items())
    refuse_equal_canonical_names(actors, by_id)
    refuse_shared_names(actors, by_id)
    return actors


def _actor(
    row: Row, sides: Mapping[str, str], by_id: Mapping[str, Row], offices: tuple[Office, ...]
) -> Actor:
    name, kind = row.needed("name"), _kind(row)
    if row.text("gender").lower() not in GENDERS:
        raise row.fault(f"unknown gender '{row.text('gender')}'", "Write f, m or nothing")
    return Actor(
        id=row.text("id"),
        name=name,
        kind=kind,
        side=_side_of_actor(row, kind, sides, by_id),
        aliases=tuple(alias for alias in row.listed("aliases") if alias != name),
        adjectives=row.listed("adjectives"),
        offices=offices,
        members=_members(row, kind, sides),
        gender=row.text("gender").lower() or None,
    )


def _kind(row: Row) -> ActorKind:
    kind = row.needed("kind").lower()
    if kind not in set(ActorKind):
        raise row.fault(f"unknown kind '{kind}'", f"Write one of: {', '.join(ActorKind)}")
    return ActorKind(kind)


def _side_of_actor(
    row: Row, kind: ActorKind, sides: Mapping[str, str], by_id: Mapping[str, Row]
) -> str | None:
    """Return the name of the side that an actor belongs to; a side that names none belongs to itself."""
    if kind is ActorKind.SIDE and not row.text("side"):
        return row.text("name")
    if kind is ActorKind.BODY and not row.text("side"):
        raise row.fault("a body without a side", "Write the side that it stands for")
    if not row.text("side"):
        return None
    return by_id[side_id(row, "side", sides)].text("name")


def side_id(row: Row, column: str, sides: Mapping[str, str]) -> str:
    """Return the id of the side that a cell names by its id or its name."""
    return _side_id(row, row.needed(column), sides)


def _side_id(row: Row, reference: str, sides: Mapping[str, str]) -> str:
    found = sides.get(reference) or sides.get(reference.casefold())
    if found is None:
        raise row.fault(
            f"unknown side '{reference}'",
            "Write the id or name of a row of actors.csv whose kind is 'side', or add that row",
        )
    return found


def _members(row: Row, kind: ActorKind, sides: Mapping[str, str]) -> tuple[str, ...]:
    members = tuple(_side_id(row, reference, sides) for reference in row.listed("members"))
    if kind is ActorKind.GROUP and not members:
        raise row.fault("a group without members", "List its sides in 'members', separated by ;")
    if kind is not ActorKind.GROUP and members:
        raise row.fault(f"a {kind} with members", "Make it a group or empty the cell")
    return members


def _offices(
    rows: tuple[Row, ...], by_id: Mapping[str, Row], sides: Mapping[str, str]
) -> dict[str, tuple[Office, ...]]:
    """Group the offices by the id of the person who held them."""
    people = _people_by_reference(by_id)
    held: defaultdict[str, list[Office]] = defaultdict(list)
    for row in rows:
        reference = row.needed("actor")
        person = people.get(reference) or people.get(reference.casefold())
        if person is None:
            raise row.fault(
                f"an office of '{reference}', who is no person in actors.csv",
                "Write the id or name of a row whose kind is 'person', or add that row",
            )
        held[person].append(_office(row, by_id, sides))
    return {person: tuple(offices) for person, offices in held.items()}


def _people_by_reference(by_id: Mapping[str, Row]) -> dict[str, str]:
    return {
        reference: identifier
        for identifier, row in by_id.items()
        if row.text("kind").lower() == ActorKind.PERSON
        for reference in (identifier, row.text("name").casefold())
    }


def _office(row: Row, by_id: Mapping[str, Row], sides: Mapping[str, str]) -> Office:
    start, end = _day(row, "start", last=False), _day(row, "end", last=True)
    if start and end and end < start:
        raise row.fault(f"the office ends ({end}) before it starts ({start})", "Correct a date")
    side = by_id[side_id(row, "side", sides)].text("name")
    return Office(row.needed("title").lower(), side, start, end)


def _day(row: Row, column: str, *, last: bool) -> date | None:
    """Read a day, or the first or ``last`` day of a month or year."""
    value = row.text(column)
    if not value:
        return None
    try:
        return _first_or_last_day(value, last=last)
    except ValueError as error:
        raise row.fault(
            f"'{value}' in '{column}' is no date",
            "Write it as 2020-11-16 (or 2020-11, or 2020) and format the column as text",
        ) from error


def _first_or_last_day(value: str, *, last: bool) -> date:
    match = DAY.fullmatch(value)
    if match is None:
        raise ValueError(value)
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if match[3]:
        return date(year, month, int(match[3]))
    first = date(year, month, 1)  # refuses month 13 before the calendar is asked
    return first.replace(day=calendar.monthrange(year, month)[1]) if last else first
