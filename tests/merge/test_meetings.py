"""Meetings of several articles become events."""

from dataclasses import replace

from detente.merge import merge
from detente.model.entry import ActorRef, Kind, PlaceRef
from detente.model.profile import Actor, ActorKind
from detente.model.when import Basis

from .reports import (
    ALPHA,
    ALPHA_FM,
    ALPHA_PM,
    BETA,
    BETA_FM,
    BETA_PRESIDENT,
    HOST,
    HOST_PRESIDENT,
    PROCESS,
    UNION,
    UNION_PRESIDENT,
    agreement,
    article,
    days,
    meeting,
)

HOST_SIDE = Actor("hostland", "Hostland", ActorKind.SIDE, "Hostland")
LEADERS = (ALPHA_PM, BETA_PRESIDENT)
AGENCY = article("Agency", "2023-05-26")
RADIO = article("Radio", "2023-05-19/2023-05-25")


def test_one_meeting_in_two_articles_is_one_event_with_two_reports() -> None:
    first = meeting(
        AGENCY,
        "On May 14, they agreed at a meeting hosted in Bruggen by the Union's president Ulla Unger",
        who=(ALPHA, BETA, UNION_PRESIDENT),
        mediator=(UNION,),
        on="2023-05-14",
        place="Bruggen",
        tracks=("recognition",),
    )
    second = meeting(
        RADIO,
        "they met in Bruggen on May 14",
        who=LEADERS,
        on="2023-05-14",
        place="Bruggen",
        tracks=("treaty",),
    )
    (event,) = merge([first, second])
    assert event.support == 2
    assert set(event.entries) == {first.id, second.id}
    assert [a.name for a in event.participants] == ["Ana Alda", "Boris Bern", "Ulla Unger"]
    assert event.mediator == (UNION,)
    assert event.tracks == ("recognition", "treaty")
    (link,) = event.links
    assert {"dates_overlap", "participants", "same_place"} <= {f.feature for f in link.features}


def test_announced_by_one_article_held_by_another_is_one_chain() -> None:
    plan = meeting(
        RADIO,
        "The two leaders are due to meet again in Moskau on May 25 at the invitation of Hugo Holm",
        "scheduled",
        who=LEADERS,
        mediator=(HOST,),
        on="2023-05-25",
        place="Moskau",
    )
    held = meeting(
        AGENCY,
        "the three held joint negotiations late on Thursday",
        who=(*LEADERS, HOST_PRESIDENT),
        mediator=(HOST,),
        on=days("2023-05-25", Basis.WEEKDAY),
        place="Moskau",
    )
    (event,) = merge([held, plan], process=PROCESS)
    assert event.status == "held"
    assert [s.status for s in event.history] == ["scheduled", "held"]
    assert [s.outlet for s in event.history] == ["Radio", "Agency"]
    assert "announced_then_held" in {f.feature for f in event.links[0].features}


def test_what_was_agreed_at_a_meeting_is_an_event_of_its_own() -> None:
    met = meeting(AGENCY, "they met in Bruggen on May 14", on="2023-05-14", place="Bruggen")
    agreed = agreement(
        AGENCY, "they agreed on mutual recognition", by=(ALPHA, BETA), on="2023-05-14", at=40
    )
    assert {e.kind for e in merge([met, agreed])} == {Kind.MEETING, Kind.AGREEMENT}


def test_two_rounds_a_week_apart_stay_two() -> None:
    """Same sides, same town, the same words: only the day tells them apart."""
    rounds = [
        meeting(
            article("Agency", day),
            "The delegations met in Hafen",
            on=day,
            place="Hafen",
            who=LEADERS,
        )
        for day in ("2023-05-03", "2023-05-10", "2023-05-17")
    ]
    assert len(merge(rounds)) == 3


def test_a_vague_mention_does_not_chain_two_rounds() -> None:
    """ "Earlier this month" fits both rounds and joins one of them at most."""
    first = meeting(AGENCY, "They met in Hafen", on="2023-05-03", place="Hafen")
    second = meeting(RADIO, "They met again in Hafen", on="2023-05-10", place="Hafen")
    vague = meeting(
        article("Post", "2023-05-28"),
        "their talks held in Hafen earlier this month",
        on="2023-05-01/2023-05-28",
        place="Hafen",
    )
    events = merge([first, second, vague])
    assert not any({first.id, second.id} <= set(e.entries) for e in events)


