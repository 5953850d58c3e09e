"""Which parts of a filter very many items pass, so that each item is asked rather than a list made of them."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from detente.ledger.facets import FACETS, Selection
from detente.ledger.searching import matching_entries

# A list of so many is made and sorted in a few hundredths of a second.
FEW = 4000


def with_common(connection: Connection, selection: Selection) -> Selection:
    """Note in a selection which of its fields more than a few items pass."""
    asked: dict[str, Select[Any]] = {
        name: select(table.c.item).where(table.c.key.in_(sorted(getattr(selection, name))))
        for name, table in FACETS.items()
        if getattr(selection, name) is not None
    }
    if selection.matching is not None:
        asked["matching"] = matching_entries(selection.matching)
    common = {name for name, passing in asked.items() if _are_many(connection, passing)}
    return replace(selection, common=frozenset(common))


def _are_many(connection: Connection, passing: Select[Any]) -> bool:
    some = passing.limit(FEW + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) > FEW
