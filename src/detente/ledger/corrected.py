"""The entries of a document as people left them: a pure function of what was read and what was decided.

A decision is made on one entry, by its id. When the article is read anew that entry may be gone; another of
the same kind on the same passage then stands in its place, and the decision is carried to it, and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from detente.model.correction import DECISIONS, Act, CorrectionState, Review, ReviewState
from detente.model.entry import Entry

Named = tuple[str, Entry]

SAME_PASSAGE = 0.5  # of the letters of either; more of them shared, and the passage is the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A correction that stands, as far as it speaks of one document.

    ``seen`` are the ids that had been read in the document when it was made: none of them is the
    successor of the entry that it was made on, since they stood beside it.
    """

    number: int
    act: Act
    review: Review | None = None  # of those that decide
    subjects: tuple[Named, ...] = ()
    result: Named | None = None
    others: tuple[Named, ...] = ()
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an entry that a correction speaks of is now, and in which state that leaves the correction."""

    state: CorrectionState
    entry: str | None  # the id that stands there
    read: str | None = None  # the id that the latest reading found there


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The entries that stand, in the order of the text; who stands behind them; what became of each decision.

    ``placed`` is by number of the correction and id of the entry that it speaks of. ``set_aside`` are entries
    that were read and do not stand, with the word on them.
    """

    entries: tuple[Named, ...]
    reviews: Mapping[str, Review]
    set_aside: Mapping[str, Review]
    placed: Mapping[tuple[int, str], Placed]


def corrected(read: Iterable[Named], decisions: Iterable[Decision]) -> Corrected:
    """Apply the decisions to what was read, in the order of their numbers: the last word counts."""
    desk = _Desk([_Slot(named, named) for named in read])
    ordered = sorted(decisions, key=lambda d: d.number)
    for decision in ordered:
        desk.take(decision)
    return Corrected(
        entries=in_text_order(slot.now for slot in desk.slots if not slot.hidden),
        reviews={s.now[0]: s.review for s in desk.slots if s.review and not s.hidden},
        set_aside=dict(_set_aside(desk.slots)),
        placed={key: placed for d in ordered for key, placed in desk.outcome(d)},
    )


def in_text_order(entries: Iterable[Named]) -> tuple[Named, ...]:
    """Sort entries by their place in the text, each once."""
    by_id = dict(entries)
    return tuple(sorted(by_id.items(), key=lambda p: (p[1].evidence[0].start, p[1].kind, p[0])))


def _set_aside(slots: Iterable["_Slot"]) -> Iterable[tuple[str, Review]]:
    for slot in slots:
        if slot.read and slot.review and (slot.hidden or slot.read[0] != slot.now[0]):
            yield slot.read[0], slot.review


@dataclass(slots=True)
class _Slot:
    """One place at which an entry stands: what was read there, and what people made of it."""

    read: Named | None
    now: Named
    hidden: bool = False
    review: Review | None = None
    lineage: list[str] = field(
        default_factory=list
    )  # what stands, and what it was made of by edits
    known: set[str] = field(default_factory=set)  # every id that stood here

    def __post_init__(self) -> None:
        self.reset(self.now)

    def reset(self, named: Named) -> None:
        self.now = named
        self.lineage = [named[0]]
        self.known.add(named[0])


