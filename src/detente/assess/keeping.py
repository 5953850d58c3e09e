"""Later entries that bear on a promise: done, begun, refused, said to be kept or not.

What is done counts where the same side does the same deed to the same things after it promised it, in a
sentence that neither denies nor plans it. A doubt leaves the promise open: ``kept`` is never guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from detente.assess.days import latest_day, published_by, said_day
from detente.assess.matching import doers, passage, sides_of, voices
from detente.assess.matter import Matter, amount_in, matter_of
from detente.lexicon.phrases import pattern
from detente.model.entry import (
    Accusation,
    Agreement,
    Condition,
    Entry,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    Refusal,
    Statement,
)
from detente.model.event import Report
from detente.model.profile import Process
from detente.model.when import DateRange


class Sign(StrEnum):
    """What a later entry says of a promise."""

    DONE = "done"
    PART = "part"
    BEGUN = "begun"
    REFUSED = "refused"
    PREVENTED = "prevented"  # by another, or with the meeting at which it was to be done
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Signal:
    """A later entry, its day, and what it says of the promise."""

    day: date
    entry: str
    sign: Sign
    by_word: frozenset[str] = frozenset()  # the sides that say so; empty: the outlet itself
    outlet: str | None = None
    who: frozenset[str] = frozenset()  # the sides that stayed away or declined


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised by which sides to which, since a day."""

    by: frozenset[str]
    to: frozenset[str]
    matters: tuple[Matter, ...]
    documents: frozenset[str]
    first: date
    last: date
    due: DateRange | None
    words: str

    def same_matter(self, other: Matter) -> bool:
        """Say whether the other does what one wording of the promise says, to the same things."""
        return any(m.same_deed(other) and m.same_things(other) for m in self.matters)

    def is_more_than(self, words: str) -> bool:
        """Say whether a greater number was promised than was done."""
        promised, told = amount_in(self.words), amount_in(words)
        return promised is not None and told is not None and told < promised

    def same_things(self, other: Matter) -> bool:
        """Say whether the other is about the same things."""
        return any(m.same_things(other) for m in self.matters)


@dataclass
class Later:
    """Entries by their day, ready to be asked about promises."""

    process: Process
    as_of: date
    _told: list[tuple[date, Report, str]] = field(default_factory=list)
    _by_thing: dict[str, list[int]] = field(default_factory=dict)
    _meetings: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, reports: Iterable[Report], process: Process, as_of: date) -> "Later":
        """Sort entries by their day and by what they are about."""
        later = cls(process, as_of)
        for report in reports:
            day = _day_of(report, as_of)
            if day is not None and published_by(report.document.published, as_of):
                later._add(day, report)
        return later

    def _add(self, day: date, report: Report) -> None:
        words = passage(report)
        if not _can_tell(report.entry, words):
            return
        number = len(self._told)
        self._told.append((day, report, words))
        if isinstance(report.entry, Meeting):
            self._meetings.append(number)
        for thing in matter_of(words, self.process).things:
            self._by_thing.setdefault(thing, []).append(number)

    def signals(self, promise: Promise) -> list[Signal]:
        """Return what later entries say of a promise, by day."""
        things = {t for m in promise.matters for t in m.things}
        near = {n for t in things for n in self._by_thing.get(t, ())} | set(self._meetings)
        found = []
        for number in near:
            day, report, words = self._told[number]
            if day >= promise.first and report.document.id not in promise.documents:
                sign = self._sign(promise, report, day, words)
                # what is promised again was not yet done
                if sign is not None and (day >= promise.last or sign is Sign.DENIED):
                    found.append(_signal(promise, report, day, sign))
        return sorted(found, key=lambda s: (s.day, s.entry))

    def _sign(self, promise: Promise, report: Report, day: date, words: str) -> Sign | None:
        entry = report.entry
        if isinstance(entry, Meeting):
            return _of_meeting(promise, report, day)
        matter = matter_of(words, self.process)
        if isinstance(entry, Refusal):
            refused = doers(report) >= promise.by and day > promise.last
            meant = promise.same_matter(matter) and not pattern("outcomes", "that").search(words)
            if refused and meant:
                return Sign.REFUSED
            return Sign.PREVENTED if _stays_away(promise, report, matter, words) else None
        if isinstance(entry, Incident | Agreement):
            return _of_deed(promise, report, matter, words)
        if isinstance(entry, Accusation | Statement):
            return _of_word(promise, report, matter, words)
        return None


def _can_tell(entry: Entry, words: str) -> bool:
    """Say whether an entry can tell what became of any promise, so that few are held against each."""
    if isinstance(entry, Accusation | Statement):
        return any(pattern("outcomes", said).search(words) for said in ("kept", "not kept"))
    return isinstance(entry, Meeting | Refusal | Incident | Agreement)


