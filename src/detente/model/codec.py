"""Nouns to plain JSON values and back, in the shape of the export contract (DESIGN.md, "Entries").

The stored form and the exported form are the same, so what is exported is what was recorded.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from detente.model.document import Document, Dropped, Found
from detente.model.entry import (
    ENTRY_TYPES,
    ActorRef,
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
    start, end = plain["start"], plain["end"]
    return DateRange(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
        plain["text"],
        Basis(plain["basis"]),
        plain.get("because", ""),
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


_STATUS = {Kind.MEETING: MeetingStatus, Kind.INCIDENT: IncidentStatus}
_READERS: Mapping[str, Callable[[Any], Any]] = {
    "evidence": lambda v: tuple(Evidence(**e) for e in v),
    "figures": lambda v: tuple(Figure(**f) for f in v),
    "place": lambda v: PlaceRef(**v),
    "plover": lambda v: Plover(**v),
    "mode": Mode,
    "strength": Strength,
    "sign": Sign,
    "format": MeetingFormat,
}


def _field_from_json(kind: Kind, name: str, value: Any) -> Any:
    if name in ACTOR_FIELDS:
        return tuple(ActorRef(**a) for a in value)
    if name in DATE_FIELDS:
        return date_from_json(value)
    if name in NAME_FIELDS:
        return tuple(value)
    if name == "status":
        return _STATUS[kind](value)
    return _READERS[name](value) if name in _READERS else value


def entry_from_json(plain: Mapping[str, Any]) -> Entry:
    """Read what ``entry_to_json`` wrote; keys that are no fields of the kind are passed over."""
    kind = Kind(plain["kind"])
    noun = ENTRY_TYPES[kind]
    names = {f.name for f in fields(noun)}
    # what was written leaves empty fields out, also those that the noun asks for ("aid was demanded": by nobody named)
    nobody: Json = {n: () for n in ACTOR_FIELDS if n in names}
    given = {
        n: _field_from_json(kind, n, v) for n, v in plain.items() if n in names and v is not None
    }
    return noun(**nobody | given)


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