class _Desk:
    """The slots of a document, while decisions come in."""

    def __init__(self, slots: list[_Slot]) -> None:
        self.slots = slots
        self._found: dict[int, dict[str, _Place]] = {}
        self._states: dict[
            int, CorrectionState
        ] = {}  # of those that found nothing, or another thing

    def take(self, decision: Decision) -> None:
        """Do what a decision says."""
        made = (decision.result,) if decision.result and not decision.subjects else ()
        for named in (*decision.subjects, *made, *decision.others):
            place = self._find(named, decision.seen)
            self._found.setdefault(decision.number, {})[named[0]] = place
        if decision.act is Act.REJECT:
            self._reject(decision, decision.subjects[0])
        elif decision.act in DECISIONS:
            self._stand(decision)

    def _find(self, named: Named, seen: frozenset[str]) -> "_Place":
        for slot in self.slots:
            if named[0] in slot.known:
                return _Place(slot, slot.read is not None and slot.read[0] not in seen)
        successors = [
            (share, _equal_fields(slot.read[1], named[1]), -place, slot)
            for place, slot in enumerate(self.slots)
            if slot.read is not None and slot.review is None and slot.read[0] not in seen
            if (share := overlap(slot.read[1], named[1])) > SAME_PASSAGE
        ]
        best = max(successors, key=lambda s: s[:3], default=None)
        return _Place(best[3], True) if best else _Place(None, False)

    def _reject(self, decision: Decision, named: Named) -> None:
        slot = self._found[decision.number][named[0]].slot
        if slot is None:
            return
        read = slot.read
        if read and read[0] not in decision.seen and not _same_words(read[1], named[1]):
            self._states[decision.number] = CorrectionState.OPEN
            return
        slot.known.add(named[0])
        slot.hidden, slot.review = True, decision.review

    def _stand(self, decision: Decision) -> None:
        spoken_of = decision.subjects[0] if decision.subjects else decision.result
        made = decision.result or spoken_of
        if spoken_of is None or made is None:
            return
        slot = self._found[decision.number][spoken_of[0]].slot
        if slot is None:
            slot = self._new_slot(decision, spoken_of, made)
        if slot is None:
            return
        slot.known.add(spoken_of[0])
        if decision.act is Act.ACCEPT and slot.now[0] == made[0] and not slot.hidden:
            slot.review = confirmed(slot.review, decision.review)
        elif decision.act is Act.EDIT:
            builds_on = slot.now[0] == spoken_of[0] and not slot.hidden
            before = slot.lineage if builds_on else [spoken_of[0]]
            slot.reset(made)
            slot.lineage = [*before, made[0]]
            slot.review = decision.review
        else:
            slot.reset(made)
            slot.review = decision.review
        slot.hidden = False

    def _new_slot(self, decision: Decision, spoken_of: Named, made: Named) -> _Slot | None:
        """Let an entry of a person stand where nothing is read any more.

        Not so where what it was made of was a person's, too, and that was undone.
        """
        if decision.act is not Act.ADD:
            self._states[decision.number] = CorrectionState.UNANCHORED
            if spoken_of[0] not in decision.seen:
                return None
        slot = _Slot(None, made)
        self.slots.append(slot)
        self._found[decision.number][spoken_of[0]] = _Place(slot, False)
        return slot

    def outcome(self, decision: Decision) -> Iterable[tuple[tuple[int, str], Placed]]:
        """Say where the entries of a decision are, once all decisions are in."""
        for name, place in self._found.get(decision.number, {}).items():
            slot = place.slot
            now = None if slot is None or slot.hidden else slot.now[0]
            read = slot.read[0] if slot and slot.read else None
            yield (decision.number, name), Placed(self._state(decision, name, place), now, read)

    def _state(self, decision: Decision, name: str, place: "_Place") -> CorrectionState:
        slot = place.slot
        if slot is None:
            return CorrectionState.UNANCHORED
        state = self._states.get(decision.number)
        if state is CorrectionState.OPEN:
            return state
        if not _counts(decision, slot):
            return CorrectionState.OVERRULED
        if state is not None:
            return state
        if place.carried and slot.read and slot.read[0] != name:
            return CorrectionState.CARRIED
        return CorrectionState.APPLIES


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry was found, and whether as the successor of what had been read there."""

    slot: _Slot | None
    carried: bool


def confirmed(before: Review | None, word: Review | None) -> Review | None:
    """Keep that an entry was edited or added by a person when another accepts it."""
    if before and before.state in (ReviewState.EDITED, ReviewState.ADDED):
        return before
    return word


def _counts(decision: Decision, slot: _Slot) -> bool:
    """Say whether what a decision said of a slot is what holds there."""
    match decision.act:
        case Act.REJECT:
            return slot.hidden
        case Act.ACCEPT:
            return not slot.hidden and slot.now[0] == decision.subjects[0][0]
        case Act.EDIT | Act.ADD:
            made = decision.result
            return not slot.hidden and made is not None and made[0] in slot.lineage
        case _:
            return True


def overlap(one: Entry, other: Entry) -> float:
    """Return the share of letters that two entries rest on together; 0 where their kinds differ."""
    if one.kind != other.kind:
        return 0.0
    first, second = _letters(one), _letters(other)
    return len(first & second) / len(first | second)


def shares_letters(one: Entry, other: Entry) -> bool:
    """Say whether two entries rest on some of the same letters of one text."""
    return one.document == other.document and not _letters(one).isdisjoint(_letters(other))


def _letters(entry: Entry) -> set[int]:
    return {place for e in entry.evidence for place in range(e.start, e.end)}


def _same_words(one: Entry, other: Entry) -> bool:
    return one.kind == other.kind and one.evidence == other.evidence


def _equal_fields(one: Entry, other: Entry) -> int:
    names = one.__dataclass_fields__
    return sum(getattr(one, n) == getattr(other, n, None) for n in names)
