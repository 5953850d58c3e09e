"""One meeting over several days: planned, put off, planned anew, held."""

from detente.merge import merge
from detente.model.event import Judgement, Report
from detente.model.when import Basis

from .reports import ALPHA, ALPHA_FM, BETA, BETA_FM, HOST, article, days, meeting, partition

MINISTERS = "foreign ministers"


def _plan() -> Report:
    return meeting(
        article("Agency", "2023-06-05"),
        "The foreign ministers will meet in Vashton on June 12",
        "scheduled",
        on="2023-06-12",
        place="Vashton",
        level=MINISTERS,
    )


def _off() -> Report:
    return meeting(
        article("Radio", "2023-06-08"),
        "the talks of the foreign ministers planned in Vashton were put off",
        "postponed",
        place="Vashton",
        level=MINISTERS,
    )


def _anew() -> Report:
    return meeting(
        article("Agency", "2023-06-22"),
        "the foreign ministers will meet in Vashton next week",
        "scheduled",
        on=days("2023-06-26/2023-07-02", Basis.RELATIVE),
        place="Vashton",
        level=MINISTERS,
    )


def _held() -> Report:
    return meeting(
        article("Post", "2023-06-30"),
        "the foreign ministers met outside Vashton on June 27-29",
        on="2023-06-27/2023-06-29",
        place="Vashton",
        level=MINISTERS,
    )


def test_a_meeting_that_was_put_off_and_held_later_is_one_chain() -> None:
    reports = [_held(), _off(), _anew(), _plan()]
    (event,) = merge(reports)
    assert [s.status for s in event.history] == ["scheduled", "postponed", "scheduled", "held"]
    assert event.status == "held"
    assert str(event.date) == "2023-06-27/2023-06-29"
    reasons = {f.feature for link in event.links for f in link.features}
    assert {"planned_then_put_off", "put_off_then_planned_anew"} <= reasons


def test_before_it_is_planned_anew_it_is_put_off() -> None:
    (event,) = merge([_plan(), _off()])
    assert event.status == "postponed"


def test_put_off_while_the_old_day_is_named() -> None:
    off = meeting(
        article("Radio", "2023-06-08"),
        "the meeting due on June 12 in Vashton has been postponed",
        "postponed",
        on="2023-06-12",
    )
    (event,) = merge([_plan(), off, _anew(), _held()])
    assert event.status == "held"


def test_another_level_does_not_take_the_place_of_the_meeting_put_off() -> None:
    leaders = meeting(
        article("Agency", "2023-06-10"),
        "the leaders will meet in Hafen on June 14",
        "scheduled",
        on="2023-06-14",
        place="Hafen",
        level="leaders",
    )
    events = merge([_plan(), _off(), leaders])
    assert len(events) == 2


def test_what_is_planned_three_months_later_is_a_new_meeting() -> None:
    late = meeting(
        article("Agency", "2023-09-20"),
        "the foreign ministers will meet in Vashton on September 30",
        "scheduled",
        on="2023-09-30",
        place="Vashton",
        level=MINISTERS,
    )
    assert len(merge([_plan(), _off(), late])) == 2


def test_the_next_meeting_takes_the_place_and_the_one_after_it_does_not() -> None:
    later = meeting(
        article("Post", "2023-07-20"),
        "the foreign ministers met in Vashton on July 18",
        on="2023-07-18",
        place="Vashton",
        level=MINISTERS,
    )
    events = merge([_plan(), _off(), _anew(), _held(), later])
    assert frozenset({later.id}) in partition(events)
    assert len(events) == 2


def test_talks_of_one_side_with_the_host_do_not_take_the_place() -> None:
    one_side = meeting(
        article("Agency", "2023-06-10"),
        "the ministers of Alphia and Hostland meet in Vashton on June 15",
        "scheduled",
        who=(ALPHA, HOST),
        on="2023-06-15",
        place="Vashton",
        level=MINISTERS,
    )
    assert len(merge([_plan(), _off(), one_side])) == 2


