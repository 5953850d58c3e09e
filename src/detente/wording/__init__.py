"""Nouns in words, the same on the terminal and in the pages."""

from detente.wording.differing import told_words
from detente.wording.fields import changes, field_words
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
from detente.wording.quoting import quoted
from detente.wording.telling import (
    attribution,
    event_words,
    outlet,
    support,
    telling_report,
    what_became,
    where,
)

__all__ = [
    "BASES",
    "ID_SHOWN",
    "SIGNS",
    "actors",
    "attribution",
    "changes",
    "counted",
    "days",
    "event_words",
    "facts",
    "field_words",
    "figure",
    "outlet",
    "published",
    "quoted",
    "short",
    "support",
    "telling_report",
    "told_words",
    "voices",
    "what_became",
    "where",
]
