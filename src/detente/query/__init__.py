"""One function for each question that a user asks."""

from detente.model.event import DocumentHead
from detente.query.agreeing import Agreed, Agreement, Verdict, agreement
from detente.query.blockers import BlockersPage, blockers
from detente.query.browsing import ListedArticle, articles, is_empty, reckoned_on
from detente.query.corrections import RecordedCorrection, corrections
from detente.query.differing import (
    Account,
    Difference,
    Differences,
    Direction,
    Point,
    Version,
    differences,
)
from detente.query.finding import search
from detente.query.gaps import rejections, unlisted_actors
from detente.query.listing import documents, entries, events
from detente.query.newest import News, last_change, latest_words, news, quotations
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
from detente.query.reviewing import Progress, Suggestion, preview, progress, suggestions
from detente.query.schedule import agenda, timeline

__all__ = [
    "Account",
    "AgendaItem",
    "AgendaState",
    "Agreed",
    "Agreement",
    "BlockersPage",
    "Board",
    "Difference",
    "Differences",
    "Direction",
    "DocumentHead",
    "DocumentPage",
    "EntryPage",
    "EventPage",
    "Health",
    "ListedArticle",
    "News",
    "Page",
    "Passage",
    "Point",
    "Progress",
    "RecordedCorrection",
    "RecordedDocument",
    "RecordedEntry",
    "RecordedEvent",
    "RecordedRejection",
    "SearchHit",
    "Suggestion",
    "TimelineItem",
    "TrackCard",
    "UnlistedActor",
    "Verdict",
    "Version",
    "agenda",
    "agreement",
    "articles",
    "blockers",
    "board",
    "corrections",
    "differences",
    "documents",
    "entries",
    "events",
    "is_empty",
    "last_change",
    "latest_words",
    "news",
    "preview",
    "progress",
    "quotations",
    "reckoned_on",
    "rejections",
    "search",
    "show",
    "suggestions",
    "timeline",
    "unlisted_actors",
]
