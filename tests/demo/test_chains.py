"""Each chain that the dispatches of the demo tell: announced, confirmed, put off, announced anew, held or off."""

from datetime import date

import pytest

from detente import query
from detente.model.chain import Backing, Chain, Explanation, Move
from detente.model.entry import Kind
from detente.model.filter import Filter

from .conftest import Demo

WASHINGTON = "in Washington on 12 June"
BRUSSELS = "Brussels on 21 July"


def moves(chain: Chain) -> list[Move]:
    return [stage.move for stage in chain.stages]


def reasons(chain: Chain) -> list[Explanation]:
    return [why for stage in chain.stages for why in stage.explanations]


def speakers(chain: Chain, words: str) -> set[str]:
    """Name who says each reason that has these words; an empty name for the outlet itself."""
    return {", ".join(a.name for a in why.speaker) for why in reasons(chain) if words in why.quote}


def test_on_7_june_the_washington_talks_are_scheduled_for_12_june(demo: Demo) -> None:
    chain = demo.chain(WASHINGTON, "2023-06-07")
    assert chain.standing.startswith(
        "scheduled for 2023-06-12 in Washington by one side: Armenia, and by European Union"
    )
    assert moves(chain)[:2] == [Move.ANNOUNCED, Move.CONFIRMED]


def test_on_9_june_they_are_put_off_with_no_day_and_the_competing_explanations(demo: Demo) -> None:
    chain = demo.chain(WASHINGTON, "2023-06-09")
    assert demo.meeting(WASHINGTON, "2023-06-09").recorded.event.date is None
    assert chain.standing.startswith("put off, no new day")
    assert chain.standing.endswith("; it was planned for 2023-06-12 in Washington; 3 explanations")
    assert speakers(chain, "at the request of the Azerbaijani side") == {"Ani Badalyan"}
    assert speakers(chain, "Baku asked for it") == {"Armenia"}
    assert speakers(chain, "a clash of schedules and to logistics") == {""}


def test_on_9_june_they_are_found_where_they_were_due(demo: Demo) -> None:
    as_of = date(2023, 6, 9)
    put_off = demo.meeting(WASHINGTON, "2023-06-09").recorded.event.id
    june = Filter(kinds=(Kind.MEETING,), since=date(2023, 6, 10), as_of=as_of)
    assert put_off in {i.id for i in query.timeline(demo.ledger, june)}
    assert put_off in {i.id for i in query.agenda(demo.ledger, Filter(as_of=as_of))}
    treaty = query.board(demo.ledger, Filter(as_of=as_of, tracks=("treaty",))).tracks[0].status
    assert (treaty.status, put_off in treaty.events) == ("scheduled", True)


def test_on_15_june_the_host_has_given_an_explanation_of_its_own(demo: Demo) -> None:
    chain = demo.chain(WASHINGTON, "2023-06-15")
    assert chain.standing.startswith("put off, no new day")
    assert speakers(chain, "100 percent due to scheduling issues") == {"Matthew Miller"}
    assert speakers(chain, "at the request of the Azerbaijani side") == {"Ani Badalyan"}


def test_on_22_june_they_are_scheduled_for_the_week_of_26_june_by_one_side(demo: Demo) -> None:
    chain = demo.chain(WASHINGTON, "2023-06-22")
    assert chain.standing == (
        "scheduled for the week of 2023-06-26 in Washington by one side: Armenia"
    )
    assert moves(chain)[-1] is Move.ANEW
    assert chain.stages[-1].backing is Backing.ONE_SIDE
    assert reasons(chain)  # why it had been put off stays in its history


def test_in_july_they_were_held(demo: Demo) -> None:
    chain = demo.chain(WASHINGTON, "2023-07-05")
    assert chain.standing.startswith("held from 2023-06-27 to 2023-06-29")
    assert list(dict.fromkeys(m for m in moves(chain) if m is not Move.DAY_OPEN)) == [
        Move.ANNOUNCED,
        Move.CONFIRMED,
        Move.PUT_OFF,
        Move.ANEW,
        Move.HELD,
    ]


def test_the_brussels_summit_of_july_was_brought_forward_and_held(demo: Demo) -> None:
    assert demo.chain(BRUSSELS, "2023-06-30").standing == (
        "scheduled for 2023-07-21 in Brussels by European Union"
    )
    assert demo.chain(BRUSSELS, "2023-07-14").standing == (
        "scheduled for 2023-07-15 in Brussels by one side: Armenia"
    )
    held = demo.chain(BRUSSELS, "2023-07-20")
    assert held.standing == "held on 2023-07-15 in Brussels"
    assert moves(held)[-2:] == [Move.MOVED, Move.HELD]


