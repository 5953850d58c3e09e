"""Reports to events."""

from collections.abc import Sequence

from detente.merge.blocking import candidate_pairs
from detente.merge.chronicle import build_event
from detente.merge.clusters import Clusters, Scores, cluster, last_words, ordered
from detente.merge.moves import follow_moves
from detente.merge.plans import follow_plans
from detente.merge.traits import party_names, read_traits, told_of
from detente.model.event import Event, Judgement, Report
from detente.model.profile import Process


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
    by_id = {r.id: r for r in sorted(reports, key=lambda r: r.id)}
    parties = party_names(process)
    traits = [
        read_traits(r, entry, parties=parties)
        for r in by_id.values()
        if (entry := told_of(r)) is not None
    ]
    judged = last_words(judgements)
    scores, clusters = Scores(traits, judged), Clusters((t.id for t in traits), judged)
    pairs = [ordered(traits[i].id, traits[j].id) for i, j in candidate_pairs(traits)]
    cluster(pairs, scores=scores, clusters=clusters, judged=judged)
    follow_plans(traits, scores=scores, clusters=clusters)
    follow_moves(traits, scores=scores, clusters=clusters)
    events = (build_event((by_id[m] for m in members), links) for members, links in clusters.all())
    return tuple(sorted(events, key=lambda e: e.id))
