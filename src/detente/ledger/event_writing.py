"""The events of the views: those that differ are replaced."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from detente.ledger import schema as s
from detente.ledger.bearing import event_bearings
from detente.ledger.parts import in_parts
from detente.ledger.view_change import Window
from detente.ledger.view_rows import body_row, event_number, event_row, reach_row
from detente.ledger.view_tables import Filling, forget_items, put_sides
from detente.model.event import Event


def write_reaches(
    connection: Connection, windows: Mapping[str, Sequence[Window]], numbers: Mapping[str, int]
) -> None:
    """Write under what the reports of these entries are found."""
    for part in in_parts([numbers[name] for name in windows]):
        connection.execute(delete(s.reaches).where(s.reaches.c.item.in_(part)))
    rows = Filling(connection)
    for name, found in windows.items():
        rows.put(s.reaches, (reach_row(window, numbers[name]) for window in sorted(set(found))))
    rows.write()


def write_events(
    connection: Connection, events: Sequence[Event], replaced: Collection[str]
) -> None:
    """Write events in the place of those that the same reports made before."""
    there = _bodies(connection, replaced)
    made = {event.id: body_row(event) for event in events}
    stay = {name for name, row in made.items() if there.get(name) == row["body"]}
    _forget_events(connection, sorted(set(there) - stay))
    rows = Filling(connection)
    for event in events:
        if event.id in stay:
            continue
        rows.put(s.events, [made[event.id]])
        links = [
            {"event": event.id, "position": n, "entry": e} for n, e in enumerate(event.entries)
        ]
        rows.put(s.event_entries, links)
        row, facets = event_row(event)
        rows.put(s.items, [row])
        put_sides(rows, row, facets)
        rows.put(s.track_items, event_bearings(event, row["number"]))
    rows.write()
    _keep_names(connection, sorted(set(made) - stay))


def _keep_names(connection: Connection, names: Collection[str]) -> None:
    """Keep what each id stood for, so that an address of the event can be followed."""
    link = s.event_entries.c
    for part in in_parts(names):
        held = select(link.event, link.entry).where(link.event.in_(part))
        adding = insert(s.event_names).prefix_with("OR IGNORE")
        connection.execute(adding.from_select(["event", "entry"], held))


def _bodies(connection: Connection, names: Collection[str]) -> dict[str, str]:
    c = s.events.c
    found: dict[str, str] = {}
    for part in in_parts(names):
        found |= dict(connection.execute(select(c.id, c.body).where(c.id.in_(part))).all())
    return found


def _forget_events(connection: Connection, names: Collection[str]) -> None:
    for part in in_parts(names):
        connection.execute(delete(s.event_entries).where(s.event_entries.c.event.in_(part)))
        connection.execute(delete(s.events).where(s.events.c.id.in_(part)))
    forget_items(connection, [event_number(name) for name in names])
