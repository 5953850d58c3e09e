"""New reports among events, or articles among stories, that there are: what cannot become other is not decided anew.

Pairs are joined from the strongest down, and whether a pair joins hangs on the two clusters, as they stand then,
that hold it. So a cluster that comes out as it was has gone the same way as before, and what it did not join
then it does not join now. Only the clusters that change are held against all that is tied to them: first those
of what is new and of what is gone, and whichever at the edge comes out another than it was, until none does.
The clusters are those that a merge of everything would make.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from detente.merge.clusters import Judged, Pair, ordered
from detente.merge.joining import Merging
from detente.merge.reaching import Reach
from detente.model.event import Event, Judgement, Report
from detente.model.profile import Process


class Whole(Protocol):
    """What clusters become: an event, or a story."""

    @property
    def id(self) -> str:
        """Return its id, which hangs on its members alone."""

    @property
    def members(self) -> tuple[str, ...]:
        """Return the ids of what it is made of."""


Part = TypeVar("Part")  # a report, or the head of an article
PartIn_contra = TypeVar("PartIn_contra", contravariant=True)
PartOut_co = TypeVar("PartOut_co", covariant=True)
Made = TypeVar("Made", bound=Whole)
MadeOut_co = TypeVar("MadeOut_co", bound=Whole, covariant=True)


class Stored(Protocol[PartOut_co, MadeOut_co]):
    """What was merged before, by any store that can be asked for what is near."""

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterable[Pair]:
        """Yield each part that seeks with each stored one that it finds."""

    def holding(self, names: Collection[str]) -> Collection[MadeOut_co]:
        """Return the stored wholes that hold any of these parts."""

    def load(self, names: Collection[str]) -> Iterable[PartOut_co]:
        """Yield the stored parts of these ids, of those that stand."""


class Merger(Protocol[PartIn_contra, MadeOut_co]):
    """What joins parts to wholes: ``Merging`` for reports, ``Newsroom`` for articles."""

    @property
    def judged(self) -> Judged:
        """Return what people said of pairs."""

    def take(self, parts: Iterable[PartIn_contra]) -> frozenset[str]:
        """Read parts; return the ids of those that are merged at all."""

    def reaches(self, names: Iterable[str]) -> Mapping[str, tuple[Reach, ...]]:
        """Return where each part is found and where it seeks."""

    def pairs(self, names: Iterable[str]) -> set[Pair]:
        """Return the pairs that find each other, or that a person said are the same."""

    def tied(self, pairs: Iterable[Pair]) -> frozenset[Pair]:
        """Return those pairs that may come together by themselves."""

    def wholes(self, names: Iterable[str], pairs: Iterable[Pair]) -> Sequence[MadeOut_co]:
        """Join the parts by those of the pairs that are tied."""


@dataclass(frozen=True, slots=True)
class Grown(Generic[Made]):
    """The events, or stories, around what is new, and the ids of those in whose place they are."""

    wholes: tuple[Made, ...]
    replaced: frozenset[str] = frozenset()


def merge_into(
    stored: Stored[Report, Event],
    new: Iterable[Report],
    *,
    gone: Collection[str] = (),
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> Grown[Event]:
    """Merge new reports into the stored events; ``gone`` are entries of these that are no more, or are new again."""
    merging = Merging(judgements=judgements, process=process)
    return grow(stored, merging, new, gone=gone)


def grow(
    stored: Stored[Part, Made],
    merging: Merger[Part, Made],
    new: Iterable[Part],
    *,
    gone: Collection[str] = (),
) -> Grown[Made]:
    """Merge new parts into the stored wholes; ``gone`` are parts of these that are no more, or are new again."""
    return _Growth(stored, merging, frozenset(gone)).with_new(merging.take(new))


class _Growth(Generic[Part, Made]):
    """The parts near what is new: those to be decided anew, and at their edge what is tied to them."""

    def __init__(
        self, stored: Stored[Part, Made], merging: Merger[Part, Made], gone: frozenset[str]
    ) -> None:
        self._stored = stored
        self._merging = merging
        self._gone = gone
        self._before: dict[str, Made] = {}
        self._home: dict[str, str] = {}  # of each part here the whole before; without one, itself

    def with_new(self, new: frozenset[str]) -> Grown[Made]:
        loose = new | self._bring(self._gone)
        self._home |= {name: name for name in new}
        sought: frozenset[str] = frozenset()
        wholes: Sequence[Made] = ()
        while fresh := loose - sought:
            sought = loose
            self._bring(self._tied_to(fresh))
            judged = self._bring(self._judged_with(fresh | self._gone))
            wholes = self._merging.wholes(self._home, self._pairs(loose))
            loose |= judged.union(*(w.members for w in wholes if self._before.get(w.id) != w))
        return Grown(tuple(wholes), frozenset(self._before))

    def _bring(self, names: Collection[str]) -> frozenset[str]:
        """Have the stored clusters of these here, and return what is left of them."""
        found = self._stored.holding([n for n in names if n not in self._home])
        self._before |= {whole.id: whole for whole in found}
        left = {n: w.id for w in found for n in w.members if n not in self._gone}
        self._merging.take(self._stored.load(left.keys()))
        self._home |= left
        asked = frozenset(names)
        whole = [w.members for w in self._before.values() if not asked.isdisjoint(w.members)]
        alone = self._merging.take(self._stored.load(asked - self._home.keys() - self._gone))
        self._home |= {name: name for name in alone}
        return alone.union(*whole) - self._gone

    def _tied_to(self, fresh: Collection[str]) -> set[str]:
        """Return the stored parts that are tied to one of these."""
        known = self._home.keys() | self._gone
        reaches = self._merging.reaches(fresh)
        pairs = [p for p in self._stored.in_reach(reaches) if p[1] not in known]
        others = self._merging.take(self._stored.load({other for _, other in pairs}))
        ties = self._merging.tied({ordered(*p) for p in pairs})
        return {name for pair in ties for name in pair if name in others}

    def _judged_with(self, names: Collection[str]) -> set[str]:
        """Return those of which a person said that they are, or are not, the same as one of these."""
        # a report kept from the plan that it would follow takes the next one, so all its plans have to be here
        judged = self._merging.judged
        pairs = [p for p in judged.same | judged.different if not set(p).isdisjoint(names)]
        return {name for pair in pairs for name in pair}

    def _pairs(self, loose: Collection[str]) -> set[Pair]:
        """Return the pairs to decide; two clusters at the edge did not join before."""
        home = self._home
        return {
            (one, other)
            for one, other in self._merging.pairs(home)
            if one in loose or other in loose or home[one] == home[other]
        }
