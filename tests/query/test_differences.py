from datetime import date

from detente.model.entry import (
    ActorRef,
    Commitment,
    Figure,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
    Strength,
)
from detente.model.when import DateRange
from detente.query import Point, differences

from .reports import (
    ANA,
    HOLM,
    NORLAND,
    OLE,
    SUDLAND,
    VARN,
    event_of,
    incident,
    passage,
    told,
)


def points(*reports, **event):
    return {d.point: d for d in differences(event_of(*reports, **event)).points}


def meeting(
    words, *, outlet, day, status=MeetingStatus.HELD, participants=(NORLAND, SUDLAND), date=None
):
    entry = Meeting(
        document=f"{outlet} {day}",
        evidence=passage(words),
        status=status,
        participants=participants,
        date=date,
    )
    return told(entry, outlet=outlet, day=day)


DAY, LATER = (DateRange.on(date(2023, month, 1)) for month in (6, 7))


def promise(words, strength, *, outlet, due):
    entry = Commitment(
        document=outlet, evidence=passage(words), by=(NORLAND,), strength=strength, due=due
    )
    return told(entry, outlet=outlet)


def test_reports_that_agree_differ_in_nothing():
    first, second = incident(place=VARN), incident(outlet="Sud Daily", place=VARN)
    assert points(first, second) == {}


def test_what_one_report_leaves_open_is_no_difference():
    assert points(incident(place=VARN), incident(outlet="Sud Daily")) == {}


def test_two_counts_stand_side_by_side_with_the_reports_that_give_them():
    ours = incident(figures=(Figure("soldiers", 3, 3, "Norland"),), said_by=(NORLAND,))
    theirs = incident(
        outlet="Sud Daily", figures=(Figure("soldiers", 49, None, "Sudland"),), said_by=(SUDLAND,)
    )
    found = points(ours, theirs)[Point.FIGURE]
    assert [(v.told.low, v.told.by, v.reports) for v in found.versions] == [
        (3, "Norland", (ours,)),
        (49, "Sudland", (theirs,)),
    ]
    assert found.opposed


def test_counts_that_one_number_fits_are_not_opposed():
    many = incident(figures=(Figure("soldiers", 16, None),))
    exact = incident(outlet="Sud Daily", figures=(Figure("soldier", 20, 20),))
    assert not points(many, exact)[Point.FIGURE].opposed


def test_the_dead_are_not_counted_against_the_wounded():
    dead = incident("16 people were killed", figures=(Figure("people", 16, 16),))
    hurt = incident("100 people were wounded", figures=(Figure("people", 100, 100),))
    assert points(dead, hurt) == {}
    more = incident("24 people died", figures=(Figure("people", 24, 24),))
    assert points(dead, hurt, more)[Point.FIGURE].fate == "dead"


def test_one_number_by_two_counts_is_no_difference():
    first = incident(figures=(Figure("tanks", 2, 2, "Norland"),))
    second = incident(outlet="Sud Daily", figures=(Figure("tanks", 2, 2, "Sudland"),))
    assert points(first, second) == {}


def test_who_is_not_in_the_profile_opposes_nobody():
    family = ActorRef("~five-members", "five members")
    first, second = incident(by=(NORLAND,)), incident(outlet="Sud Daily", by=(family,))
    assert not points(first, second)[Point.DIRECTION].opposed


def test_each_side_names_the_other_as_the_one_who_fired():
    ours = incident(by=(SUDLAND,), to=(NORLAND,), said_by=(ANA,))
    theirs = incident(outlet="Sud Daily", by=(NORLAND,), to=(SUDLAND,), said_by=(OLE,))
    found = points(ours, theirs)[Point.DIRECTION]
    assert found.opposed
    assert [v.reports for v in found.versions] == [(ours,), (theirs,)]


def test_a_report_that_names_only_one_of_two_doers_is_not_opposed():
    both = incident(by=(NORLAND, SUDLAND))
    one = incident(outlet="Sud Daily", by=(NORLAND,))
    assert not points(both, one)[Point.DIRECTION].opposed


def test_a_denial_is_a_difference_on_any_day():
    happened = incident(day="2023-05-01")
    denied = incident(outlet="Sud Daily", day="2023-05-09", status=IncidentStatus.DENIED)
    assert points(happened, denied)[Point.STATUS].opposed


def test_a_plan_that_came_about_is_history_and_no_difference():
    planned = meeting(
        "They will meet", outlet="A", day="2023-05-01", status=MeetingStatus.SCHEDULED
    )
    held = meeting("They met", outlet="B", day="2023-05-03")
    assert Point.STATUS not in points(planned, held, kind=Kind.MEETING, status="held")


def test_two_statuses_of_one_day_are_a_difference():
    planned = meeting(
        "They will meet", outlet="A", day="2023-05-01", status=MeetingStatus.SCHEDULED
    )
    off = meeting("It is off", outlet="B", day="2023-05-01", status=MeetingStatus.CANCELLED)
    assert Point.STATUS in points(planned, off, kind=Kind.MEETING, status="cancelled")


