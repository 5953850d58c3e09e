"""Conditions to a graph of gates: which track waits for what, by whose word, and what one open gate would free."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from detente.assess.days import published_by, said_day
from detente.assess.opened import Later, opened_by, telling
from detente.lexicon.content import share_of, stems
from detente.model.entry import Actors, Condition
from detente.model.event import Report
from detente.model.gate import Blockers, Freed, Gate, Voice
from detente.model.profile import Process

NAMED_DAYS = 365  # a condition of which nobody spoke for a year is left out, as on the board
SAME_WORDS = 0.6  # of the weight of the shorter one: two wordings of one requirement

Edge = tuple[str, str | None]


def blockers(
    process: Process,
    reports: Sequence[Report],
    *,
    as_of: date,
    settled: Iterable[str] = (),
) -> Blockers:
    """Say what stands in the way of each track, and what would be free if ``settled`` tracks were.

    ``reports`` holds entries of all kinds. Pure; what was published after ``as_of`` is passed over.
    """
    told = [r for r in reports if published_by(r.document.published, as_of)]
    gates = _gates(process, told, as_of)
    given = tuple(t.id for t in process.tracks if t.id in set(settled))
    return Blockers(
        as_of=as_of,
        gates=gates,
        rings=_rings(gates),
        settled=given,
        freed=_freed(gates, given) if given else (),
    )


@dataclass
class _Edge:
    """The reports of one edge, the latest wording last."""

    track: str
    requires: str | None
    said: list[tuple[date, Report]] = field(default_factory=list)

    @property
    def words(self) -> str:
        return requirement(self.said[-1][1])


def _gates(process: Process, reports: Sequence[Report], as_of: date) -> tuple[Gate, ...]:
    first = as_of - timedelta(days=NAMED_DAYS)
    said = [
        (day, r)
        for r in reports
        if isinstance(r.entry, Condition)
        and (day := said_day(r, as_of=as_of)) is not None
        and day >= first
    ]
    edges: list[_Edge] = []
    for day, report in sorted(said, key=lambda s: (s[0], s[1].id)):
        for track, requires in _edges_of(report.entry):
            edge = _find(edges, track, requires, report)
            edge.said.append((day, report))
    order = {t.id: n for n, t in enumerate(process.tracks)}
    edges.sort(key=lambda e: (order.get(e.track, len(order)), -e.said[-1][0].toordinal(), e.words))
    told = telling(reports, as_of=as_of)
    return tuple(_gate(edge, told, as_of) for edge in edges)


def _edges_of(entry: object) -> list[Edge]:
    if not isinstance(entry, Condition):
        return []
    gates = entry.gates or entry.tracks
    return [(g, r) for g in gates for r in (entry.requires or (None,))]


def _find(edges: list[_Edge], track: str, requires: str | None, report: Report) -> _Edge:
    """Return the edge that the condition belongs to: the same track, or words that mean the same."""
    ours = stems(requirement(report))
    for edge in edges:
        if (edge.track, edge.requires) != (track, requires):
            continue
        # a track that waits for something in itself waits for what the words say
        by_words = requires is None or requires == track
        if not by_words or _mean_the_same(ours, stems(edge.words)):
            return edge
    edges.append(_Edge(track, requires))
    return edges[-1]


def _mean_the_same(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Say whether two wordings are of one requirement; a single word ("peace") stands in too many."""
    same = share_of(ours, theirs) >= SAME_WORDS
    return same and (min(len(ours), len(theirs)) > 1 or set(ours) == set(theirs))


def requirement(report: Report) -> str:
    """Return what must come first in the words of the text, else the whole sentence."""
    entry = report.entry
    told = entry.requires_text if isinstance(entry, Condition) else None
    return told or entry.evidence[0].quote


def _gate(edge: _Edge, told: Sequence[Later], as_of: date) -> Gate:
    said = edge.said
    state, because = opened_by(said[-1][1], edge.words, told, as_of=as_of)
    return Gate(
        track=edge.track,
        requires=edge.requires,
        words=edge.words,
        voices=_voices(said),
        first=said[0][0],
        last=said[-1][0],
        state=state,
        because=because,
    )


def _voices(said: Sequence[tuple[date, Report]]) -> tuple[Voice, ...]:
    by_speaker: dict[tuple[str, ...], list[tuple[date, Report]]] = {}
    for day, report in said:
        by_speaker.setdefault(_speaker_key(report.entry.said_by), []).append((day, report))
    return tuple(
        Voice(
            speaker=them[-1][1].entry.said_by,
            reports=tuple(dict.fromkeys(r.id for _, r in them)),
            first=them[0][0],
            last=them[-1][0],
        )
        for them in by_speaker.values()
    )


def _speaker_key(speaker: Actors) -> tuple[str, ...]:
    """Take those who speak for one side as one voice."""
    return tuple(sorted({a.side or a.name for a in speaker}))


def _rings(gates: Sequence[Gate]) -> tuple[tuple[str, ...], ...]:
    """Return the tracks that wait for each other in a ring, each ring once, from its first track on."""
    waits: dict[str, set[str]] = {}
    for gate in gates:
        if gate.stands and gate.requires and gate.requires != gate.track:
            waits.setdefault(gate.track, set()).add(gate.requires)
    found: set[tuple[str, ...]] = set()
    for start in sorted(waits):
        _walk(start, (start,), waits, found)
    return tuple(sorted(found))


def _walk(
    start: str,
    path: tuple[str, ...],
    waits: Mapping[str, set[str]],
    found: set[tuple[str, ...]],
) -> None:
    for following in sorted(waits.get(path[-1], ())):
        if following == start:
            found.add(path)
        elif following > start and following not in path:  # a ring is told from its first track
            _walk(start, (*path, following), waits, found)


def _freed(gates: Sequence[Gate], settled: Sequence[str]) -> tuple[Freed, ...]:
    """Return the tracks of which a gate would open, with what they would still wait for."""
    freed = []
    for track in dict.fromkeys(g.track for g in gates):
        ours = [g for g in gates if g.track == track and g.stands]
        opened = tuple(g for g in ours if g.requires in settled)
        if opened and track not in settled:
            remain = tuple(g for g in ours if g.requires not in settled)
            freed.append(Freed(track=track, opened=opened, remain=remain))
    return tuple(freed)
