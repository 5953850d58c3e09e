"""The words by which an article names the actors, places and acts of an event; with the profile, without syntax."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from detente.lexicon import load_table
from detente.model.entry import ActorRef, Kind, PlaceRef
from detente.model.profile import ActorKind, Process
from detente.query.surface import (
    NameFinder,
    Phrases,
    Spot,
    lexicon_spots,
    spot,
    spots,
)

LONGEST_LABEL = 3  # words after an adjective: "Armenian sabotage groups"
LONGEST_TITLE = 4  # words before a name: "Azerbaijani First Vice President"

# By kind of event: the table and its groups whose words are the act itself.
ACTS: Mapping[Kind, tuple[str, tuple[str, ...]]] = {
    Kind.MEETING: ("meetings", ("noun", "meet", "put off", "call off")),
    Kind.INCIDENT: (
        "incidents",
        (
            *(
                "assault",
                "fight",
                "kill",
                "seize",
                "mobilize",
                "close",
                "expel",
                "detain",
                "destroy",
            ),
            *("violate", "protest", "sanction", "relief", "noun", "outbreak"),
            *("protest noun", "closure noun", "sanction noun", "relief noun"),
        ),
    ),
    Kind.AGREEMENT: ("stance", ("deal noun", "reached")),
    Kind.COMMITMENT: ("stance", ("pledge verb", "readiness verb", "hope verb", "pledge noun")),
}
# Groups of the table of people whose words stand before a name as its title.
TITLES = (
    *("president", "vice president", "prime minister", "deputy prime minister", "foreign minister"),
    *("secretary of state", "defence minister", "security council secretary", "secretary-general"),
    *("spokesperson", "envoy", "minister", "secretary", "leader", "rank", "honorific"),
)


class EventNames:
    """Tells which words of an article mean which actor or place of one event."""

    def __init__(
        self, process: Process, actors: Iterable[ActorRef], places: Iterable[PlaceRef]
    ) -> None:
        self._process = process
        self.actors = tuple({a.id: a for a in actors}.values())
        taken = {a.id for a in self.actors}  # a land that acts is told as an actor
        self.places = tuple({p.id: p for p in places if p.id not in taken}.values())
        self._finder = NameFinder(
            (
                *profile_names(process),
                *((a.name, f"actor:{a.id}") for a in self.actors if not a.listed),
                *((p.name, f"place:{p.id}") for p in self.places),
            )
        )
        self._stands_for = dict(self._links())
        adjectives = (word for a in process.actors for word in a.adjectives)
        self._titles = _title_words() | {word.casefold() for word in adjectives}

    def _links(self) -> Iterator[tuple[str, ActorRef]]:
        """Yield which names stand for which actor of the event; the actor's own come last and win."""
        mine = {p.id for p in self.places}
        for ref in self.actors:
            if ref.side == ref.name:
                yield from (
                    (f"actor:{a.id}", ref)
                    for a in self._process.actors
                    if a.kind is ActorKind.BODY and a.side == ref.name
                )
                yield from (
                    (f"place:{p.id}", ref)
                    for p in self._process.places
                    if p.seat_of == ref.id and p.id not in mine
                )
            yield f"adjective:{ref.id}", ref
            yield f"actor:{ref.id}", ref

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[ActorRef | PlaceRef, Spot]]:
        """Yield the actors and places of the event that a part of a text names, with the words."""
        places = {f"place:{p.id}": p for p in self.places}
        names = list(self._finder.find(text, start, end))
        titled = [self._with_title(text, found, start) for found, ids in names if _is_actor(ids)]
        for found, ids in names:
            place = next((places[name] for name in sorted(ids) if name in places), None)
            actor = next((self._stands_for[n] for n in sorted(ids) if n in self._stands_for), None)
            if actor and _is_actor(ids):
                yield actor, self._with_title(text, found, start)
            elif actor and _is_seat(ids):
                if not _is_where(text, found, start):
                    yield actor, found
            elif actor and not any(t.start <= found.start < t.end for t in titled):
                label = _with_label(text, found, end)
                if label.words.split()[-1].casefold() not in load_table("matter")["of the land"]:
                    yield actor, label
            if place:
                yield place, found

    def _with_title(self, text: str, name: Spot, start: int) -> Spot:
        """Add the titles that stand before a name, and whose they are: "Norlander Prime Minister Ana Ruiz"."""
        first = name.start
        for word in reversed(spots(text, start, name.start)[-LONGEST_TITLE:]):
            small = word.words.casefold()
            if text[word.end : first].strip(" -") or small not in self._titles:
                break
            first = word.start
        return spot(text, first, name.end)


