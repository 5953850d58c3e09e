"""When an entry is the expected one, and which of its fields are right: the rules of the gold records.

They are those that ``gold/score.py`` documents: one kind, at least half of the words of the shorter passage
shared, for a statement the speaker besides; one to one, the best first. Then each field that the gold gives:
dates by overlap and as exact as the gold, actors by name or side, tracks by F1, the rest by equality.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.model.codec import entry_id
from detente.model.entry import Actors, Entry, Kind, PlaceRef
from detente.model.when import DateRange
from evals.expected import Expected, Values

HALF = 0.5
_NEARLY_WHOLE = 0.8
_DATES = ("date", "said_on", "due")
_ACTORS = ("by", "to", "participants", "mediator", "said_by")
_EQUAL = ("status", "strength", "mode", "sign")
_TRACKS = ("tracks", "gates", "requires")
_WEEK = timedelta(7)
_VAGUE_DAYS = timedelta(10)


@dataclass(frozen=True, slots=True)
class Rules:
    """Where two ways of comparing differ.

    ``absent_place_passes``: ``gold/score.py`` takes an entry without a place for right, whatever the gold
    says; our own cases do not. ``wordings``: compare the level of a meeting and the words of a condition too.
    """

    absent_place_passes: bool
    wordings: bool


GOLD_RULES = Rules(absent_place_passes=True, wordings=False)
CASE_RULES = Rules(absent_place_passes=False, wordings=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """An expected entry, the entry that was found for it, and the share of each field that is right."""

    expected: Expected
    entry: Entry
    fields: tuple[tuple[str, float], ...]


def overlap(one: str, other: str) -> float:
    """Return the share of the words of the shorter passage that stand in the other one too."""
    ours, theirs = Counter(_words(one)), Counter(_words(other))
    shorter = min(ours.total(), theirs.total())
    return (ours & theirs).total() / max(1, shorter)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def same_words(one: str, other: str) -> bool:
    """Say whether two names are the same words, whatever stands between them."""
    return _words(one) == _words(other)


# -- pairs ---------------------------------------------------------------------------------------


def pair_up(expected: Sequence[Expected], entries: Sequence[Entry], rules: Rules) -> list[Pair]:
    """Give each expected entry at most one entry, and each entry at most one line: the best pairs first.

    Those that count come before optional ones, then nearly whole passages, then the more fields that are
    right, then the more words; what is left is the order of the text.
    """
    candidates = []
    for g, item in enumerate(expected):
        for e, entry in enumerate(entries):
            best = _likeness(item, entry)
            if best < HALF:
                continue
            fields = tuple(field_scores(item, entry, rules))
            right = sum(score for _, score in fields)
            rank = (not item.optional, best >= _NEARLY_WHOLE, right, best, -g, -e)
            candidates.append((rank, fields))
    pairs: list[Pair] = []
    taken: set[tuple[str, int]] = set()
    for (*_, g, e), fields in sorted(candidates, reverse=True):
        if ("expected", g) in taken or ("entry", e) in taken:
            continue
        taken |= {("expected", g), ("entry", e)}
        pairs.append(Pair(expected[-int(g)], entries[-int(e)], fields))
    return pairs


def _likeness(item: Expected, entry: Entry) -> float:
    """Return how alike the passages are, 0 where kind or speaker differ."""
    if item.kind is not entry.kind:
        return 0.0
    speaker: Actors = getattr(entry, "speaker", ())
    if item.kind is Kind.STATEMENT and not same_actors(item.field("speaker")[:1], speaker):
        return 0.0
    return max(overlap(item.evidence, e.quote) for e in entry.evidence)


def in_export_order(entries: Sequence[Entry]) -> list[Entry]:
    """Sort entries as ``detente export`` writes them, which settles ties."""
    return sorted(entries, key=lambda e: (e.evidence[0].start, e.kind.value, entry_id(e)))


# -- fields --------------------------------------------------------------------------------------


def field_scores(item: Expected, entry: Entry, rules: Rules) -> Iterator[tuple[str, float]]:
    """Give each field that the gold settles with how right the entry has it, from 0 to 1."""
    for names, compare in _COMPARED:
        for name in names:
            if wanted := item.field(name):
                yield name, compare(item, wanted, getattr(entry, name, None))
    if wanted := item.field("place"):
        yield "place", _same_place(wanted[0], getattr(entry, "place", None), rules)
    if rules.wordings and (wanted := item.field("level")):
        yield "level", float(wanted[0] == getattr(entry, "level", None))
    if rules.wordings and (wanted := item.field("requires_text")):
        said = getattr(entry, "requires_text", None) or ""
        yield "requires_text", float(overlap(wanted[0], said) >= HALF)


def _date(item: Expected, wanted: Values, said: DateRange | None) -> float:
    return float(same_date(wanted[0], said, near=item.field("precision") == ("week",)))


def _actors(_: Expected, wanted: Values, said: Actors | None) -> float:
    return float(same_actors(wanted, said or ()))


def _equal(_: Expected, wanted: Values, said: object) -> float:
    return float(wanted == (said,))


def _tracks(_: Expected, wanted: Values, said: Values | None) -> float:
    ours, theirs = set(said or ()), set(wanted)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


_COMPARED: tuple[tuple[tuple[str, ...], Callable[..., float]], ...] = (
    (_DATES, _date),
    (_ACTORS, _actors),
    (_EQUAL, _equal),
    (_TRACKS, _tracks),
)


def _same_place(wanted: str, place: PlaceRef | None, rules: Rules) -> float:
    if place is None:
        return float(rules.absent_place_passes)
    ours, theirs = place.name.casefold(), wanted.casefold()
    return float(theirs in ours or ours in theirs)


def same_actors(wanted: Values, said: Actors) -> bool:
    """Say whether every actor is there, by name, id or side; an unnamed one by half of its words."""
    names = {n.casefold() for ref in said for n in (ref.name, ref.id, ref.side) if n}

    def is_there(name: str) -> bool:
        unnamed = name[:1].islower()
        return name.casefold() in names or (
            unnamed and any(overlap(name, n) >= HALF for n in names)
        )

    return all(map(is_there, wanted))


def same_date(wanted: str, said: DateRange | None, *, near: bool = False) -> bool:
    """Say whether a range meets the gold's and is not much vaguer; ``near``: a week's slack on both sides."""
    if said is None or said.start is None:
        return False
    first, last = days_of(wanted)
    slack = _WEEK if near else timedelta(0)
    end = said.end or said.start
    meets = said.start <= last + slack and first - slack <= end
    longest = max(_VAGUE_DAYS, 3 * (last - first + 2 * slack))
    return meets and end - said.start <= longest


def days_of(text: str) -> tuple[date, date]:
    """Return the first and last day of an ISO date, month or year, or of two joined by ``/``."""
    first, _, last = text.partition("/")
    return _ends(first)[0], _ends(last or first)[1]


def _ends(text: str) -> tuple[date, date]:
    match [int(part) for part in text[:10].split("-")]:
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case [year, month]:
            next_month = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), next_month - timedelta(1)
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
    raise ValueError(f"not a date, month or year: {text!r}")
