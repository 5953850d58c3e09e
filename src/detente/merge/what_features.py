"""Features on what is told: the articles, the act, the figures and the words.

The weights were tuned on ECB+ train and dev and on one half of the news clusters (evals/).
"""

from collections.abc import Iterable

from detente.lexicon.content import weigh
from detente.merge.topics import likeness, shared_words
from detente.merge.traits import Traits
from detente.model.entry import Figure, Incident, Kind
from detente.model.event import Comparison

# likeness of two articles, at least -> weight
ARTICLES = ((2.0, 4.0), (1.5, 3.5), (1.1, 2.5), (0.9, 1.5), (0.7, 0.5))
# talks of one process are told in like articles, week after week: days and sides tell them apart
ARTICLES_ON_TALKS = ((1.5, 1.5), (1.1, 1.0), (0.9, 0.5))
ARTICLES_FAR_APART = ((2.0, 3.0), (1.5, 2.5), (1.1, 1.0), (0.9, 0.5))
IN_PASSING = 3.0  # the most that like articles tell of an act that is not what either is about
NEWS_DAYS = 3  # a war is told of in like articles, too; only those of near days tell the same news
# less than that -> weight; of articles that tell enough to be held against each other
UNLIKE = ((0.35, -3.5), (0.5, -2.5), (0.7, -1.0))
UNLIKE_ON_TALKS = ((0.35, -2.5), (0.5, -1.5))
ENOUGH = 5.0

SAME_ACT = 1.5
LIKE_ACT = 0.0
OTHER_ACT = -1.5

SAME_FIGURE = 1.0
OTHER_FIGURE = -0.5
FAR_COUNTS = -2.0  # a toll seldom doubles between two articles; another battle has another toll
TWO_COUNTS = -3.5  # of one thing in one text, by one voice
ABOUT = 0.1  # "nearly 1,200" and "1,139" may be one count

# weight of the words of the other's headline that each passage has, at least -> weight
HEADLINES = ((2.0, 2.0), (1.0, 1.5), (0.5, 1.0))

# weight of the words that both passages have and no list of names holds, at least -> weight
NO_WORD_SHARED = -1.5
NO_WORD_IN_ONE_TEXT = (
    -2.5
)  # its writer calls one thing by one word, or says "it", which nothing is read in
NO_WORD_IN_A_WAR = -2.5  # the parties of a process do many a deed on one day of war
PASSAGES = ((3.0, 2.0), (2.0, 1.5), (1.0, 0.75))


def articles_alike(first: Traits, second: Traits) -> Comparison | None:
    """Support two reports whose articles are about one thing, speak against those of others."""
    if _in_one_text(first, second) or _deeds_of_a_war(first, second):
        return None
    alike = likeness(first.topic, second.topic)
    unlike = UNLIKE if first.kind is Kind.INCIDENT else UNLIKE_ON_TALKS
    weight = next((w for least, w in _likeness_counts(first, second) if alike >= least), None)
    if weight is None and min(first.topic.size, second.topic.size) >= ENOUGH:
        weight = next((w for most, w in unlike if alike < most), None)
    if weight is None:
        return None
    if first.kind is Kind.INCIDENT and not (first.news and second.news):
        weight = min(weight, IN_PASSING)
    words = ", ".join(shared_words(first.topic, second.topic)) or "no telling word"
    return Comparison("articles_alike", weight, f"the articles share: {words}")


def _likeness_counts(first: Traits, second: Traits) -> tuple[tuple[float, float], ...]:
    """Return what the likeness of the two articles counts for."""
    near = _told_near(first, second)
    if first.kind is Kind.INCIDENT:
        return ARTICLES if near else ARTICLES_FAR_APART
    return () if first.kind is Kind.AGREEMENT and not near else ARTICLES_ON_TALKS


def _told_near(first: Traits, second: Traits) -> bool:
    """Say whether both articles are of near days, as far as is known."""
    ours, theirs = first.published, second.published
    return ours is None or theirs is None or abs(ours - theirs) <= NEWS_DAYS


