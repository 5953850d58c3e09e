"""What stands in the way of each track, and what would be free if a gate opened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from detente.assess import blockers as gates_of
from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.model.entry import Kind
from detente.model.event import Report
from detente.model.filter import Filter
from detente.model.gate import Blockers, Freed, Gate
from detente.query.fetching import fetch_entries
from detente.query.results import RecordedEntry
from detente.query.standpoint import looking

# what makes a condition, fulfils it or takes it back
LOOKED_THROUGH = 1000  # of the latest entries, for a page
TELLING = (Kind.CONDITION, Kind.AGREEMENT, Kind.INCIDENT, Kind.STATEMENT, Kind.COMMITMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockersPage:
    """The gates with every sentence that they rest on, by the id of its entry."""

    blockers: Blockers
    sentences: Mapping[str, RecordedEntry]


def gate_id(gate: Gate) -> str:
    """Name a gate: its first sentence is no other's."""
    return f"{gate.track}-{gate.voices[0].reports[0]}" if gate.voices else gate.track


def blockers(
    ledger: Ledger, where: Filter, *, settled: Collection[str] = (), most: int | None = None
) -> BlockersPage:
    """Say what holds each track back (``where.tracks``: these alone), and what would be free if more were ``settled``.

    That are tracks by their ids, and gates by their own.
    The other filters choose which conditions count; what fulfils them may stand anywhere. In a
    large record ``most`` spares all but the latest conditions, and looks for what fulfils them in the
    latest entries.
    """
    chosen = replace(where, tracks=(), kinds=(Kind.CONDITION,))  # the tracks are asked of the gates
    with looking(ledger, chosen) as here:
        cut = most is not None and here.is_large()
        latest = here.item_ids("entry", newest_first=True, limit=most if cut else None)
        conditions = set(latest)
    with looking(ledger, Filter(as_of=where.as_of, known_at=where.known_at)) as here:
        # not by the index of kinds: it would have to sort all of these
        telling = s.items.c.kind.concat("").in_(TELLING)
        last = LOOKED_THROUGH if cut else None
        names = here.item_ids("entry", telling, newest_first=True, limit=last)
        names = list(dict.fromkeys((*names, *conditions)))
        found = fetch_entries(here.connection, names)
        day = here.reckoned_on
    if day is None:
        return BlockersPage(blockers=Blockers(as_of=None, gates=()), sentences={})
    reports = [
        Report(r.id, r.entry, r.document)
        for r in found.values()
        if r.entry.kind is not Kind.CONDITION or r.id in conditions
    ]
    tracks = [name for name in settled if name in {t.id for t in ledger.process.tracks}]
    answer = gates_of(ledger.process, reports, as_of=day, settled=tracks)
    if len(tracks) < len(settled):
        answer = replace(answer, freed=_freed(answer.gates, settled))
    return _thinned(answer, where, found)


def _freed(gates: Collection[Gate], settled: Collection[str]) -> tuple[Freed, ...]:
    """Return the tracks of which a gate would open, by its own or by the track that it means."""
    found = []
    for track in dict.fromkeys(gate.track for gate in gates):
        ours = [gate for gate in gates if gate.track == track and gate.stands]
        opened = tuple(g for g in ours if g.requires in settled or gate_id(g) in settled)
        if opened and track not in settled:
            remain = tuple(gate for gate in ours if gate not in opened)
            found.append(Freed(track=track, opened=opened, remain=remain))
    return tuple(found)


def _thinned(answer: Blockers, where: Filter, found: Mapping[str, RecordedEntry]) -> BlockersPage:
    def wanted(track: str) -> bool:
        return not where.tracks or track in where.tracks

    shown = replace(
        answer,
        gates=tuple(g for g in answer.gates if wanted(g.track)),
        rings=tuple(ring for ring in answer.rings if any(map(wanted, ring))),
        freed=tuple(f for f in answer.freed if wanted(f.track)),
    )
    names = [n for gate in shown.gates for n in _names(gate)]
    return BlockersPage(blockers=shown, sentences={n: found[n] for n in names if n in found})


def _names(gate: Gate) -> tuple[str, ...]:
    because = (gate.because,) if gate.because else ()
    return (*(n for voice in gate.voices for n in voice.reports), *because)
