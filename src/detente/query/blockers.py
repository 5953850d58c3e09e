"""What stands in the way of each track, and what would be free if a gate opened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from detente.assess import blockers as gates_of
from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.model.entry import Kind
from detente.model.event import Report
from detente.model.filter import Filter
from detente.model.gate import Blockers, Gate
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


def blockers(
    ledger: Ledger, where: Filter, *, settled: Collection[str] = (), most: int | None = None
) -> BlockersPage:
    """Say what holds each track back (``where.tracks``: these alone), and what ``settled`` tracks would free.

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
    answer = gates_of(ledger.process, reports, as_of=day, settled=settled)
    return _thinned(answer, where, found)


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
