"""New facts to the change that they make in the views, worked out from what lies near them alone.

Every document that is new or changed is taken out of the views and put in again. Its copies are found by a
sample of their words, the reports that may be merged with its own and the articles that may tell the same news
by their keys; the events and stories that this changes are made anew. Nothing else is read. To make the views anew
is the same, with every document changed and nothing stored.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.ledger.actor_names import load_actor_names
from detente.ledger.facts import State
from detente.ledger.neighbours import (
    StoredHeads,
    StoredReports,
    entries_in,
    in_reach,
    load_events_of,
    load_stories_of,
    news_in_reach,
)
from detente.ledger.view_change import ViewChange, Window
from detente.merge import (
    KEYS_SHARED,
    Grown,
    Reach,
    merge,
    merge_into,
    reaches_of,
    story_reaches,
    tell_into,
    tell_stories,
)
from detente.model.event import DocumentHead, Event, Report
from detente.model.profile import Process
from detente.model.story import Story
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
    moved = tuple(r for a in state.articles if a.stands for r in reports[a.id])
    news = tuple(state.heads(state.standing(), groups))
    if stored is None:
        events = Grown(merge(moved, judgements=state.judgements, process=process))
        stories = Grown(tell_stories(news, judgements=state.news_judgements, process=process))
    else:
        heads = StoredHeads(stored, copy_groups=groups)
        around = _ReportsAround(stored, StoredReports(stored, load_actor_names(stored), heads))
        changed = state.changed
        regrouped = groups.keys() - changed
        elsewhere = entries_in(stored, regrouped)
        moved = (*moved, *around.load(elsewhere))
        gone = entries_in(stored, changed) | elsewhere
        events = merge_into(around, moved, gone=gone, judgements=state.judgements, process=process)
        news = (*news, *heads.load(regrouped))
        stories = tell_into(
            _NewsAround(stored, heads),
            news,
            gone=changed | regrouped,
            judgements=state.news_judgements,
            process=process,
        )
    return ViewChange(
        state=state,
        made_with=made_with,
        samples=samples,
        copy_groups=groups,
        reports=reports,
        windows=_under_keys(reaches_of(moved, process=process)),
        events=events.wholes,
        replaced=events.replaced,
        news_windows=_under_keys(story_reaches(news, process=process)),
        stories=stories.wholes,
        replaced_stories=stories.replaced,
    )


def _under_keys(reaches: Mapping[str, Sequence[Reach]]) -> dict[str, tuple[Window, ...]]:
    return {name: tuple((r.key, r.first, r.last) for r in some) for name, some in reaches.items()}


def _sought(reaches: Mapping[str, Sequence[Reach]]) -> dict[str, list[Window]]:
    return {name: [(r.seeks, r.first, r.last) for r in some] for name, some in reaches.items()}


@dataclass(frozen=True, slots=True)
class _ReportsAround:
    """The stored events around documents that are new or changed."""

    stored: Connection
    reports: StoredReports

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterable[tuple[str, str]]:
        """Yield each report that seeks with each stored one that it finds."""
        return in_reach(self.stored, _sought(sought))

    def holding(self, entries: Collection[str]) -> Collection[Event]:
        """Return the stored events that hold any of these entries."""
        return load_events_of(self.stored, entries)

    def load(self, entries: Collection[str]) -> tuple[Report, ...]:
        """Read the stored reports of these entries."""
        return self.reports.load(entries)


@dataclass(frozen=True, slots=True)
class _NewsAround:
    """The stored stories around documents that are new or changed."""

    stored: Connection
    heads: StoredHeads

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterable[tuple[str, str]]:
        """Yield each article that seeks with each stored one that it finds."""
        return news_in_reach(self.stored, _sought(sought), at_least=KEYS_SHARED)

    def holding(self, documents: Collection[str]) -> Collection[Story]:
        """Return the stored stories that hold any of these documents."""
        return load_stories_of(self.stored, documents)

    def load(self, documents: Collection[str]) -> tuple[DocumentHead, ...]:
        """Read the stored heads of these documents."""
        return self.heads.load(documents)
