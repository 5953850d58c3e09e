"""Articles that report one piece of news are a story; those on one topic, or of other days, are not."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.merge import KEYS_SHARED, Reach, story_reaches, tell_into, tell_stories
from detente.model.event import DocumentHead, Judgement
from detente.model.story import Story

from .reports import PROCESS, article

FERRY = (
    "The Albatross went down near the Lindholm lighthouse in a squall; divers searched all night."
)
TALKS = "Delegations of Alphia and Betania met in Karlsund to haggle over the Lindholm fisheries."


def ferry(outlet: str, day: str | None = "2023-05-02", *, title: str = "") -> DocumentHead:
    return article(outlet, day, title=title or f"Ferry sinks off Lindholm, {outlet}", lede=FERRY)


def sinking(outlet: str, day: str | None) -> DocumentHead:
    return article(outlet, day, title="Ferry sinks", lede="A ferry went down near the lighthouse.")


def owner(outlet: str, day: str | None) -> DocumentHead:
    lede = "Whoever owns the boat that went down near the lighthouse has spoken to the press."
    return article(outlet, day, title="Ferry owner speaks out at last", lede=lede)


def together(*heads: DocumentHead, judgements: tuple[Judgement, ...] = ()) -> set[frozenset[str]]:
    outlets = {head.id: head.outlet or "" for head in heads}
    found = tell_stories(heads, judgements=judgements, process=PROCESS)
    return {frozenset(outlets[name] for name in story.documents) for story in found}


def test_two_outlets_with_one_piece_of_news_are_a_story() -> None:
    (story,) = tell_stories([ferry("Radio"), ferry("Post", "2023-05-03")], process=PROCESS)
    assert story.outlets == ("Post", "Radio")
    assert story.support == 2
    assert (str(story.first), str(story.last)) == ("2023-05-02", "2023-05-03")
    told = {f.feature for link in story.links for f in link.features}
    assert {"words_alike", "headlines_told", "days_apart"} <= told


def test_an_article_by_itself_is_no_story() -> None:
    assert tell_stories([ferry("Radio")], process=PROCESS) == ()


def test_the_same_words_a_week_later_are_other_news() -> None:
    assert together(ferry("Radio"), ferry("Post", "2023-05-09")) == set()


def test_two_articles_that_share_only_the_names_of_the_process_are_no_story() -> None:
    first = article("Radio", "2023-05-02", title="Alphia shells Betania", lede="Alphia fired.")
    second = article("Post", "2023-05-02", title="Betania elects, Alphia watches", lede="Votes.")
    assert together(first, second) == set()


def test_an_article_of_an_unknown_day_needs_more_in_common() -> None:
    assert together(ferry("Radio"), ferry("Post", None)) == {frozenset({"Radio", "Post"})}
    first, second = ferry("A", title="Ferry lost"), owner("B", "2023-05-02")
    assert together(first, second) == {frozenset("AB")}
    assert together(first, owner("B", None)) == set()


def test_a_second_piece_of_one_outlet_is_mostly_other_news() -> None:
    first = sinking("A", "2023-05-02")
    assert together(first, owner("B", "2023-05-03")) == {frozenset("AB")}
    assert together(first, owner("A", "2023-05-03")) == set()


def test_an_article_without_a_headline_is_told_by_its_first_words() -> None:
    bare = article("Wire", "2023-05-02", lede=FERRY)
    assert together(ferry("Radio"), bare) == {frozenset({"Radio", "Wire"})}


@pytest.mark.parametrize("lede", ["", " " * 800, "\n" * 800, "x" * 800, "🕊" * 800])
def test_a_text_that_begins_with_no_words_is_held_against_others(lede: str) -> None:
    odd = article("Odd", "2023-05-02", lede=lede)
    assert together(odd, ferry("Radio"), ferry("Post")) == {frozenset({"Radio", "Post"})}


def test_a_person_keeps_two_articles_apart_and_puts_two_together() -> None:
    first, second = ferry("Radio"), ferry("Post")
    other = article("Gazette", "2023-05-02", title="Fisheries talks open", lede=TALKS)
    apart = Judgement(first.id, second.id, same=False)
    assert together(first, second, judgements=(apart,)) == set()
    one = Judgement(first.id, other.id, same=True)
    assert together(first, other, judgements=(one,)) == {frozenset({"Radio", "Gazette"})}


HEADS = (
    *(ferry(name, day) for name, day in (("Radio", "2023-05-02"), ("Post", "2023-05-03"))),
    *(ferry(name, day) for name, day in (("Wire", "2023-05-04"), ("Sun", "2023-05-05"))),
    article("Gazette", "2023-05-03", title="Fisheries talks open in Karlsund", lede=TALKS),
    article("Echo", "2023-05-03", title="Talks on fisheries open, Echo", lede=TALKS),
)


def test_no_two_articles_of_a_story_are_published_far_apart() -> None:
    days = {head.id: head.published.day for head in HEADS if head.published}
    for story in tell_stories(HEADS, process=PROCESS):
        for one, other in combinations(story.documents, 2):
            first, second = days[one], days[other]
            assert first is not None
            assert second is not None
            assert abs((first - second).days) <= 2


def test_the_order_of_articles_does_not_matter() -> None:
    found = {tell_stories(order, process=PROCESS) for order in permutations(HEADS[:5])}
    assert len(found) == 1


@dataclass(frozen=True)
class Kept:
    """What a record would hold."""

    heads: Mapping[str, DocumentHead]
    stories: tuple[Story, ...]

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterator[tuple[str, str]]:
        stored = story_reaches(self.heads.values(), process=PROCESS)
        for name, ours in sought.items():
            for other, theirs in stored.items():
                if sum(_finds(a, b) for a in ours for b in theirs) >= KEYS_SHARED:
                    yield name, other

    def holding(self, documents: Collection[str]) -> Collection[Story]:
        return [s for s in self.stories if not set(documents).isdisjoint(s.documents)]

    def load(self, documents: Collection[str]) -> Iterable[DocumentHead]:
        return [self.heads[name] for name in documents if name in self.heads]


def _finds(ours: Reach, theirs: Reach) -> bool:
    return ours.seeks == theirs.key and ours.first <= theirs.last and theirs.first <= ours.last


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_what_comes_and_goes_is_as_if_all_were_told_at_once(data: st.DataObject) -> None:
    by_id = {head.id: head for head in HEADS}
    ids = st.sampled_from(sorted(by_id))
    new, gone = data.draw(st.sets(ids), label="new"), data.draw(st.sets(ids), label="gone")
    judged = [
        Judgement(one, other, same=same)
        for one, other, same in data.draw(st.lists(st.tuples(ids, ids, st.booleans()), max_size=3))
        if one != other
    ]
    there = {name: head for name, head in by_id.items() if name not in new}
    before = Kept(there, tell_stories(there.values(), judgements=judged, process=PROCESS))
    gone &= there.keys()
    again = data.draw(st.sets(ids), label="new again") & gone
    come = [by_id[name] for name in sorted(new | again)]
    grown = tell_into(before, come, gone=gone, judgements=judged, process=PROCESS)
    stay = [story for story in before.stories if story.id not in grown.replaced]
    left = [head for name, head in by_id.items() if name not in gone - again]
    now = tell_stories(left, judgements=judged, process=PROCESS)
    assert sorted((*stay, *grown.wholes), key=lambda story: story.id) == list(now)
