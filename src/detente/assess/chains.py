"""An event to its chain: announced, confirmed, put off, announced anew, held or called off, and by whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.assess.explanations import explanations
from detente.assess.matching import side_of
from detente.assess.seen import borne_out
from detente.assess.standing import standing
from detente.lexicon.phrases import pattern
from detente.model.chain import Backing, Chain, Explanation, Move, Stage
from detente.model.entry import Actors, Meeting, Refusal
from detente.model.event import Event, Report, Step
from detente.model.profile import Process
from detente.model.when import DateRange

# A refusal by one of those who were to meet is of this meeting where it is told beside it in these words.
ATTENDING = (
    "attend",
    "take part",
    "taking part",
    "participat",
    "meet",
    "summit",
    "talks",
    "travel",
)
PLANNED = frozenset({Move.ANNOUNCED, Move.CONFIRMED, Move.MOVED, Move.ANEW})
OFF = frozenset({Move.PUT_OFF, Move.CALLED_OFF, Move.DECLINED, Move.MOVED})


def chain_of(
    event: Event,
    reports: Sequence[Report],
    *,
    process: Process,
    texts: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Chain:
    """Tell the life of a meeting by its reports.

    ``reports`` are all entries of the documents that tell of it, ``texts`` these documents: they tell who
    declined, and why it was put off. Pure; what is given must have been published by ``as_of``.
    """
    parties = _parties(event, process)
    teller = _Teller(parties)
    for step in _in_order(event, reports):
        teller.tell(step)
    stages = _with_reasons(teller.stages, reports, texts or {})
    return Chain(
        event=event.id,
        as_of=as_of,
        standing=standing(stages, event, parties, as_of=as_of),
        stages=stages,
    )


def _parties(event: Event, process: Process) -> frozenset[str]:
    """Return the sides between which the event is: the parties that take part, else all that do."""
    present = frozenset(map(side_of, event.participants)) - frozenset(map(side_of, event.mediator))
    parties, hosts = (
        {a.side or a.name for a in process.actors if a.id in ids}
        for ids in (process.parties, process.mediators)
    )
    return frozenset(present & parties or present - hosts or present)


def _in_order(event: Event, reports: Sequence[Report]) -> list[Step]:
    """Return the steps by day; of one day what takes a plan back before what makes a new one."""
    told = {r.id: r for r in reports}
    steps = [*event.history, *_refused(event, told.values())]
    return sorted(steps, key=lambda s: (_day(s.published), _RANK.get(borne_out(s), 2), s.entry))


_RANK = {"proposed": 0, "postponed": 1, "cancelled": 1, "declined": 1, "scheduled": 2, "held": 3}


def _day(when: DateRange | None) -> date:
    return (when.start or when.end or date.min) if when else date.min


def _refused(event: Event, reports: Iterable[Report]) -> list[Step]:
    """Return the refusals to attend by those who were to meet, told in the documents of the event."""
    reports = list(reports)
    plans = [r.entry for r in reports if r.id in event.entries and isinstance(r.entry, Meeting)]
    invited = {
        side_of(a) for a in (*event.participants, *(a for p in plans for a in p.participants))
    }
    steps = []
    for report in reports:
        entry = report.entry
        if not isinstance(entry, Refusal) or not invited & {side_of(a) for a in entry.by}:
            continue
        words = " ".join(e.quote for e in entry.evidence).casefold()
        if pattern("chains", "attend").search(words):
            head = report.document
            voices = entry.by or entry.said_by
            steps.append(Step("declined", None, voices, report.id, head.outlet, head.published))
    return steps


@dataclass
class _Teller:
    """Tells steps one after the other; ``plan`` is the day that stands, ``planned`` whether one does."""

    parties: frozenset[str]
    stages: tuple[Stage, ...] = ()
    plan: DateRange | None = None
    planned: bool = False
    was_planned: bool = field(default=False)

    def tell(self, step: Step) -> None:
        """Add a step: a stage of its own, or one more report of a stage."""
        if self.stages and self.stages[-1].move is Move.HELD and borne_out(step) != "held":
            return  # stale
        if (move := self._move(step)) is None:
            return
        if (at := self._told_before(move, step)) is not None:
            self._join(at, step)
        else:
            self.stages += (self._stage(move, step),)
        self._turn(move, step)

    def _move(self, step: Step) -> Move | None:
        match borne_out(step):
            case "held":
                return Move.HELD
            case "postponed":
                return Move.PUT_OFF
            case "cancelled":
                return Move.CALLED_OFF
            case "declined":
                return Move.DECLINED
            case "proposed" if self.planned:
                return Move.CONFIRMED  # a host who looks forward to it stands behind the plan
            case "proposed" if self.was_planned and step.date is None:
                return Move.DAY_OPEN
            case "proposed":
                return Move.PROPOSED
            case _:
                return self._planning(step)

    def _planning(self, step: Step) -> Move | None:
        if is_past(step):
            return None if self.was_planned else Move.ANNOUNCED  # "had been planned for June 12"
        if not self.planned:
            if not self.was_planned:
                return Move.ANNOUNCED
            return Move.ANEW if step.date else Move.DAY_OPEN
        if step.date and self.plan and not step.date.overlaps(self.plan):
            return Move.MOVED
        return Move.CONFIRMED

    def _told_before(self, move: Move, step: Step) -> int | None:
        """Return the stage that this step repeats: the same move, or for a plan the same voice."""
        last = len(self.stages) - 1
        if last < 0:
            return None
        if move is Move.CONFIRMED:
            return self._of_voice(step)
        same = [i for i, s in enumerate(self.stages) if s.move is move]
        if not same or any(s.move in PLANNED for s in self.stages[same[-1] + 1 :]):
            return None
        return same[-1]

    def _of_voice(self, step: Step) -> int | None:
        """Return the stage of the standing plan that has the step's voice, or any where nobody is named."""
        standing_ = []
        for i in range(len(self.stages) - 1, -1, -1):
            if self.stages[i].move in PLANNED:
                standing_.append(i)
            if self.stages[i].move in PLANNED - {Move.CONFIRMED}:
                break
        voices = {side_of(a) for a in step.said_by}
        for i in standing_:
            if not voices or voices <= {side_of(a) for a in self.stages[i].voices}:
                return i
        return None

    def _join(self, at: int, step: Step) -> None:
        stage = self.stages[at]
        voices = tuple(dict.fromkeys((*stage.voices, *step.said_by)))
        date_ = _narrower(stage.date, step.date)
        told = replace(
            stage,
            voices=voices,
            backing=backing_of(voices, self.parties),
            reports=(*stage.reports, step.entry),
            date=date_,
        )
        self.stages = (*self.stages[:at], told, *self.stages[at + 1 :])

    def _stage(self, move: Move, step: Step) -> Stage:
        return Stage(
            move=move,
            day=step.published,
            date=step.date,
            voices=step.said_by,
            backing=backing_of(step.said_by, self.parties),
            reports=(step.entry,),
        )

    def _turn(self, move: Move, step: Step) -> None:
        if move in PLANNED:
            self.planned = self.was_planned = True
            keep = move is Move.CONFIRMED
            self.plan = _narrower(self.plan, step.date) if keep else step.date
        elif move in {Move.PUT_OFF, Move.CALLED_OFF}:
            self.planned, self.was_planned, self.plan = False, True, None