def test_separate_talks_with_the_host_are_not_the_joint_talks() -> None:
    with_alpha = meeting(
        AGENCY, "The host received Alf Arno", who=(HOST, ALPHA_FM), on="2023-05-19", place="Moskau"
    )
    with_beta = meeting(
        AGENCY, "and then Bea Blum", who=(HOST, BETA_FM), on="2023-05-19", place="Moskau", at=30
    )
    joint = meeting(
        AGENCY,
        "before sitting down with them at one table",
        who=(HOST, ALPHA_FM, BETA_FM),
        mediator=(HOST,),
        on="2023-05-19",
        place="Moskau",
        at=60,
    )
    assert len(merge([with_alpha, with_beta, joint])) == 3
    unhosted = meeting(
        AGENCY,
        "before sitting down with them at one table",
        who=(HOST, ALPHA_FM, BETA_FM),
        on="2023-05-19",
        place="Moskau",
        at=60,
    )
    assert len(merge([with_alpha, with_beta, unhosted], process=PROCESS)) == 3


def test_met_separately_is_not_the_trilateral_though_the_same_three_are_named() -> None:
    three = (*LEADERS, HOST_PRESIDENT)
    apart = meeting(
        AGENCY, "the two met separately with Hugo Holm", who=three, on="2023-05-25", place="Moskau"
    )
    joint = meeting(
        AGENCY,
        "the three held joint negotiations",
        who=three,
        on="2023-05-25",
        place="Moskau",
        at=90,
    )
    assert len(merge([apart, joint])) == 2


def test_leaders_and_ministers_who_meet_on_one_day_are_two_meetings() -> None:
    leaders = meeting(
        AGENCY, "The leaders met in Hafen", on="2023-05-14", place="Hafen", level="leaders"
    )
    ministers = meeting(
        RADIO,
        "The ministers met in Hafen",
        on="2023-05-14",
        place="Hafen",
        level="foreign ministers",
    )
    assert len(merge([leaders, ministers])) == 2


def test_other_persons_of_the_same_sides_are_another_meeting() -> None:
    leaders = meeting(AGENCY, "They met in Hafen", who=LEADERS, on="2023-05-14", place="Hafen")
    ministers = meeting(
        RADIO, "They met in Hafen", who=(ALPHA_FM, BETA_FM), on="2023-05-14", place="Hafen"
    )
    assert len(merge([leaders, ministers])) == 2


def test_a_summit_slated_twice_in_one_text_is_one() -> None:
    """The second sentence names the guests besides."""
    slated = meeting(
        RADIO,
        "Another summit is slated for June 1",
        "scheduled",
        on="2023-06-01",
        who=(ALPHA, BETA),
    )
    joined = meeting(
        RADIO,
        "the two will be joined there by Hugo Holm and Ulla Unger",
        "scheduled",
        on="2023-06-01",
        who=(*LEADERS, HOST_PRESIDENT, UNION_PRESIDENT),
        at=50,
    )
    assert len(merge([slated, joined], process=PROCESS)) == 1


def test_a_week_and_a_day_within_it_agree_and_the_day_is_kept() -> None:
    plan = meeting(
        article("Radio", "2023-05-19"),
        "the task force will meet in Moskau next week",
        "scheduled",
        on=days("2023-05-22/2023-05-28", Basis.RELATIVE),
        place="Moskau",
    )
    held = meeting(
        AGENCY, "The task force met in Moskau on Wednesday", on="2023-05-24", place="Moskau"
    )
    (event,) = merge([plan, held])
    assert event.date is not None
    assert str(event.date) == "2023-05-24"


def test_meetings_that_are_merely_proposed_do_not_join_one_that_was_held() -> None:
    proposed = meeting(AGENCY, "he is ready to hold peace talks with Boris Bern", "proposed")
    held = meeting(RADIO, "They met in Hafen", on="2023-05-14", place="Hafen")
    assert len(merge([proposed, held])) == 2


def test_undated_mentions_of_other_years_stay_apart() -> None:
    early = meeting(article("Agency", "2021-03-01"), "the talks in Hafen", place="Hafen")
    late = meeting(article("Agency", "2023-03-01"), "the talks in Hafen", place="Hafen")
    assert len(merge([early, late])) == 2


def test_the_fifth_round_is_not_the_sixth() -> None:
    fifth = meeting(
        AGENCY,
        "the fifth round was held in Hafen",
        on="2023-05-01/2023-05-31",
        place="Hafen",
        round=5,
    )
    sixth = meeting(
        RADIO,
        "the sixth round was held in Hafen",
        on="2023-05-01/2023-05-31",
        place="Hafen",
        round=6,
    )
    assert len(merge([fifth, sixth])) == 2


def test_a_working_body_that_meets_in_the_week_of_a_summit_is_not_the_summit() -> None:
    summit = meeting(AGENCY, "the leaders held talks", who=LEADERS, on="2023-05-25", place="Moskau")
    body = meeting(
        RADIO,
        "a joint task force on railways will meet next week",
        "scheduled",
        who=(ALPHA, BETA, HOST),
        on=days("2023-05-22/2023-05-28", Basis.RELATIVE),
        tracks=("roads",),
    )
    assert len(merge([summit, body], process=PROCESS)) == 2