@lru_cache(maxsize=8)
def profile_names(process: Process) -> tuple[tuple[str, str], ...]:
    """Return every name of a profile with what it stands for."""
    found: list[tuple[str, str]] = []
    for actor in process.actors:
        found += [(name, f"actor:{actor.id}") for name in actor.names]
        found += [(word, f"adjective:{actor.id}") for word in actor.adjectives]
        if actor.kind is ActorKind.PERSON:
            found += [(name.split()[-1], f"actor:{actor.id}") for name in actor.names]
    for place in process.places:
        found += [(name, f"place:{place.id}") for name in place.names]
    return tuple(found)


def _with_label(text: str, adjective: Spot, end: int) -> Spot:
    """Add what an adjective of a side stands before: "Armenian" in "Armenian sabotage groups"."""
    last = adjective.end
    for word in spots(text, adjective.end, end)[:LONGEST_LABEL]:
        small = word.words.casefold()
        if text[last : word.start].strip(" -") or small in _small_words() or _is_verb(small):
            break
        last = word.end
        if small.endswith("s") and not small.endswith("ss"):
            break
    return spot(text, adjective.start, last)


def _is_actor(ids: frozenset[str]) -> bool:
    return any(name.startswith("actor:") for name in ids)


def _is_seat(ids: frozenset[str]) -> bool:
    return all(name.startswith("place:") for name in ids)


def _is_where(text: str, place: Spot, start: int) -> bool:
    """Say whether a seat of government is told as the place: "in Baku" and not "Baku said"."""
    before = spots(text, start, place.start)[-1:]
    return any(word.words.casefold() in load_table("matter")["where"] for word in before)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or load_table("irregular").find(word) is not None


@cache
def _small_words() -> frozenset[str]:
    table = load_table("matter")
    return table["function"].words | table["where"].words


@cache
def _title_words() -> frozenset[str]:
    """Return the words that titles are made of."""
    groups = load_table("people").groups
    words = {w for name in TITLES for w in groups[name].words}
    words |= {w for name in TITLES for phrase in groups[name].phrases for w in phrase}
    return frozenset(words - _small_words() - {"-"})


def acts(kind: Kind, text: str, start: int, end: int) -> Iterator[Spot]:
    """Yield the words of a passage that are the act of an event of this kind."""
    if kind in ACTS:
        words, phrases = _words_of(*ACTS[kind])
        last: Spot | None = None
        for found in lexicon_spots(text, start, end, words, phrases):
            if found.words.casefold() in load_table("matter")["quality"]:
                continue
            if last and text[last.end : found.start] == " ":
                found = spot(text, last.start, found.end)  # "shot down"
            elif last:
                yield last
            last = found
        if last:
            yield last


def sayings(text: str, start: int, end: int) -> Iterator[Spot]:
    """Yield the words of a sentence by which it says that somebody says something."""
    words, phrases = _words_of("speech", ("say",))
    more: Phrases = {**phrases, "according": (("according", "to"),)}
    for found in lexicon_spots(text, start, end, words, more):
        # a bare form is as often a noun: "a call", "the state"
        if found.words.islower() and (found.words == "say" or found.words not in words):
            yield found


@cache
def _words_of(table: str, groups: tuple[str, ...]) -> tuple[frozenset[str], Phrases]:
    found = [load_table(table)[name] for name in groups]
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for group in found:
        for phrase in group.phrases:
            phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
    return frozenset().union(*(group.words for group in found)), phrases


def contested(process: Process, text: str, start: int, end: int) -> Iterator[tuple[str, str, Spot]]:
    """Yield the contested terms of a part of a text: the thing, who uses the word by the profile, the word."""
    for term in process.contested:
        finder = NameFinder(((word, user) for word, user in term.terms), any_case=True)
        for found, users in finder.find(text, start, end):
            yield term.thing, ", ".join(sorted(users)), found


def other_names(process: Process, place: PlaceRef) -> tuple[tuple[str, str], ...]:
    """Return the words that the sides have for a place, by the profile's contested terms, with who uses them."""
    names = next((p.names for p in process.places if p.id == place.id), (place.name,))
    called = {name.casefold() for name in names}
    return tuple(
        pair
        for term in process.contested
        if any(word.casefold() in called for word, _ in term.terms)
        for pair in term.terms
    )
