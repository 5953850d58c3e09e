"""Names of the profile in a text: persons, sides, bodies, places, in every spelling."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from detente.model.annotation import Token
from detente.model.entry import ActorRef, PlaceRef
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind, Place, Process

# Letters that no Unicode decomposition turns into the plain ones that outlets write for them.
_PLAIN = str.maketrans("ıəøłđßþ", "iaoldst")
_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ](?=\w)")
_JOINERS = {"-", "'", "'s", "’s", "’", "‘"}
_SHORTEST_SURNAME = 4
_MOST_WORDS = 65_536
# short forms that are common words unless they are written in capitals: the health agency
_WORDS = frozenset({"who"})


def plain(word: str) -> str:
    """Write a word as names are compared: case and accents off."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold()).translate(_PLAIN)
    return "".join(c for c in letters if not unicodedata.combining(c))


@lru_cache(maxsize=_MOST_WORDS)  # the same words come again and again
def words_of(name: str) -> tuple[str, ...]:
    """Split a name into the words by which it is looked up; "'s" is no part of it."""
    letters = _APOSTROPHE.sub("", _POSSESSIVE.sub("", plain(name))).replace(".", "")
    spaced = "".join(c if c.isalnum() else " " for c in letters)
    return tuple(spaced.split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name can mean. ``surname``: a person's last name alone; ``adjective``: "Armenian"."""

    actor: Actor | None = None
    place: Place | None = None
    surname: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A name found at tokens ``first`` to ``last`` (exclusive), with all that it can mean."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True)
class NameIndex:
    """Every name of a profile, by its words."""

    names: dict[tuple[str, ...], tuple[Meaning, ...]]
    first_words: dict[str, int] = field(repr=False)  # word -> length of the longest name it begins
    uncapped: frozenset[str] = field(repr=False)  # first words of names written in lower case
    actors: dict[str, Actor] = field(repr=False)
    by_name: dict[str, Actor] = field(repr=False)

    @classmethod
    def of(cls, process: Process) -> "NameIndex":
        """Build the index of a profile."""
        names: defaultdict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        for words, meaning in _meanings(process):
            if words and meaning not in names[words]:
                names[words].append(meaning)
        longest: dict[str, int] = {}
        for words in names:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return cls(
            {w: tuple(m) for w, m in names.items()},
            longest,
            frozenset(words_of(n)[0] for a in process.actors for n in a.names if n[:1].islower()),
            {a.id: a for a in process.actors},
            {plain(a.name): a for a in process.actors},
        )

    def side(self, actor: Actor) -> Actor | None:
        """Return the side that an actor belongs to."""
        return self.by_name.get(plain(actor.side)) if actor.side else None

    def find(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Find names from left to right, the longest first. Joiners inside a name are passed over."""
        begins = self._begins
        behind = 0
        for token in tokens:
            if token.i >= behind and begins[token.text] and (match := self._at(tokens, token.i)):
                yield match
                behind = match.last

    @cached_property
    def _begins(self) -> "_Begins":
        return _Begins(self)

    def _at(self, tokens: Sequence[Token], i: int) -> Match | None:
        first = words_of(tokens[i].text)
        words: tuple[str, ...] = ()
        best: Match | None = None
        for j in range(i, min(len(tokens), i + 2 * self.first_words[first[0]] + 1)):
            if tokens[j].text in _JOINERS or tokens[j].text == ".":
                continue
            more = words_of(tokens[j].text)
            words = (*words, *more)
            if more and words in self.names:  # a comma or bracket ends no name
                best = Match(i, j + 1, self.names[words])
        return best


class _Begins(dict[str, bool]):
    """Whether a word can begin a name of an index; each word is asked about once."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        first = words_of(word)[:1]
        known = bool(first) and first[0] in self._index.first_words
        self[word] = known and (_could_be_name(word) or first[0] in self._index.uncapped)
        return self[word]


@lru_cache(maxsize=8)
def index_of(process: Process) -> NameIndex:
    """Build the index of a profile once for all articles that are read with it."""
    return NameIndex.of(process)


def _could_be_name(word: str) -> bool:
    # "US" is a side, "us" is not: a name is written with a capital, or its script has no case.
    if word.lower() in _WORDS and not word.isupper():
        return False
    return word[0].isupper() or not word[0].islower() or word.isdigit()


def _meanings(process: Process) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    for actor in process.actors:
        for name in actor.names:
            yield words_of(name), Meaning(actor=actor)
        for adjective in actor.adjectives:
            yield words_of(adjective), Meaning(actor=actor, adjective=True)
        if actor.kind is ActorKind.PERSON:
            for surname in _surnames(actor.names):
                yield (surname,), Meaning(actor=actor, surname=True)
    for place in process.places:
        for name in place.names:
            yield words_of(name), Meaning(place=place)


def _surnames(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        words = words_of(name)
        if len(words) > 1 and len(words[-1]) >= _SHORTEST_SURNAME:
            yield words[-1]


def actor_ref(actor: Actor) -> ActorRef:
    """Refer to an actor of the profile."""
    return ActorRef(actor.id, actor.name, actor.side)


def unlisted(text: str, *, side: str | None = None) -> ActorRef:
    """Refer to an actor that the profile does not list."""
    return ActorRef(f"~{slug(text)}", text, side)


def place_ref(place: Place) -> PlaceRef:
    """Refer to a place of the profile."""
    return PlaceRef(place.id, place.name, place.country, place.lat, place.lon)