def test_one_article_that_tells_of_before_and_after_does_not_differ_from_itself():
    planned = meeting(
        "It was planned", outlet="A", day="2023-05-01", status=MeetingStatus.SCHEDULED
    )
    off = meeting("It is off", outlet="A", day="2023-05-01", status=MeetingStatus.CANCELLED)
    assert Point.STATUS not in points(planned, off, kind=Kind.MEETING, status="cancelled")


def test_a_day_that_was_planned_and_moved_is_history():
    day, other = (DateRange.on(date(2023, 5, n)) for n in (1, 8))
    planned = meeting(
        "They will meet", outlet="A", day="2023-04-20", status=MeetingStatus.SCHEDULED, date=day
    )
    held = meeting("They met", outlet="B", day="2023-05-09", date=other)
    assert Point.DATE not in points(planned, held, kind=Kind.MEETING, status="held")


def test_strength_and_due_day_of_one_promise_are_held_against_each_other():
    firm = promise("will reopen the road by June", Strength.PLEDGE, outlet="A", due=DAY)
    open_ = promise("may reopen the road in July", Strength.HOPE, outlet="B", due=LATER)
    found = points(firm, open_, kind=Kind.COMMITMENT, status="open")
    assert [v.told for v in found[Point.STRENGTH].versions] == ["pledge", "hope"]
    assert [v.told for v in found[Point.DATE].versions] == [DAY, LATER]


def test_places_and_days_that_differ_are_told():
    day, other = (DateRange.on(date(2023, 5, n)) for n in (1, 2))
    found = points(
        incident(place=VARN, date=day), incident(outlet="Sud Daily", place=HOLM, date=other)
    )
    assert [v.told for v in found[Point.PLACE].versions] == [VARN, HOLM]
    assert [v.told for v in found[Point.DATE].versions] == [day, other]


def test_who_is_named_by_some_only_is_told_with_who_is_silent():
    full = meeting("Ruiz met Sudland", outlet="A", day="2023-05-01", participants=(ANA, SUDLAND))
    bare = meeting("Norland met Sudland", outlet="B", day="2023-05-01")
    (version,) = points(full, bare, kind=Kind.MEETING)[Point.PARTICIPANTS].versions
    assert (version.told, version.reports, version.silent) == ((ANA,), (full,), (bare,))


def test_a_side_is_named_where_its_minister_is():
    named = meeting("Ruiz met Berg", outlet="A", day="2023-05-01", participants=(ANA, OLE))
    bare = meeting("Norland and Sudland met", outlet="B", day="2023-05-01")
    versions = points(named, bare, kind=Kind.MEETING)[Point.PARTICIPANTS].versions
    assert [v.told for v in versions] == [(ANA, OLE)]


def test_reports_are_grouped_by_whose_account_they_are_and_the_outlets_own_come_last():
    own = incident("Shots were heard")
    ours = incident("Sudland fired", said_by=(ANA,))
    theirs = incident("Norland fired", outlet="Sud Daily", said_by=(SUDLAND,))
    found = differences(event_of(own, theirs, ours)).accounts
    assert [(a.sides, a.reports) for a in found] == [
        (("Norland",), (ours,)),
        (("Sudland",), (theirs,)),
        ((), (own,)),
    ]


def test_nothing_is_made_of_an_event_without_reports():
    found = differences(event_of())
    assert (found.points, found.accounts) == ((), ())


def test_each_side_says_that_the_other_struck_first():
    ours = incident("Sudland fired first", by=(SUDLAND,), to=(NORLAND,), said_by=(ANA,))
    theirs = incident("Sudland returned fire", outlet="Sud Daily", by=(SUDLAND,), said_by=(OLE,))
    silent = incident("Shots were fired", outlet="World", by=(NORLAND, SUDLAND))
    found = points(ours, theirs, silent)[Point.FIRST]
    assert [(v.told, v.reports) for v in found.versions] == [
        ((SUDLAND,), (ours,)),
        ((NORLAND,), (theirs,)),
    ]
    assert found.opposed


def test_who_struck_first_is_told_by_one_report_too():
    ours = incident("An unprovoked attack", by=(SUDLAND,), to=(NORLAND,))
    found = points(ours, incident(outlet="World", by=(SUDLAND,)))[Point.FIRST]
    assert [v.told for v in found.versions] == [(SUDLAND,)]
    assert not found.opposed
    assert Point.FIRST not in points(ours)


def test_an_answer_to_nobody_named_and_a_denied_attack_tell_nothing_of_the_first_blow():
    answer = incident("Sudland returned fire", by=(SUDLAND,))
    denied = incident(
        "Sudland fired first", outlet="World", by=(SUDLAND,), status=IncidentStatus.DENIED
    )
    assert Point.FIRST not in points(answer, denied)
