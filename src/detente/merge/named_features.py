"""Features on people and bodies by their names. The weights were set by hand on stories (tests/merge)."""

from collections import defaultdict
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from detente.lexicon import load_table
from detente.merge.telling import actors_of, side_of
from detente.merge.traits import Traits
from detente.model.entry import ActorRef, Incident, Kind
from detente.model.event import Comparison

OTHER_VICTIM = -6.0
SAME_VICTIM = 0.5
SMALL_WORD = 2  # letters
ONE_SPELLING = 80  # ratio of rapidfuzz: Rait, Raite

OTHERS_BY_NAME = -4.0
OTHER_FORMATION = -4.0


def others_by_name(first: Traits, second: Traits) -> Comparison | None:
    """Keep meetings of one text apart where each names somebody besides, of whom the other passage knows nothing."""
    if first.kind is not Kind.MEETING or first.report.document.id != second.report.document.id:
        return None
    ours, theirs = _named_only(first, second), _named_only(second, first)
    if not ours or not theirs or all(a.listed for a in (*ours, *theirs)):
        return None
    names = " / ".join(_list([a.name for a in some]) for some in (ours, theirs))
    return Comparison("others_by_name", OTHERS_BY_NAME, f"each with another: {names}")


def _named_only(one: Traits, other: Traits) -> list[ActorRef]:
    """Return who takes part by name, or as a side, of whom the other report has neither name nor side."""
    there = actors_of(other.told)
    return [
        a
        for a in actors_of(one.told)
        if (a.listed or a.name[:1].isupper())
        and not any(side_of(a) == side_of(b) or _share_a_name(a, b) for b in there)
        and not _names_one_of(other, (a,))
    ]


def victims(first: Traits, second: Traits) -> Comparison | None:
    """Compare whom by name two acts befell; where neither passage names whom the other does, they are two."""
    ours, theirs = first.report.entry, second.report.entry
    if not (isinstance(ours, Incident) and isinstance(theirs, Incident) and ours.to and theirs.to):
        return None
    if not all(in_full(a) and not a.listed for a in (*ours.to, *theirs.to)):
        return None
    names = " / ".join(_list([a.name for a in entry.to]) for entry in (ours, theirs))
    if any(_share_a_name(one, other) for one, other in product(ours.to, theirs.to)):
        return Comparison("victims", SAME_VICTIM, f"to one person: {names}")
    if _names_one_of(first, theirs.to) or _names_one_of(second, ours.to):
        return None
    return Comparison("victims", OTHER_VICTIM, f"to others: {names}")


def formations(first: Traits, second: Traits) -> Comparison | None:
    """Keep apart what two formations of one sort did: Battlegroup North and West, the 7th Brigade and the 12th."""
    if first.kind is not Kind.INCIDENT or first.kind is not second.kind:
        return None
    ours, theirs = (_formations(t.report.entry.evidence[0].quote) for t in (first, second))
    for sort in sorted(ours.keys() & theirs.keys()):
        if not ours[sort] & theirs[sort]:
            names = " / ".join(_list(sorted(some[sort])) for some in (ours, theirs))
            return Comparison("formations", OTHER_FORMATION, f"{sort}: {names}")
    return None


@lru_cache(4096)  # a passage is held against many
def _formations(passage: str) -> dict[str, set[str]]:
    """Return the names or numbers of the formations that a passage names, by their sort."""
    sorts = load_table("incidents")["formation"]
    words = [word.strip(".,;:()'’\"“”") for word in passage.split()]
    found: dict[str, set[str]] = defaultdict(set)
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        sort = word.casefold()
        if sort in sorts and word[0].isupper():
            name = after if after[:1].isupper() else before
            if name[:1].isupper() or name[:1].isdigit():
                found[sort].add(name.casefold())
    return found


def in_full(actor: ActorRef) -> bool:
    """Say whether two words or more, each with a capital, name an actor."""
    words = actor.name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _share_a_name(one: ActorRef, other: ActorRef) -> bool:
    pairs = product(_names(one), _names(other))
    return any(fuzz.ratio(first, second) >= ONE_SPELLING for first, second in pairs)


def _names_one_of(one: Traits, actors: tuple[ActorRef, ...]) -> bool:
    return any(word in one.words for actor in actors for word in _names(actor))


def _names(actor: ActorRef) -> list[str]:
    """Return the words of a name but for initials and small ones."""
    return [w for w in actor.name.casefold().split() if len(w) > SMALL_WORD]


def _list(names: list[str]) -> str:
    return ", ".join(sorted(names)) or "nobody"
