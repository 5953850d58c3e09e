"""What a passage is about: its deeds and the things that they are done to, names of sides left out."""

import calendar
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.lexicon import load_table
from detente.lexicon.content import stem, stems, weight_of, words_of_promising
from detente.model.profile import Process

SAME = 0.5  # of the weight of the things that the shorter passage names
LEAST = 1.0  # the weight of one rare word


@dataclass(frozen=True, slots=True)
class Matter:
    """The deeds and the things of a passage."""

    deeds: frozenset[str]
    things: frozenset[str]

    def same_deed(self, other: "Matter") -> bool:
        """Say whether both tell of one deed."""
        return bool(self.deeds & other.deeds)

    def same_things(self, other: "Matter") -> bool:
        """Say whether what the other names covers most of what this one is about."""
        shared = _weigh(self.things & other.things)
        whole = _weigh(self.things)
        return shared >= LEAST and shared >= SAME * whole

    def shares(self, other: "Matter") -> bool:
        """Say whether both name a rare thing, as a place or a work."""
        return _weigh(self.things & other.things) >= LEAST


def amount_in(passage: str) -> int | None:
    """Return the greatest number of a passage in lower case that is no day and no year."""
    numbers = [int(n.replace(",", "")) for n in _NUMBER.findall(_DAY.sub(" ", passage))]
    return max((n for n in numbers if not 1900 <= n <= 2100), default=None)


def _weigh(things: frozenset[str]) -> float:
    return sum(1.0 if t.startswith(_THING) else weight_of(t) for t in things)


_MONTHS = "|".join(m.lower() for m in calendar.month_name[1:])
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b")
_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d+\b")
_THING = "="  # marks the name of a group of ``things``: no stem begins so


@lru_cache(maxsize=50_000)
def matter_of(passage: str, process: Process) -> Matter:
    """Return what a passage in lower case is about."""
    told = stems(passage)
    deeds = frozenset(d for s in told if (d := _deeds().get(s)))
    left_out = _names(process) | words_of_promising()
    known = _things()
    said = (s for s in told if s in known or s not in left_out)
    things = {known.get(s, s) for s in said if s not in _deeds() and not s.isdecimal()}
    return Matter(deeds, frozenset(things))


@cache
def _deeds() -> dict[str, str]:
    groups = load_table("deeds").groups.values()
    return {stem(w): g.name for g in reversed([*groups]) for w in g.words}


@cache
def _things() -> dict[str, str]:
    return {stem(w): _THING + g.name for g in load_table("things").groups.values() for w in g.words}


@cache
def _names(process: Process) -> frozenset[str]:
    """Return the stems of the names of all actors: who acts is compared by itself."""
    words = [n for a in process.actors for n in (*a.names, *a.adjectives)]
    return frozenset(s for words_ in words for s in stems(words_))
