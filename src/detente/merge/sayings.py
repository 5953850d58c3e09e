"""Features on two statements: whether they tell of one utterance.

An utterance is told in other cuts and other words, by outlets that name its speaker in other ways ("the
police", "Sergeant Ann Grey"); what stays are its words, some of them in one row, and the days on which it is
told. The weights were fitted to pairs that were judged by reading, and then rounded (docs/benchmarks.md).
"""

from difflib import SequenceMatcher
from functools import lru_cache

from detente.lexicon.content import share_of, stems, weigh
from detente.merge.named_features import in_full
from detente.merge.telling import actors_of
from detente.merge.topics import likeness
from detente.merge.traits import ROW, Traits, quoted
from detente.model.entry import ActorRef
from detente.model.event import Comparison

SAME_VOICE = 0.75
SIDE_AND_PERSON = -0.25
UNSURE_VOICE = -2.0
OTHER_VOICE = -6.0
VOICE_OF_THE_WORDS = -0.25  # one reading of two took the speaker for another

LEAST = 1.0  # weight of the words in common: one rare word, or several that are not
OTHER_WORDS = -3.0
# part of the shorter passage that both have, at least -> weight; of both passages
PART_OF_ONE = ((0.8, 2.0), (0.6, 0.5), (0.4, 0.25))
PART_OF_BOTH = ((0.5, 1.75),)
OTHER_NUMBERS = -0.75

ROW_TELLS = 0.5  # weight of words that stand in both passages in one row
IN_A_ROW = 2.25
# Of 85 pairs of quotations of two outlets in which a whole one of five words or more stands in the other, all but
# two were one utterance, whoever was taken for the speaker; so were all but a few with nine in a row.
LONG_ROW = 9
WHOLE_ROW = 5
KNOWN_ROW_TELLS = 2.0  # of two whom the profile knows either may say "all options are on the table"
WORD_FOR_WORD = 4.0

# likeness of two articles, at least -> weight; the second where both passages have words that stand in neither headline
LIKE_ARTICLES = ((1.1, 0.5),)
LIKE_AND_MORE = ((1.5, 1.5), (1.1, 1.0), (0.9, 0.5))
MORE = 1.5  # weight of such words: what every article on the matter says joins no two utterances

KNOWN_DAYS = 1  # between two reports that both tell the day on which it was said
TOLD_DAYS = 3  # where one only tells when it was published
OTHER_DAYS = -6.0
NO_DAY = -1.0
NEXT_DAY = -0.75
AGAIN_DAYS = (
    31  # a remark is quoted again while it is news; a phrase of long standing is said again
)
QUOTED_AGAIN = -1.0

_COMPARED = 4096  # pairs of passages: several features ask for the same


def voice(first: Traits, second: Traits) -> Comparison:
    """Hold the speakers against each other: the same, perhaps the same, or certainly others."""
    ours, theirs = actors_of(first.told), actors_of(second.told)
    because = f"speaker: {_list(ours)} / {_list(theirs)}"
    if any(_is_one(a, b) for a in ours for b in theirs):
        return Comparison("voice", SAME_VOICE, because)
    if any(a.name == b.side or b.name == a.side for a in ours for b in theirs):
        return Comparison("voice", SIDE_AND_PERSON, because)
    known = all(a.listed for a in (*ours, *theirs))
    if word_for_word(first, second, tells=KNOWN_ROW_TELLS if known else 0.0):
        return Comparison("voice", VOICE_OF_THE_WORDS, f"{because}, and the words are the same")
    if any(not _are_two(a, b) for a in ours for b in theirs):
        return Comparison("voice", UNSURE_VOICE, because)
    return Comparison("voice", OTHER_VOICE, because)


def said(first: Traits, second: Traits) -> Comparison | None:
    """Compare what is said by the words that both have."""
    ours, theirs = first.stems, second.stems
    shared = [s for s in ours if s in theirs]
    words = ", ".join(sorted(ours[s] for s in shared)) or "nothing"
    because = f"what is said, in common: {words}"
    weight = weigh(shared)
    if weight < LEAST:
        # the small words of a quotation tell nothing one by one, and much in a row
        same = word_for_word(first, second)
        return None if same else Comparison("said", OTHER_WORDS, because)
    of_both = weight / (weigh(ours) * weigh(theirs)) ** 0.5
    points = _points(PART_OF_ONE, share_of(ours, theirs)) + _points(PART_OF_BOTH, of_both)
    if first.numbers and second.numbers and first.numbers.isdisjoint(second.numbers):
        points += OTHER_NUMBERS
    return Comparison("said", points, because)


