"""Features on two statements: whether they tell of one utterance.

An utterance is told in other cuts and other words, by outlets that name its speaker in other ways ("the
police", "Sergeant Ann Grey"); what stays are the rare words, and the days on which it is told. The weights
were set on stories (tests/merge) and on one half of the news clusters (evals/).
"""

from detente.lexicon.content import share_of, weigh
from detente.merge.traits import Traits, actors_of
from detente.model.entry import ActorRef
from detente.model.event import Comparison

SAME_VOICE = 1.0
SIDE_AND_PERSON = 0.5
OTHER_VOICE = -6.0

# weight of the words that both have, and their share of the shorter passage, at least -> weight
SAID = ((3.0, 0.7, 3.0), (3.0, 0.5, 2.5), (2.5, 0.4, 2.0), (2.0, 0.8, 1.5))
OTHER_WORDS = -1.0

KNOWN_DAYS = 1  # between two reports that both tell the day on which it was said
TOLD_DAYS = 3  # where one only tells when it was published
OTHER_DAYS = -6.0
NO_DAY = -1.0


def voice(first: Traits, second: Traits) -> Comparison | None:
    """Hold the speakers against each other: the same, certainly others, or nothing to say."""
    ours, theirs = actors_of(first.told), actors_of(second.told)
    because = f"speaker: {_list(ours)} / {_list(theirs)}"
    if any(_is_one(a, b) for a in ours for b in theirs):
        return Comparison("voice", SAME_VOICE, because)
    if any(a.name == b.side or b.name == a.side for a in ours for b in theirs):
        return Comparison("voice", SIDE_AND_PERSON, because)
    if any(not _are_two(a, b) for a in ours for b in theirs):
        return None
    return Comparison("voice", OTHER_VOICE, because)


def said(first: Traits, second: Traits) -> Comparison | None:
    """Compare what is said."""
    ours, theirs = first.stems, second.stems
    shared = [s for s in ours if s in theirs]
    weight, share = weigh(shared), share_of(ours, theirs)
    telling = (w for least, part, w in SAID if weight >= least and share >= part)
    words = ", ".join(sorted(ours[s] for s in shared)) or "nothing"
    return Comparison("said", next(telling, OTHER_WORDS), f"what is said, in common: {words}")


def told_near(first: Traits, second: Traits) -> Comparison | None:
    """Keep apart what was said, or told, on days far from each other."""
    ours, theirs = first.window, second.window
    if ours is None or theirs is None:
        return Comparison("told_near", NO_DAY, "no day to hold against the other")
    gap = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    most = KNOWN_DAYS if first.dated and second.dated else TOLD_DAYS
    if gap > most:
        return Comparison("told_near", OTHER_DAYS, f"said or told {gap} days apart")
    return None


def _is_one(one: ActorRef, other: ActorRef) -> bool:
    """Say whether both are one, by the id or by the last word of the name."""
    if one.id == other.id:
        return True
    ours, theirs = (a.name.casefold().split() for a in (one, other))
    return ours[-1:] == theirs[-1:] and (set(ours) <= set(theirs) or set(theirs) <= set(ours))


def _are_two(one: ActorRef, other: ActorRef) -> bool:
    """Say whether they can be no one voice: both are listed, or both named in full."""
    return (one.listed and other.listed) or (_in_full(one) and _in_full(other))


def _in_full(actor: ActorRef) -> bool:
    words = actor.name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _list(actors: tuple[ActorRef, ...]) -> str:
    return ", ".join(sorted(a.name for a in actors)) or "nobody"
