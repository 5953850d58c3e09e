"""Whether a later sentence says that a condition is fulfilled, or that it is no longer made."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.assess.days import said_day
from detente.assess.matching import passage, sides_of, voices
from detente.lexicon.content import share_of, stems, weigh
from detente.lexicon.grounds import capitulates, opens
from detente.lexicon.phrases import pattern
from detente.model.entry import Agreement, Condition, Incident, IncidentStatus, Kind
from detente.model.event import Report
from detente.model.gate import GateState

FULFILS = 0.75  # of the weight of the requirement's words: what lacks more says another thing
LEAST_WEIGHT = 2.0  # "peace" alone is found in every sentence


@dataclass(frozen=True, slots=True)
class Later:
    """An entry that can tell what became of conditions, with what each of them asks of it.

    ``done`` are the stems of what was done or agreed, ``turns``: it tells of a way opened, of arms or rule given up.
    """

    day: date
    report: Report
    done: Mapping[str, str]
    turns: bool


def telling(reports: Iterable[Report], *, as_of: date) -> tuple[Later, ...]:
    """Return the entries that can open a gate, the earliest first."""
    found = [
        Later(day, report, _done(report), may_turn(report))
        for report in reports
        if may_open(report) and (day := said_day(report, as_of=as_of)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.report.id)))


def opened_by(
    condition: Report, words: str, told: Sequence[Later], *, as_of: date
) -> tuple[GateState, str | None]:
    """Return what has become of a condition, and the first later entry that says so."""
    since = said_day(condition, as_of=as_of)
    if since is None:
        return GateState.CANNOT_TELL, None
    wanted, asked_for = stems(words), words.casefold()
    for one in told[bisect_right(told, since, key=lambda one: one.day) :]:
        report = one.report
        if report.document.id == condition.document.id:
            continue
        turn = turned(condition, asked_for, report) if one.turns else None
        if turn or _fulfils(one.done, wanted):
            return turn or GateState.FULFILLED, report.id
        if _withdraws(report, condition):
            return GateState.WITHDRAWN, report.id
    return GateState.CANNOT_TELL, None


def turned(condition: Report, wanted: str, report: Report) -> GateState | None:
    """Say what a deed makes of a condition on the same track: a way opened, arms or rule given up.

    What was asked before one side gave up is overtaken, on the tracks on which it did.
    """
    if not _has_come(report) or not _on_one_track(condition, report):
        return None
    said = passage(report)
    if opens(wanted) and opens(said):
        return GateState.FULFILLED
    if not capitulates(said):
        return None
    return GateState.FULFILLED if capitulates(wanted) else GateState.OVERTAKEN


def may_turn(report: Report) -> bool:
    """Say whether an entry tells of a way opened, or of arms or rule given up."""
    if not _has_come(report):
        return False
    said = passage(report)
    return opens(said) or capitulates(said)


def asked(condition: Report) -> str:
    """Return what must come first, in lower case: else the whole passage."""
    entry = condition.entry
    told = entry.requires_text if isinstance(entry, Condition) else None
    return (told or entry.evidence[0].quote).casefold()


def _has_come(report: Report) -> bool:
    entry = report.entry
    happened = isinstance(entry, Incident) and entry.status is IncidentStatus.HAPPENED
    return happened or isinstance(entry, Agreement)


def _on_one_track(condition: Report, report: Report) -> bool:
    entry = condition.entry
    gates = (*entry.gates, *entry.tracks) if isinstance(entry, Condition) else entry.tracks
    return not set(gates).isdisjoint(report.entry.tracks)


def may_open(report: Report) -> bool:
    """Say whether an entry can say of any condition that it is fulfilled or no longer made."""
    entry = report.entry
    if entry.kind in {Kind.STATEMENT, Kind.COMMITMENT}:
        return pattern("outcomes", "no longer").search(passage(report)) is not None
    return _has_come(report)


def _done(report: Report) -> Mapping[str, str]:
    """Return the stems of what was agreed or done; none where it was not, or not yet."""
    said = passage(report)
    if not _has_come(report) or pattern("outcomes", "not done").search(said):
        return {}
    return stems(said)


def _fulfils(done: Collection[str], wanted: Collection[str]) -> bool:
    """Say whether something was agreed or done in the words of the requirement."""
    if not done:
        return False
    whole = weigh(wanted)
    return whole >= LEAST_WEIGHT and weigh(s for s in wanted if s in done) >= FULFILS * whole


def _withdraws(report: Report, condition: Report) -> bool:
    """Say whether one who made the condition says that it is no longer made, of the same matter."""
    if report.entry.kind not in {Kind.STATEMENT, Kind.COMMITMENT}:
        return False
    said = passage(report)
    return bool(
        voices(report) & sides_of(condition.entry.said_by)
        and pattern("outcomes", "no longer").search(said)
        and share_of(stems(said), stems(passage(condition))) >= FULFILS
    )
