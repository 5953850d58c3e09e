"""Outlets that a text names as its sources: "the Times of Israel" is not Israel."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from detente.annotate.draft import Draft
from detente.annotate.names import words_of
from detente.model.annotation import Mention, MentionKind
from detente.model.entry import ActorRef
from detente.model.identity import slug
from detente.model.profile import Process

# An outlet of one word ("Time", "Axios") is as soon another thing, unless it is written in capitals: "SANA".
_FEWEST_WORDS = 2
# the kinds of outlet that report; a ministry or a think tank that publishes is an actor
_REPORT = frozenset({"agency", "aggregator", "broadcaster", "magazine", "newspaper", "website"})
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
    words = [w for t in draft.tokens[mention.first : mention.last] for w in words_of(t.text)]
    return bool(words) and tuple(words) in _names(draft.process).get(words[0], ())


def _found(draft: Draft) -> Iterator[tuple[int, int]]:
    names = _names(draft.process)
    words = [words_of(t.text) for t in draft.tokens]
    i = 0
    while i < len(words):
        last = _end_of_name(draft, names, words, i)
        if last:
            yield i, last
        i = last or i + 1


def _end_of_name(
    draft: Draft,
    names: Mapping[str, list[tuple[str, ...]]],
    words: list[tuple[str, ...]],
    first: int,
) -> int | None:
    """Return where the longest name that begins at a token ends."""
    if not words[first] or not draft.tokens[first].text[0].isupper():
        return None
    for name in names.get(words[first][0], ()):
        end = first + len(name)
        here = tuple(w for ws in words[first:end] for w in ws)
        if here != name or not draft.tokens[end - 1].text[0].isalpha():
            continue
        if len(name) >= _FEWEST_WORDS or draft.tokens[first].text.isupper():
            return end
    return None


@lru_cache(maxsize=8)
def _names(process: Process) -> Mapping[str, list[tuple[str, ...]]]:
    """Return the names of a profile's outlets by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    sides = {words_of(name) for actor in process.actors for name in actor.names}
    for outlet in (o for o in process.outlets if o.kind in _REPORT):
        for name in outlet.names:
            words = words_of(name)
            for whole in (words, *((*words, *ending) for ending in _ENDINGS)):
                if whole and whole not in sides and (len(whole) >= _FEWEST_WORDS or name.isupper()):
                    found.setdefault(whole[0], []).append(whole)
    for names in found.values():
        names.sort(key=len, reverse=True)
    return found
