"""One function for each question that a user asks."""

from detente.model.event import DocumentHead
from detente.query.finding import search
from detente.query.gaps import rejections, unlisted_actors
from detente.query.listing import documents, entries, events
from detente.query.overview import board
from detente.query.pages import show
from detente.query.results import (
    AgendaItem,
    AgendaState,
    Board,
    DocumentPage,
    EntryPage,
    EventPage,
    Health,
    Page,
    Passage,
    RecordedDocument,
    RecordedEntry,
    RecordedEvent,
    RecordedRejection,
    SearchHit,
    TimelineItem,
    TrackCard,
    UnlistedActor,
)
from detente.query.schedule import agenda, timeline

__all__ = [
    "AgendaItem",
    "AgendaState",
    "Board",
    "DocumentHead",
    "DocumentPage",
    "EntryPage",
    "EventPage",
    "Health",
    "Page",
    "Passage",
    "RecordedDocument",
    "RecordedEntry",
    "RecordedEvent",
    "RecordedRejection",
    "SearchHit",
    "TimelineItem",
    "TrackCard",
    "UnlistedActor",
    "agenda",
    "board",
    "documents",
    "entries",
    "events",
    "rejections",
    "search",
    "show",
    "timeline",
    "unlisted_actors",
]
