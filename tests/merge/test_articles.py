"""Reports that name no day and no side are held together by what their articles are about."""

from detente.lexicon.content import stem, stems, weight_of
from detente.merge import merge
from detente.merge.topics import known_names, likeness, topic_of
from detente.model.event import Report

from .reports import ALPHA, PROCESS, article, incident

FERRY = "Ferry capsizes off Lindholm, dozens missing"
FERRY_LEDE = (
    "The Albatross went down near the Lindholm lighthouse in a squall; divers searched all night."
)
BRIDGE = "Bridge at Karlsund gives way under freight train"
BRIDGE_LEDE = "Eleven wagons fell into the Karl river when the Karlsund viaduct gave way."


def drowned(outlet: str, words: str = "Nine people were killed", *, at: int = 0) -> Report:
    title = f"{FERRY}, says {outlet}"
    return incident(article(outlet, "2023-05-02", title=title, lede=FERRY_LEDE), words, at=at)


def test_undated_reports_of_articles_on_one_disaster_are_one_event() -> None:
    (event,) = merge([drowned("Radio"), drowned("Post", "nine ferry passengers were killed")])
    assert event.support == 2
    assert "articles_alike" in {f.feature for link in event.links for f in link.features}


def test_undated_reports_of_articles_on_two_disasters_are_two_events() -> None:
    bridge = article("Post", "2023-05-02", title=BRIDGE, lede=BRIDGE_LEDE)
    assert len(merge([drowned("Radio"), incident(bridge, "Nine people were killed")])) == 2


def test_another_act_told_in_a_like_article_is_another_event() -> None:
    reports = [drowned("Radio"), drowned("Post", "the captain was arrested")]
    assert len(merge(reports)) == 2


def test_a_headline_that_tells_the_passage_counts() -> None:
    first = drowned("Radio", "the ferry capsized off Lindholm")
    second = drowned("Post", "a ferry that capsized near Lindholm")
    (event,) = merge([first, second])
    assert "headlines" in {f.feature for link in event.links for f in link.features}


def test_names_that_the_profile_lists_make_no_articles_alike() -> None:
    known = known_names(PROCESS)
    first = article("A", None, title="Alphia and Betania on the treaty")
    second = article("B", None, title="Alphia and Betania play football")
    names_known = likeness(topic_of(first, known), topic_of(second, known))
    unknown = frozenset[str]()
    assert names_known < likeness(topic_of(first, unknown), topic_of(second, unknown))


def test_words_are_compared_by_their_stems_and_small_words_say_nothing() -> None:
    assert stem("signed") == stem("signing") == "sign"
    assert stem("stopped") == stem("stops")
    assert list(stems("They said on Monday that it was the Lindholm ferry")) == ["lindholm", "fer"]
    assert weight_of("lindholm") > weight_of(stem("struck")) > 0 == weight_of("the")


def test_passages_of_one_day_in_articles_on_other_things_are_two_events() -> None:
    ferry = incident(
        article("Radio", "2023-05-02", title=FERRY, lede=FERRY_LEDE),
        "nine were killed in the storm",
        on="2023-05-01",
    )
    bridge = incident(
        article("Post", "2023-05-02", title=BRIDGE, lede=BRIDGE_LEDE),
        "a driver was killed in the river",
        on="2023-05-01",
    )
    assert len(merge([ferry, bridge])) == 2


def shelled(outlet: str, title: str, words: str, **fields: object) -> Report:
    lede = f"{title}. {words.capitalize()}."
    return incident(article(outlet, "2023-05-02", title=title, lede=lede), words, **fields)  # type: ignore[arg-type]


def test_two_attacks_of_one_day_of_a_war_that_name_nothing_in_common_are_two() -> None:
    reports = [
        shelled(
            "Radio",
            "Drones over Sava granaries, wheat and barley burn for hours",
            "mortars hit a convoy of tankers",
            on="2023-05-01",
        ),
        shelled(
            "Post",
            "Ferries, buses and trams halted along Sava after shrapnel falls",
            "the school was hit at noon",
            on="2023-05-01",
        ),
    ]
    assert len(merge(reports)) == 2


def test_a_side_that_both_name_holds_two_such_attacks_together() -> None:
    reports = [
        shelled(
            *(
                "Radio",
                "Drones over Sava granaries, wheat and barley burn for hours",
                "mortars hit a convoy of tankers",
            ),
            on="2023-05-01",
            to=(ALPHA,),
        ),
        shelled(
            *(
                "Post",
                "Ferries, buses and trams halted along Sava after shrapnel falls",
                "vehicles of the army were hit",
            ),
            on="2023-05-01",
            to=(ALPHA,),
        ),
    ]
    (event,) = merge(reports)
    assert event.support == 2


WAR = "Siege of Sava: granaries, bakeries, ferries under mortar fire"


def told_of_the_war(outlet: str, published: str, words: str, **fields: object) -> Report:
    head = article(outlet, published, title=f"{WAR}, {outlet} says", lede=f"{WAR}.")
    return incident(head, words, by=(ALPHA,), **fields)  # type: ignore[arg-type]


def test_a_side_of_a_war_holds_no_attacks_together_of_which_one_has_no_day() -> None:
    reports = [
        told_of_the_war("Radio", "2023-05-02", "the army has intensified bombing"),
        told_of_the_war("Post", "2023-05-05", "gunboats sank a barge at noon", on="2023-05-04"),
    ]
    assert len(merge(reports)) == 2


def test_articles_on_one_war_weeks_apart_are_no_like_news() -> None:
    words = "the army fired on the harbour"
    near, far = (told_of_the_war("Post", day, words) for day in ("2023-05-03", "2023-05-24"))
    here = told_of_the_war("Radio", "2023-05-02", "troops shelled the harbour")
    assert [len(merge([here, other])) for other in (near, far)] == [1, 2]


def test_what_stands_under_each_article_makes_no_two_alike() -> None:
    assert not stems("This dispatch is for subscribers of the newsletter; its outlet is invented.")
