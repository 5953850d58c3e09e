"""Names as they were on a day, and as the sides give them."""

from datetime import date
from functools import lru_cache

from detente.model.entry import ActorRef, PlaceRef
from detente.model.profile import ActorKind, Office, Process


def place_names(place: PlaceRef | None, process: Process, choice: str = "") -> str:
    """Name a place as one party does, or by the names of both, in the order of the alphabet.

    What the parties call it stands among the contested terms of the profile; a place without any has one name.
    """
    if place is None:
        return ""
    by_party = _party_names(process).get(place.id, {})
    if choice:
        return by_party.get(choice, place.name)
    return " / ".join(sorted(set(by_party.values()))) or place.name


@lru_cache(maxsize=4)
def _party_names(process: Process) -> dict[str, dict[str, str]]:
    """Return for each place that is called differently the name that each party uses, by the party's name."""
    parties = [a.name for a in process.actors if a.id in process.parties]
    found: dict[str, dict[str, str]] = {}
    for place in process.places:
        names = set(place.names)
        for contested in process.contested:
            for word, users in contested.terms:
                if word in names:
                    using = {user.strip() for user in users.split(",")}
                    for party in parties:
                        if party in using:
                            own = found.setdefault(place.id, {})
                            own[party] = min(own.get(party, word), word, key=len)
    # where only one party has a word of its own, the others say the name of the profile
    return {
        place.id: dict.fromkeys(parties, place.name) | found[place.id]
        for place in process.places
        if place.id in found
    }


def office(actor: ActorRef, process: Process, day: date) -> str:
    """Name the office that a person of the profile held on a day; nothing where it knows none."""
    known = next((a for a in process.actors if a.id == actor.id), None)
    held = [o for o in known.offices if o.held_on(day)] if known else []
    # "president" and "european council president" say no more than "president of the european council"
    said = [o for o in held if not any(set(o.title.split()) < set(p.title.split()) for p in held)]
    return ", ".join(_titled(o, process) for o in said)


def _titled(office: Office, process: Process) -> str:
    """Write an office with its side, and bodies by their names."""
    title = office.title
    for actor in process.actors:
        if actor.kind is ActorKind.BODY and (name := actor.name.casefold()) in title:
            title = title.replace(name, actor.name)
    return title if " of " in title else f"{title} of {office.side}"