def test_a_second_mention_in_one_article_needs_no_day() -> None:
    first = meeting(AGENCY, "They met in Hafen on Sunday", on="2023-05-14", place="Hafen")
    again = meeting(AGENCY, "The talks in Hafen lasted two hours", place="Hafen", at=80)
    assert len(merge([first, again])) == 1


def test_one_outlet_in_two_spellings_supports_once() -> None:
    reports = [
        meeting(article(o, "2023-05-15"), "They met in Hafen", on="2023-05-14", place="Hafen")
        for o in ("Agency", "AGENCY")
    ]
    assert merge(reports)[0].support == 1


def test_actors_that_the_profile_does_not_list_keep_nothing_apart() -> None:
    """ "The two delegations" may well be those of Alphia and Betania."""
    listed = meeting(AGENCY, "Alphia and Betania held talks", on="2023-05-14", place="Hafen")
    unlisted = meeting(
        RADIO,
        "the two delegations held talks",
        who=(ActorRef("~two-delegations", "two delegations"),),
        on="2023-05-14",
        place="Hafen",
    )
    assert len(merge([listed, unlisted])) == 1


def test_a_report_that_names_the_host_alone_is_of_the_hosted_talks() -> None:
    hosted = meeting(
        AGENCY, "Alphia and Betania held talks", mediator=(HOST,), on="2023-05-14", place="Hafen"
    )
    host = meeting(
        RADIO, "Hugo Holm hosted the talks", who=(HOST_PRESIDENT,), on="2023-05-14", place="Hafen"
    )
    assert len(merge([hosted, host], process=PROCESS)) == 1


def test_a_report_cannot_bear_out_what_lies_ahead_of_it() -> None:
    """Read as held, told a week before: the event stays a plan, the history keeps the reading."""
    early = meeting(
        article("Radio", "2023-05-19"), "talks in Moskau on May 25", on="2023-05-25", place="Moskau"
    )
    (event,) = merge([early])
    assert (event.status, event.history[0].status) == ("scheduled", "held")


def test_one_more_summit_this_year_is_not_the_ministers_meeting_of_that_day() -> None:
    ministers = meeting(
        AGENCY,
        "productive talks with both",
        who=(ALPHA_FM, BETA_FM),
        on="2023-05-26",
        place="Moskau",
    )
    some_day = meeting(
        AGENCY,
        "to hold one more summit this year",
        "scheduled",
        on="2023-01-01/2023-12-31",
        at=90,
        tracks=("treaty",),
    )
    assert len(merge([ministers, some_day])) == 2


def test_the_town_is_kept_before_the_country() -> None:
    town = PlaceRef("bruggen", "Bruggen", "Unterland")
    country = PlaceRef("unterland", "Unterland", "Unterland")
    reports = [
        replace(r, entry=replace(r.entry, place=place))
        for r, place in (
            (meeting(AGENCY, "they met in Bruggen", on="2023-05-14"), town),
            (meeting(RADIO, "they met in Unterland", on="2023-05-14"), country),
            (meeting(article("Post", "2023-05-15"), "they met", on="2023-05-14"), country),
        )
    ]
    (event,) = merge(reports)
    assert event.place == town


def test_without_a_profile_meetings_join_by_the_names_in_the_text() -> None:
    north, south = ActorRef("~norland", "Norland"), ActorRef("~sudland", "Sudland")
    third = ActorRef("~ostland", "Ostland")
    pair = [
        meeting(head, "envoys met in Hafen", who=(north, south), on="2023-05-14", place="Hafen")
        for head in (AGENCY, RADIO)
    ]
    other = meeting(
        RADIO, "envoys met in Hafen", who=(north, third), on="2023-05-14", place="Hafen", at=60
    )
    assert sorted(len(e.entries) for e in merge([*pair, other])) == [1, 2]


def test_a_plan_that_names_the_guests_alone_joins_by_day_and_town() -> None:
    plan = meeting(
        article("Agency", "2023-05-18"),
        "Another meeting is due in Hafen on June 1, with Ulla Unger and Hugo Holm",
        "scheduled",
        who=(UNION_PRESIDENT, HOST_PRESIDENT),
        on="2023-06-01",
        place="Hafen",
    )
    held = meeting(
        article("Post", "2023-06-02"),
        "Ana Alda and Boris Bern met in Hafen with Ulla Unger and Hugo Holm",
        who=(ALPHA_PM, BETA_PRESIDENT, UNION_PRESIDENT, HOST_PRESIDENT),
        on="2023-06-01",
        place="Hafen",
    )
    assert len(merge([plan, held], process=PROCESS)) == 1


