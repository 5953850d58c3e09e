"""Answers to questions as plain JSON values: what ``--json`` writes, with the shapes of the exports in them."""

from dataclasses import asdict
from datetime import date

from detente.export.chains import chain_shape
from detente.export.differing import differences_shape
from detente.export.shapes import (
    document_shape,
    entry_shape,
    event_shape,
    shared_source,
    story_shape,
)
from detente.model.codec import Json, date_to_json
from detente.model.document import Rejection
from detente.query import (
    AgendaItem,
    Ahead,
    Board,
    DocumentHead,
    DocumentPage,
    EntryPage,
    EventPage,
    Moment,
    Page,
    Passage,
    RecordedDocument,
    RecordedEntry,
    RecordedEvent,
    RecordedRejection,
    RecordedStory,
    SearchHit,
    StoryPage,
    TimelineItem,
    TrackCard,
    UnlistedActor,
    differences,
)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def moment_shape(moment: Moment | None) -> Json | None:
    """Write a state of the record."""
    if moment is None:
        return None
    return {"change": moment.change, "recorded_at": moment.recorded_at.isoformat()}


def _entries(entries: tuple[RecordedEntry, ...]) -> list[Json]:
    return [entry_shape(e) for e in entries]


def told_event_shape(recorded: RecordedEvent) -> Json:
    """Write an event with its reports in full."""
    return event_shape(recorded.event) | {"reports": _entries(recorded.reports)}


def _maybe_event(recorded: RecordedEvent | None) -> Json | None:
    return told_event_shape(recorded) if recorded else None


def _card_shape(card: TrackCard) -> Json:
    status = card.status
    return {
        "track": status.track,
        "name": status.name,
        "status": status.status,
        "since": _day(status.since),
        "arrow": status.arrow,
        "rule": status.rule,
        "rests_on": _entries(card.rests_on),
        "last_meeting": _maybe_event(card.last_meeting),
        "next_meeting": _maybe_event(card.next_meeting),
        "put_off": _maybe_event(card.put_off),
        "last_refusal": entry_shape(card.last_refusal) if card.last_refusal else None,
        "open_commitments": _entries(card.open_commitments),
        "overdue_commitments": _entries(card.overdue_commitments),
        "open_conditions": _entries(card.open_conditions),
        "last_agreement": _maybe_event(card.last_agreement),
        "arrow_rule": status.arrow_rule,
        "arrow_rests_on": _entries(card.arrow_rests_on),
    }


def board_shape(board: Board, process: str) -> Json:
    """Write the state of the process."""
    return {
        "process": process,
        "as_of": _day(board.as_of),
        "known_at": moment_shape(board.known_at),
        "reckoned_on": _day(board.reckoned_on),
        "tracks": [_card_shape(card) for card in board.tracks],
        "meetings_to_come": [_ahead_shape(a) for a in board.ahead.to_come],
        "meetings_put_off": [_ahead_shape(a) for a in board.ahead.put_off],
        "health": asdict(board.health),
    }


def _ahead_shape(ahead: Ahead) -> Json:
    """Write a meeting that is to come or was put off."""
    return {
        "event": ahead.recorded.event.id,
        "standing": ahead.chain.standing,
        "told": entry_shape(ahead.told),
        "beside": _entries(ahead.beside),
    }


def timeline_shape(item: TimelineItem) -> Json:
    """Write one dated thing."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "date": date_to_json(item.date),
        "day_is": item.day_is.value if item.day_is else None,
        "event": event_shape(item.event) if item.event else None,
        "reports": _entries(item.reports),
    }


def agenda_shape(item: AgendaItem) -> Json:
    """Write one thing that is to come."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "date": date_to_json(item.date),
        "state": item.state.value,
        "event": event_shape(item.event) if item.event else None,
        "reports": _entries(item.reports),
        "chain": chain_shape(item.chain) if item.chain else None,
    }


def head_shape(head: DocumentHead) -> Json:
    """Write a document without its text."""
    plain = asdict(head)
    plain.pop("lede")
    return plain | {
        "source": shared_source(head.source),
        "byline": list(head.byline),
        "published": date_to_json(head.published),
    }


def recorded_document_shape(recorded: RecordedDocument) -> Json:
    """Write a document with every file and address that it came from."""
    return document_shape(recorded.document) | {
        "sources": list(recorded.sources),
        "superseded_by": recorded.superseded_by,
    }


def hit_shape(hit: SearchHit) -> Json:
    """Write one find of a search."""
    return {
        "document": head_shape(hit.document),
        "entry": entry_shape(hit.entry) if hit.entry else None,
        "context": passage_shape(hit.context),
    }


def passage_shape(passage: Passage) -> Json:
    """Write a paragraph with its marks."""
    return {
        "text": passage.text,
        "start": passage.start,
        "marks": [list(mark) for mark in passage.marks],
    }


def rejection_shape(rejection: Rejection) -> Json:
    """Write what was left out, and why."""
    return {
        "reason": rejection.reason.value,
        "detail": rejection.detail,
        "source": rejection.source,
        "subject": rejection.subject,
    }


def recorded_rejection_shape(recorded: RecordedRejection) -> Json:
    """Write what the record says was left out, with the document where it was a passage."""
    document = recorded.document.id if recorded.document else None
    return rejection_shape(recorded.rejection) | {"document": document}


def unlisted_actor_shape(actor: UnlistedActor) -> Json:
    """Write an actor that the profile does not list."""
    return {
        "id": actor.id,
        "name": actor.name,
        "count": actor.count,
        "example": entry_shape(actor.example),
    }


def page_shape(page: Page) -> Json:
    """Write one thing in full; ``what`` says whether it is an entry, an event, a document or a story."""
    match page:
        case EntryPage():
            return {
                "what": "entry",
                "entry": entry_shape(page.recorded),
                "context": [passage_shape(p) for p in page.context],
                "events": list(page.events),
                "superseded_by": page.superseded_by,
            }
        case EventPage():
            contexts = [[passage_shape(p) for p in context] for context in page.contexts]
            links = [asdict(link) for link in page.recorded.event.links]
            event = told_event_shape(page.recorded)
            chain = chain_shape(page.chain) if page.chain else None
            whole = {"event": event, "contexts": contexts, "links": links, "chain": chain}
            differing = differences_shape(differences(page.recorded))
            return {"what": "event"} | whole | {"differences": differing}
        case DocumentPage():
            return _document_page_shape(page)
        case StoryPage():
            return _story_page_shape(page)


def _document_page_shape(page: DocumentPage) -> Json:
    return {
        "what": "document",
        "document": recorded_document_shape(page.recorded),
        "entries": _entries(page.entries),
        "versions": [head_shape(head) for head in page.versions],
        "rejections": [rejection_shape(r) for r in page.rejections],
        "story": told_story_shape(page.story) if page.story else None,
    }


def told_story_shape(recorded: RecordedStory) -> Json:
    """Write a story with the heads of its articles."""
    articles = [head_shape(head) for head in recorded.articles]
    return story_shape(recorded.story) | {"articles": articles}


def _story_page_shape(page: StoryPage) -> Json:
    told = [
        event_shape(t.event) | {"told_by": list(t.documents), "reports": [r.id for r in t.reports]}
        for t in page.told
    ]
    links = [asdict(link) for link in page.recorded.story.links]
    return {"what": "story", "story": told_story_shape(page.recorded), "told": told, "links": links}
