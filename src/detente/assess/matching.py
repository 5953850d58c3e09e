"""Whether a later entry speaks of the same matter as an earlier one, and by whom."""

from detente.model.entry import ActorRef, Actors, Meeting, Statement
from detente.model.event import Report


def passage(report: Report) -> str:
    """Return the words that an entry rests on, in lower case."""
    return " … ".join(e.quote for e in report.entry.evidence).casefold()


def side_of(actor: ActorRef) -> str:
    """Return the side that an actor acts and speaks for."""
    return actor.side or actor.name


def sides_of(actors: Actors) -> frozenset[str]:
    """Return the sides of some actors."""
    return frozenset(map(side_of, actors))


def doers(report: Report) -> frozenset[str]:
    """Return the sides that act in an entry: those who meet, agree, do or refuse."""
    entry = report.entry
    acting: Actors = entry.participants if isinstance(entry, Meeting) else getattr(entry, "by", ())
    return sides_of(acting)


def voices(report: Report) -> frozenset[str]:
    """Return the sides that say it; none where the outlet says it itself."""
    entry = report.entry
    return sides_of(entry.speaker if isinstance(entry, Statement) else entry.said_by)
