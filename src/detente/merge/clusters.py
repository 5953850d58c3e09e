"""Clusters of reports, or of articles, that do not chain neighbours together.

Pairs are joined from the strongest down. Two clusters join only when the mean score over all pairs
between them is as high as their sort asks (average linkage), and no pair between them is forbidden.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Generic, Protocol, TypeVar

from detente.merge.features import JOIN, forbidden, score
from detente.model.event import Comparison, Judgement, Link

Pair = tuple[str, str]

JUDGED_SAME = 10.0  # shown in the link; a judgement is followed and not weighed


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have said of pairs of entries, the last word on each pair."""

    same: frozenset[Pair]
    different: frozenset[Pair]


def last_words(judgements: Iterable[Judgement]) -> Judged:
    """Keep the last judgement on each pair."""
    last = {ordered(j.first, j.second): j.same for j in judgements}
    return Judged(
        frozenset(p for p, same in last.items() if same),
        frozenset(p for p, same in last.items() if not same),
    )


def ordered(first: str, second: str) -> Pair:
    """Write a pair of ids in one way."""
    return (first, second) if first <= second else (second, first)


class Comparable(Protocol):
    """What is held against others of its sort: a report, or an article, with all that counts of it."""

    @property
    def id(self) -> str:
        """Return the id of the entry, or of the document."""


T = TypeVar("T", bound=Comparable)


@dataclass(frozen=True, slots=True)
class Weighing(Generic[T]):
    """How things of a sort are compared, and how high the mean between two clusters of them has to be."""

    compare: Callable[[T, T], tuple[Comparison, ...]]
    hold: Callable[[T], float]


class Scores(Generic[T]):
    """The scores of pairs of things, each reckoned once."""

    def __init__(self, judged: Judged, weighing: Weighing[T]) -> None:
        self._traits: dict[str, T] = {}
        self.judged = judged
        self._weighing = weighing
        self._known: dict[Pair, tuple[float, tuple[Comparison, ...]]] = {}

    def take(self, traits: T) -> None:
        """Let a thing be held against others."""
        self._traits[traits.id] = traits

    def traits(self, ids: Iterable[str]) -> list[T]:
        """Return what counts of these."""
        return [self._traits[i] for i in ids]

    def least(self, name: str) -> float:
        """Return the mean that a cluster with this one in it has to reach."""
        return self._weighing.hold(self._traits[name])

    def of(self, pair: Pair) -> float:
        """Return the score of the pair; minus infinity where it must not join."""
        return self._reckoned(pair)[0]

    def link(self, pair: Pair) -> Link:
        """Return the pair with its reasons."""
        if pair in self.judged.same:
            judged = Comparison("judgement", JUDGED_SAME, "a person judged them to be the same")
            return Link(*pair, JUDGED_SAME, (judged,))
        return Link(*pair, *self._reckoned(pair))

    def _reckoned(self, pair: Pair) -> tuple[float, tuple[Comparison, ...]]:
        if pair not in self._known:
            features = self._weighing.compare(self._traits[pair[0]], self._traits[pair[1]])
            never = pair in self.judged.different or forbidden(features)
            self._known[pair] = (float("-inf") if never else score(features), features)
        return self._known[pair]


class Clusters:
    """A partition, with the links that made it."""

    def __init__(self, ids: Iterable[str], judged: Judged) -> None:
        self._members: dict[str, frozenset[str]] = {i: frozenset({i}) for i in ids}
        self._links: dict[str, tuple[Link, ...]] = dict.fromkeys(self._members, ())
        self._judged = judged

    def members(self, name: str) -> frozenset[str]:
        """Return the cluster that holds this one."""
        return self._members[name]

    def join(self, link: Link) -> bool:
        """Join the clusters of a link, unless they are one or a person said "different"."""
        ours, theirs = self._members[link.first], self._members[link.second]
        if ours == theirs or any(
            ordered(*p) in self._judged.different for p in product(ours, theirs)
        ):
            return False
        whole = ours | theirs
        links = (*self._links[link.first], *self._links[link.second], link)
        for name in whole:
            self._members[name] = whole
            self._links[name] = links
        return True

    def all(self) -> list[tuple[frozenset[str], tuple[Link, ...]]]:
        """Return each cluster once with its links, in the order of ids."""
        heads = sorted({min(members) for members in self._members.values()})
        return [(self._members[h], self._links[h]) for h in heads]


def components(
    ids: Iterable[str], ties: Iterable[Pair]
) -> list[tuple[frozenset[str], tuple[Pair, ...]]]:
    """Return the sets of ids that the ties hold together, each with its ties, by the smallest id."""
    root = {i: i for i in ids}
    kept = sorted(ties)

    def top(name: str) -> str:
        while root[name] != name:
            root[name] = name = root[root[name]]
        return name

    for first, second in kept:
        one, other = top(first), top(second)
        root[max(one, other)] = min(one, other)
    members: dict[str, set[str]] = defaultdict(set)
    inside: dict[str, list[Pair]] = defaultdict(list)
    for name in root:
        members[top(name)].add(name)
    for pair in kept:
        inside[top(pair[0])].append(pair)
    return [(frozenset(members[n]), tuple(inside[n])) for n in sorted(members)]


def cluster(pairs: Iterable[Pair], *, scores: Scores[T], clusters: Clusters) -> None:
    """Join what people judged the same, then what the scores hold together."""
    pairs = sorted(pairs)
    for pair in pairs:
        if pair in scores.judged.same:
            clusters.join(scores.link(pair))
    strongest = sorted((-scores.of(p), p) for p in pairs if scores.of(p) >= JOIN)
    refused: set[tuple[frozenset[str], frozenset[str]]] = set()
    for _, pair in strongest:
        ours, theirs = clusters.members(pair[0]), clusters.members(pair[1])
        if ours is theirs or (ours, theirs) in refused:
            continue
        if not (_hold_together(ours, theirs, scores) and clusters.join(scores.link(pair))):
            refused |= {(ours, theirs), (theirs, ours)}


def _hold_together(ours: frozenset[str], theirs: frozenset[str], scores: Scores[T]) -> bool:
    total = 0.0
    for pair in product(ours, theirs):
        one = scores.of(ordered(*pair))
        if one == float("-inf"):
            return False
        total += one
    return total / (len(ours) * len(theirs)) >= scores.least(min(ours))
