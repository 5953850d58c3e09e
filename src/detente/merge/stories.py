"""Articles to stories: which of them report one piece of news.

An event is what entries tell of, and most news yields entries of few kinds, or words of one speaker of which each
outlet prints others. A story is what headlines and ledes tell, read as words alone: who carries a piece of news,
and with which headline, can be said of it where no two entries can be merged. Stories in this sense are the
clusters of topic detection and tracking (Allan, 2002), of a narrow sort: one piece of news and not its topic.

The features add up as those of reports do. Their weights were fitted to pairs and stories of one day of news and of
the peace news, judged by readers, and to the tuned half of the news clusters (docs/benchmarks.md).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.lexicon.content import RARE
from detente.merge.chronicle import support
from detente.merge.clusters import (
    Clusters,
    Pair,
    Scores,
    Weighing,
    cluster,
    components,
    last_words,
    ordered,
)
from detente.merge.features import JOIN
from detente.merge.growing import Grown, Stored, grow
from detente.merge.reaching import EVER, Reach, key_of, pairs_in_reach
from detente.merge.topics import Topic, known_names, likeness, shared_words, topic_of
from detente.model.event import Comparison, DocumentHead, Judgement, Link
from detente.model.identity import content_id
from detente.model.profile import Process
from detente.model.story import Story

HOLD = 1.9  # mean over the pairs of two clusters
NEAR_DAYS = 2  # news is reported on its day and the next, in a few places a day later
KEYS = 32  # words of an article by which others are sought, those that tell most first
KEYS_SHARED = 2  # by which two articles find each other; of those that are joined 99 in 100 do

PER_LIKENESS = 0.9
MOST_LIKENESS = 2.0  # more comes of what pages have besides the news
PER_HEADLINE = 2.25  # where each tells the whole headline of the other
PER_NEWS = 3.0  # where each tells all of what the other begins with
NO_OWN_WORD = -0.75
PER_DAY = -0.5
FAR_APART = -4.0
DAY_UNKNOWN = -1.5
ONE_OUTLET = -1.1  # what an outlet prints besides is mostly other news
SAME_FURNITURE = -4.0
FURNITURE_LETTERS = 60  # by which two texts begin that are no copies: all pages of the outlet do
COPIED = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class NewsTraits:
    """What of an article counts when it is held against another. ``window``: the days of publication, as ordinals."""

    head: DocumentHead
    topic: Topic
    window: tuple[int, int] | None

    @property
    def id(self) -> str:
        """Return the id of the document."""
        return self.head.id


def words_alike(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Count the words that headline and lede of both have, each by how much it tells."""
    alike = min(likeness(first.topic, second.topic), MOST_LIKENESS)
    words = ", ".join(shared_words(first.topic, second.topic)) or "no telling word"
    return Comparison("words_alike", round(PER_LIKENESS * alike, 2), f"both articles have: {words}")