def test_sides_that_the_other_passage_names_beside_are_not_missing() -> None:
    first = meeting(
        article("Agency", "2023-05-18"),
        "the ministers Alf Arno and Bea Blum will sit down with Hugo Holm",
        "scheduled",
        who=(ALPHA_FM, HOST_PRESIDENT),
        on="2023-05-19",
    )
    second = meeting(
        article("Post", "2023-05-19"),
        "Hugo Holm held talks with his guests, Bea Blum and Alf Arno",
        who=(BETA_FM, HOST_PRESIDENT),
        on="2023-05-19",
    )
    assert len(merge([first, second], process=PROCESS)) == 1


def test_talks_put_off_after_a_round_was_over_are_the_next_round() -> None:
    held = meeting(
        article("Post", "2023-05-05"), "they met in Vashton", on="2023-05-04", place="Vashton"
    )
    off = meeting(
        article("Agency", "2023-06-08"), "the Vashton talks are off", "postponed", place="Vashton"
    )
    assert len(merge([held, off])) == 2


def test_a_call_later_in_the_day_is_not_the_talks_of_many_hours() -> None:
    who = (ALPHA_FM, BETA_FM)
    talks = meeting(AGENCY, "talks between the two ministers", who=who, on="2023-05-25")
    long = meeting(AGENCY, "The talks went on for ten hours", who=who, on="2023-05-25", at=90)
    call = meeting(RADIO, "the two ministers spoke by phone", who=who, on="2023-05-25")
    parts = {frozenset(e.entries) for e in merge([talks, long, call])}
    assert parts == {frozenset({talks.id, long.id}), frozenset({call.id})}


def test_the_parties_with_one_guest_are_another_meeting_than_with_two() -> None:
    three = (*LEADERS, UNION_PRESIDENT)
    given = {"status": "scheduled", "tracks": ("treaty",)}
    later = meeting(RADIO, "they meet on June 20", who=three, on="2023-06-20", **given)
    day_unknown = article("Gazette", "2023-06-05")
    undated = meeting(day_unknown, "she was to meet all", who=(*three, HOST_PRESIDENT), **given)
    the_same = meeting(day_unknown, "she was to meet both", who=three, **given)
    assert len(merge([later, undated], process=PROCESS)) == 2
    assert len(merge([later, the_same], process=PROCESS)) == 1


def test_who_meets_where_and_when_both_sides_were_to_is_one_of_them() -> None:
    rebels = ActorRef("rebels", "Rebels", "Rebels")
    given = {"on": "2023-05-25", "place": "Bruggen"}
    plan = meeting(RADIO, "both sides meet in Bruggen", "scheduled", who=(ALPHA, BETA), **given)
    held = meeting(AGENCY, "Alphia met the rebels in Bruggen", who=(ALPHA, rebels), **given)
    assert len(merge([plan, held], process=PROCESS)) == 1
    mediated = replace(PROCESS, mediators=("hostland",), actors=(*PROCESS.actors, HOST_SIDE))
    host = meeting(AGENCY, "Alphia met its host in Bruggen", who=(ALPHA, HOST), **given)
    assert len(merge([plan, host], process=mediated)) == 2


def test_two_envoys_of_one_briefing_met_two_people() -> None:
    minister = meeting(
        AGENCY, "yesterday the minister spoke with Boris Bern", who=(ALPHA_PM, BETA_PRESIDENT),
        on="2023-05-14",
    )  # fmt: skip
    consul = meeting(
        AGENCY, "a consul visited Mira Moll yesterday", who=(ActorRef("~mira", "Mira Moll"),),
        on="2023-05-14", at=900,
    )  # fmt: skip
    assert len(merge([minister, consul])) == 2


def test_a_summit_that_one_is_to_host_is_not_the_talk_of_others_that_day() -> None:
    summit = meeting(
        AGENCY, "Hostland is to host a summit", "scheduled", who=(HOST,), mediator=(HOST,),
        on="2023-05-26",
    )  # fmt: skip
    talk = meeting(AGENCY, "Ana Alda spoke with them", who=(ALPHA_PM,), on="2023-05-26", at=900)
    assert len(merge([summit, talk])) == 2


def test_calls_that_one_phrase_counts_up_are_as_many_calls() -> None:
    words = "phone calls with Boris Bern and its host"
    first = meeting(AGENCY, words, who=(ALPHA_PM, BETA_PRESIDENT), on="2023-05-14", format="phone")
    second = meeting(AGENCY, words, who=(ALPHA_PM, HOST), on="2023-05-14", format="phone")
    assert len(merge([first, replace(second, id="second")])) == 2
