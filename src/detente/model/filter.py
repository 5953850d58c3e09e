"""The filters that mean the same in every command, page and export."""

from dataclasses import dataclass
from datetime import date

from detente.model.entry import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to show; an empty field lets everything pass.

    ``by`` holds names, aliases or sides as the user typed them. ``since`` and ``until`` bound the day
    that an item tells of, both included; words that name none are of the day on which they were said, else
    published. ``as_of``: only what had been published by that day. ``known_at``:
    only what the record held then, by a change's number, a day or a time as the user typed it. ``text``:
    words that the passage of an entry, or of one report of an event, must hold.
    """

    tracks: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    known_at: str | None = None
    text: str = ""


EVERYTHING = Filter()
