"""Nouns to plain JSON values and back, in the shape of the export contract (DESIGN.md, "Entries").

The stored form and the exported form are the same, so what is exported is what was recorded.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from detente.model.document import Document, Dropped, Found
from detente.model.entry import (
    ENTRY_TYPES,
    ActorRef,
    Actors,
    Entry,
    Evidence,
    Figure,
    IncidentStatus,
    Kind,
    MeetingFormat,
    MeetingStatus,
    Mode,
    PlaceRef,
    Plover,
    Sign,
    Strength,
)
from detente.model.identity import content_id
from detente.model.when import Basis, DateRange

Json = dict[str, Any]

ACTOR_FIELDS = ("speaker", "said_by", "participants", "mediator", "by", "to")
DATE_FIELDS = ("said_on", "date", "due")
NAME_FIELDS = ("tracks", "gates", "requires")


def date_to_json(when: DateRange | None) -> Json | None:
    """Write a range as ``{start, end, text, basis}``, ISO days, and the reason where there is one."""
    if when is None:
        return None
    plain: Json = {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "text": when.text,
        "basis": when.basis.value,
    }
    return plain | ({"because": when.because} if when.because else {})


def date_from_json(plain: Mapping[str, Any] | None) -> DateRange | None:
    """Read what ``date_to_json`` wrote."""
    if plain is None:
        return None
    return _range(
        plain["start"], plain["end"], plain["text"], plain["basis"], plain.get("because", "")
    )


@lru_cache(maxsize=8192)  # the day of an article is read with each of its entries
def _range(start: str | None, end: str | None, text: str, basis: str, because: str) -> DateRange:
    return DateRange(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
        text,
        Basis(basis),
        because,
    )


def _to_json(value: Any) -> Any:
    if isinstance(value, DateRange):
        return date_to_json(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_to_json(v) for v in value]
    if isinstance(value, (ActorRef, PlaceRef, Evidence, Figure, Plover, Found, Dropped)):
        return {f.name: _to_json(getattr(value, f.name)) for f in fields(value)}
    return value


def entry_to_json(entry: Entry) -> Json:
    """Write an entry without its id; empty fields are left out."""
    plain = {f.name: _to_json(getattr(entry, f.name)) for f in fields(entry)}
    return {"kind": entry.kind.value} | {k: v for k, v in plain.items() if v not in (None, [], "")}


def entry_id(entry: Entry) -> str:
    """Return the content hash that names the entry on every run and machine."""
    return content_id(entry_to_json(entry))


_Reader = Callable[[Any], Any]

# The same few are named again and again: each is made once, and shared. 40 and 40.0 degrees stay as they were written.
_actor = lru_cache(maxsize=8192)(ActorRef)
_place = lru_cache(maxsize=8192, typed=True)(PlaceRef)
_plover = lru_cache(maxsize=256)(Plover)


def actors_from_json(plain: Iterable[Mapping[str, Any]]) -> Actors:
    """Read what was written of actors."""
    return tuple([_actor(**a) for a in plain])


def place_from_json(plain: Mapping[str, Any]) -> PlaceRef:
    """Read what was written of a place."""
    return _place(**plain)


_STATUS: Mapping[Kind, _Reader] = {
    Kind.MEETING: MeetingStatus,
    Kind.INCIDENT: IncidentStatus,
}
_READERS: Mapping[str, _Reader] = {
    "evidence": lambda v: tuple([Evidence(**e) for e in v]),
    "figures": lambda v: tuple([Figure(**f) for f in v]),
    "place": place_from_json,
    "plover": lambda v: _plover(**v),
    "mode": Mode,
    "strength": Strength,
    "sign": Sign,
    "format": MeetingFormat,
    **dict.fromkeys(ACTOR_FIELDS, actors_from_json),
    **dict.fromkeys(DATE_FIELDS, date_from_json),
    **dict.fromkeys(NAME_FIELDS, tuple),
}


@cache
def _readers_of(kind: Kind) -> Mapping[str, _Reader | None]:
    """Return how each field of a kind is read; ``None`` is as it stands."""
    names = (f.name for f in fields(ENTRY_TYPES[kind]))
    return {n: _STATUS[kind] if n == "status" else _READERS.get(n) for n in names}


@cache
def _nobody(kind: Kind) -> Json:
    """Return the actors of a kind, empty: what was written leaves them out, also those that the noun asks for."""
    return {n: () for n in ACTOR_FIELDS if n in _readers_of(kind)}


def entry_from_json(plain: Mapping[str, Any]) -> Entry:
    """Read what ``entry_to_json`` wrote; keys that are no fields of the kind are passed over."""
    kind = Kind(plain["kind"])
    readers = _readers_of(kind)
    given = {
        n: v if (read := readers[n]) is None else read(v)
        for n, v in plain.items()
        if v is not None and n in readers
    }
    return ENTRY_TYPES[kind](**_nobody(kind) | given)


@lru_cache(maxsize=8192)  # the latest ones are read again with each article that comes
def entry_from_text(text: str) -> Entry:
    """Read an entry as it is stored."""
    return entry_from_json(json.loads(text))


def document_to_json(document: Document) -> Json:
    """Write a document with its id, as ``detente export documents`` does, and how each part was found."""
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "outlet": document.outlet,
        "byline": list(document.byline),
        "dateline": document.dateline,
        "published": date_to_json(document.published),
        "published_basis": document.published_basis,
        "url": document.url,
        "language": document.language,
        "found": _to_json(document.found),
        "dropped": _to_json(document.dropped),
        "text": document.text,
    }


def document_from_json(plain: Mapping[str, Any]) -> Document:
    """Read what ``document_to_json`` wrote."""
    document = Document(
        source=plain["source"],
        text=plain["text"],
        title=plain["title"],
        outlet=plain["outlet"],
        byline=tuple(plain["byline"]),
        dateline=plain["dateline"],
        published=date_from_json(plain["published"]),
        published_basis=plain["published_basis"],
        url=plain["url"],
        language=plain["language"],
        found=tuple(Found(**f) for f in plain["found"]),
        dropped=tuple(Dropped(**d) for d in plain["dropped"]),
    )
    name = plain.get("id", document.id)
    return document if name == document.id else replace(document, known_as=name)


def own_day(entry: Entry) -> DateRange | None:
    """Return the day of what the entry tells: its date or its due day."""
    when = getattr(entry, "date", None) or getattr(entry, "due", None)
    return when if isinstance(when, DateRange) else None


def entry_day(entry: Entry) -> DateRange | None:
    """Return the day of what the entry tells, for sorting: its own, or when it was said."""
    return own_day(entry) or entry.said_on
