"""The words of a group as a pattern: whole words or phrases in lower case, ``*`` for any ending."""

import re
from functools import cache

from detente.lexicon import load_table


@cache
def pattern(table: str, group: str) -> re.Pattern[str]:
    """Return what finds the words of a group in a text in lower case."""
    held = load_table(table)[group]
    phrases = sorted((*held.words, *map(" ".join, held.phrases)), key=len, reverse=True)
    words = (re.escape(p).replace(r"\*", r"\w*") for p in phrases)
    return re.compile(r"\b(?:" + "|".join(words) + r")(?!\w)")
