"""Names in a profile: how ids must look, which actor a reference means, and which names are shared."""

import re
from collections import defaultdict
from collections.abc import Mapping

from detente.model.errors import ProfileError
from detente.model.profile import Actor, ActorKind, Process
from detente.processes.tables import Row

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*")
ID_REMEDY = "Use small letters a-z, digits and hyphens, such as 'foreign-ministry-armenia'"


def new_id(row: Row, taken: Mapping[str, Row]) -> str:
    """Return the id of the row; raise where it is malformed or already another row's."""
    identifier = row.needed("id")
    if not IDENTIFIER.fullmatch(identifier):
        raise row.fault(f"the id '{identifier}' has a letter that ids cannot have", ID_REMEDY)
    if identifier in taken:
        first = taken[identifier].number
        raise row.fault(f"the id '{identifier}' is already that of row {first}", "Give it another")
    return identifier


def sides_by_reference(rows: Mapping[str, Row]) -> dict[str, str]:
    """Map the id and the name (in any case) of every side to its id."""
    return {
        reference: identifier
        for identifier, row in rows.items()
        if row.text("kind").lower() == ActorKind.SIDE
        for reference in (identifier, row.text("name").casefold())
    }


def refuse_shared_names(actors: tuple[Actor, ...], rows: Mapping[str, Row]) -> None:
    """Raise where one name means two actors, unless both are persons: people do share names."""
    owners: dict[str, Actor] = {}
    for actor in actors:
        for name in (*actor.names, *actor.adjectives):
            owner = owners.setdefault(name.casefold(), actor)
            persons = owner.kind is actor.kind is ActorKind.PERSON
            if owner is not actor and not persons:
                row = rows[actor.id]
                raise row.fault(
                    f"the name '{name}' is already that of '{owner.name}' ({rows[owner.id].place(seen_from=row)})",
                    "Take it out of one of the two",
                )


def refuse_equal_canonical_names(actors: tuple[Actor, ...], rows: Mapping[str, Row]) -> None:
    """Raise where two actors have the same canonical name: exports could not tell them apart."""
    first: dict[str, Actor] = {}
    for actor in actors:
        owner = first.setdefault(actor.name.casefold(), actor)
        if owner is not actor:
            row = rows[actor.id]
            raise row.fault(
                f"'{actor.name}' is already the name in {rows[owner.id].place(seen_from=row)}",
                "Tell the two apart in 'name', such as 'Ivan Petrov (general)', and keep the plain name as an alias",
            )


def ambiguous_names(process: Process) -> dict[str, tuple[str, ...]]:
    """Return each surname or full name that several persons of the profile share, with their ids."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for actor in process.actors:
        if actor.kind is ActorKind.PERSON:
            shared = {name for full in actor.names for name in (full, full.split()[-1])}
            for name in sorted(shared):
                holders[name].append(actor.id)
    return {name: tuple(ids) for name, ids in sorted(holders.items()) if len(ids) > 1}


def refuse_unknown(reference: str, known: Mapping[str, object], *, where: str, remedy: str) -> None:
    """Raise where a reference of ``process.toml`` names nothing that the profile has."""
    if reference not in known:
        raise ProfileError(f"{where}: '{reference}' is not in the profile. {remedy}.")
