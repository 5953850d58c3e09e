"""What an article is about: the words of its headline and its beginning, each by how much it tells.

Two articles are compared by these two alone, and never by how rare a word is in the record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from detente.lexicon.content import RARE, stems, weigh, weight_of
from detente.model.event import LEDE_LETTERS, DocumentHead
from detente.model.profile import Process

KNOWN = 0.5  # a name that the profile or the atlas lists stands in many articles
IN_HEADLINE = 2.0  # times the weight, where both headlines have the word
FIRST_LETTERS = 120  # stand for the headline of an article that has none
NEWS_LETTERS = 250  # a first sentence, or the caption before it and its beginning
OPENING_LETTERS = 600
PROMINENT = 8  # rare words of an article by which others on the same are sought
SHOWN = 5  # words that a reason names
OF_THE_NEWS = 0.5  # weight of the words of headline and lede that a passage on the news has
_REMEMBERED = 4096  # articles
_COMPARED = 32_768  # pairs of articles: each has several reports that are held against each other


@dataclass(frozen=True, slots=True, eq=False)  # an article has one, known by itself
class Topic:
    """The stems of headline and lede with their weights, and a word for each; ``size`` is the sum of the weights.

    ``headline`` are those of the headline, each by what it weighs in a text; of an article without one those of its
    first words. ``news`` are these with the first sentence or so, which tell what is new; ``opening`` those of
    the first paragraphs, in which another article would tell the same.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    size: float = 0.0
    headline: Mapping[str, float] = field(default_factory=dict)
    news: Mapping[str, float] = field(default_factory=dict)
    opening: frozenset[str] = field(default=frozenset())


def topic_of(head: DocumentHead, known: frozenset[str]) -> Topic:
    """Read headline and lede; ``known`` are the stems of listed names."""
    return _topic(head.title or "", head.lede, known)


@lru_cache(_REMEMBERED)
def _topic(title: str, lede: str, known: frozenset[str]) -> Topic:
    def weight(one: str) -> float:
        return min(weight_of(one), KNOWN if one in known else RARE)

    ours, theirs = stems(title), stems(lede)
    weights = {s: IN_HEADLINE * weight(s) for s in ours}
    for s in theirs:
        weights.setdefault(s, weight(s))
    words = {**theirs, **ours}
    headline = {s: weight(s) for s in ours or stems(_whole_words(lede, FIRST_LETTERS))}
    news = {s: weight(s) for s in (*ours, *stems(_whole_words(lede, NEWS_LETTERS)))}
    return Topic(
        weights=MappingProxyType(weights),
        words=MappingProxyType(words),
        size=sum(weights.values()),
        headline=MappingProxyType(headline),
        news=MappingProxyType(news),
        opening=frozenset((*ours, *stems(_whole_words(lede, OPENING_LETTERS)))),
    )


def _whole_words(text: str, letters: int) -> str:
    """Return the beginning of a text without the word that the cut goes through; of one long run nothing."""
    if len(text) <= letters:
        return text
    return text[:letters].rpartition(" ")[0]


@lru_cache(_COMPARED)
def likeness(first: Topic, second: Topic) -> float:
    """Return how much two articles are about one thing: about 1 and more where they tell the same news."""
    ours, theirs = first.weights, second.weights
    least = min(first.size, second.size)
    shared = sum([min(ours[s], theirs[s]) for s in sorted(ours.keys() & theirs.keys())])
    return float(shared / least**0.5) if least else 0.0


@lru_cache(_COMPARED)
def shared_words(first: Topic, second: Topic) -> tuple[str, ...]:
    """Return the words that tell most of what both articles are about."""
    ours, theirs = first.weights, second.weights
    shared = [(-min(ours[s], theirs[s]), s) for s in ours.keys() & theirs.keys()]
    return tuple(first.words[s] for _, s in sorted(shared)[:SHOWN])


def prominent(topic: Topic) -> tuple[str, ...]:
    """Return the stems that tell most of an article: those of the headline first, then as they come."""
    weights = topic.weights
    telling = [s for s, weight in weights.items() if weight >= RARE]
    return tuple(sorted(telling, key=lambda s: -weights[s])[:PROMINENT])


def tells_news(head: DocumentHead, at: int, passage: Iterable[str], known: frozenset[str]) -> bool:
    """Say whether a passage that begins ``at`` this letter tells what its article is about, by its stems."""
    if at < LEDE_LETTERS or not head.title:
        return True
    news = stems(f"{head.title} {head.lede}")
    return weigh(s for s in passage if s in news and s not in known) >= OF_THE_NEWS


def known_names(process: Process | None) -> frozenset[str]:
    """Return the stems of the names that the profile and the atlas list."""
    if process is None:
        return frozenset()
    names = [n for a in process.actors for n in (*a.names, *a.adjectives)]
    names += [n for p in process.places for n in p.names]
    return frozenset(s for name in names for s in stems(name))
