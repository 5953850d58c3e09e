"""Outlets that a text names as its sources: "the Times of Israel" is not Israel."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from detente.annotate.draft import Draft
from detente.annotate.names import words_of
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.identity import slug
from detente.model.profile import Process

_Names = Mapping[tuple[str, ...], list[tuple[str, ...]]]
# An outlet of one word ("Time", "Axios") is as soon another thing, unless it is written in capitals: "SANA".
_FEWEST_WORDS = 2
# the kinds of outlet that report; a ministry or a think tank that publishes is an actor
_REPORT = frozenset({"agency", "aggregator", "broadcaster", "magazine", "newspaper", "website"})
# what else a kind of outlet is called
_CALLED = {
    "broadcaster": ("channel", "network"),
    "newspaper": ("paper", "daily"),
    "website": ("site",),
}
# "The Tasnim news agency": these words end the name of an agency that the profile lists without them
_ENDINGS = (("news", "agency"), ("news",))


def add_outlets(draft: Draft) -> None:
    """Add a mention for each outlet of the profile named in the text, by the words that name it there."""
    for first, last in _found(draft):
        name = draft.words(first, last)
        ref = ActorRef(f"~{slug(name)}", name)
        draft.cover(Mention(MentionKind.SIDE, first, last, (ref,)))


def is_outlet(draft: Draft, mention: Mention) -> bool:
    """Say whether a mention is an outlet of the profile."""
    words = tuple(w for t in draft.tokens[mention.first : mention.last] for w in words_of(t.text))
    return words in _names(draft.process).get(words[:2], ())


def kinds_of_outlet(draft: Draft, mention: Mention) -> tuple[str, ...]:
    """Return the words by which an outlet is meant after it was named: "the broadcaster", "the newspaper"."""
    words = tuple(w for t in draft.tokens[mention.first : mention.last] for w in words_of(t.text))
    kind = _kinds(draft.process).get(words)
    return ("outlet", kind, *_CALLED.get(kind, ())) if kind in _REPORT else ()


@lru_cache(maxsize=8)
def _kinds(process: Process) -> Mapping[tuple[str, ...], str]:
    found = ((o, words_of(name)) for o in process.outlets for name in o.names)
    return {words: outlet.kind for outlet, words in found}


def _found(draft: Draft) -> Iterator[tuple[int, int]]:
    names, firsts = _names(draft.process), _first_words(draft.process)
    behind = 0
    for token in draft.tokens:
        if token.i < behind or not token.text[0].isupper() or token.text.casefold() not in firsts:
            continue
        if last := _end_of_name(draft, names, token.i):
            yield token.i, last
            behind = last


def _end_of_name(draft: Draft, names: _Names, first: int) -> int | None:
    """Return where the longest name ends that begins at a token."""
    # the two first words are looked up as they stand: few tokens begin an outlet's name
    head = tuple(t.text.casefold() for t in draft.tokens[first : first + 2])
    for name in (*names.get(head, ()), *names.get(head[:1], ())):
        tokens = draft.tokens[first : first + len(name)]
        told = tuple(w for t in tokens for w in words_of(t.text))
        named = told == name and _is_capital(tokens)
        if named and (len(name) >= _FEWEST_WORDS or tokens[0].text.isupper()):
            return first + len(name)
    return None


def _is_capital(tokens: Sequence[Token]) -> bool:
    """Say whether a name is written as one: "the diplomat" is no magazine, "the Tasnim news agency" is an agency."""
    endings = {word for ending in _ENDINGS for word in ending}
    own = [t for t in tokens if t.text.casefold() not in endings] or list(tokens)
    return not own[-1].text[0].islower()


@lru_cache(maxsize=8)
def _first_words(process: Process) -> frozenset[str]:
    return frozenset(words[0] for words in _names(process))


@lru_cache(maxsize=8)
def _names(process: Process) -> _Names:
    """Return the names of a profile's outlets by their first two words, the longest first."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    sides = {words_of(name) for actor in process.actors for name in actor.names}
    for outlet in (o for o in process.outlets if o.kind in _REPORT):
        for name in outlet.names:
            words = words_of(name)
            for whole in (words, *((*words, *ending) for ending in _ENDINGS)):
                if whole and whole not in sides and (len(whole) >= _FEWEST_WORDS or name.isupper()):
                    found.setdefault(whole[:2], []).append(whole)
    for names in found.values():
        names.sort(key=len, reverse=True)
    return found