def headlines_told(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Count how much of its headline each article finds in headline and lede of the other."""
    ours, theirs = first.topic, second.topic
    told = (_share(ours.headline, theirs.weights) + _share(theirs.headline, ours.weights)) / 2
    because = f"{told:.0%} of the headlines is told in the other article"
    return Comparison("headlines_told", round(PER_HEADLINE * told, 2), because) if told else None


def news_told(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Count how much of its headline and first sentence each article finds in the opening of the other."""
    ours, theirs = first.topic, second.topic
    told = (_share(ours.news, theirs.opening) + _share(theirs.news, ours.opening)) / 2
    because = f"{told:.0%} of what each begins with is told in the other's first paragraphs"
    return Comparison("news_told", round(PER_NEWS * told, 2), because) if told else None


def own_words(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Speak against two articles that begin with nothing in common but listed names and everyday words."""
    ours, theirs = first.topic, second.topic
    if any(weight >= RARE and s in theirs.news for s, weight in ours.news.items()):
        return None
    return Comparison(
        "own_words", NO_OWN_WORD, "both begin with no other word but everyday ones and names"
    )


def _share(words: Mapping[str, float], told: Collection[str]) -> float:
    """Return what part of the weight of some words is told."""
    whole = sum(words.values())
    return sum(weight for s, weight in words.items() if s in told) / whole if whole else 0.0


def days_apart(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Speak against articles of other days."""
    ours, theirs = first.window, second.window
    if ours is None or theirs is None:
        return Comparison("day_unknown", DAY_UNKNOWN, "when one was published is not known")
    apart = max(ours[0] - theirs[1], theirs[0] - ours[1], 0)
    if apart > NEAR_DAYS:
        return Comparison("far_apart", FAR_APART, f"published {apart} days apart")
    if max(ours[1] - ours[0], theirs[1] - theirs[0]) > NEAR_DAYS:
        return Comparison("day_unknown", DAY_UNKNOWN, "the day of one is not known exactly")
    return Comparison("days_apart", PER_DAY * apart, f"{apart} days apart") if apart else None


def one_outlet(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Speak against two articles of one outlet."""
    ours, theirs = first.head.outlet, second.head.outlet
    if not ours or not theirs or ours.casefold() != theirs.casefold():
        return None
    copies = first.head.copy_group and first.head.copy_group == second.head.copy_group
    begin = first.head.lede[:FURNITURE_LETTERS]
    if not copies and len(begin) == FURNITURE_LETTERS and second.head.lede.startswith(begin):
        return Comparison("furniture", SAME_FURNITURE, f"all pages of {ours} begin so")
    return Comparison("one_outlet", ONE_OUTLET, f"both of {ours}")


def copied(first: NewsTraits, second: NewsTraits) -> Comparison | None:
    """Support two copies of one text."""
    group = first.head.copy_group
    if not group or group != second.head.copy_group:
        return None
    return Comparison("copied", COPIED, "copies of one text")


FEATURES = (days_apart, one_outlet, copied, words_alike, headlines_told, news_told, own_words)


def compare_news(first: NewsTraits, second: NewsTraits) -> tuple[Comparison, ...]:
    """Return what each feature that has something to say says of two articles."""
    said = (feature(first, second) for feature in FEATURES)
    return tuple(comparison for comparison in said if comparison is not None)


_NEWS: Weighing[NewsTraits] = Weighing(compare_news, lambda _: HOLD)


class Newsroom:
    """Articles with what people judged of them; each is read, and each pair weighed, once."""

    def __init__(
        self, *, judgements: Sequence[Judgement] = (), process: Process | None = None
    ) -> None:
        self.judged = last_words(judgements)
        self._known = known_names(process)
        self._scores = Scores(self.judged, _NEWS)

    def take(self, parts: Iterable[DocumentHead]) -> frozenset[str]:
        """Read articles by headline and lede; return their ids."""
        found = [NewsTraits(head, topic_of(head, self._known), _window(head)) for head in parts]
        for one in found:
            self._scores.take(one)
        return frozenset(one.id for one in found)

    def reaches(self, names: Iterable[str]) -> dict[str, tuple[Reach, ...]]:
        """Return where each article is found and where it seeks."""
        return {one.id: tuple(_reaches(one)) for one in self._scores.traits(sorted(names))}

    def pairs(self, names: Iterable[str]) -> set[Pair]:
        """Return the pairs that find each other, or that a person said are the same."""
        news = self._scores.traits(sorted(names))
        found = pairs_in_reach([tuple(_reaches(one)) for one in news], at_least=KEYS_SHARED)
        among = {one.id for one in news}
        joined = {ordered(news[i].id, news[j].id) for i, j in found}
        return joined | {p for p in self.judged.same if among.issuperset(p)}

    def tied(self, pairs: Iterable[Pair]) -> frozenset[Pair]:
        """Return those pairs that may come together by themselves."""
        return frozenset(p for p in pairs if p in self.judged.same or self._scores.of(p) >= JOIN)

    def wholes(self, names: Iterable[str], pairs: Iterable[Pair]) -> tuple[Story, ...]:
        """Join the articles to stories; one that is by itself is none."""
        parts = components(names, self.tied(pairs))
        found = [story for members, ties in parts for story in self._join(members, ties)]
        return tuple(sorted(found, key=lambda story: story.id))

    def _join(self, members: frozenset[str], ties: Collection[Pair]) -> Iterator[Story]:
        if len(members) == 1:
            return
        clusters = Clusters(members, self.judged)
        cluster(ties, scores=self._scores, clusters=clusters)
        for part, links in clusters.all():
            if len(part) > 1:
                yield self._build(part, links)

    def _build(self, part: frozenset[str], links: tuple[Link, ...]) -> Story:
        news = self._scores.traits(sorted(part))
        known = [one.head.published for one in news if one.head.published]
        starts = [when.start for when in known if when.start]
        ends = [when.end for when in known if when.end]
        return Story(
            id=content_id(sorted(part)),
            title=self._title(news),
            first=min(starts, default=None),
            last=max(ends, default=None),
            support=support(one.head for one in news),
            outlets=tuple(sorted({one.head.outlet for one in news if one.head.outlet})),
            documents=tuple(sorted(part)),
            links=tuple(sorted(links, key=lambda link: (link.first, link.second))),
        )

    def _title(self, news: Sequence[NewsTraits]) -> str | None:
        """Return the headline of the article that is likest to the others; of two such, of the earlier one."""

        def rank(one: NewsTraits) -> tuple[float, int, str]:
            others = (likeness(one.topic, other.topic) for other in news if other is not one)
            return -round(sum(others), 6), one.window[0] if one.window else 0, one.id

        titled = [one for one in news if one.head.title]
        return min(titled, key=rank).head.title if titled else None


def tell_stories(
    articles: Iterable[DocumentHead],
    *,
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> tuple[Story, ...]:
    """Join articles that report one piece of news to stories, by id.

    Pure, and the order of ``articles`` does not matter; that of ``judgements``, which speak of documents,
    does: the last word on a pair counts. Each head needs its ``lede``.
    """
    room = Newsroom(judgements=judgements, process=process)
    names = room.take(articles)
    return room.wholes(names, room.pairs(names))


def tell_into(
    stored: Stored[DocumentHead, Story],
    new: Iterable[DocumentHead],
    *,
    gone: Collection[str] = (),
    judgements: Sequence[Judgement] = (),
    process: Process | None = None,
) -> Grown[Story]:
    """Put new articles to the stored stories; ``gone`` are articles that are no more, or are new again."""
    return grow(stored, Newsroom(judgements=judgements, process=process), new, gone=gone)


def story_reaches(
    articles: Iterable[DocumentHead], *, process: Process | None = None
) -> Mapping[str, tuple[Reach, ...]]:
    """Return where each article is found and where it seeks."""
    room = Newsroom(process=process)
    return room.reaches(room.take(articles))


def _window(head: DocumentHead) -> tuple[int, int] | None:
    when = head.published
    if when is None:
        return None
    first = when.start.toordinal() if when.start else EVER[0]
    return first, when.end.toordinal() if when.end else EVER[1]


def _reaches(one: NewsTraits) -> Iterator[Reach]:
    weights = one.topic.weights
    first, last = one.window or EVER
    for stem in sorted(weights, key=lambda s: (-weights[s], s))[:KEYS]:
        key = key_of("story", stem)
        yield Reach(key, key, first - NEAR_DAYS, last)
