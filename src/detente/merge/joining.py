"""Reports to events."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from detente.merge.chronicle import build_event
from detente.merge.clusters import (
    Clusters,
    Pair,
    Scores,
    Weighing,
    cluster,
    components,
    last_words,
    ordered,
)
from detente.merge.features import JOIN, compare
from detente.merge.moves import follow_moves, is_moved
from detente.merge.plans import could_follow, follow_plans
from detente.merge.reaching import Reach, pairs_in_reach, reaches
from detente.merge.telling import told_of
from detente.merge.traits import Traits, background_of, read_traits
from detente.model.entry import Kind
from detente.model.event import UTTERANCES, Event, Judgement, Report
from detente.model.profile import Process

HOLD = 1.5  # mean over the pairs of two clusters
HOLD_OF = {Kind.STATEMENT: 2.0}  # sentences of one speaker hang together in lumps by a few pairs

_REPORTS: Weighing[Traits] = Weighing(compare, lambda one: HOLD_OF.get(one.kind, HOLD))


def merge(
    reports: Iterable[Report],
    *,
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> tuple[Event, ...]:
    """Join the reports of one meeting, incident, agreement, commitment or utterance into an event, by their ids.

    Pure, and the order of ``reports`` does not matter; that of ``judgements`` does, since the last
    word on a pair counts. Other kinds of entries are passed over. ``process`` names the parties, which
    tells a meeting of both from a talk of one of them with the host.
    """
    merging = Merging(judgements=judgements, process=process)
    names = merging.take(reports)
    return merging.wholes(names, merging.pairs(names))


def reaches_of(
    reports: Iterable[Report], *, process: Process | None = None
) -> Mapping[str, tuple[Reach, ...]]:
    """Return where each report is found and where it seeks; kinds that are not merged are left out."""
    merging = Merging(process=process)
    return merging.reaches(merging.take(reports))


class Merging:
    """Reports with what people judged of them; each is read, and each pair weighed, once."""

    def __init__(
        self, *, judgements: Sequence[Judgement] = (), process: Process | None = None
    ) -> None:
        self.judged = last_words(judgements)
        self._background = background_of(process)
        self._reports: dict[str, Report] = {}
        self._scores = Scores(self.judged, _REPORTS)

    def take(self, reports: Iterable[Report]) -> frozenset[str]:
        """Read reports; return the ids of those whose kind is merged."""
        found = {r.id: (r, told) for r in reports if (told := told_of(r)) is not None}
        for name, (report, told) in found.items():
            if name not in self._reports:
                self._reports[name] = report
                self._scores.take(read_traits(report, told, background=self._background))
        return frozenset(found)

    def reaches(self, names: Iterable[str]) -> dict[str, tuple[Reach, ...]]:
        """Return where each report is found and where it seeks."""
        return {t.id: reaches(t) for t in self._scores.traits(sorted(names))}

    def pairs(self, names: Iterable[str]) -> set[Pair]:
        """Return the pairs that find each other, or that a person said are the same."""
        traits = self._scores.traits(sorted(names))
        found = {
            ordered(traits[i].id, traits[j].id)
            for i, j in pairs_in_reach([reaches(t) for t in traits])
        }
        among = {t.id for t in traits}
        return found | {p for p in self.judged.same if among.issuperset(p)}

    def tied(self, pairs: Iterable[Pair]) -> frozenset[Pair]:
        """Return those pairs that may come together by themselves, so that one bears on the other."""
        return frozenset(p for p in pairs if self._are_tied(p))

    def wholes(self, names: Iterable[str], pairs: Iterable[Pair]) -> tuple[Event, ...]:
        """Join the reports by those of the pairs that are tied, each connected component by itself."""
        parts = components(names, self.tied(pairs))
        found = [event for members, ties in parts for event in self._join(members, ties)]
        return tuple(sorted(found, key=lambda e: e.id))

    def _are_tied(self, pair: Pair) -> bool:
        if pair in self.judged.same or self._scores.of(pair) >= JOIN:
            return True
        first, second = self._scores.traits(pair)
        return could_follow(first, second) or is_moved(first, second) or is_moved(second, first)

    def _join(self, members: frozenset[str], ties: Collection[Pair]) -> list[Event]:
        scores = self._scores
        clusters = Clusters(members, self.judged)
        cluster(ties, scores=scores, clusters=clusters)
        traits = scores.traits(sorted(members))
        follow_plans(traits, scores=scores, clusters=clusters)
        follow_moves(traits, scores=scores, clusters=clusters)
        return [
            build_event((self._reports[m] for m in part), links)
            for part, links in clusters.all()
            if len(part) > 1 or self._reports[min(part)].entry.kind not in UTTERANCES
        ]
