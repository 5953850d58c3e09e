"""What holds of every merge."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.merge import Merging, Reach, compare, merge, reaches_of
from detente.merge.telling import told_of
from detente.merge.traits import background_of, read_traits
from detente.model.entry import ActorRef
from detente.model.event import UTTERANCES, Judgement, Report

from .reports import (
    ALPHA,
    BETA,
    HOST,
    UNION,
    article,
    commitment,
    incident,
    meeting,
    partition,
    statement,
)

SIDES = (ALPHA, BETA, HOST, UNION)
PLACES = (None, "Hafen", "Moskau")
WORDS = ("they met in Hafen", "the three held joint talks", "a clash on the border near Dorf")
ARTICLES = (
    (None, ""),
    ("Ferry capsizes off Lindholm", "The Albatross went down near the Lindholm lighthouse."),
    ("Lindholm ferry: nine dead", "Divers found the Albatross off the Lindholm lighthouse."),
    ("Bridge at Karlsund gives way", "Eleven wagons fell from the viaduct into the Karl river."),
)
STATUSES = ("held", "scheduled", "postponed", "proposed")


@st.composite
def _report(draw: st.DrawFn, number: int) -> Report:
    day = date(2023, 5, 1) + timedelta(days=draw(st.integers(0, 40)))
    length = draw(st.sampled_from([0, 0, 6, 30]))
    on = draw(st.sampled_from([None, f"{day}/{day + timedelta(days=length)}"]))
    published = draw(st.sampled_from([None, str(day), str(day + timedelta(days=3))]))
    title, lede = draw(st.sampled_from(ARTICLES))
    name = str(draw(st.integers(0, 2)))
    head = article(draw(st.sampled_from("ABC")), published, name=name, title=title, lede=lede)
    who: tuple[ActorRef, ...] = tuple(draw(st.sets(st.sampled_from(SIDES), max_size=3)))
    words, place = draw(st.sampled_from(WORDS)), draw(st.sampled_from(PLACES))
    kind = draw(
        st.sampled_from(["incident", "incident", "meeting", "meeting", "commitment", "statement"])
    )
    if kind == "incident":
        return incident(head, words, on=on, place=place, by=who, at=number * 40)
    if kind == "statement":
        return statement(head, lede or words, by=who, at=number * 40)
    if kind == "commitment":
        return commitment(head, words, by=who, due=on, at=number * 40)
    status = draw(st.sampled_from(STATUSES))
    return meeting(head, words, status, who=who, on=on, place=place, at=number * 40)


RECORDS = st.integers(1, 10).flatmap(lambda n: st.tuples(*(_report(i) for i in range(n))))


@settings(deadline=None, max_examples=60)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(reports: tuple[Report, ...], dice: object) -> None:
    mixed = list(reports)
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    assert merge(mixed) == merge(reports)


@settings(deadline=None, max_examples=60)
@given(RECORDS)
def test_every_report_is_in_one_event(reports: tuple[Report, ...]) -> None:
    entries = [i for e in merge(reports) for i in e.entries]
    alone = {r.id for r in reports if r.entry.kind in UTTERANCES} - set(entries)
    assert sorted([*entries, *alone]) == sorted({r.id for r in reports})


@settings(deadline=None, max_examples=60)
@given(RECORDS, st.data())
def test_different_never_joins(reports: tuple[Report, ...], data: st.DataObject) -> None:
    ids = st.sampled_from([r.id for r in reports])
    judgements = [
        Judgement(*pair, same=same)
        for pair, same in data.draw(st.lists(st.tuples(st.tuples(ids, ids), st.booleans())))
        if pair[0] != pair[1]
    ]
    last = {frozenset({j.first, j.second}): j.same for j in judgements}
    for event in merge(reports, judgements=judgements):
        assert not any(not same and pair <= set(event.entries) for pair, same in last.items())


@settings(deadline=None, max_examples=60)
@given(RECORDS)
def test_a_distant_article_changes_no_other_event(reports: tuple[Report, ...]) -> None:
    far = meeting(
        article("Z", "1999-01-02"),
        "envoys met in Farland",
        who=(ActorRef("f", "Farland", "Farland"), ActorRef("g", "Gulland", "Gulland")),
        on="1999-01-01",
        place="Farcity",
    )
    assert set(merge(reports)) < set(merge([*reports, far]))


def test_a_person_can_join_what_the_features_keep_apart() -> None:
    first = meeting(article("A", "2023-05-02"), "they met in Hafen", on="2023-05-01", place="Hafen")
    second = meeting(
        article("B", "2023-05-22"), "they met in Moskau", on="2023-05-21", place="Moskau"
    )
    assert len(merge([first, second])) == 2
    (event,) = merge([first, second], judgements=[Judgement(first.id, second.id, same=True)])
    assert event.links[0].features[0].feature == "judgement"


def test_the_last_word_of_a_person_counts() -> None:
    first, second = (
        meeting(article(o, "2023-05-02"), "they met in Hafen", on="2023-05-01", place="Hafen")
        for o in "AB"
    )
    apart = Judgement(first.id, second.id, same=False)
    again = Judgement(second.id, first.id, same=True)
    assert partition(merge([first, second], judgements=[again, apart])) != partition(
        merge([first, second], judgements=[apart, again])
    )


@settings(deadline=None, max_examples=60)
@given(RECORDS)
def test_what_is_tied_finds_each_other(reports: tuple[Report, ...]) -> None:
    merging = Merging()
    names = sorted(merging.take(reports))
    found = merging.pairs(names)
    keys = reaches_of(reports)
    for pair in merging.tied(combinations(names, 2)):
        if any(_meet(a, b) for a in keys[pair[0]] for b in keys[pair[1]]):
            assert pair in found


def _meet(ours: Reach, theirs: Reach) -> bool:
    in_time = ours.first <= theirs.last and theirs.first <= ours.last
    return ours.seeks == theirs.key and in_time


@settings(deadline=None, max_examples=100)
@given(_report(0), _report(1))
def test_a_pair_weighs_the_same_from_either_side(first: Report, second: Report) -> None:
    ours, theirs = (
        read_traits(r, told, background=background_of(None))
        for r in (first, second)
        if (told := told_of(r))
    )
    weights = [
        [(c.feature, c.weight) for c in compare(*p)] for p in ((ours, theirs), (theirs, ours))
    ]
    assert weights[0] == weights[1]


@settings(deadline=None, max_examples=60)
@given(RECORDS, st.integers(0, 2))
def test_events_of_another_time_leave_a_cluster_as_it_was(
    reports: tuple[Report, ...], which: int
) -> None:
    title, lede = ("Harvest fair opens in Farland", "Farmers showed pumpkins at the Farland fair.")
    head = article("Z", f"199{which}-01-02", title=title, lede=lede)
    sides = (ActorRef("f", "Farland", "Farland"),)
    others = [
        incident(head, "a barn burned in Farland", on=f"199{which}-01-01", place="Fartown"),
        commitment(head, "Farland promised to rebuild the barn", by=sides, at=90),
    ]
    assert set(merge(reports)) < set(merge([*reports, *others]))