def in_a_row(first: Traits, second: Traits) -> Comparison | None:
    """Support two passages that have some words in one row, the more where all of a quotation is in the other."""
    row = _row(first, second)
    said = " ".join(row)
    if word_for_word(first, second):
        return Comparison("in_a_row", WORD_FOR_WORD, f"quoted word for word: {said}")
    if len(row) < ROW or weigh(stems(said)) < ROW_TELLS:
        return None
    return Comparison("in_a_row", IN_A_ROW, f"in one row: {said}")


def word_for_word(
    first: Traits, second: Traits, *, least: int = WHOLE_ROW, tells: float = 0.0
) -> bool:
    """Say whether two outlets quote the same words: many in one row, or all that one of them quotes."""
    ours, theirs = first.report.document, second.report.document
    if not (quoted(first) and quoted(second)) or (ours.outlet and ours.outlet == theirs.outlet):
        return False  # what one outlet repeats is often the furniture of its pages
    row = _row(first, second)
    if len(row) >= LONG_ROW:
        return True
    whole = len(row) == min(len(first.spoken), len(second.spoken))
    return whole and len(row) >= least and weigh(stems(" ".join(row))) >= tells


def _row(first: Traits, second: Traits) -> tuple[str, ...]:
    return () if first.rows.isdisjoint(second.rows) else _longest(first.spoken, second.spoken)


@lru_cache(_COMPARED)
def _longest(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    return ours[match.a : match.a + match.size]


def told_near(first: Traits, second: Traits) -> Comparison | None:
    """Keep apart what was said, or told, on days far from each other."""
    ours, theirs = first.window, second.window
    if ours is None or theirs is None:
        return Comparison("told_near", NO_DAY, "no day to hold against the other")
    gap = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    most = KNOWN_DAYS if first.dated and second.dated else TOLD_DAYS
    if gap > most:
        again = gap <= AGAIN_DAYS and word_for_word(first, second, least=LONG_ROW)
        weight, word = (QUOTED_AGAIN, "quoted again") if again else (OTHER_DAYS, "said or told")
        return Comparison("told_near", weight, f"{word} {gap} days apart")
    if first.published and second.published and first.published != second.published:
        return Comparison("told_near", NEXT_DAY, "told on two days")
    return None


def told_in_like_articles(first: Traits, second: Traits) -> Comparison | None:
    """Support two statements whose articles are about one thing, the more where they share what is not in the headlines."""
    alike = likeness(first.topic, second.topic)
    if (weight := _points(LIKE_AND_MORE, alike)) and not _share_more(first, second):
        weight = _points(LIKE_ARTICLES, alike)
    return Comparison("articles_alike", weight, "the articles are alike") if weight else None


def _share_more(first: Traits, second: Traits) -> bool:
    """Say whether two passages that may be one voice's share words beyond what their articles are headed with."""
    headed = first.headline | second.headline
    shared = [s for s in first.stems if s in second.stems and s not in headed]
    return weigh(shared) >= MORE and voice(first, second).weight > UNSURE_VOICE


def _points(table: tuple[tuple[float, float], ...], value: float) -> float:
    return next((weight for least, weight in table if value >= least), 0.0)


def _is_one(one: ActorRef, other: ActorRef) -> bool:
    """Say whether both are one, by the id or by the last word of the name."""
    if one.id == other.id:
        return True
    ours, theirs = (a.name.casefold().split() for a in (one, other))
    return ours[-1:] == theirs[-1:] and (set(ours) <= set(theirs) or set(theirs) <= set(ours))


def _are_two(one: ActorRef, other: ActorRef) -> bool:
    """Say whether they can be no one voice: both are listed, or both named in full."""
    return (one.listed and other.listed) or (in_full(one) and in_full(other))


def _list(actors: tuple[ActorRef, ...]) -> str:
    return ", ".join(sorted(a.name for a in actors)) or "nobody"
