"""The outlets that a profile knows by name or by the domains of their pages."""

import re

from detente.model.profile import Outlet
from detente.processes.tables import Row

OUTLET_COLUMNS = ("name", "aliases", "domains", "country", "kind")
DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def parse_outlets(rows: tuple[Row, ...]) -> tuple[Outlet, ...]:
    """Build the outlets; no name and no domain may belong to two of them."""
    taken: dict[str, Row] = {}
    outlets = []
    for row in rows:
        outlet = _outlet(row)
        for name in (*outlet.names, *outlet.domains):
            owner = taken.setdefault(name.casefold(), row)
            if owner is not row:
                raise row.fault(
                    f"'{name}' already belongs to '{owner.text('name')}' ({owner.place(seen_from=row)})",
                    "Take it out of one of the two",
                )
        outlets.append(outlet)
    return tuple(outlets)


def _outlet(row: Row) -> Outlet:
    name = row.needed("name")
    domains = tuple(domain.lower() for domain in row.listed("domains"))
    for domain in domains:
        if not DOMAIN.fullmatch(domain) or domain.startswith("www."):
            raise row.fault(
                f"'{domain}' is no domain", "Write it as reuters.com, without https:// and www."
            )
    return Outlet(
        name=name,
        aliases=tuple(alias for alias in row.listed("aliases") if alias != name),
        domains=domains,
        country=row.text("country") or None,
        kind=row.text("kind").lower(),
    )
