"""The fields of an entry as a form shows them, and what somebody had typed into one that did not go through."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from detente.model.entry import Entry, Kind
from detente.pipeline.correcting import choices, field_names, needed
from detente.wording import field_words

NOT_TYPED = (
    "evidence",
    "plover",
    "figures",
)  # where no entry is there these have no form to type in
TO_KIND = "to-kind"  # "kind" is a filter


@dataclass(frozen=True, slots=True)
class Input:
    """A field: what stands in it, the words that it may hold, and whether the kind needs it."""

    name: str
    value: str
    words: tuple[str, ...]
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed into a form, and why nothing was recorded."""

    problem: str
    kind: Kind | None
    values: Mapping[str, str]  # by name of the field
    passage: str = ""
    reviewer: str = ""
    reason: str = ""
    act: str = ""
    other: str = ""  # the id or address of what it is to be joined with
    ticked: tuple[str, ...] = ()  # ids


def inputs(kind: Kind, values: Mapping[str, str]) -> tuple[Input, ...]:
    """Return the fields of a kind, those first that it needs."""
    wanted = needed(kind)
    names = sorted(
        (name for name in field_names(kind) if name not in NOT_TYPED or name in values),
        key=lambda name: name not in wanted,
    )
    return tuple(Input(n, values.get(n, ""), choices(kind, n), n in wanted) for n in names)


def values_of(entry: Entry) -> dict[str, str]:
    """Return the fields of an entry as a person would type them."""
    names = (f.name for f in fields(entry) if f.name not in (*NOT_TYPED, "document"))
    return {name: field_words(entry, name) for name in names} | {"evidence": _passages(entry)}


def _passages(entry: Entry) -> str:
    """Write the passage in its words, several by their places in the text."""
    if len(entry.evidence) == 1:
        return entry.evidence[0].quote
    return ", ".join(f"{e.start}:{e.end}" for e in entry.evidence)


def kind_of(typed: str) -> Kind | None:
    """Return the kind of this name, if there is one."""
    return Kind(typed) if typed in set(Kind) else None
