"""Nouns in the shape that is exported: their fields, in a stable order, under the names of the guide."""

from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath

from detente.model.codec import Json, date_to_json, document_to_json, entry_to_json
from detente.model.correction import Review
from detente.model.document import Document
from detente.model.entry import ENTRY_TYPES, Actors, PlaceRef
from detente.model.event import UTTERANCES, Event, Step
from detente.model.story import Story
from detente.query.results import RecordedEntry


class Item(StrEnum):
    """What can be exported."""

    ENTRIES = "entries"
    DOCUMENTS = "documents"
    EVENTS = "events"
    STORIES = "stories"


JSON_FIELDS: dict[Item, tuple[str, ...]] = {
    Item.ENTRIES: (
        "id",
        "kind",
        "document",
        "source",
        "evidence",
        "tracks",
        "speaker",
        "mode",
        "cue",
        "by",
        "to",
        "participants",
        "mediator",
        "level",
        "format",
        "round",
        "status",
        "strength",
        "sign",
        "date",
        "due",
        "place",
        "gates",
        "requires",
        "requires_text",
        "figures",
        "said_by",
        "said_on",
        "plover",
        "outlet",
        "published",
        "title",
        "url",
        "review",
    ),
    Item.DOCUMENTS: (
        "id",
        "source",
        "title",
        "outlet",
        "byline",
        "published",
        "published_basis",
        "url",
        "language",
        "text",
        "dateline",
        "found",
        "dropped",
    ),
    Item.EVENTS: (
        "id",
        "kind",
        "status",
        "date",
        "place",
        "speaker",
        "participants",
        "by",
        "to",
        "mediator",
        "tracks",
        "support",
        "entries",
        "history",
        "outlets",
    ),
    Item.STORIES: ("id", "title", "first", "last", "support", "outlets", "documents"),
}
_LATEST = "9999-12-31"
_EVENT_ACTORS = ("participants", "by", "to", "mediator")


def _ordered(item: Item, values: Json) -> Json:
    return {name: values[name] for name in JSON_FIELDS[item] if name in values}


def shared_source(source: str) -> str:
    """Write a source so that it tells others nothing of this machine: of a whole path only the file's name."""
    for path in (PurePosixPath(source), PureWindowsPath(source)):
        if path.is_absolute():
            return path.name or source
    return source


def entry_shape(recorded: RecordedEntry) -> Json:
    """Write an entry as exported; fields that the passage leaves empty are absent."""
    head = recorded.document
    values: Json = {"id": recorded.id, "source": shared_source(head.source)} | entry_to_json(
        recorded.entry
    )
    values |= {"outlet": head.outlet, "published": date_to_json(head.published)}
    values |= {"title": head.title, "url": head.url}
    if recorded.review:
        values["review"] = review_shape(recorded.review)
    return _ordered(Item.ENTRIES, values)


def review_shape(review: Review) -> Json:
    """Write who stands behind an entry, or against it."""
    told: Json = {"state": review.state.value, "by": review.by, "on": review.on.isoformat()}
    told |= {"reason": review.reason} if review.reason else {}
    return told | ({"entry": review.entry} if review.entry else {})


def document_shape(document: Document) -> Json:
    """Write a document as exported."""
    values = document_to_json(document)
    return _ordered(Item.DOCUMENTS, values | {"source": shared_source(document.source)})


def actor_shapes(actors: Actors) -> list[Json]:
    """Write who is meant."""
    return [{"id": a.id, "name": a.name, "side": a.side} for a in actors]


def place_shape(place: PlaceRef | None) -> Json | None:
    """Write where it happened."""
    return {f.name: getattr(place, f.name) for f in fields(place)} if place else None


def _step(step: Step) -> Json:
    return {
        "status": step.status,
        "date": date_to_json(step.date),
        "said_by": actor_shapes(step.said_by),
        "entry": step.entry,
        "outlet": step.outlet,
        "published": date_to_json(step.published),
    }


def event_shape(event: Event) -> Json:
    """Write an event as exported, with the actor fields of its kind."""
    own = {f.name for f in fields(ENTRY_TYPES[event.kind])}
    values = {
        "id": event.id,
        "kind": event.kind.value,
        "status": event.status,
        "date": date_to_json(event.date),
        "place": place_shape(event.place),
        "tracks": list(event.tracks),
        "support": event.support,
        "entries": list(event.entries),
        "history": [_step(s) for s in event.history],
        "outlets": list(event.outlets),
    }
    values |= {n: actor_shapes(getattr(event, n)) for n in _EVENT_ACTORS if n in own}
    if event.kind in UTTERANCES:
        values["speaker"] = actor_shapes(event.by)
    return _ordered(Item.EVENTS, values)


def story_shape(story: Story) -> Json:
    """Write a story as exported."""
    values: Json = {
        "id": story.id,
        "title": story.title,
        "first": story.first.isoformat() if story.first else None,
        "last": story.last.isoformat() if story.last else None,
        "support": story.support,
        "outlets": list(story.outlets),
        "documents": list(story.documents),
    }
    return _ordered(Item.STORIES, values)


def _day_key(when: Json | None) -> tuple[str, str]:
    """Sort by first and last day, what is undated last."""
    if when is None:
        return _LATEST, _LATEST
    start, end = when["start"], when["end"]
    return start or end, end or _LATEST


def first_day(item: Item, shape: Json) -> str:
    """Return the day that exports are ordered by before all else."""
    if item is Item.STORIES:
        return shape["first"] or _LATEST
    return _day_key(shape["date" if item is Item.EVENTS else "published"])[0]


def in_order(item: Item, shapes: Iterable[Json]) -> list[Json]:
    """Sort what is exported, so that the same record gives the same bytes."""

    def key(shape: Json) -> tuple[object, ...]:
        if item is Item.EVENTS:
            return (*_day_key(shape["date"]), shape["kind"], shape["id"])
        if item is Item.STORIES:
            return shape["first"] or _LATEST, shape["last"] or _LATEST, shape["id"]
        evidence = shape.get("evidence")
        start = evidence[0]["start"] if evidence else 0
        day = _day_key(shape["published"])
        return (*day, shape["source"], start, shape.get("kind", ""), shape["id"])

    return sorted(shapes, key=key)
