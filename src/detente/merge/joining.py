"""Reports to events."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.merge.chronicle import build_event
from detente.merge.clusters import (
    Clusters,
    Pair,
    Scores,
    cluster,
    components,
    last_words,
    ordered,
)
from detente.merge.features import JOIN
from detente.merge.moves import follow_moves, is_moved
from detente.merge.plans import could_follow, follow_plans
from detente.merge.reaching import Reach, pairs_in_reach, reaches
from detente.merge.traits import Traits, background_of, read_traits, told_of
from detente.model.event import Event, Judgement, Report
from detente.model.profile import Process


@dataclass(frozen=True, slots=True)
class Component:
    """Reports that are tied to each other, directly or by others, and the events that they make.

    What becomes of a component depends on its own reports alone: it can be merged by itself.
    """

    members: frozenset[str]  # entry ids
    events: tuple[Event, ...]


def merge(
    reports: Sequence[Report],
    *,
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> tuple[Event, ...]:
    """Join the reports of one meeting, incident, agreement or commitment into an event, by their ids.

    Pure, and the order of ``reports`` does not matter; that of ``judgements`` does, since the last
    word on a pair counts. Other kinds of entries are passed over. ``process`` names the parties, which
    tells a meeting of both from a talk of one of them with the host.
    """
    found = merge_apart(reports, judgements=judgements, process=process)
    return tuple(sorted((e for c in found for e in c.events), key=lambda e: e.id))


def merge_apart(
    reports: Iterable[Report],
    *,
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> tuple[Component, ...]:
    """Do the same, and tell the components: those of more reports are joined from those of fewer."""
    by_id = {r.id: r for r in reports}
    traits = _traits(reports, process)
    judged = last_words(judgements)
    scores = Scores(traits, judged)
    pairs = {ordered(traits[i].id, traits[j].id) for i, j in pairs_in_reach(traits)}
    pairs |= {p for p in judged.same if by_id.keys() >= set(p)}
    ties = {p for p in pairs if _tied(p, scores)}
    return tuple(
        _component(members, ties_of, scores, by_id)
        for members, ties_of in components((t.id for t in traits), ties)
    )


def tied(
    pairs: Iterable[Pair],
    reports: Iterable[Report],
    *,
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> frozenset[Pair]:
    """Return those pairs of ids that would lie in one component whatever else there is."""
    scores = Scores(_traits(reports, process), last_words(judgements))
    return frozenset(p for p in pairs if _tied(p, scores))


def reaches_of(
    reports: Iterable[Report], *, process: Process | None = None
) -> Mapping[str, tuple[Reach, ...]]:
    """Return where each report is found and where it seeks; kinds that are not merged are left out."""
    return {t.id: reaches(t) for t in _traits(reports, process)}


def _traits(reports: Iterable[Report], process: Process | None) -> list[Traits]:
    background = background_of(process)
    return [
        read_traits(r, entry, background=background)
        for r in sorted(reports, key=lambda r: r.id)
        if (entry := told_of(r)) is not None
    ]


def _tied(pair: Pair, scores: Scores) -> bool:
    """Say whether the two may come together by themselves, so that one bears on the other."""
    if pair in scores.judged.same or scores.of(pair) >= JOIN:
        return True
    first, second = scores.traits(pair)
    return could_follow(first, second) or is_moved(first, second) or is_moved(second, first)


def _component(
    members: frozenset[str], ties: Collection[Pair], scores: Scores, by_id: Mapping[str, Report]
) -> Component:
    clusters = Clusters(members, scores.judged)
    cluster(ties, scores=scores, clusters=clusters)
    traits = scores.traits(sorted(members))
    follow_plans(traits, scores=scores, clusters=clusters)
    follow_moves(traits, scores=scores, clusters=clusters)
    events = (build_event((by_id[m] for m in part), links) for part, links in clusters.all())
    return Component(members, tuple(events))
