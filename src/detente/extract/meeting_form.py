"""How sides meet, and which round of talks it is: read off the words of the passage alone."""

import re

from detente.lexicon import load_table
from detente.model.entry import MeetingFormat

ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_ROUND = re.compile(
    rf"\b(?P<nth>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(ORDINALS)})\w*\s+(?:[\w-]+\s+)?rounds?\b"
    r"|\bround\s+(?P<number>\d{1,2}|one|two|three|four|five|six)\b"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def format_of(words: str) -> MeetingFormat | None:
    """Return the way of meeting that a passage names; a call or a margin tells more than who was there."""
    words = words.casefold()
    table = load_table("meetings")
    told = (f for f in MeetingFormat if table[f"format: {f.value}"].pattern.search(words))
    return next(told, None)


def round_of(words: str) -> int | None:
    """Return the number of the round that a passage names, if it names just one: "the fourth round"."""
    found = {_number(m) for m in _ROUND.finditer(words.casefold())}
    return found.pop() if len(found) == 1 else None


def _number(match: re.Match[str]) -> int:
    told = match["nth"] or match["number"]
    if told in ORDINALS:
        return ORDINALS.index(told) + 1
    return _NUMBERS.get(told) or int(told)
