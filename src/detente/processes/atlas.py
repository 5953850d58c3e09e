"""The atlas that every profile stands on, and the rules by which a profile is laid over it.

The atlas is the folder ``world``: states, their bodies and leaders, capitals, outlets. A row of a profile
that means the same as a row of the atlas extends it, and its own cells win. A name belongs to whom the
profile gives it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from detente.model.profile import ActorKind
from detente.processes.tables import Row

Tables = Mapping[str, tuple[Row, ...]]

# Of each table, the columns whose parts are names: a name belongs to one row only.
NAMING = {
    "actors.csv": ("aliases", "adjectives"),
    "places.csv": ("aliases",),
    "outlets.csv": ("aliases", "domains"),
}
REFERENCES = ("side", "members", "actor", "seat_of")  # columns that hold ids of actors


@dataclass(frozen=True, slots=True)
class Laid:
    """The rows of a table with the atlas beneath, and the new ids of rows that became another's."""

    rows: tuple[Row, ...]
    renamed: Mapping[str, str]


def lay_over(profile: Tables, atlas: Tables) -> dict[str, tuple[Row, ...]]:
    """Lay the tables of a profile over those of the atlas."""
    actors = _laid(profile["actors.csv"], atlas["actors.csv"], NAMING["actors.csv"])
    beneath = {
        name: tuple(_with_new_references(row, actors.renamed) for row in rows)
        for name, rows in atlas.items()
    }
    laid = {
        name: _laid(profile[name], beneath[name], naming).rows for name, naming in NAMING.items()
    }
    offices = _offices(profile["offices.csv"], beneath["offices.csv"], laid["actors.csv"])
    return {**laid, "offices.csv": offices}


def _laid(own: Sequence[Row], atlas: Sequence[Row], naming: Sequence[str]) -> Laid:
    """Extend the profile's rows by what the atlas knows of the same, and add the rest of the atlas."""
    by_id = {row.text("id"): i for i, row in enumerate(own) if row.text("id")}
    by_name: dict[str, int] = {}
    for i, row in enumerate(own):
        for name in _names(row, naming):
            by_name.setdefault(name.casefold(), i)
    extended, rest, renamed = list(own), list[Row](), dict[str, str]()
    for row in atlas:
        same: int | None = by_id.get(row.text("id"), _same(row, own, by_name))
        kept = _without_names_of_others(row, same, by_name, naming)
        if same is None:
            rest.append(kept)
            continue
        renamed[row.text("id")] = _new_reference(row, own[same])
        also_its_name = by_name.get(_key(row), same) == same
        extended[same] = _extended(extended[same], kept, naming, also_its_name=also_its_name)
    return Laid((*extended, *rest), renamed)


def _key(row: Row) -> str:
    return row.text("name").casefold()


def _names(row: Row, naming: Sequence[str]) -> tuple[str, ...]:
    return (row.text("name"), *(name for column in naming for name in row.listed(column)))


def _same(row: Row, own: Sequence[Row], by_name: Mapping[str, int]) -> int | None:
    """Find the profile's row that has the name of the atlas's, unless only one of the two is a person."""
    i = by_name.get(_key(row))
    if i is None or _is_person(row) != _is_person(own[i]):
        return None
    return i


def _is_person(row: Row) -> bool:
    return row.text("kind").lower() == ActorKind.PERSON


def _new_reference(row: Row, own: Row) -> str:
    """Say which id now stands for the atlas's: that of the profile's row, or the side of a body."""
    kind = own.text("kind").lower()
    if row.text("kind") != ActorKind.SIDE or kind in ("", ActorKind.SIDE):
        return own.text("id") or row.text("id")
    if kind == ActorKind.BODY:
        return own.text("side")
    raise own.fault(
        f"'{row.text('name')}' is known to every profile as a side, and here it is a {kind}",
        "Write 'side' as its kind, or give the row another id and name",
    )


def _without_names_of_others(
    row: Row, owner: int | None, by_name: Mapping[str, int], naming: Sequence[str]
) -> Row:
    """Take off the names that the profile gives to another row."""
    kept = {
        column: ";".join(n for n in row.listed(column) if by_name.get(n.casefold(), owner) == owner)
        for column in naming
    }
    return replace(row, cells={**row.cells, **kept})


def _extended(own: Row, row: Row, naming: Sequence[str], *, also_its_name: bool) -> Row:
    """Fill the empty cells of the profile's row, and unite its names with the atlas's."""
    cells = {**row.cells, **{column: cell for column, cell in own.cells.items() if cell}}
    for column in naming:
        cells[column] = ";".join((*own.listed(column), *row.listed(column)))
    if also_its_name and row.text("name") != cells["name"]:
        cells["aliases"] = ";".join(filter(None, (cells["aliases"], row.text("name"))))
    return replace(own, cells=cells)


def _with_new_references(row: Row, renamed: Mapping[str, str]) -> Row:
    changed = {
        column: ";".join(renamed.get(part, part) for part in row.listed(column))
        for column in REFERENCES
        if row.text(column)
    }
    return replace(row, cells={**row.cells, **changed})


def _offices(
    own: tuple[Row, ...], atlas: tuple[Row, ...], actors: Sequence[Row]
) -> tuple[Row, ...]:
    """Add the atlas's offices of a person, save those of a title that the profile gives the same person."""
    ids = {_key(row): row.text("id") for row in actors if _is_person(row)}

    def held(row: Row) -> tuple[str, str]:
        person = row.text("actor")
        return ids.get(person.casefold(), person), row.text("title").lower()

    known = set(map(held, own))
    return (*own, *(row for row in atlas if held(row) not in known))
