"""The evidence panel: what a line of a page rests on, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente import query
from detente.ledger import Ledger
from detente.model.entry import Mode
from detente.model.event import DocumentHead, Event
from detente.query import (
    DocumentPage,
    EntryPage,
    EventPage,
    Passage,
    RecordedEntry,
    StoryPage,
)
from detente.web.address import ROWS, Address
from detente.web.coverage import Coverage, Headline, coverage
from detente.wording import (
    MANNERS,
    attribution,
    event_title,
    manner,
    outlet,
    published,
    quoted,
    sentence,
)

EVENTS = 3  # of one entry that are named
NEAR, NEAR_DAYS = 8, 10  # events that are offered to be joined with one, and how far apart they lie
MOST = 12  # reports of one event that are shown at once
MISSING = (
    "Nothing in the record has this id. A story has another one when an article joins or leaves it. "
    "An event or story of an earlier day may need its day: set “as of”."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One entry with its paragraphs, and what goes on the clipboard."""

    told: RecordedEntry
    context: tuple[Passage, ...]

    @property
    def quotation(self) -> str:
        """Write the sentence with who says so, where and when; marks of quotation as the article has them."""
        return f"{sentence(self.told)} — {attribution(self.told)}"

    @property
    def is_quoted(self) -> bool:
        """Say whether any of the sentence are somebody's own words."""
        return manner(self.told) != MANNERS[Mode.INDIRECT]

    @property
    def citation(self) -> str:
        """Write where the sentence stands, as a bibliography does: who wrote it, headline, outlet, day, address."""
        head, stored = self.told.document, self.told.recorded_at.date()
        title = quoted(head.title) if head.title else "without a headline"
        named = (
            *(name for name in head.byline if name.casefold() != (head.outlet or "").casefold()),
            title,
            outlet(head),
            published(head.published),
            f"{head.url} (stored {stored})" if head.url else f"stored {stored}",
        )
        return ", ".join(named) + "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What the panel shows of an id; ``page`` is ``None`` where the record has nothing under it."""

    id: str
    title: str
    page: query.Page | None
    evidence: tuple[Evidence, ...] = ()
    more: int = 0
    events: tuple[Event, ...] = ()  # that an entry tells of
    near: tuple[Event, ...] = ()  # those that an event may be one with
    coverage: Coverage | None = None  # of a story, all of it
    headlines: tuple[Headline, ...] = ()  # of it, those that are shown at once
    missing: str = MISSING


def open_panel(ledger: Ledger, address: Address, item: str, *, part: int = 1) -> Panel:
    """Find what an id stands for and its sentences; of an event with many reports one ``part``."""
    page = query.show(
        ledger, item.casefold(), as_of=address.filter.as_of, known_at=address.filter.known_at
    )
    match page:
        case EntryPage():
            evidence = (Evidence(told=page.recorded, context=page.context),)
            return Panel(
                id=page.recorded.id,
                title=page.recorded.entry.kind,
                page=page,
                evidence=evidence,
                events=query.named_events(ledger, address.filter, page.events[:EVENTS]),
            )
        case EventPage():
            near = query.near_events(
                ledger, address.filter, page.recorded.event, days=NEAR_DAYS, limit=NEAR
            )
            return replace(_event_panel(page, (part - 1) * MOST), near=near)
        case DocumentPage():
            return Panel(id=page.recorded.id, title="article", page=page)
        case StoryPage():
            return _story_panel(page, (part - 1) * ROWS)
        case None:
            return Panel(id=item, title="Not found", page=None)


def _event_panel(page: EventPage, first: int) -> Panel:
    event = page.recorded.event
    both = tuple(zip(page.recorded.reports, page.contexts, strict=True))
    shown = both[first : first + MOST]
    return Panel(
        id=event.id,
        title=f"{event_title(event, named=False)} · {event.status}",
        page=page,
        evidence=tuple(Evidence(told=told, context=context) for told, context in shown),
        more=max(len(both) - first - MOST, 0),
    )


def _story_panel(page: StoryPage, first: int) -> Panel:
    whole = coverage(page)
    return Panel(
        id=page.recorded.story.id,
        title=f"Story: {page.recorded.story.title or 'without a headline'}",
        page=page,
        coverage=whole,
        headlines=whole.headlines[first : first + ROWS],
        more=max(len(whole.headlines) - first - ROWS, 0),
    )


def head_of(versions: Sequence[DocumentHead], document: str) -> DocumentHead:
    """Find the head of a document among its versions."""
    return next(head for head in versions if head.id == document)