def _day_of(report: Report, as_of: date) -> date | None:
    """Return the day of what is told, else the day on which it was said."""
    told = latest_day(getattr(report.entry, "date", None), as_of=as_of)
    return told or said_day(report, as_of=as_of)


def _of_deed(promise: Promise, report: Report, matter: Matter, words: str) -> Sign | None:
    entry = report.entry
    if isinstance(entry, Incident) and entry.status is not IncidentStatus.HAPPENED:
        return None
    if isinstance(entry, Agreement) and pattern("outcomes", "agreed to").search(words):
        return None
    doing = doers(report) & promise.by
    meant = promise.same_matter(matter) or _is_of_their_people(promise, report, matter)
    if not doing or not meant or pattern("outcomes", "not done").search(words):
        return None
    if pattern("outcomes", "begun").search(words):
        return Sign.BEGUN
    part = doing < promise.by or promise.is_more_than(words)
    part = part or pattern("outcomes", "partly").search(words) is not None
    return Sign.PART if part else Sign.DONE


def _is_of_their_people(promise: Promise, report: Report, matter: Matter) -> bool:
    """Read "freed two Betanians": the deed promised to a side, and nothing named but its people."""
    helped = sides_of(getattr(report.entry, "to", ()))
    same = any(m.same_deed(matter) for m in promise.matters)
    return same and not matter.things and bool(promise.to) and promise.to <= helped


def _signal(promise: Promise, report: Report, day: date, sign: Sign) -> Signal:
    who = frozenset[str]()
    if isinstance(report.entry, Meeting) and sign is Sign.PART:
        who = promise.to - _present(report.entry)
    elif isinstance(report.entry, Refusal) and sign is Sign.PREVENTED:
        who = doers(report)
    return Signal(day, report.id, sign, voices(report), report.document.outlet, who)


def _present(entry: Meeting) -> frozenset[str]:
    return sides_of(entry.participants) | sides_of(entry.mediator)


def _of_meeting(promise: Promise, report: Report, day: date) -> Sign | None:
    """Take a meeting for kept where those who promised it met those to whom, when or where they had said.

    In part where some of those stayed away; what was to be done at a meeting that was called off was prevented.
    """
    entry = report.entry
    if not isinstance(entry, Meeting):
        return None
    named = entry.place is not None and entry.place.name.casefold() in promise.words
    if entry.status in _OFF:
        when = entry.date or DateRange.on(day)
        hit = named and promise.due is not None and promise.due.overlaps(when)
        return Sign.PREVENTED if hit else None
    # "deputy prime ministers would take it up in Moscow": those of that level meet there
    of_level = entry.level is not None and entry.level in promise.words
    meant = of_level or any("meet" in m.deeds for m in promise.matters)
    if entry.status is not MeetingStatus.HELD or not meant or not promise.by <= _present(entry):
        return None
    soon = named and day - promise.last <= _SOON
    in_time = promise.due.overlaps(DateRange.on(day)) if promise.due else soon
    promised = promise.by | promise.to
    if not in_time or not (len(promised) > 1 or named):
        return None
    if promise.to <= _present(entry):
        return Sign.DONE
    return Sign.PART if named else None


_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
_SOON = timedelta(days=60)


def _stays_away(promise: Promise, report: Report, matter: Matter, words: str) -> bool:
    """Say whether one who did not promise it will not come to the meeting that the promise is about."""
    others = bool(doers(report)) and not doers(report) <= promise.by
    shared = any(m.shares(matter) for m in promise.matters)
    return others and shared and pattern("chains", "attend").search(words) is not None


def _of_word(promise: Promise, report: Report, matter: Matter, words: str) -> Sign | None:
    """Read who says that the promise was kept, or that it was not."""
    who = voices(report) | doers(report)
    about = (
        promise.by <= who
        or bool(sides_of(getattr(report.entry, "to", ())) & promise.by)
        or any(side.casefold() in words for side in promise.by)
    )
    if not about or not promise.same_things(matter):
        return None
    if pattern("outcomes", "not kept").search(words):
        meant = promise.same_matter(matter) or pattern("outcomes", "promise").search(words)
        return Sign.DENIED if meant and who and not who & promise.by else None
    return Sign.DONE if pattern("outcomes", "kept").search(words) else None


def conditions_of(own: Iterable[Report], told: Iterable[Report]) -> tuple[str, ...]:
    """Return the conditions in the sentences of the promise."""
    spans = [(r.document.id, e.start, e.end) for r in own for e in r.entry.evidence]
    return tuple(
        sorted(
            r.id
            for r in told
            if isinstance(r.entry, Condition)
            and any(
                r.document.id == document and e.start < end and start < e.end
                for document, start, end in spans
                for e in r.entry.evidence
            )
        )
    )
