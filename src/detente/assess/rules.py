"""The scale of words for a track, each with its rule. The first rule that holds gives the word.

docs/status-scale.md tells the same to readers; a test holds the two together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from detente.assess.strand import Dated, Strand

CRISIS_DAYS = 30
RECENT_DAYS = 60
SILENT_DAYS = 120


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule rests on."""

    since: date | None
    events: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    because: str = ""  # what of the rule holds, where it has several cases


@dataclass(frozen=True, slots=True)
class Rule:
    """A word of the scale, the rule in words, and the same as a function."""

    status: str
    text: str
    holds: Callable[[Strand], Finding | None]


def _last(items: tuple[Dated, ...]) -> date:
    return items[0].day if items else date.min


def _crisis(strand: Strand) -> Finding | None:
    recent = strand.within(strand.incidents, CRISIS_DAYS)
    grave = [i for i in recent if i.day > _last(strand.agreements)]
    return Finding(grave[0].day, tuple(i.id for i in grave)) if grave else None


def _agreed(strand: Strand) -> Finding | None:
    recent = strand.within(strand.agreements, RECENT_DAYS)
    if not recent or max(_last(strand.refusals), _last(strand.put_off)) > recent[0].day:
        return None
    return Finding(recent[0].day, tuple(i.id for i in recent))


def _refused(strand: Strand) -> Finding | None:
    recent = strand.within(strand.refusals, RECENT_DAYS)
    since_talks = [r for r in recent if r.day > max(_last(strand.held), _last(strand.agreements))]
    if not since_talks or strand.due:
        return None
    return Finding(since_talks[0].day, entries=tuple(r.id for r in since_talks))


def _advancing(strand: Strand) -> Finding | None:
    recent = strand.within(strand.held, RECENT_DAYS)
    if not recent or _last(strand.trouble) >= max(_last(strand.progress), recent[0].day):
        return None
    hopeful = [p for p in strand.progress if p.day >= recent[0].day]
    if not hopeful or _last(strand.put_off) >= recent[0].day:
        return None
    return Finding(recent[0].day, (recent[0].id,), tuple(p.id for p in hopeful))


def _active(strand: Strand) -> Finding | None:
    recent = strand.within(strand.held, RECENT_DAYS)
    if not recent or _last(strand.put_off) > recent[0].day:
        return None
    return Finding(recent[0].day, tuple(i.id for i in recent))


def _scheduled(strand: Strand) -> Finding | None:
    if not strand.due:
        return None
    off = tuple(i.id for i in strand.put_off if i.day > _last(strand.held))
    other = "another was put off or called off since the last one was held"
    lately = f"none was held within the last {RECENT_DAYS} days"
    told = min(strand.due[0].told or strand.as_of, strand.as_of)
    because = f"A meeting is due; {other if off else lately}."
    return Finding(told, (strand.due[0].id, *off[:1]), because=because)


def _held_back(strand: Strand) -> Finding | None:
    recent = strand.within(strand.conditions, RECENT_DAYS)
    if strand.within(strand.held, RECENT_DAYS):
        return None
    return Finding(recent[0].day, entries=tuple(c.id for c in recent)) if recent else None


def _put_off(strand: Strand) -> Finding | None:
    recent = strand.within(strand.put_off, SILENT_DAYS)
    return Finding(recent[0].day, (recent[0].id,)) if recent else None


def _stalled(strand: Strand) -> Finding | None:
    spoken = strand.within(strand.words, SILENT_DAYS)
    if not strand.held or not spoken:
        return None
    return Finding(strand.held[0].day, (strand.held[0].id,), (spoken[0].id,))


def _voiced(strand: Strand) -> Finding | None:
    spoken = strand.within(strand.words, SILENT_DAYS)
    return Finding(spoken[0].day, entries=(spoken[0].id,)) if spoken else None


def _strained(strand: Strand) -> Finding | None:
    recent = strand.within(strand.incidents, SILENT_DAYS)
    return Finding(recent[0].day, (recent[0].id,)) if recent else None


def _dormant(strand: Strand) -> Finding | None:
    events = (*strand.held, *strand.agreements, *strand.put_off, *strand.incidents)
    ever = max(events, key=lambda i: (i.day, i.id), default=None)
    word = strand.words[0] if strand.words else None
    if ever is None and word is None:
        return None
    if word is not None and (ever is None or word.day > ever.day):
        return Finding(word.day, entries=(word.id,))
    return Finding(ever.day, (ever.id,)) if ever else None


def _nothing(strand: Strand) -> Finding | None:
    del strand
    return Finding(None)


RULES = (
    Rule(
        "in crisis",
        f"Force, closure or flight bears on this track within the last {CRISIS_DAYS} days, and no "
        "agreement on it was reached on that day or later.",
        _crisis,
    ),
    Rule(
        "agreed",
        f"Sides reached an agreement on this track within the last {RECENT_DAYS} days; it was not "
        "followed by a refusal or by a meeting put off.",
        _agreed,
    ),
    Rule(
        "blocked",
        f"A side refused within the last {RECENT_DAYS} days, no meeting or agreement followed, and "
        "no meeting is due.",
        _refused,
    ),
    Rule(
        "advancing",
        f"A meeting was held within the last {RECENT_DAYS} days, and since then someone has judged "
        "that the track makes progress, with no word of trouble on that day or later and no meeting "
        "put off since.",
        _advancing,
    ),
    Rule(
        "active",
        f"A meeting was held within the last {RECENT_DAYS} days, and none was put off or called off since.",
        _active,
    ),
    Rule(
        "scheduled",
        "A meeting is due; none was held lately, or another was put off or called off since.",
        _scheduled,
    ),
    Rule(
        "blocked",
        f"Within the last {RECENT_DAYS} days a condition was named that holds this track back, no "
        "meeting was held in that time and none is due.",
        _held_back,
    ),
    Rule(
        "stalled",
        f"A meeting was put off or called off within the last {SILENT_DAYS} days, and no new day is known.",
        _put_off,
    ),
    Rule(
        "stalled",
        f"The track was spoken of within the last {SILENT_DAYS} days, but its last meeting is more "
        f"than {RECENT_DAYS} days past and none is due.",
        _stalled,
    ),
    Rule(
        "voiced",
        f"The track was spoken of within the last {SILENT_DAYS} days; the record holds no meeting on it.",
        _voiced,
    ),
    Rule(
        "strained",
        f"An incident bears on this track within the last {SILENT_DAYS} days, though not within "
        f"{CRISIS_DAYS}, and nothing has been said of talks.",
        _strained,
    ),
    Rule(
        "dormant",
        f"Nothing on this track for more than {SILENT_DAYS} days, and no meeting is due.",
        _dormant,
    ),
    Rule("unknown", "The record holds nothing dated on this track by that day.", _nothing),
)
