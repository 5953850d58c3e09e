"""One function for each question that a user asks."""

from detente.ledger.moments import Moment, last_change
from detente.model.event import DocumentHead
from detente.model.when import DayIs
from detente.query.agreeing import Agreed, Agreement, Verdict, agreement
from detente.query.blockers import BlockersPage, blockers
from detente.query.browsing import (
    ListedArticle,
    ReadArticle,
    articles,
    beside,
    count_articles,
    is_empty,
    is_large,
    read_articles,
    reckoned_on,
)
from detente.query.commitments import FollowedCommitment, commitments
from detente.query.corrections import RecordedCorrection, corrections
from detente.query.crowds import Crowd, crowds, span
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
from detente.query.matter import How, Run, Wording
from detente.query.naming import search_words
from detente.query.newest import (
    News,
    count_quotations,
    each_quotation,
    latest_words,
    news,
    quotations,
)
from detente.query.overview import board
from detente.query.pages import show
from detente.query.results import (
    AgendaItem,
    AgendaState,
    Ahead,
    Board,
    DocumentPage,
    EntryPage,
    EventPage,
    Health,
    Meetings,
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
from detente.query.schedule import agenda, count_dated, each_dated, timeline
from detente.query.side_by_side import Column, EventWording, SilentOutlet, wording
from detente.query.stances import Moved, Position, PositionLine, Positions, Shift, positions
from detente.query.standpoint import bounds
from detente.query.tables import (
    SpokenOf,
    first_day,
    latest_events,
    named_events,
    near_events,
    spoken_of,
    told_events,
)
from detente.query.terms import ContestedUse, Naming, Term

__all__ = [
    "Account",
    "AgendaItem",
    "AgendaState",
    "Agreed",
    "Agreement",
    "Ahead",
    "BlockersPage",
    "Board",
    "Column",
    "ContestedUse",
    "Crowd",
    "DayIs",
    "Difference",
    "Differences",
    "Direction",
    "DocumentHead",
    "DocumentPage",
    "EntryPage",
    "EventPage",
    "EventWording",
    "FollowedCommitment",
    "Health",
    "How",
    "ListedArticle",
    "Meetings",
    "Moment",
    "Moved",
    "Naming",
    "News",
    "Page",
    "Passage",
    "Point",
    "Position",
    "PositionLine",
    "Positions",
    "Progress",
    "ReadArticle",
    "RecordedCorrection",
    "RecordedDocument",
    "RecordedEntry",
    "RecordedEvent",
    "RecordedRejection",
    "Run",
    "SearchHit",
    "Shift",
    "SilentOutlet",
    "SpokenOf",
    "Suggestion",
    "Term",
    "TimelineItem",
    "TrackCard",
    "UnlistedActor",
    "Verdict",
    "Version",
    "Wording",
    "agenda",
    "agreement",
    "articles",
    "beside",
    "blockers",
    "board",
    "bounds",
    "commitments",
    "corrections",
    "count_articles",
    "count_dated",
    "count_quotations",
    "crowds",
    "differences",
    "documents",
    "each_dated",
    "each_quotation",
    "entries",
    "events",
    "first_day",
    "is_empty",
    "is_large",
    "last_change",
    "latest_events",
    "latest_words",
    "named_events",
    "near_events",
    "news",
    "positions",
    "preview",
    "progress",
    "quotations",
    "read_articles",
    "reckoned_on",
    "rejections",
    "search",
    "search_words",
    "show",
    "span",
    "spoken_of",
    "suggestions",
    "timeline",
    "told_events",
    "unlisted_actors",
    "wording",
]