def headlines(first: Traits, second: Traits) -> Comparison | None:
    """Support two passages each of which tells what stands in the headline of the other."""
    if _in_one_text(first, second):
        return None
    ours = [s for s in first.said if s in second.headline]
    theirs = [s for s in second.said if s in first.headline]
    least = min(weigh(ours), weigh(theirs))
    weight = next((w for limit, w in HEADLINES if least >= limit), None)
    if weight is None:
        return None
    words = ", ".join(sorted({*(first.said[s] for s in ours), *(second.said[s] for s in theirs)}))
    return Comparison("headlines", weight, f"each has of the other's headline: {words}")


def acts(first: Traits, second: Traits) -> Comparison | None:
    """Compare by what words two incidents are told: killed and killed, killed and arrested."""
    if first.kind is not Kind.INCIDENT or not first.acts or not second.acts:
        return None
    because = f"act: {_list(first.acts.keys())} / {_list(second.acts.keys())}"
    if first.acts.keys() & second.acts.keys():
        return Comparison("acts", SAME_ACT, because)
    like = not set(first.acts.values()).isdisjoint(second.acts.values())
    return Comparison("acts", LIKE_ACT if like else OTHER_ACT, because)


def figures(first: Traits, second: Traits) -> Comparison | None:
    """Compare how many of what two incidents count."""
    ours, theirs = first.report.entry, second.report.entry
    if not isinstance(ours, Incident) or not isinstance(theirs, Incident):
        return None
    pairs = [(a, b) for a in ours.figures for b in theirs.figures if a.what == b.what]
    if not pairs:
        return None
    because = f"figures: {_counts(ours.figures)} / {_counts(theirs.figures)}"
    if any(_count(a) == _count(b) for a, b in pairs):
        return Comparison("figures", SAME_FIGURE, because)
    if _in_one_text(first, second) and all(_are_two(a, b) for a, b in pairs):
        return Comparison("figures", TWO_COUNTS, because)
    if all(_are_far(a, b) for a, b in pairs) and not _on_one_day(first, second):
        return Comparison("figures", FAR_COUNTS, because)
    return Comparison("figures", OTHER_FIGURE, because)


def _count(figure: Figure) -> int:
    return figure.low or figure.high or 0


def _are_two(one: Figure, other: Figure) -> bool:
    """Say whether one voice counts two numbers that do not come near each other."""
    least, most = sorted((_count(one), _count(other)))
    return one.by == other.by and most - least > ABOUT * most


def _are_far(one: Figure, other: Figure) -> bool:
    return 2 * min(_count(one), _count(other)) < max(_count(one), _count(other))


def _on_one_day(first: Traits, second: Traits) -> bool:
    """Say whether both name the same day: a first count can be far from the last."""
    return first.first is not None and (first.first, first.last) == (second.first, second.last)


def _in_one_text(first: Traits, second: Traits) -> bool:
    return first.report.document.id == second.report.document.id


def passages_alike(first: Traits, second: Traits) -> Comparison | None:
    """Support two passages that share rare words; two incidents that share no word are hardly one."""
    shared = [s for s in first.stems if s in second.stems]
    if not _in_one_text(first, second) and _deeds_of_a_war(first, second):
        because = "no word of the two passages is the same but of the act"
        return Comparison("passages_alike", NO_WORD_IN_A_WAR, because)
    if not shared and first.kind is not Kind.MEETING and first.stems and second.stems:
        because = "no word of the two passages is the same"
        in_one_text = first.kind is Kind.INCIDENT and _in_one_text(first, second)
        weight = NO_WORD_IN_ONE_TEXT if in_one_text else NO_WORD_SHARED
        return Comparison("passages_alike", weight, because)
    found = next((w for least, w in PASSAGES if weigh(shared) >= least), None)
    if found is None:
        return None
    words = ", ".join(sorted(first.stems[s] for s in shared))
    return Comparison("passages_alike", found, f"both passages have: {words}")


def _deeds_of_a_war(first: Traits, second: Traits) -> bool:
    """Say whether parties of the process did, or suffered, two acts of which the passages share no word but the act."""
    if first.kind is not Kind.INCIDENT or not (first.parties and second.parties):
        return False
    told = first.stems and second.stems
    return bool(told) and not any(s in second.stems for s in first.stems if s not in first.acts)


def _counts(some: tuple[Figure, ...]) -> str:
    return ", ".join(f"{f.low or f.high} {f.what}" for f in some)


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
