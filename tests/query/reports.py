"""Reports of our own, built by hand."""

from datetime import UTC, date, datetime

from detente.model.codec import entry_id
from detente.model.entry import ActorRef, Entry, Evidence, Incident, IncidentStatus, Kind, PlaceRef
from detente.model.event import DocumentHead, Event
from detente.model.when import DateRange
from detente.query import RecordedEntry, RecordedEvent

NORLAND = ActorRef("norland", "Norland", "Norland")
SUDLAND = ActorRef("sudland", "Sudland", "Sudland")
ANA = ActorRef("ana-ruiz", "Ana Ruiz", "Norland")
OLE = ActorRef("ole-berg", "Ole Berg", "Sudland")
VARN = PlaceRef("varn", "Varn", "Norland")
HOLM = PlaceRef("holm", "Holm", "Sudland")
MOMENT = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)


def passage(words):
    return (Evidence(words, 0, len(words)),)


def told(entry: Entry, *, outlet="Northern Post", day="2023-05-01", copy_group=None):
    published = DateRange.on(date.fromisoformat(day)) if day else None
    head = DocumentHead(entry.document, outlet, published, copy_group=copy_group)
    return RecordedEntry(id=entry_id(entry), entry=entry, document=head, recorded_at=MOMENT)


def incident(words="Shots were fired", *, outlet="Northern Post", day="2023-05-01", **given):
    status = given.pop("status", IncidentStatus.HAPPENED)
    document = f"{outlet} {day}"
    entry = Incident(document=document, evidence=passage(words), status=status, **given)
    return told(entry, outlet=outlet, day=day)


def event_of(*reports, kind=Kind.INCIDENT, status="happened"):
    names = tuple(r.id for r in reports)
    event = Event(id="e" * 16, kind=kind, status=status, date=None, place=None, entries=names)
    return RecordedEvent(event=event, reports=reports)
