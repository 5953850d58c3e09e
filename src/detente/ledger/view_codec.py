"""Events, stories and track statuses to the JSON of the view tables, and back."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from detente.model.codec import actors_from_json, date_from_json, date_to_json, place_from_json
from detente.model.entry import ActorRef, Kind, PlaceRef
from detente.model.event import Arrow, Comparison, Event, Link, Step, TrackStatus
from detente.model.story import Story
from detente.model.when import DateRange


def _plain(value: Any) -> Any:
    if isinstance(value, DateRange):
        return date_to_json(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, (Step, Link, ActorRef, PlaceRef, Comparison)):
        return _fields(value)
    return value


def _fields(value: Any) -> dict[str, Any]:
    return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}


def _dump(value: Any) -> str:
    return json.dumps(_fields(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_to_text(event: Event) -> str:
    """Write an event."""
    return _dump(event)


def story_to_text(story: Story) -> str:
    """Write a story."""
    return _dump(story)


def status_to_text(status: TrackStatus) -> str:
    """Write a track status."""
    return _dump(status)


def _step(plain: Mapping[str, Any]) -> Step:
    return Step(
        plain["status"],
        date_from_json(plain["date"]),
        actors_from_json(plain["said_by"]),
        plain["entry"],
        plain["outlet"],
        date_from_json(plain["published"]),
    )


def _link(plain: Mapping[str, Any]) -> Link:
    features = tuple(Comparison(**feature) for feature in plain["features"])
    return Link(plain["first"], plain["second"], plain["score"], features)


def event_from_text(text: str) -> Event:
    """Read what ``event_to_text`` wrote."""
    return _event(json.loads(text))


@lru_cache(maxsize=2048)  # the latest ones are read again with each article that comes
def history_from_text(text: str) -> Event:
    """Read the same without its links."""
    return _event(json.loads(text) | {"links": ()})


def outline_from_text(text: str) -> Event:
    """Read the same without its links, and without its history but where that alone tells its day."""
    plain = json.loads(text)
    history = () if plain["date"] else plain["history"]
    return _event(plain | {"history": history, "links": ()})


def _event(plain: Mapping[str, Any]) -> Event:
    return Event(
        id=plain["id"],
        kind=Kind(plain["kind"]),
        status=plain["status"],
        date=date_from_json(plain["date"]),
        place=place_from_json(plain["place"]) if plain["place"] else None,
        participants=actors_from_json(plain["participants"]),
        by=actors_from_json(plain["by"]),
        to=actors_from_json(plain["to"]),
        mediator=actors_from_json(plain["mediator"]),
        tracks=tuple(plain["tracks"]),
        support=plain["support"],
        outlets=tuple(plain["outlets"]),
        entries=tuple(plain["entries"]),
        history=tuple(_step(step) for step in plain["history"]),
        links=tuple(_link(link) for link in plain["links"]),
    )


def story_from_text(text: str) -> Story:
    """Read what ``story_to_text`` wrote."""
    plain = json.loads(text)
    first, last = plain["first"], plain["last"]
    return Story(
        id=plain["id"],
        title=plain["title"],
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        support=plain["support"],
        outlets=tuple(plain["outlets"]),
        documents=tuple(plain["documents"]),
        links=tuple(_link(link) for link in plain["links"]),
    )


def status_from_text(text: str) -> TrackStatus:
    """Read what ``status_to_text`` wrote."""
    plain: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()}
    since, arrow = values.pop("since"), values.pop("arrow", None)
    return TrackStatus(
        since=date.fromisoformat(since) if since else None,
        arrow=Arrow(arrow) if arrow else None,
        **values,
    )
