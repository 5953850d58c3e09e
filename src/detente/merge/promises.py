"""Features on two mentions of a promise. The weights were set by hand on stories (tests/merge).

A promise is told again at other times, with other strength and in other words; what stays is who is bound,
to do what.
"""

from detente.lexicon.content import share_of, weigh
from detente.merge.traits import Traits
from detente.model.event import Comparison

SAME_BOUND = 1.0
PARTLY_BOUND = 0.0  # what both promise, one of them can repeat
OTHERS_BOUND = -6.0

# least share of the words, weighed, that both have -> weight
PROMISED = ((0.7, 3.0), (0.5, 2.0), (0.35, 0.0))
LEAST_SHARED = 1.5  # a rare word and a frequent one
LEAST_DONE = 0.5  # of these, without names: what is to be done with those who are named
OTHER_WORDS = -4.0

SAME_TOWARDS = 0.5
OTHER_TOWARDS = -2.0

SAME_DUE = 1.0
NEAR_DUE = 0.5
OTHER_DUE = -1.0  # a promise is renewed with a later day


def bound(first: Traits, second: Traits) -> Comparison | None:
    """Hold those who are bound against each other."""
    because = f"bound: {_list(first.sides)} / {_list(second.sides)}"
    if first.sides == second.sides:
        return Comparison("bound", SAME_BOUND, because)
    shared = bool(first.sides & second.sides)
    return Comparison("bound", PARTLY_BOUND if shared else OTHERS_BOUND, because)


def promise(first: Traits, second: Traits) -> Comparison | None:
    """Compare what is promised."""
    ours, theirs = first.stems, second.stems
    shared = [s for s in ours if s in theirs]
    done = weigh(s for s in shared if s not in first.names)
    enough = weigh(shared) >= LEAST_SHARED and done >= LEAST_DONE
    share = share_of(ours, theirs) if enough else 0.0
    weight = next((w for least, w in PROMISED if share >= least), OTHER_WORDS)
    words = ", ".join(sorted(ours[s] for s in shared)) or "nothing"
    return Comparison("promise", weight, f"what is promised, in common: {words}")


def towards(first: Traits, second: Traits) -> Comparison | None:
    """Compare to whom they are bound, where both say so."""
    if not first.towards or not second.towards:
        return None
    because = f"bound to: {_list(first.towards)} / {_list(second.towards)}"
    same = bool(first.towards & second.towards)
    return Comparison("towards", SAME_TOWARDS if same else OTHER_TOWARDS, because)


def due(first: Traits, second: Traits) -> Comparison | None:
    """Compare by when, where both say so."""
    if first.first is None or first.last is None or second.first is None or second.last is None:
        return None
    if (first.first, first.last) == (second.first, second.last):
        return Comparison("due", SAME_DUE, "due on the same days")
    if first.first <= second.last and second.first <= first.last:
        return Comparison("due", NEAR_DUE, "due on days that overlap")
    return Comparison("due", OTHER_DUE, "due on other days")


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "nobody"
