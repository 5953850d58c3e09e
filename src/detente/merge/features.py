"""The features of a pair of reports, each a named line that says why.

The sum of the weights is the score of the pair: ``JOIN`` or more speaks for one happening. A single
feature of ``VETO`` or less keeps the two apart, whatever the rest says.
"""

from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from detente.merge.named_features import formations, others_by_name, victims
from detente.merge.promises import bound, due, promise, towards
from detente.merge.sayings import in_a_row, said, told_in_like_articles, told_near, voice
from detente.merge.traits import Traits
from detente.merge.what_features import (
    ARTICLES,
    acts,
    articles_alike,
    figures,
    headlines,
    passages_alike,
)
from detente.merge.when_features import (
    ON_A_DAY,
    announced_then_held,
    dates_differ,
    dates_overlap,
    day_unknown,
    merely_meant,
    stands_otherwise,
    still_ahead,
)
from detente.merge.where_features import SAME_PLACE, places
from detente.merge.who_features import (
    actors,
    doers,
    level,
    mediator,
    participants,
    persons,
)
from detente.merge.wording import APART, REMOTE, SEVERAL
from detente.model.entry import Kind
from detente.model.event import Comparison

JOIN = 3.0
VETO = -4.0

SAME_KIND = 0.5
TRACKS_SHARED = 0.5
TRACKS_DIFFER = {
    Kind.MEETING: -0.5,
    Kind.INCIDENT: -0.5,
    Kind.AGREEMENT: -3.0,
    Kind.COMMITMENT: -1.0,
}
NEIGHBOURS = 0.5
NEIGHBOUR_LETTERS = 600  # about a paragraph
COPIED = 4.0
SAME_LABEL = 0.5
LABEL_DIFFERS = -1.5
FORMAT_DIFFERS = -4.0
REMOTE_OR_UNTOLD = -1.5  # who tells of a call mostly says that it was one
ROUND_DIFFERS = -5.0
BODY_OR_PERSONS = -2.5
ONE_OF_SEVERAL = -4.0
# of two acts of force of one day in articles on other news, of which no place, side, figure, headline or wording is the same
NOTHING_FIRM = -1.5
NOTHING_FIRM_NOR_A_WORD = -3.0
FIRM = frozenset({"same_place", "actors", "figures", "headlines", "copied", "words_shared"})
THREATENED = "threatened"  # of one quarrel many a threat is told
SAME_NEWS = max(weight for _, weight in ARTICLES)

# token_set_ratio of rapidfuzz, least share -> weight
WORDS = ((90, 1.5), (75, 1.0))  # two unrelated short sentences reach 60
LEAST_SHARE = min(least for least, _ in WORDS)
FEW_WORDS = 4  # of so few, one contains the other by chance

Feature = Callable[[Traits, Traits], Comparison | None]


def same_kind(first: Traits, second: Traits) -> Comparison | None:
    """Say that both tell of a meeting, an incident, an agreement or a commitment."""
    if first.kind is not second.kind:
        return Comparison("same_kind", VETO, f"{first.kind} / {second.kind}")
    return Comparison("same_kind", SAME_KIND, f"both tell of a thing of kind {first.kind}")


def one_passage(first: Traits, second: Traits) -> Comparison | None:
    """Keep apart what was read from the same words as two: calls "with Putin, Macron and Blinken" are three."""
    ours, theirs = first.report.entry, second.report.entry
    if ours.document != theirs.document or ours.evidence != theirs.evidence:
        return None
    return Comparison("one_passage", VETO, "the same words tell of both, one beside the other")


def tracks(first: Traits, second: Traits) -> Comparison | None:
    """Compare the strands of the talks that both bear on."""
    ours, theirs = set(first.report.entry.tracks), set(second.report.entry.tracks)
    if not ours or not theirs:
        return None
    if not (shared := ours & theirs):
        return Comparison("tracks_differ", TRACKS_DIFFER[first.kind], "no track in common")
    return Comparison("tracks_shared", TRACKS_SHARED, f"track: {', '.join(sorted(shared))}")


def neighbours(first: Traits, second: Traits) -> Comparison | None:
    """Support two passages of one document that stand near each other."""
    if first.report.document.id != second.report.document.id:
        return None
    distance = abs(first.report.entry.evidence[0].start - second.report.entry.evidence[0].start)
    if distance > NEIGHBOUR_LETTERS:
        return None
    return Comparison("neighbours", NEIGHBOURS, f"{distance} letters apart in one document")


def copied(first: Traits, second: Traits) -> Comparison | None:
    """Support the same words in two copies of one text."""
    ours, theirs = first.report.document, second.report.document
    if ours.id == theirs.id or not ours.copy_group or ours.copy_group != theirs.copy_group:
        return None
    if first.words != second.words:
        return None
    return Comparison("copied", COPIED, "the same words in copies of one text")


def words_shared(first: Traits, second: Traits) -> Comparison | None:
    """Compare the words of the two passages."""
    if min(len(first.words.split()), len(second.words.split())) < FEW_WORDS:
        return None
    share = fuzz.token_set_ratio(first.words, second.words, score_cutoff=LEAST_SHARE)
    weight = next((w for least, w in WORDS if share >= least), None)
    said = f"{share:.0f} % of the words alike"
    return None if weight is None else Comparison("words_shared", weight, said)