def test_the_moscow_summit_of_may_was_announced_by_one_side_and_held(demo: Demo) -> None:
    words = "in Moscow on May 25"
    assert demo.chain(words, "2023-05-18").standing == (
        "scheduled for 2023-05-25 in Moscow by one side: Armenia"
    )
    assert demo.chain(words, "2023-05-26").standing == "held on 2023-05-25 in Moscow"


def test_the_chisinau_meeting_was_scheduled_and_held(demo: Demo) -> None:
    words = "is scheduled for June 1 in Moldova"
    assert demo.chain(words, "2023-05-27").standing.startswith("scheduled for 2023-06-01")
    assert demo.chain(words, "2023-06-03").standing.startswith("held on 2023-06-01")


def test_granada_was_scheduled_declined_by_one_side_and_held_without_it(demo: Demo) -> None:
    words = "scheduled for 5 October in Granada"
    assert demo.chain(words, "2023-09-28").standing.startswith(
        "scheduled for 2023-10-05 in Granada"
    )
    declined = demo.chain(words, "2023-10-04")
    assert "; declined by Azerbaijan" in declined.standing
    assert any("France and Germany objected" in why.quote for why in reasons(declined))
    held = demo.chain(words, "2023-10-10")
    assert held.standing == "held on 2023-10-05 in Granada"
    assert any("France and Germany objected" in why.quote for why in reasons(held))


def test_the_brussels_summit_of_october_will_not_take_place(demo: Demo) -> None:
    words = "to meet with President Ilham Aliyev and Charles Michel"
    assert demo.chain(words, "2023-10-20").standing.startswith(
        "scheduled between 2023-10-24 and 2023-10-31"
    )
    off = demo.chain(words, "2023-10-27")
    assert off.standing.startswith("called off")
    assert speakers(off, "could not find the time") == {"Ararat Mirzoyan"}


def test_the_washington_meeting_of_november_was_called_off_by_one_side(demo: Demo) -> None:
    chain = demo.chain("in Washington on November 20", "2023-11-17")
    assert chain.standing.startswith(
        "called off by Azerbaijan; it was planned for 2023-11-20 in Washington"
    )
    assert speakers(chain, "remarks of James O'Brien") == {"Azerbaijan"}


@pytest.mark.parametrize(
    ("words", "before", "after", "held"),
    [
        ("to meet again in Brussels in mid-December", "2021-11-28", "2021-12-16", "2021-12-14"),
        ("will hold their first joint meeting", "2022-05-23", "2022-05-26", "2022-05-24"),
        ("will be held in Yevlakh on Thursday", "2023-09-20", "2023-09-22", "2023-09-21"),
    ],
)
def test_what_was_announced_once_was_held(
    demo: Demo, words: str, before: str, after: str, held: str
) -> None:
    assert demo.chain(words, before).standing.startswith("scheduled")
    assert demo.chain(words, after).standing.startswith(f"held on {held}")


@pytest.mark.parametrize(
    ("words", "as_of"),
    [
        ("The three will meet again by July or August", "2022-10-10"),
        ("to hold their next session in Brussels in November", "2022-12-14"),
    ],
)
def test_what_was_announced_and_never_told_of_again_is_said_to_be_so(
    demo: Demo, words: str, as_of: str
) -> None:
    assert "no report that it was held" in demo.chain(words, as_of).standing


def test_a_meeting_that_may_be_is_proposed(demo: Demo) -> None:
    chain = demo.chain("may meet in Washington in January", "2023-12-14")
    assert chain.standing == "proposed for January 2024 in Washington by United States, Armenia"


def test_a_plan_of_which_nothing_was_heard_is_told_as_such(demo: Demo) -> None:
    def unheard(as_of: str) -> set[str]:
        where = Filter(kinds=(Kind.MEETING,), as_of=date.fromisoformat(as_of))
        return {i.reports[0].sentence for i in query.timeline(demo.ledger, where) if i.unheard}

    sentence = "The deputy prime ministers of the three countries will meet in Moscow in a week"
    assert sentence not in unheard("2023-05-31")
    assert sentence not in unheard("2023-06-03")  # by then they had met
    assert "to meet again in Granada in October" not in unheard("2023-10-04")


def test_the_meeting_of_the_three_deputies_was_planned_and_held(demo: Demo) -> None:
    words = "The deputy prime ministers of the three countries will meet in Moscow in a week"
    assert demo.chain(words, "2023-06-03").standing.startswith("held on 2023-06-02 in Moscow")


def test_a_spokesman_who_mentions_the_summit_is_told_with_it(demo: Demo) -> None:
    summit = demo.meeting("last week's meeting of the leaders in Moldova", "2023-06-09")
    event = summit.recorded.event
    assert str(event.date) == "2023-06-01"
    assert "Vedant Patel" not in {a.name for a in event.participants}
