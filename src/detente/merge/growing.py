"""New reports among events that there are: what cannot become other than it was is not decided anew.

Pairs are joined from the strongest down, and whether a pair joins hangs on the two clusters, as they stand then,
that hold it. So a cluster that comes out as it was has gone the same way as before, and what it did not join
then it does not join now. Only the clusters that change are held against all that is tied to them: first those
of the new reports and of what is gone, and whichever at the edge comes out another than it was, until none does.
The events are those that a merge of everything would make.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from detente.merge.clusters import Pair, ordered
from detente.merge.joining import Merging
from detente.merge.reaching import Reach
from detente.model.event import Event, Judgement, Report
from detente.model.profile import Process


class Stored(Protocol):
    """What was merged before, by any store that can be asked for what is near."""

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterable[Pair]:
        """Yield each report that seeks with each stored one that it finds."""

    def events_of(self, entries: Collection[str]) -> Collection[Event]:
        """Return the stored events that hold any of these entries."""

    def load(self, entries: Collection[str]) -> Iterable[Report]:
        """Yield the stored reports of these entries, of those that stand."""


@dataclass(frozen=True, slots=True)
class Grown:
    """The events around what is new, and the ids of those in whose place they are."""

    events: tuple[Event, ...]
    replaced: frozenset[str]


def merge_into(
    stored: Stored,
    new: Iterable[Report],
    *,
    gone: Collection[str] = (),
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> Grown:
    """Merge new reports into the stored events; ``gone`` are entries of these that are no more, or are new again."""
    merging = Merging(judgements=judgements, process=process)
    return _Growth(stored, merging, frozenset(gone)).with_new(merging.take(new))


class _Growth:
    """The reports near what is new: those to be decided anew, and at their edge what is tied to them."""

    def __init__(self, stored: Stored, merging: Merging, gone: frozenset[str]) -> None:
        self._stored = stored
        self._merging = merging
        self._gone = gone
        self._before: dict[str, Event] = {}
        self._home: dict[str, str] = {}  # of each report here the event before; without one, itself

    def with_new(self, new: frozenset[str]) -> Grown:
        loose = new | self._bring(self._gone)
        self._home |= {name: name for name in new}
        sought: frozenset[str] = frozenset()
        events: tuple[Event, ...] = ()
        while fresh := loose - sought:
            sought = loose
            self._bring(self._tied_to(fresh))
            judged = self._bring(self._judged_with(fresh | self._gone))
            events = self._merging.events(self._home, self._pairs(loose))
            loose |= judged.union(*(e.entries for e in events if self._before.get(e.id) != e))
        return Grown(events, frozenset(self._before))

    def _bring(self, entries: Collection[str]) -> frozenset[str]:
        """Have the stored clusters of these entries here, and return what is left of them."""
        found = self._stored.events_of([n for n in entries if n not in self._home])
        self._before |= {event.id: event for event in found}
        left = {n: e.id for e in found for n in e.entries if n not in self._gone}
        self._merging.take(self._stored.load(left.keys()))
        self._home |= left
        asked = frozenset(entries)
        whole = [e.entries for e in self._before.values() if not asked.isdisjoint(e.entries)]
        alone = self._merging.take(self._stored.load(asked - self._home.keys() - self._gone))
        self._home |= {name: name for name in alone}
        return alone.union(*whole) - self._gone

    def _tied_to(self, fresh: Collection[str]) -> set[str]:
        """Return the stored entries that are tied to one of these reports."""
        known = self._home.keys() | self._gone
        reaches = self._merging.reaches(fresh)
        pairs = [p for p in self._stored.in_reach(reaches) if p[1] not in known]
        others = self._merging.take(self._stored.load({other for _, other in pairs}))
        ties = self._merging.tied({ordered(*p) for p in pairs})
        return {name for pair in ties for name in pair if name in others}

    def _judged_with(self, entries: Collection[str]) -> set[str]:
        """Return the entries of which a person said that they are, or are not, the same as one of these."""
        # a report kept from the plan that it would follow takes the next one, so all its plans have to be here
        judged = self._merging.judged
        pairs = [p for p in judged.same | judged.different if not set(p).isdisjoint(entries)]
        return {name for pair in pairs for name in pair}

    def _pairs(self, loose: Collection[str]) -> set[Pair]:
        """Return the pairs to decide; two clusters at the edge did not join before."""
        home = self._home
        return {
            (one, other)
            for one, other in self._merging.pairs(home)
            if one in loose or other in loose or home[one] == home[other]
        }
