"""The fields of an entry in words, one by one, and how two entries differ."""

from dataclasses import fields
from typing import Any

from detente.model.entry import ActorRef, Entry, Evidence, Figure, PlaceRef, Plover
from detente.model.when import DateRange
from detente.wording.nouns import actors, days, figure


def field_words(entry: Entry, name: str) -> str:
    """Write one field of an entry; nothing where it is empty or the kind has none."""
    return _words(getattr(entry, name, None))


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case DateRange():
            return days(value)
        case PlaceRef():
            return value.name
        case ActorRef():
            return actors((value,))
        case Evidence():
            return f"“{value.quote}” ({value.start}:{value.end})"
        case Figure():
            return figure(value)
        case Plover():
            return " ".join(filter(None, (value.event, value.mode)))
        case tuple():
            return ", ".join(_words(part) for part in value)
        case _:
            return str(value)


def changes(before: Entry, after: Entry) -> list[str]:
    """Write each field that differs, before and after."""
    names = dict.fromkeys(f.name for entry in (before, after) for f in fields(entry))
    told = [(n, field_words(before, n) or "–", field_words(after, n) or "–") for n in names]
    if before.kind != after.kind:
        told.insert(0, ("kind", before.kind.value, after.kind.value))
    return [f"{name}: {old} → {new}" for name, old, new in told if old != new]
