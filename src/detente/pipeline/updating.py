"""New facts to the change that they make in the views, worked out from what lies near them alone.

Every document that is new or changed is taken out of the views and put in again. Its copies are found by a
sample of their words, the reports that may be merged with its own by their keys; the events that this changes
are merged anew. Nothing else is read. To make the views anew is the same, with every document changed and
nothing stored.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.ledger.actor_names import load_actor_names
from detente.ledger.facts import State
from detente.ledger.neighbours import StoredReports, entries_in, in_reach, load_events_of
from detente.ledger.view_change import ViewChange
from detente.merge import Grown, Reach, merge, merge_into, reaches_of
from detente.model.event import Event, Report
from detente.model.profile import Process
from detente.pipeline.copies import regroup, sample_of


def all_anew(process: Process, state: State, *, made_with: str) -> ViewChange:
    """Say what the views are when nothing is stored."""
    return _work_out(None, process, state, made_with=made_with)


def work_out(stored: Connection, process: Process, state: State, *, made_with: str) -> ViewChange:
    """Say what the documents of ``state``, which are new or changed, make of the stored views."""
    return _work_out(stored, process, state, made_with=made_with)


def _work_out(
    stored: Connection | None, process: Process, state: State, *, made_with: str
) -> ViewChange:
    samples = {name: sample_of(text) for name, text in state.texts.items()}
    groups = regroup(stored, state, samples)
    reports = {a.id: state.reports([a], groups) for a in state.articles}
    standing = tuple(r for a in state.articles if a.stands for r in reports[a.id])
    if stored is None:
        moved = standing
        events = merge(standing, judgements=state.judgements, process=process)
        grown = Grown(events, replaced=frozenset())
    else:
        names = load_actor_names(stored)
        around = _Around(stored, StoredReports(stored, names, copy_groups=groups))
        changed = state.changed
        elsewhere = entries_in(stored, groups.keys() - changed)
        moved = (*standing, *around.load(elsewhere))
        gone = entries_in(stored, changed) | elsewhere
        grown = merge_into(around, moved, gone=gone, judgements=state.judgements, process=process)
    reaches = reaches_of(moved, process=process)
    return ViewChange(
        state=state,
        made_with=made_with,
        samples=samples,
        copy_groups=groups,
        reports=reports,
        windows={n: tuple((r.key, r.first, r.last) for r in them) for n, them in reaches.items()},
        events=grown.events,
        replaced=grown.replaced,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The stored views around documents that are new or changed."""

    stored: Connection
    reports: StoredReports

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterable[tuple[str, str]]:
        """Yield each report that seeks with each stored one that it finds."""
        windows = {n: [(r.seeks, r.first, r.last) for r in them] for n, them in sought.items()}
        return in_reach(self.stored, windows)

    def events_of(self, entries: Collection[str]) -> Collection[Event]:
        """Return the stored events that hold any of these entries."""
        return load_events_of(self.stored, entries)

    def load(self, entries: Collection[str]) -> tuple[Report, ...]:
        """Read the stored reports of these entries."""
        return self.reports.load(entries)
