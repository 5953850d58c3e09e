"""Nouns in words, the same on the terminal and in the pages."""

from detente.wording.nouns import (
    BASES,
    ID_SHOWN,
    SIGNS,
    actors,
    counted,
    days,
    facts,
    figure,
    published,
    short,
    voices,
)
from detente.wording.telling import (
    attribution,
    event_words,
    outlet,
    support,
    telling_report,
    where,
)

__all__ = [
    "BASES",
    "ID_SHOWN",
    "SIGNS",
    "actors",
    "attribution",
    "counted",
    "days",
    "event_words",
    "facts",
    "figure",
    "outlet",
    "published",
    "short",
    "support",
    "telling_report",
    "voices",
    "where",
]
