"""The fields of an entry as people type them, or as the export writes them; nothing else is let through."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from typing import Any

from detente.model.codec import ACTOR_FIELDS, DATE_FIELDS, NAME_FIELDS, Json, entry_from_json
from detente.model.entry import (
    ENTRY_TYPES,
    Entry,
    IncidentStatus,
    Kind,
    MeetingFormat,
    MeetingStatus,
    Mode,
    Sign,
    Strength,
)
from detente.model.errors import CorrectionError, EvidenceError
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind, Process
from detente.model.when import Basis
from detente.pipeline.correcting.shapes import check_shape
from detente.pipeline.storable import storable_text

BY_REVIEWER = "a reviewer set it"
_CHOICES: dict[str, type[StrEnum]] = {
    "mode": Mode,
    "strength": Strength,
    "sign": Sign,
    "format": MeetingFormat,
    "kind": Kind,
}
_STATUS: dict[Kind, type[StrEnum]] = {Kind.MEETING: MeetingStatus, Kind.INCIDENT: IncidentStatus}
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_OFFSETS = re.compile(r"\s*([0-9]{1,9})\s*:\s*([0-9]{1,9})\s*")


def field_names(kind: Kind) -> tuple[str, ...]:
    """Return the fields that an entry of a kind can have, the passage among them."""
    return tuple(f.name for f in fields(ENTRY_TYPES[kind]) if f.name != "document")


def choices(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the words that a field may hold; none where it is free."""
    words = _STATUS.get(kind) if name == "status" else _CHOICES.get(name)
    return tuple(word.value for word in words) if words else ()


def needed(kind: Kind) -> tuple[str, ...]:
    """Return the fields without which there is no entry of a kind, besides its passage."""
    return tuple(
        f.name
        for f in fields(ENTRY_TYPES[kind])
        if f.default is MISSING
        and f.default_factory is MISSING
        and f.name not in (*ACTOR_FIELDS, "document", "evidence")
    )


def with_fields(plain: Json, changes: Mapping[str, Any], *, process: Process, text: str) -> Entry:
    """Build the entry that ``plain`` becomes with these changes; ``text`` is that of its document.

    A change is a field as typed, or in the shape of the export; nothing (``None``, an empty text) clears it.
    Raises ``CorrectionError`` where a field is unknown or does not take the value.
    """
    kind = _kind(changes.get("kind", plain["kind"]))
    allowed = field_names(kind)
    for name in changes:
        if name not in allowed and name != "kind":
            raise CorrectionError(
                f"a {kind.value} has no field {name!r}; its fields: {', '.join(allowed)}"
            )
    after = {k: v for k, v in plain.items() if k in (*allowed, "document")} | {"kind": kind.value}
    if kind.value != plain["kind"] or (kind is Kind.INCIDENT and "status" in changes):
        after.pop("plover", None)  # the label follows from these, and would be wrong now
    for name, value in changes.items():
        if name != "kind":
            after[name] = _value(kind, name, value, process=process, text=text)
    return _built(kind, {k: v for k, v in after.items() if v not in (None, [], "")}, text)


def _kind(typed: Any) -> Kind:
    try:
        return Kind(str(typed).strip().casefold())
    except ValueError as error:
        raise CorrectionError(f"{typed!r} is no kind of entry; kinds: {', '.join(Kind)}") from error


def _built(kind: Kind, plain: Json, text: str) -> Entry:
    for name in needed(kind):
        if name not in plain:
            listed = ", ".join(choices(kind, name))
            raise CorrectionError(
                f"{_article(kind)} {kind.value} needs {name}" + (f": {listed}" if listed else "")
            )
    for name, value in plain.items():
        if (words := choices(kind, name)) and name != "kind" and value not in words:
            raise CorrectionError(
                f"{name} of a {kind.value} is not {value!r}; it is one of: {', '.join(words)}"
            )
    try:
        entry = entry_from_json(plain)
        for evidence in entry.evidence:
            evidence.check(text)
    except (ValueError, TypeError, KeyError, EvidenceError) as error:
        raise CorrectionError(f"no {kind.value} can be made of this: {error}") from error
    return entry


def _article(kind: Kind) -> str:
    return "an" if kind.value[0] in "aeiou" else "a"


def _value(kind: Kind, name: str, value: Any, *, process: Process, text: str) -> Any:
    if isinstance(value, str):
        value = _typed(kind, name, storable_text(value).strip(), process=process, text=text)
    if value in (None, [], ""):
        return None
    check_shape(name, value, process=process)
    return value


