"""The shapes of fields in the export: what is checked before it is stored as a person's."""

from collections.abc import Callable, Mapping
from typing import Any

from detente.model.codec import ACTOR_FIELDS, DATE_FIELDS, NAME_FIELDS
from detente.model.errors import CorrectionError
from detente.model.profile import Process

Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _maybe_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _maybe_whole(value: Any) -> bool:
    return value is None or _whole(value)


def _degrees(most: int) -> Check:
    def check(value: Any) -> bool:
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return value is None or (number and -most <= value <= most)

    return check


def _object(needed: Mapping[str, Check], more: Mapping[str, Check] | None = None) -> Check:
    parts = {**needed, **(more or {})}

    def check(value: Any) -> bool:
        return (
            isinstance(value, dict)
            and set(needed) <= set(value) <= set(parts)
            and all(parts[name](part) for name, part in value.items())
        )

    return check


def _list(check_one: Check) -> Check:
    def check(value: Any) -> bool:
        return isinstance(value, list) and all(check_one(one) for one in value)

    return check


_ACTORS = _list(_object({"id": _text, "name": _text}, {"side": _maybe_text}))
_DATE = _object(
    {"start": _maybe_text, "end": _maybe_text, "text": _maybe_text, "basis": _text},
    {"because": _maybe_text},
)
_CHECKS: dict[str, Check] = {
    **dict.fromkeys(ACTOR_FIELDS, _ACTORS),
    **dict.fromkeys(DATE_FIELDS, _DATE),
    **dict.fromkeys(NAME_FIELDS, _list(_text)),
    "place": _object(
        {"id": _text, "name": _text},
        {"country": _maybe_text, "lat": _degrees(90), "lon": _degrees(180)},
    ),
    "evidence": _list(_object({"quote": _text, "start": _whole, "end": _whole})),
    "figures": _list(
        _object({"what": _text, "low": _maybe_whole, "high": _maybe_whole}, {"by": _maybe_text})
    ),
    "plover": _object({"event": _text}, {"mode": _maybe_text}),
    "round": _whole,
}


def check_shape(name: str, value: Any, *, process: Process) -> None:
    """Raise ``CorrectionError`` unless a value has the shape that the export gives the field."""
    if not _CHECKS.get(name, _text)(value):
        raise CorrectionError(
            f"{name} does not take {value!r}; its shape stands in the page on exports (docs/export.md)"
        )
    tracks = [t.id for t in process.tracks]
    if name in NAME_FIELDS and tracks:
        for track in value:
            if track not in tracks:
                raise CorrectionError(
                    f"the process {process.name!r} has no track {track!r}; its tracks: {', '.join(tracks)}"
                )
