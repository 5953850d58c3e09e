"""What the questions answer with: frozen, and each line with its sentence, outlet and days."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from detente.ledger.moments import Moment
from detente.model.chain import Chain
from detente.model.correction import Review
from detente.model.document import Document, Rejection
from detente.model.entry import Entry, Kind
from detente.model.event import DocumentHead, Event, TrackStatus
from detente.model.story import Story
from detente.model.when import DateRange, DayIs


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEntry:
    """An entry as the record holds it, with the head of the document that it comes from.

    ``review`` is the last word of a person on it. ``in_quotation``: its passage begins between marks of quotation.
    """

    id: str
    entry: Entry
    document: DocumentHead
    recorded_at: datetime
    review: Review | None = None
    in_quotation: bool = False

    @property
    def sentence(self) -> str:
        """Return the passages that the entry rests on, letter by letter, ``…`` between them."""
        return " … ".join(e.quote for e in self.entry.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEvent:
    """An event with its reports, in the order of ``event.entries``."""

    event: Event
    reports: tuple[RecordedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStory:
    """A story with the heads of its articles, the earliest first."""

    story: Story
    articles: tuple[DocumentHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDocument:
    """A stored document. ``sources`` are all files and addresses under which the same text came.

    ``superseded_by`` is the id of the newest version where this is an older one.
    """

    id: str
    document: Document
    sources: tuple[str, ...]
    recorded_at: datetime
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a stored text; ``marks`` are half-open offsets into ``text`` (the paragraph).

    ``start`` is where the paragraph begins in the stored text of the document.
    """

    text: str
    start: int
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCard:
    """Where a track stands, everything that it rests on resolved to its sentences.

    ``next_meeting`` may be one that was proposed only; ``put_off`` is the last one that was, or was called off.
    ``arrow_rests_on`` is what the word of thirty days before rested on.
    """

    status: TrackStatus
    rests_on: tuple[RecordedEntry, ...]
    last_meeting: RecordedEvent | None
    next_meeting: RecordedEvent | None
    open_commitments: tuple[RecordedEntry, ...]
    open_conditions: tuple[RecordedEntry, ...]
    last_refusal: RecordedEntry | None
    overdue_commitments: tuple[RecordedEntry, ...] = ()
    put_off: RecordedEvent | None = None
    last_agreement: RecordedEvent | None = None
    arrow_rests_on: tuple[RecordedEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A meeting that is to come or was put off, with what others say of it.

    ``told`` is the report by whose word it stands so; ``beside`` are words of another party in the paragraph in
    which it is told.
    """

    recorded: RecordedEvent
    chain: Chain
    told: RecordedEntry
    beside: tuple[RecordedEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """What is to come, the nearest first, and what was put off lately, the last first."""

    to_come: tuple[Ahead, ...]
    put_off: tuple[Ahead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What the record holds and what it lacks.

    ``undated``: documents without a single day of publication. ``copies``: files and addresses whose text
    the record already had. ``left_out``: documents that ``as_of`` hides, also for want of a day.
    """

    documents: int
    superseded: int
    entries: int
    events: int
    rejected_files: int
    rejected_passages: int
    undated: int
    copies: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The state of the process. ``reckoned_on`` is the day that the statuses hold for.

    It is ``as_of``, or else the last day of publication in the record; ``None`` in an empty record.
    ``known_at`` is the last change that counts where an earlier state was asked for. ``followed``: whether
    what became of promises was looked for in all entries.
    """

    as_of: date | None
    known_at: Moment | None
    reckoned_on: date | None
    tracks: tuple[TrackCard, ...]
    ahead: Meetings
    health: Health
    followed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One dated thing: an event with its reports, or an entry that belongs to no event (one report).

    ``unheard``: a meeting that was planned for days which are past, and no article tells what became of it;
    ``declined``: in words, where one tells that somebody would not come.
    ``day_is``: what ``date`` is of words that name no day of their own.
    """

    id: str
    kind: Kind
    date: DateRange
    event: Event | None
    reports: tuple[RecordedEntry, ...]
    unheard: bool = False
    declined: str = ""
    day_is: DayIs | None = None


class AgendaState(StrEnum):
    """Where a thing that is due stands."""

    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A meeting that is to be, or a commitment with a day; ``date`` is ``None`` where no day is set.

    ``chain`` tells what was announced of a meeting, and what became of it.
    """

    id: str
    kind: Kind
    date: DateRange | None
    state: AgendaState
    event: Event | None
    reports: tuple[RecordedEntry, ...]
    chain: Chain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """An entry, its sentence in context (one passage for each paragraph), and the events it belongs to."""

    recorded: RecordedEntry
    context: tuple[Passage, ...]
    events: tuple[str, ...]
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """An event with each report's sentence in context, in the order of ``recorded.reports``.

    ``chain`` is there for a meeting.
    """

    recorded: RecordedEvent
    contexts: tuple[tuple[Passage, ...], ...]
    chain: Chain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document, its entries in the order of the text, and what was left out of it.

    ``story`` is the news that it reports with other articles.
    """

    recorded: RecordedDocument
    entries: tuple[RecordedEntry, ...]
    versions: tuple[DocumentHead, ...]  # all of them, this one too, oldest first
    rejections: tuple[Rejection, ...]
    story: RecordedStory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldInStory:
    """An event of which articles of a story tell, with the reports of it that stand in them."""

    event: Event
    reports: tuple[RecordedEntry, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the articles of the story that tell of it."""
        return tuple(sorted({report.document.id for report in self.reports}))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story with what its articles tell: first what most of them do."""

    recorded: RecordedStory
    told: tuple[ToldInStory, ...]


Page = EntryPage | EventPage | DocumentPage | StoryPage


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A document or an entry that holds the words; ``entry`` is ``None`` where only the document does."""

    document: DocumentHead
    entry: RecordedEntry | None
    context: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedActor:
    """An actor that the profile does not list: how many entries name it, and one of them."""

    id: str
    name: str
    count: int
    example: RecordedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRejection:
    """What was left out. ``document`` is there where it was a passage and not a whole file."""

    rejection: Rejection
    document: DocumentHead | None
    recorded_at: datetime
