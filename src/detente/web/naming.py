"""Names as they were on a day, and as the sides give them."""

from datetime import date

from detente.model.entry import ActorRef, PlaceRef
from detente.model.profile import Process


def place_names(place: PlaceRef | None, process: Process, choice: str = "") -> str:
    """Name a place."""
    del process, choice
    return place.name if place else ""


def office(actor: ActorRef, process: Process, day: date) -> str:
    """Name the office that a person of the profile held on a day; nothing where it knows none."""
    known = next((a for a in process.actors if a.id == actor.id), None)
    held = [o for o in known.offices if o.held_on(day)] if known else []
    return ", ".join(f"{o.title} of {o.side}" for o in held)