def label(first: Traits, second: Traits) -> Comparison | None:
    """Compare the event-data labels of two incidents."""
    ours, theirs = first.report.entry.plover, second.report.entry.plover
    if first.kind is not Kind.INCIDENT or ours is None or theirs is None:
        return None
    same = ours.event == theirs.event
    weight = SAME_LABEL if same else LABEL_DIFFERS
    return Comparison("label", weight, f"label: {ours.event} / {theirs.event}")


def formats(first: Traits, second: Traits) -> Comparison | None:
    """Keep a separate talk from the joint one, a call from a meeting, a numbered round from the next."""
    if first.round and second.round and first.round != second.round:
        because = f"round {first.round} / round {second.round}"
        return Comparison("formats", ROUND_DIFFERS, because)
    ours, theirs = first.formats - second.formats, second.formats - first.formats
    for one in sorted(ours):
        for other in sorted(theirs):
            if frozenset({one, other}) in APART:
                return Comparison("formats", FORMAT_DIFFERS, f"{one} / {other}")
    if REMOTE in ours | theirs:
        return Comparison("formats", REMOTE_OR_UNTOLD, "by phone or video / not told so")
    return None


def several(first: Traits, second: Traits) -> Comparison | None:
    """Keep what is told of several meetings together apart from one of them."""
    if (SEVERAL in first.formats) == (SEVERAL in second.formats):
        return None
    return Comparison("several", ONE_OF_SEVERAL, "one tells of several meetings, the other of one")


def working_body(first: Traits, second: Traits) -> Comparison | None:
    """Keep a commission's session apart from a meeting of named persons."""
    for one, other in ((first, second), (second, first)):
        of_body = "body" in one.formats and not one.persons
        if of_body and other.persons and "body" not in other.formats:
            return Comparison("working_body", BODY_OR_PERSONS, "a working body / named persons")
    return None


FEATURES: tuple[Feature, ...] = (
    same_kind,  # those that can forbid a pair come first
    one_passage,
    dates_overlap,
    dates_differ,
    day_unknown,
    participants,
    others_by_name,
    persons,
    victims,
    formations,
    doers,
    level,
    places,
    formats,
    working_body,
    several,
    merely_meant,
    stands_otherwise,
    announced_then_held,
    still_ahead,
    articles_alike,
    headlines,
    acts,
    figures,
    passages_alike,
    actors,
    mediator,
    tracks,
    neighbours,
    copied,
    label,
    words_shared,
)


PROMISE_FEATURES: tuple[Feature, ...] = (
    same_kind,
    bound,
    promise,
    towards,
    due,
    tracks,
    copied,
)


STATEMENT_FEATURES: tuple[Feature, ...] = (
    same_kind,
    told_near,
    voice,
    said,
    in_a_row,
    told_in_like_articles,
    copied,
)

# of the kinds whose reports are compared by features of their own
FEATURES_OF = {Kind.COMMITMENT: PROMISE_FEATURES, Kind.STATEMENT: STATEMENT_FEATURES}


def nothing_firm(first: Traits, second: Traits, said: Iterable[Comparison]) -> Iterator[Comparison]:
    """Speak against two acts of force that only day, sort and like articles connect: a war has many a day.

    Two articles on one thing tell much the same background; of that, like articles are no sign.
    """
    one_text = first.report.document.id == second.report.document.id
    if first.kind is not Kind.INCIDENT or one_text:
        return
    said = tuple(said)
    overlap = max((c.weight for c in said if c.feature == "dates_overlap"), default=0.0)
    of_one_day = overlap >= ON_A_DAY
    of_one_side = any(c.feature == "actors" and c.weight > 0 for c in said)
    of_the_news = first.news and second.news and THREATENED not in (first.status, second.status)
    if of_the_news and not (overlap > 0 or of_one_side):
        return
    if any(_is_firm(c, of_one_day=of_one_day, of_the_news=of_the_news) for c in said):
        return
    word = any(s in second.stems and s not in first.acts for s in first.stems)
    weight = NOTHING_FIRM if word else NOTHING_FIRM_NOR_A_WORD
    yield Comparison(
        "nothing_firm", weight, "no place, figure or headline in common, nor a side on one day"
    )


def _is_firm(one: Comparison, *, of_one_day: bool, of_the_news: bool) -> bool:
    if one.feature == "articles_alike":  # tells nothing of what either has in passing
        return of_the_news and one.weight >= SAME_NEWS
    if one.feature == "actors" and not of_one_day:
        return False  # the sides of a war fight on many days of a year
    if one.feature == "same_place" and not of_one_day:
        return one.weight >= SAME_PLACE
    return one.feature in FIRM and one.weight > 0


def compare(first: Traits, second: Traits) -> tuple[Comparison, ...]:
    """Return what each feature that has something to say says of the pair, up to one that forbids it."""
    said: list[Comparison] = []
    for feature in FEATURES_OF.get(first.kind, FEATURES):
        if (comparison := feature(first, second)) is not None:
            said.append(comparison)
            if comparison.weight <= VETO:
                return tuple(said)
    return (*said, *nothing_firm(first, second, said))


def score(features: tuple[Comparison, ...]) -> float:
    """Add up the weights."""
    return sum(c.weight for c in features)


def forbidden(features: tuple[Comparison, ...]) -> bool:
    """Say whether one feature alone keeps the pair apart."""
    return any(c.weight <= VETO for c in features)
