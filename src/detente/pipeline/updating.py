"""New facts to the change that they make in the views, worked out from what lies near them alone.

Every document that is new or changed is taken out of the views and put in again. Its copies are found by a
sample of their words, the reports that may be merged with its own by their keys; what is tied to them is
merged anew, a component at a time. Nothing else is read. To make the views anew is the same, with every
document changed and nothing stored.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.ledger.facts import State
from detente.ledger.neighbours import (
    components_in,
    components_of,
    entries_in,
    events_of,
    in_reach,
    load_reports,
    members_of,
)
from detente.ledger.view_change import ViewChange
from detente.merge import merge_apart, ordered, reaches_of, tied
from detente.model.event import Report
from detente.model.profile import Process
from detente.pipeline.copies import regroup, sample_of


def all_anew(process: Process, state: State, *, made_with: str) -> ViewChange:
    """Say what the views are when nothing is stored."""
    return _work_out(None, process, state, made_with=made_with)


def work_out(stored: Connection, process: Process, state: State, *, made_with: str) -> ViewChange:
    """Say what the documents of ``state``, which are new or changed, make of the stored views."""
    return _work_out(stored, process, state, made_with=made_with)


@dataclass(frozen=True, slots=True)
class _Pool:
    """The reports to merge anew, those of them that are found in other ways now, and the events before."""

    reports: tuple[Report, ...]
    moved: tuple[Report, ...]
    replaced: frozenset[str] = frozenset()


def _work_out(
    stored: Connection | None, process: Process, state: State, *, made_with: str
) -> ViewChange:
    samples = {name: sample_of(text) for name, text in state.texts.items()}
    groups = regroup(stored, state, samples)
    reports = {a.id: state.reports([a], groups) for a in state.articles}
    standing = tuple(r for a in state.articles if a.stands for r in reports[a.id])
    if stored is None:
        pool = _Pool(standing, standing)
    else:
        pool = _Around(stored, process, state, groups).pool(standing)
    merged = merge_apart(pool.reports, judgements=state.judgements, process=process)
    reaches = reaches_of(pool.moved, process=process)
    return ViewChange(
        state=state,
        made_with=made_with,
        samples=samples,
        copy_groups=groups,
        reports=reports,
        components={name: min(c.members) for c in merged for name in c.members},
        windows={n: tuple((r.key, r.first, r.last) for r in them) for n, them in reaches.items()},
        events=tuple(event for c in merged for event in c.events),
        replaced=pool.replaced,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The stored views around documents that are new or changed."""

    stored: Connection
    process: Process
    state: State
    groups: Mapping[str, str]

    def pool(self, standing: tuple[Report, ...]) -> _Pool:
        """Gather what is to be merged anew with these reports: all that is, or was, tied to them."""
        changed = {a.id for a in self.state.articles}
        elsewhere = entries_in(self.stored, self.groups.keys() - changed)
        moved = (*standing, *self._load(elsewhere))
        # what the changed documents said before, and what is in ``moved`` already
        gone = entries_in(self.stored, changed) | elsewhere
        components = components_in(self.stored, self.groups.keys() | changed)
        components |= components_of(self.stored, self._tied_to(moved, gone))
        before = members_of(self.stored, components)
        reports = (*moved, *self._load(before - gone))
        return _Pool(reports, moved, events_of(self.stored, before))

    def _tied_to(self, moved: Sequence[Report], gone: Collection[str]) -> set[str]:
        """Return the stored entries that are tied to one of these reports."""
        reaches = reaches_of(moved, process=self.process)
        sought = {n: [(r.seeks, r.first, r.last) for r in them] for n, them in reaches.items()}
        pairs = {(n, o) for n, o in in_reach(self.stored, sought) if o not in gone}
        pairs |= {
            pair
            for j in self.state.judgements
            for pair in ((j.first, j.second), (j.second, j.first))
            if pair[0] in reaches and pair[1] not in gone and pair[1] not in reaches
        }
        others = self._load({other for _, other in pairs})
        known = {r.id for r in others}
        ties = tied(
            {ordered(*p) for p in pairs if p[1] in known},
            (*moved, *others),
            judgements=self.state.judgements,
            process=self.process,
        )
        return known.intersection(name for pair in ties for name in pair)

    def _load(self, entries: Collection[str]) -> tuple[Report, ...]:
        return load_reports(self.stored, entries, self.groups)
