"""What a report tells of: its status, day, place and actors, whatever its kind."""

from detente.model.entry import (
    ActorRef,
    Actors,
    Agreement,
    Commitment,
    Incident,
    Meeting,
    PlaceRef,
    Statement,
)
from detente.model.event import Report
from detente.model.when import DateRange

Told = Meeting | Incident | Agreement | Commitment | Statement

AGREED = "agreed"  # the one status that an agreement has
SAID = "said"  # and a statement
AHEAD = frozenset({"scheduled", "proposed", "threatened"})  # told before it happens
ONGOING = "ongoing"
OFF = frozenset({"postponed", "cancelled"})


def told_of(report: Report) -> Told | None:
    """Return the entry where it tells of a meeting, incident, agreement or commitment, or is a statement."""
    return report.entry if isinstance(report.entry, Told) else None


def actors_of(entry: Told) -> Actors:
    """Return all who take part, without the mediator; of a commitment those who are bound, or who speaks."""
    if isinstance(entry, Meeting):
        return entry.participants
    if isinstance(entry, Statement):
        return entry.speaker
    return entry.by if isinstance(entry, Commitment) else entry.by + entry.to


def status_of(entry: Told) -> str:
    """Return the status in the words of this passage; of a commitment how firm it is."""
    if isinstance(entry, Commitment):
        return entry.strength.value
    if isinstance(entry, Statement):
        return SAID
    return AGREED if isinstance(entry, Agreement) else entry.status.value


def day_of(entry: Told) -> DateRange | None:
    """Return the day of the happening; of a commitment when it is due, of a statement when it was said."""
    if isinstance(entry, Statement):
        return entry.said_on
    return entry.due if isinstance(entry, Commitment) else entry.date


def place_of(entry: Told) -> PlaceRef | None:
    """Return where it happened."""
    return None if isinstance(entry, Commitment) else entry.place


def borne_out(report: Report, entry: Told) -> str:
    """Return the status that a report can bear out: what lies ahead of it can only be a plan."""
    status, told, when = status_of(entry), report.document.published, day_of(entry)
    ahead = told and told.end and when and when.start and told.end < when.start
    return "scheduled" if status == "held" and ahead else status


def side_of(actor: ActorRef) -> str:
    """Return the side that an actor acts for; an actor of no side is its own."""
    return actor.side or actor.name
