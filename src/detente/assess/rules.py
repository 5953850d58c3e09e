"""The scale of words for a track, each with its rule. The first rule that holds gives the word.

docs/status-scale.md tells the same to readers; a test holds the two together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.assess.dated import last_day, latest_first
from detente.assess.strand import Strand

CRISIS_DAYS = 30
RECENT_DAYS = 60
SILENT_DAYS = 120
BESIDE = timedelta(days=1)  # what is told of a meeting on the day after it is no answer to it
LONG_DAYS = 180  # a meeting longer ago says nothing of where the track stands


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


def _crisis(strand: Strand) -> Finding | None:
    deeds, agreed = strand.deeds, last_day(strand.agreements)
    grave = [
        i
        for i in strand.within(deeds.strains, CRISIS_DAYS)
        if i.day > agreed or (i.of_party and i.day == agreed)
    ]
    if grave:
        return Finding(grave[0].day, tuple(i.id for i in grave), because=_FORCE)
    if deeds.closures:
        since = min(c.day for c in deeds.closures)
        return Finding(since, entries=tuple(c.id for c in deeds.closures), because=_CLOSED)
    talked = last_day(strand.agreements, strand.meetings.high)
    afar = [i for i in strand.within(deeds.elsewhere, CRISIS_DAYS) if i.day > talked]
    return Finding(afar[0].day, tuple(i.id for i in afar), because=_AFAR) if afar else None


_FORCE = f"Force or flight bears on this track within the last {CRISIS_DAYS} days, and no agreement on it followed."
_CLOSED = "A way was closed or people were cut off, and nobody has told that it is over."
_AFAR = (
    f"Within the last {CRISIS_DAYS} days force or flight was told of another track and hurts this one: no agreement "
    "followed, nor a meeting of leaders or foreign ministers."
)


def _agreed(strand: Strand) -> Finding | None:
    recent = strand.within(strand.agreements, RECENT_DAYS)
    if not recent or last_day(strand.meetings.put_off) > recent[0].day:
        return None
    if last_day(strand.refusals) > recent[0].day + BESIDE:
        return None
    return Finding(recent[0].day, tuple(i.id for i in recent))


def _refused(strand: Strand) -> Finding | None:
    recent = strand.within(strand.refusals, RECENT_DAYS)
    moved = max(_last_move(strand), last_day(strand.progress))
    since_talks = [r for r in recent if r.day - BESIDE > moved]
    if not since_talks or strand.meetings.due:
        return None
    return Finding(since_talks[0].day, entries=tuple(r.id for r in since_talks))


def _last_move(strand: Strand) -> date:
    """Return when something was last done for the track: a meeting, an agreement, a release."""
    return last_day(strand.meetings.held, strand.agreements, strand.deeds.relief)


def _advancing(strand: Strand) -> Finding | None:
    recent = strand.within(strand.meetings.held, RECENT_DAYS)
    if not recent or last_day(strand.trouble) > last_day(strand.progress):
        return None
    hopeful = [p for p in strand.progress if p.day >= recent[0].day]
    refused = last_day(strand.refusals) > recent[0].day + BESIDE
    if not hopeful or refused or last_day(strand.meetings.put_off) >= recent[0].day:
        return None
    return Finding(recent[0].day, (recent[0].id,), tuple(p.id for p in hopeful))


def _active(strand: Strand) -> Finding | None:
    worse = last_day(strand.deeds.strains, strand.deeds.elsewhere)
    eased = [i for i in strand.deeds.relief if i.day > worse]
    recent = strand.within(latest_first({*strand.meetings.held, *eased}), RECENT_DAYS)
    if not recent or last_day(strand.meetings.put_off) > recent[0].day:
        return None
    return Finding(recent[0].day, tuple(i.id for i in recent))


def _scheduled(strand: Strand) -> Finding | None:
    due, put_off = strand.meetings.due, strand.meetings.put_off
    if not due:
        return None
    off = tuple(i.id for i in put_off if i.day > last_day(strand.meetings.held))
    other = "another was put off or called off since the last one was held"
    lately = f"none was held within the last {RECENT_DAYS} days"
    told = min(due[0].told or strand.as_of, strand.as_of)
    because = f"A meeting is due; {other if off else lately}."
    return Finding(told, (due[0].id, *off[:1]), because=because)


def _held_back(strand: Strand) -> Finding | None:
    recent = [g for g in strand.within(strand.gates, RECENT_DAYS) if g.day > _last_move(strand)]
    return Finding(recent[0].day, entries=tuple(c.id for c in recent)) if recent else None


def _put_off(strand: Strand) -> Finding | None:
    recent = strand.within(strand.meetings.put_off, SILENT_DAYS)
    if not recent or recent[0].day < _last_move(strand):
        return None
    return Finding(recent[0].day, (recent[0].id,))


def _strained(strand: Strand) -> Finding | None:
    told = latest_first((*strand.deeds.strains, *strand.deeds.elsewhere))
    recent = [i for i in strand.within(told, SILENT_DAYS) if i.day > _last_move(strand)]
    return Finding(recent[0].day, (recent[0].id,)) if recent else None


def _stalled(strand: Strand) -> Finding | None:
    spoken = strand.within(strand.words, SILENT_DAYS)
    held = strand.within(strand.meetings.held, LONG_DAYS)
    if not held or not spoken:
        return None
    return Finding(held[0].day, (held[0].id,), (spoken[0].id,))


def _voiced(strand: Strand) -> Finding | None:
    spoken = strand.within(strand.words, SILENT_DAYS)
    return Finding(spoken[0].day, entries=(spoken[0].id,)) if spoken else None


def _dormant(strand: Strand) -> Finding | None:
    events = (
        *strand.meetings.held,
        *strand.agreements,
        *strand.meetings.put_off,
        *strand.deeds.strains,
        *strand.deeds.relief,
    )
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
        f"{_FORCE} {_CLOSED} {_AFAR}",
        _crisis,
    ),
    Rule(
        "agreed",
        f"The parties reached an agreement on this track within the last {RECENT_DAYS} days; it was not "
        "followed by a refusal or by a meeting put off.",
        _agreed,
    ),
    Rule(
        "blocked",
        f"A party refused a thing of this track within the last {RECENT_DAYS} days; no meeting, agreement, release "
        "or word of progress followed, and no meeting is due.",
        _refused,
    ),
    Rule(
        "advancing",
        f"A meeting was held within the last {RECENT_DAYS} days, and since then someone has judged "
        "that the track makes progress, with no later word of trouble, no refusal and no meeting put "
        "off since.",
        _advancing,
    ),
    Rule(
        "active",
        f"A meeting was held within the last {RECENT_DAYS} days, or what eases matters was done (people "
        "freed, a road opened, aid let in) and no force followed; no meeting was put off or called off since.",
        _active,
    ),
    Rule(
        "scheduled",
        "A meeting is due; none was held lately, or another was put off or called off since.",
        _scheduled,
    ),
    Rule(
        "blocked",
        f"Within the last {RECENT_DAYS} days a party named what must come first, and no meeting, agreement "
        "or release followed.",
        _held_back,
    ),
    Rule(
        "stalled",
        f"A meeting was put off or called off within the last {SILENT_DAYS} days, no meeting or agreement "
        "followed, and no new day is known.",
        _put_off,
    ),
    Rule(
        "strained",
        f"Force, closure or flight bears on this track within the last {SILENT_DAYS} days, though not within "
        f"{CRISIS_DAYS}, and no meeting, agreement or release followed.",
        _strained,
    ),
    Rule(
        "stalled",
        f"The track was spoken of within the last {SILENT_DAYS} days, but its last meeting is more "
        f"than {RECENT_DAYS} days past and none is due.",
        _stalled,
    ),
    Rule(
        "voiced",
        f"The track was spoken of within the last {SILENT_DAYS} days; no meeting on it was held within "
        f"the last {LONG_DAYS}.",
        _voiced,
    ),
    Rule(
        "dormant",
        f"Nothing on this track for more than {SILENT_DAYS} days, and no meeting is due.",
        _dormant,
    ),
    Rule("unknown", "The record holds nothing dated on this track by that day.", _nothing),
)