def test_a_cancelled_meeting_has_no_successor() -> None:
    off = meeting(
        article("Radio", "2023-06-08"),
        "the meeting in Vashton was called off",
        "cancelled",
        place="Vashton",
        who=(ALPHA, BETA),
    )
    events = merge([_plan(), off, _anew()])
    assert {e.status for e in events} == {"cancelled", "scheduled"}


def test_a_stale_plan_told_after_the_meeting_does_not_undo_it() -> None:
    stale = meeting(
        article("Weekly", "2023-07-01"),
        "the foreign ministers are due to meet in Vashton on June 27-29",
        "scheduled",
        on="2023-06-27/2023-06-29",
        place="Vashton",
        level=MINISTERS,
    )
    (event,) = merge([_held(), stale])
    assert event.status == "held"


def test_a_person_can_keep_the_new_plan_apart() -> None:
    plan, off, anew = _plan(), _off(), _anew()
    events = merge([plan, off, anew], judgements=[Judgement(plan.id, anew.id, same=False)])
    assert not any({plan.id, anew.id} <= set(e.entries) for e in events)


def test_talk_of_a_new_date_is_no_new_plan() -> None:
    off = meeting(
        article("Radio", "2023-06-08"),
        "the talks of the foreign ministers planned for June 12 were put off",
        "postponed",
        on="2023-06-12",
        who=(ALPHA_FM, BETA_FM),
        level=MINISTERS,
    )
    to_be_agreed = meeting(
        article("Gazette", "2023-06-09"),
        "the exact date of the talks of the foreign ministers is being agreed",
        "scheduled",
        who=(ALPHA_FM, BETA_FM),
        level=MINISTERS,
    )
    (event,) = merge([_plan(), off, to_be_agreed])
    assert (event.status, event.date) == ("postponed", None)
    assert str(event.was_due) == "2023-06-12"


def test_a_new_day_ends_the_postponement() -> None:
    (event,) = merge([_plan(), _off(), _anew()])
    assert (event.status, event.was_due) == ("scheduled", None)


def test_the_word_that_talks_are_off_is_of_none_that_were_held_before() -> None:
    past = meeting(
        article("Agency", "2023-05-05"),
        "the foreign ministers had met since Monday at a training center",
        who=(ALPHA_FM, BETA_FM),
        level=MINISTERS,
    )
    off = meeting(
        article("Agency", "2023-06-08"),
        "the talks of the foreign ministers were put off",
        "postponed",
        who=(ALPHA_FM, BETA_FM),
        level=MINISTERS,
    )
    assert len(merge([past, off])) == 2


def test_what_is_planned_for_this_year_is_not_what_was_held_before_that_was_said() -> None:
    plan = meeting(
        article("Gazette", "2023-07-25"),
        "the host wants to hold one more summit with the two this year",
        "scheduled",
        who=(ALPHA, BETA, HOST),
        on=days("2023-01-01/2023-12-31", Basis.RELATIVE),
        place="Vashton",
    )
    assert len(merge([_held(), plan])) == 2


def test_the_days_that_talks_lasted_are_not_narrowed_by_who_names_the_last() -> None:
    ended = meeting(
        article("Gazette", "2023-06-30"),
        "the foreign ministers ended their talks near Vashton on Thursday",
        on=days("2023-06-29", Basis.WEEKDAY),
        place="Vashton",
        level=MINISTERS,
    )
    lasted = meeting(
        article("Post", "2023-06-30"),
        "the foreign ministers met near Vashton from Tuesday to Thursday",
        on=days("2023-06-27/2023-06-29", Basis.WEEKDAY),
        place="Vashton",
        level=MINISTERS,
    )
    (event,) = merge([ended, lasted])
    assert str(event.date) == "2023-06-27/2023-06-29"
