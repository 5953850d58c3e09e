"""The word for a track follows from what was told by the day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from detente.assess import RULES, assess
from detente.model.entry import (
    Agreement,
    Assessment,
    Commitment,
    Condition,
    Incident,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
    Refusal,
    Sign,
)

from .stories import ALPHA, BETA, PROCESS, days, event, labelled, meeting, said, treaty

BRUGGEN = meeting("held", "2023-05-14")


def test_the_scale_in_the_docs_is_the_scale_in_the_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "status-scale.md").read_text(encoding="utf-8")
    rows = [tuple(c.strip() for c in r.split("|")[1:3]) for r in page.splitlines() if "|" in r]
    assert [r for r in rows if r[0].startswith("`")] == [(f"`{r.status}`", r.text) for r in RULES]


def test_a_recent_meeting_makes_a_track_active_until_sixty_days_have_passed() -> None:
    on_the_day = treaty([BRUGGEN], [], "2023-07-13")
    assert (on_the_day.status, on_the_day.since) == ("active", date(2023, 5, 14))
    assert on_the_day.events == (BRUGGEN.id,)
    assert on_the_day.last_meeting == BRUGGEN.id
    assert treaty([BRUGGEN], [], "2023-07-14").status != "active"


def test_before_a_meeting_took_place_it_is_not_the_last_one() -> None:
    status = treaty([BRUGGEN], [], "2023-05-13")
    assert (status.status, status.last_meeting) == ("unknown", None)


def test_a_plan_is_the_next_meeting_until_its_day() -> None:
    plan = meeting("scheduled", "2023-05-25", published="2023-05-19")
    assert treaty([plan], [], "2023-05-18").next_meeting is None  # not yet told
    told = treaty([plan], [], "2023-05-20")
    assert (told.status, told.next_meeting) == ("scheduled", plan.id)
    assert treaty([plan], [], "2023-05-26").next_meeting is None


def test_the_nearest_plan_is_the_next_meeting() -> None:
    late, near = (
        meeting("scheduled", d, published="2023-05-01") for d in ("2023-06-01", "2023-05-25")
    )
    assert treaty([late, near], [], "2023-05-20").next_meeting == near.id


def test_a_meeting_put_off_is_not_the_next_one_and_stalls_the_track() -> None:
    off = meeting("postponed", "2023-06-12", published="2023-06-08")
    status = treaty([off], [], "2023-06-10")
    assert (status.status, status.next_meeting, status.since) == ("stalled", None, date(2023, 6, 8))


def test_a_meeting_put_off_undoes_the_one_held_before_it_and_leaves_the_next() -> None:
    off = meeting("postponed", "2023-06-12", published="2023-06-08")
    later = meeting("scheduled", "2023-07-21", published="2023-06-02")
    assert treaty([BRUGGEN, off], [], "2023-06-10").status == "stalled"
    status = treaty([BRUGGEN, off, later], [], "2023-06-10")
    assert (status.status, status.events) == ("scheduled", (later.id, off.id))


def test_a_party_that_calls_a_meeting_off_refuses_it_and_blocks_no_talks() -> None:
    off = meeting("cancelled", "2023-06-12", published="2023-06-08")
    (step,) = off.history
    by_beta = replace(off, history=(replace(step, said_by=(BETA,)),))
    assert treaty([BRUGGEN, off], [], "2023-06-10").last_refusal is None
    status = treaty([BRUGGEN, by_beta], [], "2023-06-10")
    assert (status.status, status.last_refusal) == ("stalled", step.entry)


def test_a_refusal_after_the_last_meeting_blocks() -> None:
    no = said(Refusal, "Alphia rejected the draft", "2023-06-01")
    status = treaty([BRUGGEN], [no], "2023-06-10")
    assert (status.status, status.entries, status.last_refusal) == ("blocked", (no.id,), no.id)


def test_a_refusal_before_the_last_meeting_does_not() -> None:
    no = said(Refusal, "Alphia rejected the draft", "2023-05-01")
    assert treaty([BRUGGEN], [no], "2023-06-10").status == "active"


def test_a_hopeful_word_after_a_meeting_makes_it_advancing_and_a_worried_one_undoes_it() -> None:
    good = said(Assessment, "the sides came closer to a deal", "2023-05-15")
    bad = said(Assessment, "the talks have run into the sand", "2023-05-20", sign=Sign.BAD)
    assert treaty([BRUGGEN], [good], "2023-06-10").status == "advancing"
    assert treaty([BRUGGEN], [good, bad], "2023-06-10").status == "active"


def test_an_agreement_stands_above_the_meeting_and_a_refusal_undoes_it() -> None:
    deal = event(Kind.AGREEMENT, "agreed", "2023-05-14")
    no = said(Refusal, "Alphia rejected the text", "2023-06-01")
    assert treaty([BRUGGEN, deal], [], "2023-06-10").status == "agreed"
    assert treaty([BRUGGEN, deal], [no], "2023-06-10").status == "blocked"


def test_an_agreement_to_meet_is_no_agreement_on_the_matter() -> None:
    words = "They agreed on a round of talks in July"
    agreed = said(Agreement, words, "2023-05-14")
    to_meet = said(
        Meeting, words, "2023-05-14", status=MeetingStatus.SCHEDULED, participants=(ALPHA, BETA)
    )
    deal = event(Kind.AGREEMENT, "agreed", "2023-05-14", entries=(agreed.id,))
    assert treaty([BRUGGEN, deal], [agreed], "2023-06-10").status == "agreed"
    assert treaty([BRUGGEN, deal], [agreed, to_meet], "2023-06-10").status == "active"


def test_an_incident_is_a_crisis_for_the_tracks_it_bears_on_alone() -> None:
    clash = event(Kind.INCIDENT, "happened", "2023-05-20", tracks=("fighting",))
    main, fighting = assess(PROCESS, [BRUGGEN, clash], [], as_of=date(2023, 6, 10))
    assert (main.status, fighting.status) == ("active", "in crisis")
    assert fighting.events == (clash.id,)


def test_a_ceasefire_after_the_clash_ends_the_crisis() -> None:
    clash = event(Kind.INCIDENT, "happened", "2023-05-20", tracks=("fighting",))
    truce = event(Kind.AGREEMENT, "agreed", "2023-05-21", tracks=("fighting",))
    assert assess(PROCESS, [clash, truce], [], as_of=date(2023, 6, 10))[1].status == "agreed"


def test_a_release_of_prisoners_is_no_crisis() -> None:
    release = labelled(
        said(Incident, "ten prisoners were set free", "2023-05-20", status=IncidentStatus.HAPPENED),
        "RETREAT",
    )
    freed = event(Kind.INCIDENT, "happened", "2023-05-20", entries=(release.id,))
    assert treaty([freed], [release], "2023-05-25").status != "in crisis"


def test_a_blockade_goes_on_as_long_as_it_is_reported() -> None:
    blockade = event(
        Kind.INCIDENT, "ongoing", "2022-12-12", tracks=("fighting",), published="2023-03-25"
    )
    assert assess(PROCESS, [blockade], [], as_of=date(2023, 4, 1))[1].status == "in crisis"
    assert assess(PROCESS, [blockade], [], as_of=date(2023, 5, 30))[1].status == "strained"


def test_a_condition_holds_back_the_tracks_that_it_gates() -> None:
    first = said(
        Condition, "no treaty before the border is drawn", "2023-05-01", tracks=("fighting",)
    )
    main, fighting = assess(PROCESS, [], [first], as_of=date(2023, 6, 1))
    assert (main.status, main.open_conditions) == ("blocked", (first.id,))
    assert (fighting.status, fighting.open_conditions) == ("unknown", ())


def test_conditions_run_from_the_latest_and_end_after_a_year() -> None:
    old, older, new = (
        said(Condition, "no treaty before the border is drawn", day)
        for day in ("2022-09-01", "2022-01-01", "2023-05-01")
    )
    assert treaty([], [old, older, new], "2023-06-01").open_conditions == (new.id, old.id)


def test_a_commitment_is_open_until_its_time_is_over() -> None:
    soon = said(
        Commitment, "Alphia will sign in June", "2023-05-01", due=days("2023-06-01/2023-06-30")
    )
    some_day = said(Commitment, "Alphia is committed to peace", "2023-05-01")
    assert set(treaty([], [soon, some_day], "2023-06-30").open_commitments) == {
        soon.id,
        some_day.id,
    }
    assert treaty([], [soon, some_day], "2023-07-01").open_commitments == (some_day.id,)
    assert treaty([], [soon, some_day], "2023-11-01").open_commitments == ()


def test_words_published_later_do_not_count() -> None:
    late = said(Refusal, "Alphia declined to come", "2023-06-01")
    assert treaty([BRUGGEN], [late], "2023-05-31").last_refusal is None


def test_words_without_a_meeting_are_voiced_and_silence_is_dormant() -> None:
    word = said(Commitment, "Alphia is committed to peace", "2023-05-01")
    assert treaty([], [word], "2023-06-01").status == "voiced"
    assert treaty([], [word], "2023-10-01").status == "dormant"
    assert treaty([BRUGGEN], [], "2023-12-01").status == "dormant"


def test_of_the_words_of_one_day_those_that_name_the_track_are_shown() -> None:
    named = said(Commitment, "Alphia is committed to the treaty", "2023-05-01")
    words = [said(Commitment, f"It is committed to it, {n}", "2023-05-01") for n in range(3)]
    assert treaty([], [*words, named], "2023-06-01").entries == (named.id,)


def test_talk_goes_on_though_the_last_meeting_is_long_past() -> None:
    word = said(Commitment, "Alphia is committed to peace", "2023-08-01")
    status = treaty([BRUGGEN], [word], "2023-08-20")
    assert (status.status, status.since) == ("stalled", date(2023, 5, 14))
    assert (status.events, status.entries) == ((BRUGGEN.id,), (word.id,))


def test_talks_that_name_no_subject_are_on_the_main_track() -> None:
    unnamed = meeting("held", "2023-05-14", tracks=())
    main, fighting = assess(PROCESS, [unnamed], [], as_of=date(2023, 6, 1))
    assert (main.last_meeting, fighting.last_meeting) == (unnamed.id, None)


def test_a_vague_year_is_no_recent_meeting() -> None:
    assert treaty([meeting("held", "2023-01-01/2023-12-31")], [], "2023-06-01").status == "unknown"


def test_the_order_of_what_is_given_does_not_matter() -> None:
    events = [
        BRUGGEN,
        meeting("scheduled", "2023-06-12", published="2023-06-01"),
        meeting("scheduled", "2023-06-12", published="2023-06-01"),
        event(Kind.AGREEMENT, "agreed", "2023-05-14"),
    ]
    words = [
        said(Refusal, "Alphia declined to come", "2023-06-01"),
        said(Commitment, "Alphia is committed to peace", "2023-06-01"),
        said(Condition, "no treaty before the border is drawn", "2023-06-01"),
    ]
    forward = treaty(events, words, "2023-06-05")
    assert treaty(events[::-1], words[::-1], "2023-06-05") == forward


def test_what_was_told_beforehand_alone_has_not_happened() -> None:
    told_before = meeting("held", "2023-05-25", published="2023-05-19")
    assert treaty([told_before], [], "2023-06-01").last_meeting is None


def test_a_range_ends_with_the_article_that_gives_it() -> None:
    deal = event(Kind.AGREEMENT, "agreed", "2023-05-15/2023-06-30", published="2023-05-20")
    assert treaty([deal], [], "2023-06-15").since == date(2023, 5, 20)