def is_past(step: Step) -> bool:
    """Say whether a report tells of a plan whose day had passed when it was published."""
    told, when = step.published, step.date
    return bool(told and told.start and when and when.end and when.end < told.start)


def _narrower(one: DateRange | None, other: DateRange | None) -> DateRange | None:
    if one is None or other is None:
        return one or other
    return other if _width(other) < _width(one) else one


def _width(when: DateRange) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6


def backing_of(voices: Actors, parties: frozenset[str]) -> Backing:
    """Say who among those concerned stands behind it."""
    if not voices:
        return Backing.NOBODY
    ours = parties & {side_of(a) for a in voices}
    if not ours:
        return Backing.OTHERS
    return Backing.BOTH_SIDES if len(ours) > 1 else Backing.ONE_SIDE


def _with_reasons(
    stages: tuple[Stage, ...], reports: Sequence[Report], texts: Mapping[str, str]
) -> tuple[Stage, ...]:
    """Give each stage that undoes a plan the reasons that were told from its day on, up to the next."""
    published = {r.document.id: _day(r.document.published) for r in reports}
    off = [i for i, s in enumerate(stages) if s.move in OFF]
    if not off:
        return stages
    ordered = dict(sorted(texts.items(), key=lambda t: (published.get(t[0], date.min), t[0])))
    reasons: dict[int, list[Explanation]] = {}
    for why in explanations(reports, ordered):
        told = published.get(why.document, date.min)
        before = [i for i in off if _day(stages[i].day) <= told]
        if before:
            reasons.setdefault(before[-1], []).append(why)
    return tuple(replace(s, explanations=tuple(reasons.get(i, ()))) for i, s in enumerate(stages))
