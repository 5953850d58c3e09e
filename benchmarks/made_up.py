"""A made-up record of any size: articles of a process that might be, written through the ledger as read ones are.

Nothing of it is news. Happenings fall on days of uneven weight, most of them at a few common places, and each
belongs to a story that runs for weeks; each article tells of some of the latest, in sentences of invented words
around the names of the profile's actors, and of much else that was said. As in news many reports give no day
or a vague one, no place, and of an incident nobody who did it, so that reports are tied to those of the next
weeks and these to those of the next, to the end of the record. Some articles are copies of a wire dispatch, some
are new versions of one that was there. Equal seeds give equal records. ``article`` makes one at a time, so that
a record of any size is written without holding it.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, islice, product
from pathlib import Path
from typing import Any

from detente.ledger import Ledger
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document, Reason, Rejection
from detente.model.entry import (
    Accusation,
    ActorRef,
    Agreement,
    Assessment,
    Commitment,
    Condition,
    Demand,
    Entry,
    Evidence,
    Incident,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Refusal,
    Sign,
    Statement,
    Strength,
)
from detente.model.profile import ActorKind, Process
from detente.model.when import Basis, DateRange
from detente.pipeline import refresh

PROCESS = "armenia-azerbaijan"
READER = "made up"
FIRST_DAY = date(2018, 1, 1)
ENTRIES_IN_ARTICLE = 13
FILLING = 12  # sentences that tell nothing
LEFT_OUT = (Rejection(Reason.NOT_UNDERSTOOD, "no verb"),)
# how often each kind is told, as in the record of 21 long articles on one process, meetings as in the demo
KINDS = {
    Kind.STATEMENT: 48,
    Kind.INCIDENT: 14,
    Kind.MEETING: 9,
    Kind.DEMAND: 7,
    Kind.ASSESSMENT: 6,
    Kind.COMMITMENT: 6,
    Kind.ACCUSATION: 5,
    Kind.CONDITION: 2,
    Kind.AGREEMENT: 2,
    Kind.REFUSAL: 1,
}
MEETINGS = ((MeetingStatus.HELD, 6), (MeetingStatus.SCHEDULED, 3), (MeetingStatus.POSTPONED, 1))
# of the reports of each kind: with a day, with a month alone, with a place; as in 96 articles on seven processes
DATED = {Kind.MEETING: (0.51, 0.32), Kind.INCIDENT: (0.45, 0.18), Kind.AGREEMENT: (0.55, 0.2)}
PLACED = {Kind.MEETING: 0.5, Kind.INCIDENT: 0.3, Kind.AGREEMENT: 0.23}
BLAMED = 0.5  # of the incidents with somebody who did it
COPIES, VERSIONS = 0.08, 0.02  # of all articles
HAPPENINGS_A_DAY, TOLD_FOR_DAYS = 3, 5
STORY_DAYS = 30
ACTS = ("killed", "wounded", "shelled", "fired", "attacked", "captured")
OUTLETS = tuple(
    f"{a} {b}" for a in ("Northern", "Lake", "Valley") for b in ("Post", "Wire", "Echo")
)
PLACES = tuple(PlaceRef(f"made-up-{n}", f"Town {n}", f"Country {n % 6}") for n in range(40))
_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "ze")
# as many as texts on one matter may have: of fewer, all articles would seem to be about the same
WORDS = tuple("".join(w) for w in product(_SYLLABLES, _SYLLABLES, _SYLLABLES, ("", "n", "st", "l")))


@dataclass(frozen=True, slots=True)
class Happening:
    """What several articles tell of."""

    kind: Kind
    day: date
    sides: tuple[ActorRef, ...]
    place: PlaceRef
    track: str
    words: tuple[str, ...]


Told = tuple[Kind, Happening | None]  # a kind of entry, and what happened where it is of that


@dataclass(slots=True)
class World:
    """The process that the articles are about, ``a_day`` of them; the same seed gives the same one."""

    process: Process
    a_day: float = 4.0
    seed: int = 7
    _happened: dict[date, tuple[Happening, ...]] = field(default_factory=dict)

    def actors(self) -> tuple[list[ActorRef], list[int]]:
        """Return whom the articles name, the parties and those first in the profile most."""
        chosen = [a for a in self.process.actors if a.kind in (ActorKind.SIDE, ActorKind.PERSON)]
        refs = [ActorRef(a.id, a.name, a.side) for a in chosen[:80]]
        refs += [ActorRef(f"~made-up-{n}", f"Person {n}", None) for n in range(40)]
        weights = [400 // (n + 3) for n in range(len(refs))]
        return refs, list(accumulate(weights))

    def happened(self, day: date) -> tuple[Happening, ...]:
        """Return what happened on a day: on most days little, on some much."""
        if day not in self._happened:
            chance = random.Random(f"{self.seed} {day}")  # noqa: S311 - no secret hangs on it
            number = min(int(chance.expovariate(1 / HAPPENINGS_A_DAY)), 4 * HAPPENINGS_A_DAY)
            self._happened[day] = tuple(self._happening(day, chance) for _ in range(number + 1))
        return self._happened[day]

    def _happening(self, day: date, chance: random.Random) -> Happening:
        kind = chance.choices((Kind.MEETING, Kind.INCIDENT, Kind.AGREEMENT), (5, 8, 1))[0]
        sides = [
            ActorRef(a.id, a.name, a.side) for a in self.process.actors if a.kind is ActorKind.SIDE
        ]
        count = 1 if kind is Kind.INCIDENT else chance.choice((2, 2, 3))
        track = chance.choice(self.process.tracks).id
        story = random.Random(f"{self.seed} {track} {day.toordinal() // STORY_DAYS}")  # noqa: S311
        words = (*story.choices(WORDS, k=4), *chance.choices(WORDS, k=3))
        if kind is Kind.INCIDENT:
            words = (chance.choice(ACTS), *words)
        place = PLACES[int(len(PLACES) * chance.random() ** 3)]
        return Happening(kind, day, tuple(chance.sample(sides[:8], count)), place, track, words)

    def articles(self) -> Iterator[tuple[Document, Reading]]:
        """Yield articles without end, day after day."""
        chance = random.Random(self.seed)  # noqa: S311 - no secret hangs on it
        number, day, due = 0, FIRST_DAY, 0.0
        before: list[Document] = []
        while True:
            due += self.a_day * chance.expovariate(1.0)
            for _ in range(int(due)):
                yield self.article(number, day, chance, before=before)
                number += 1
            due -= int(due)
            day += timedelta(1)

    def article(
        self, number: int, day: date, chance: random.Random, *, before: list[Document] | None = None
    ) -> tuple[Document, Reading]:
        """Make up an article of a day; ``before`` are the latest ones, of which it may be a copy or version."""
        lately = [h for ago in range(TOLD_FOR_DAYS) for h in self.happened(day - timedelta(ago))]
        draft = _Draft(self, day, chance, lately)
        source, text, matter = f"made-up/{number}.txt", None, draft.one_of(lately)
        luck = chance.random()
        if before and luck < COPIES:
            text = f"{draft.sentence()}\n\n{chance.choice(before).text}"
        elif before and luck < COPIES + VERSIONS:
            source = chance.choice(before).source
        told = draft.told()
        sentences = draft.sentences(told)
        document = Document(
            source=source,
            text=text or "\n\n".join(sentences),
            title=" ".join((*matter.words, *chance.choices(WORDS, k=2))).capitalize(),
            outlet=chance.choice(OUTLETS),
            published=DateRange.on(day),
            published_basis="made up",
            language="en",
        )
        if before is not None:
            before[:] = [*before[-40:], document]
        entries = () if text else tuple(draft.entries(document, sentences, told))
        return document, Reading(reader=READER, entries=entries, rejections=LEFT_OUT)


@dataclass(slots=True)
class _Draft:
    """One article in the making."""

    world: World
    day: date
    chance: random.Random
    lately: Sequence[Happening]

    def one_of(self, some: Sequence[Happening]) -> Happening:
        """Choose what is told: some happenings much more often than others."""
        return some[int(len(some) * self.chance.random() ** 2)]

    def told(self) -> list[Told]:
        """Choose what the entries tell."""
        kinds = self.chance.choices(list(KINDS), list(KINDS.values()), k=ENTRIES_IN_ARTICLE)
        by_kind = {kind: [h for h in self.lately if h.kind is kind] for kind in DATED}
        return [(k, self.one_of(by_kind[k]) if by_kind.get(k) else None) for k in kinds]

    def sentence(self, *names: str) -> str:
        """Make up a sentence in which few words are frequent and many are rare."""
        words = [WORDS[int(len(WORDS) * self.chance.random() ** 2)] for _ in range(17)]
        words[3:3] = names
        return " ".join(words).capitalize() + "."

    def sentences(self, told: Sequence[Told]) -> list[str]:
        """Make up the whole text."""
        actors, weights = self.world.actors()
        named = [a.name for a in self.chance.choices(actors, cum_weights=weights, k=len(told))]
        shared = [self.chance.sample(one.words, 3) if one else () for _, one in told]
        telling = [self.sentence(a, *words) for a, words in zip(named, shared, strict=True)]
        return telling + [self.sentence() for _ in range(FILLING)]

    def entries(
        self, document: Document, sentences: Sequence[str], told: Sequence[Told]
    ) -> Iterator[Entry]:
        """Make up the entries of the first sentences."""
        start = 0
        for (kind, one), quote in zip(told, sentences, strict=False):
            passage = Evidence(quote, start, start + len(quote))
            if one is not None:
                yield self._happening(one, passage, document.id)
            elif kind not in DATED:
                yield self._entry(kind, passage, document.id)
            start += len(quote) + 2

    def _entry(self, kind: Kind, passage: Evidence, document: str) -> Entry:
        actors, weights = self.world.actors()
        who = tuple(dict.fromkeys(self.chance.choices(actors, cum_weights=weights, k=2)))
        track = self.chance.choice(self.world.process.tracks).id
        basis: dict[str, Any] = {"document": document, "evidence": (passage,), "tracks": (track,)}
        said_on = self._day(self.day, 0.4)
        match kind:
            case Kind.STATEMENT:
                return Statement(speaker=who[:1], mode=Mode.INDIRECT, said_on=said_on, **basis)
            case Kind.COMMITMENT:
                due = self._day(self.day + timedelta(self.chance.randrange(10, 200)), 0.5)
                return Commitment(by=who[:1], strength=Strength.PLEDGE, due=due, **basis)
            case Kind.DEMAND:
                return Demand(by=who[:1], to=who[1:], said_on=said_on, **basis)
            case Kind.ASSESSMENT:
                return Assessment(
                    by=who[:1], sign=self.chance.choice(list(Sign)), said_on=said_on, **basis
                )
            case Kind.ACCUSATION:
                return Accusation(by=who[:1], to=who[1:], said_on=said_on, **basis)
            case Kind.CONDITION:
                return Condition(
                    said_by=who[:1], gates=(track,), requires_text=passage.quote, **basis
                )
            case _:
                return Refusal(by=who[:1], said_on=said_on, **basis)

    def _happening(self, one: Happening, passage: Evidence, document: str) -> Entry:
        """Tell of something that happened lately, in half of all reports with its day and in few with its place."""
        basis: dict[str, Any] = {"document": document, "evidence": (passage,)}
        placed = self.chance.random() < PLACED[one.kind]
        basis |= {"tracks": (one.track,), "place": one.place if placed else None}
        if one.kind is Kind.INCIDENT:
            by = one.sides if self.chance.random() < BLAMED else ()
            when = self._day_or_month(one.day, one.kind)
            return Incident(status=IncidentStatus.HAPPENED, by=by, date=when, **basis)
        if one.kind is Kind.AGREEMENT:
            return Agreement(by=one.sides, date=self._day_or_month(one.day, one.kind), **basis)
        status = self.chance.choices(*zip(*MEETINGS, strict=True))[0]
        later = 0 if status is MeetingStatus.HELD else self.chance.randrange(2, 20)
        when = self._day_or_month(one.day + timedelta(later), one.kind)
        return Meeting(status=status, participants=one.sides, date=when, **basis)

    def _day_or_month(self, day: date, kind: Kind) -> DateRange | None:
        dated, vague = DATED[kind]
        luck = self.chance.random()
        if luck >= dated + vague:
            return None
        if luck < dated:
            return DateRange.on(day, basis=Basis.WEEKDAY)
        first = day.replace(day=1)
        return DateRange(first, first + timedelta(27), basis=Basis.EXPLICIT)

    def _day(self, day: date, share: float) -> DateRange | None:
        known = self.chance.random() < share
        return DateRange.on(day, basis=Basis.WEEKDAY) if known else None


def build(folder: Path, entries: int, *, a_day: float = 4.0, batch: int = 20_000) -> Ledger:
    """Make a record of about so many entries, its views brought up after each batch of articles."""
    ledger = Ledger.create(folder, PROCESS)
    world = World(ledger.process, a_day=a_day)
    run = begin_run(ledger, program="benchmark", reader=READER)
    articles = world.articles()
    written = 0
    while written < entries:
        for document, reading in islice(articles, batch):
            record_document(ledger, document, reading, run=run)
            written += len(reading.entries)
            if written >= entries:
                break
        refresh(ledger, ledger.process)
    return ledger
