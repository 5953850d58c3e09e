"""The words of one report that matter to its event, each with its place in the article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.model.entry import ActorRef, Actors, PlaceRef, Statement
from detente.model.event import DocumentHead, Event
from detente.model.profile import Process
from detente.query.outlet_words import EventNames, acts, contested, sayings
from detente.query.results import RecordedEntry
from detente.query.surface import Spot, sentence_around
from detente.query.utterances import voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words of an article, with their place in its stored text, or in its headline."""

    words: str
    document: str
    start: int
    end: int
    in_headline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How an outlet names one actor or place of the event.

    ``contested``: what the sides call the place, each word with who uses it by the profile.
    """

    of: ActorRef | PlaceRef
    terms: tuple[Term, ...]
    contested: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedUse:
    """A contested term where it stands. ``used_by`` is what the profile says.

    ``voice``: who speaks there; nobody where the record has no speaker of these words.
    """

    thing: str
    used_by: str
    term: Term
    voice: Actors


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the words of an event are found in, and with. ``statements`` are by document."""

    process: Process
    event: Event
    texts: Mapping[str, str]
    statements: Mapping[str, Sequence[Statement]]


class ReportWords:
    """The words of one report that matter to the event, in the sentences of its passage."""

    def __init__(self, material: Material, names: EventNames, report: RecordedEntry) -> None:
        text = material.texts[report.document.id]
        self._process, self._event = material.process, material.event
        self._report, self._text = report, text
        self._statements = material.statements.get(report.document.id, ())
        passages = [(e.start, e.end) for e in report.entry.evidence]
        self._passages = passages
        self._sentences = list(dict.fromkeys(sentence_around(text, *p) for p in passages))
        self.named = [
            (of, self._term(spot))
            for start, end in self._sentences
            for of, spot in names.find(text, start, end)
        ]

    def _term(self, spot: Spot) -> Term:
        document = self._report.document.id
        return Term(words=spot.words, document=document, start=spot.start, end=spot.end)

    def acts(self) -> Iterator[Term]:
        """Yield the words for the act, from the passage itself."""
        for start, end in self._passages:
            yield from map(self._term, acts(self._event.kind, self._text, start, end))

    def sayings(self) -> Iterator[Term]:
        """Yield the words of attribution, where somebody stands behind the report."""
        for start, end in self._sentences if voice(self._report.entry) else ():
            for spot in sayings(self._text, start, end):
                if not any(first <= spot.start < last for first, last in self._passages):
                    yield self._term(spot)

    def contested(self) -> Iterator[ContestedUse]:
        """Yield the contested terms, with who speaks where they stand."""
        for start, end in self._sentences:
            for thing, users, spot in contested(self._process, self._text, start, end):
                yield ContestedUse(
                    thing=thing, used_by=users, term=self._term(spot), voice=self._voice(spot)
                )

    def _voice(self, spot: Spot) -> Actors:
        """Return who says these words: the speaker of the shortest statement that holds them."""
        holding = [
            (e.end - e.start, statement.speaker)
            for statement in self._statements
            for e in statement.evidence
            if e.start <= spot.start and spot.end <= e.end
        ]
        return min(holding, key=lambda pair: pair[0])[1] if holding else ()


def in_headline(process: Process, head: DocumentHead) -> Iterator[ContestedUse]:
    """Yield the contested terms of a headline."""
    title = head.title or ""
    for thing, users, found in contested(process, title, 0, len(title)):
        term = Term(
            words=found.words,
            document=head.id,
            start=found.start,
            end=found.end,
            in_headline=True,
        )
        yield ContestedUse(thing=thing, used_by=users, term=term, voice=())


def namings(
    them: Sequence[ActorRef | PlaceRef], found: Sequence[ReportWords]
) -> tuple[Naming, ...]:
    """Gather the words for each of them, an outlet's words once."""
    gathered = (
        (one, once(term for words in found for of, term in words.named if of == one))
        for one in them
    )
    return tuple(Naming(of=one, terms=terms) for one, terms in gathered if terms)


def once_each(uses: Iterable[ContestedUse]) -> tuple[ContestedUse, ...]:
    """Keep the first use of a word by a voice."""
    first: dict[tuple[object, ...], ContestedUse] = {}
    for use in uses:
        key = (use.thing, use.term.words.casefold(), use.term.in_headline, use.voice)
        first.setdefault(key, use)
    return tuple(first.values())


def once(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Keep the first of terms of the same words."""
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(term.words.casefold(), term)
    return tuple(first.values())
