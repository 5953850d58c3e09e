"""Two articles of ours, with what stands in them, built by hand."""

from datetime import UTC, date, datetime

from detente.model.codec import entry_id
from detente.model.document import Document
from detente.model.entry import (
    ActorRef,
    Commitment,
    Entry,
    Evidence,
    Figure,
    Incident,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
    PlaceRef,
    Strength,
)
from detente.model.event import Event, Step
from detente.model.when import Basis, DateRange
from detente.query import DocumentHead, RecordedEntry

NORTH = ActorRef("north", "Northland", "Northland")
SOUTH = ActorRef("south", "Southland", "Southland")
LIND = ActorRef("lind", "Ana Lind", "Northland")

TEXT = (
    "Northland and Southland met in Port Vale on 4 May. "
    "“We shall open the road in June,” Ana Lind said. "
    "Shells killed three to five people at the crossing."
)
DOCUMENT = Document(
    source="articles/one.txt",
    text=TEXT,
    title="Talks in Port Vale",
    outlet="The Courier",
    byline=("A. Writer",),
    published=DateRange.on(date(2023, 5, 5), "May 5, 2023"),
    published_basis="line under the headline",
)
HEAD = DocumentHead(
    id=DOCUMENT.id,
    source=DOCUMENT.source,
    title=DOCUMENT.title,
    outlet=DOCUMENT.outlet,
    byline=DOCUMENT.byline,
    dateline=None,
    published=DOCUMENT.published,
    published_basis=DOCUMENT.published_basis,
    url=None,
    language=None,
)


def passage(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(quote, start, start + len(quote)),)


MEETING = Meeting(
    document=DOCUMENT.id,
    evidence=passage("Northland and Southland met in Port Vale on 4 May"),
    tracks=("talks",),
    status=MeetingStatus.HELD,
    participants=(NORTH, SOUTH),
    date=DateRange.on(date(2023, 5, 4), "4 May"),
    place=PlaceRef("port-vale", "Port Vale", "Middleland", -12.5, 4.0),
)
PROMISE = Commitment(
    document=DOCUMENT.id,
    evidence=passage("We shall open the road in June"),
    tracks=("roads", "talks"),
    said_by=(LIND,),
    by=(NORTH,),
    strength=Strength.PLEDGE,
    due=DateRange(date(2023, 6, 1), date(2023, 6, 30), "in June", Basis.RELATIVE),
)
SHELLS = Incident(
    document=DOCUMENT.id,
    evidence=passage("Shells killed three to five people"),
    status=IncidentStatus.HAPPENED,
    figures=(Figure("killed", 3, 5, "Northland"),),
)


def recorded(entry: Entry, head: DocumentHead = HEAD) -> RecordedEntry:
    return RecordedEntry(
        id=entry_id(entry),
        entry=entry,
        document=head,
        recorded_at=datetime(2023, 7, 1, tzinfo=UTC),
    )


EVENT = Event(
    id="e" * 16,
    kind=Kind.MEETING,
    status="held",
    date=MEETING.date,
    place=MEETING.place,
    participants=(NORTH, SOUTH),
    tracks=("talks",),
    outlets=("The Courier",),
    entries=(entry_id(MEETING),),
    history=(Step("held", MEETING.date, (), entry_id(MEETING), "The Courier", DOCUMENT.published),),
)
