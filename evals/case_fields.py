"""The fields of a golden case, of which kinds they are and what they may hold: ``evals/cases/README.md``."""

from detente.model.entry import IncidentStatus, Kind, MeetingStatus, Mode, Sign, Strength
from evals.matching import days_of

ACTORS = ("speaker", "said_by", "by", "to", "participants", "mediator")
TRACKS = ("tracks", "gates", "requires")
DATES = ("said_on", "date", "due")
_ANY = frozenset(Kind)
_FIELDS: dict[str, frozenset[Kind]] = {
    "speaker": frozenset({Kind.STATEMENT}),
    "said_by": _ANY,
    "by": _ANY,
    "to": _ANY,
    "participants": frozenset({Kind.MEETING}),
    "mediator": frozenset({Kind.MEETING, Kind.AGREEMENT}),
    "mode": frozenset({Kind.STATEMENT}),
    "said_on": frozenset({Kind.STATEMENT}),
    "date": frozenset({Kind.MEETING, Kind.INCIDENT, Kind.AGREEMENT}),
    "due": frozenset({Kind.COMMITMENT}),
    "status": frozenset({Kind.MEETING, Kind.INCIDENT}),
    "strength": frozenset({Kind.COMMITMENT}),
    "sign": frozenset({Kind.ASSESSMENT}),
    "gates": frozenset({Kind.CONDITION}),
    "requires": frozenset({Kind.CONDITION}),
    "requires_text": frozenset({Kind.CONDITION}),
    "tracks": _ANY - {Kind.CONDITION},
    "place": frozenset({Kind.STATEMENT, Kind.MEETING, Kind.INCIDENT, Kind.AGREEMENT}),
    "level": frozenset({Kind.MEETING}),
}
_WORDS = {"mode": Mode, "strength": Strength, "sign": Sign}
_LEVELS = ("leaders", "foreign ministers", "deputy prime ministers")


def fault_of(kind: Kind, name: str, value: str) -> str:
    """Say what is wrong with a field, nothing where it is right."""
    if name not in _FIELDS:
        return f"{name!r} is no field"
    if kind not in _FIELDS[name]:
        return f"{name!r} is no field of {kind}"
    if not value:
        return f"{name!r} is empty"
    if name in DATES:
        return _fault_of_date(value)
    words = _words(kind, name)
    return f"{name!r} cannot be {value!r}" if words and value not in words else ""


def _words(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the words that a field may hold, none where any will do."""
    if name == "level":
        return _LEVELS
    if name == "status":
        return tuple(MeetingStatus) if kind is Kind.MEETING else tuple(IncidentStatus)
    return tuple(_WORDS[name]) if name in _WORDS else ()


def _fault_of_date(value: str) -> str:
    try:
        first, last = days_of(value)
    except ValueError:
        return f"not a day, month, year or two joined by '/': {value!r}"
    return "" if first <= last else f"ends before it begins: {value!r}"