def _typed(kind: Kind, name: str, typed: str, *, process: Process, text: str) -> Any:
    """Read a field as a person types it; nothing clears it."""
    if not typed:
        return None
    if name in ACTOR_FIELDS:
        return [_actor(part, process) for part in _parts(typed)]
    if name in DATE_FIELDS:
        return typed_days(typed)
    if name in NAME_FIELDS:
        return [_track(part, process) for part in _parts(typed)]
    if name == "place":
        return _place(typed, process)
    if name == "evidence":
        return passages(text, typed)
    if name == "round":
        if not typed.isascii() or not typed.isdigit():
            raise CorrectionError(f"round is a number, not {typed!r}")
        return int(typed[:9])
    if name in ("figures", "plover"):
        raise CorrectionError(f"{name} cannot be typed; give it in the shape of the export")
    words = {w.casefold(): w for w in choices(kind, name)}
    return words.get(typed.casefold(), typed)


def _parts(typed: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;,]", typed) if part.strip()]


def _actor(typed: str, process: Process) -> Json:
    """Find an actor by id or name; one that the profile lacks is an actor of its own."""
    by_id = {a.id: a for a in process.actors}
    named = by_id.get(typed) or next(
        (a for a in process.actors if slug(typed) in map(slug, (a.id, *a.names))), None
    )
    if named is None:
        return {"id": f"~{slug(typed)}", "name": typed.removeprefix("~"), "side": None}
    meant = _side_of(named, process) if named.kind is ActorKind.BODY else named
    return {"id": meant.id, "name": meant.name, "side": meant.side}


def _side_of(body: Actor, process: Process) -> Actor:
    sides = (a for a in process.actors if a.kind is ActorKind.SIDE and a.name == body.side)
    return next(sides, body)


def _track(typed: str, process: Process) -> str:
    found = (t.id for t in process.tracks if slug(typed) in (slug(t.id), slug(t.name)))
    return next(found, typed)


def _place(typed: str, process: Process) -> Json:
    for place in process.places:
        if slug(typed) in map(slug, (place.id, *place.names)):
            return {
                "id": place.id, "name": place.name, "country": place.country,
                "lat": place.lat, "lon": place.lon,
            }  # fmt: skip
    return {"id": f"~{slug(typed)}", "name": typed, "country": None, "lat": None, "lon": None}


def typed_days(typed: str) -> Json:
    """Read a day, month or year, or two of them joined by ``/``, one of which may be left open."""
    first, slash, last = typed.partition("/")
    start = _days(first, typed)[0] if first.strip() else None
    end = _days(last if slash else first, typed)[1] if (last if slash else first).strip() else None
    if (start or end) is None or (start and end and start > end):
        raise CorrectionError(f"{typed!r} names no days; the first is not after the last")
    return {
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "text": "",
        "basis": Basis.INFERRED.value,
        "because": BY_REVIEWER,
    }


def _days(part: str, typed: str) -> tuple[date, date]:
    found = _DAY.fullmatch(part.strip())
    try:
        if found is None:
            raise ValueError("no day")
        year, month, day = (int(g) if g else None for g in found.groups())
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise CorrectionError(
            f"{typed!r} is not a day; write 2023-05-25, 2023-05, 2023, or two of these joined by '/'"
        ) from error
    last_month = month or 12
    return first, date(
        first.year, last_month, day or calendar.monthrange(first.year, last_month)[1]
    )


def passages(text: str, typed: str) -> list[Json]:
    """Read passages of a text: ``START:END``, several joined by commas, or the words themselves."""
    offsets = [_OFFSETS.fullmatch(part) for part in typed.split(",")]
    if all(offsets):
        return [_passage(text, int(o[1]), int(o[2])) for o in offsets if o]
    if text.count(typed) != 1:
        times = "does not stand" if typed not in text else "stands more than once"
        raise CorrectionError(f"{typed!r} {times} in the text; mark it by its offsets START:END")
    start = text.index(typed)
    return [_passage(text, start, start + len(typed))]


def _passage(text: str, start: int, end: int) -> Json:
    if not start < end <= len(text):
        raise CorrectionError(f"{start}:{end} marks no passage of a text of {len(text)} characters")
    quote = text[start:end]
    inner = quote.strip()
    if not inner:
        raise CorrectionError(f"{start}:{end} marks nothing but blanks")
    first = start + len(quote) - len(quote.lstrip())
    return {"quote": inner, "start": first, "end": first + len(inner)}
