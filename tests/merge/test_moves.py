"""A meeting brought forward, a suburb and its city, two meetings in one text."""

from dataclasses import replace

from detente.merge import merge
from detente.model.entry import PlaceRef
from detente.model.event import Report

from .reports import (
    ALPHA,
    ALPHA_FM,
    ALPHA_PM,
    BETA,
    BETA_FM,
    BETA_PRESIDENT,
    HOST_PRESIDENT,
    PROCESS,
    UNION_PRESIDENT,
    article,
    meeting,
    partition,
)

ALL = (ALPHA_PM, BETA_PRESIDENT, UNION_PRESIDENT)


def test_a_day_that_one_text_calls_former_and_the_new_one_are_one_meeting():
    early, late = article("Wire", "2024-05-02"), article("Wire", "2024-05-10", name="late")
    planned = meeting(early, "the leaders will meet on 21 May", "scheduled", on="2024-05-21")
    now = meeting(late, "the three will meet on 15 May", "scheduled", who=ALL, on="2024-05-15")
    was = meeting(
        late,
        "The meeting had been scheduled for 21 May",
        "scheduled",
        who=ALL,
        on="2024-05-21",
        at=80,
    )
    (event,) = merge([planned, now, was], process=PROCESS)
    assert (event.status, str(event.date)) == ("scheduled", "2024-05-15")


def test_two_plans_of_one_text_of_which_none_is_former_stay_two():
    head = article("Wire", "2024-05-10")
    near = meeting(head, "the three will meet on 15 May", "scheduled", who=ALL, on="2024-05-15")
    next_ = meeting(
        head, "the three meet again on 21 May", "scheduled", who=ALL, on="2024-05-21", at=80
    )
    assert len(merge([near, next_], process=PROCESS)) == 2


def located(report: Report, name: str, lat: float, lon: float) -> Report:
    place = PlaceRef(name.casefold(), name, None, lat, lon)
    return replace(report, entry=replace(report.entry, place=place))  # type: ignore[call-arg]


def test_a_suburb_and_its_city_are_one_place():
    said = {"who": (ALPHA_FM, BETA_FM), "on": "2024-05-15", "level": "foreign ministers"}
    one = meeting(article("Wire", "2024-05-16"), "the ministers met in Bruggen", **said)
    two = meeting(article("Herald", "2024-05-16"), "they held talks in Assebroek", **said)
    there = located(one, "Bruggen", 51.21, 3.22), located(two, "Assebroek", 51.20, 3.26)
    far = located(one, "Bruggen", 51.21, 3.22), located(two, "Gent", 51.05, 3.72)
    assert len(merge(there, process=PROCESS)) == 1
    assert "places_differ" not in str(merge(there, process=PROCESS)[0].links)
    assert all("near each other" not in str(e.links) for e in merge(far, process=PROCESS))


def test_a_text_that_dates_a_round_and_a_meeting_with_the_host_tells_of_two():
    head = article("Wire", "2024-05-17")
    round_ = meeting(head, "the talks ended on Thursday", who=(ALPHA, BETA), on="2024-05-16")
    host = meeting(
        head,
        "Hugo Holm met with both ministers on Wednesday",
        who=(HOST_PRESIDENT, ALPHA_FM, BETA_FM),
        on="2024-05-15",
        at=60,
    )
    assert partition(merge([round_, host], process=PROCESS)) == {
        frozenset({round_.id}),
        frozenset({host.id}),
    }


def test_a_meeting_on_the_day_before_the_month_that_was_named_is_another_one():
    plan = meeting(
        article("Wire", "2024-05-02"),
        "they will meet again in June",
        "scheduled",
        on="2024-06-01/2024-06-30",
    )
    held = meeting(article("Herald", "2024-06-01"), "they met on Friday", on="2024-05-31")
    assert len(merge([plan, held], process=PROCESS)) == 2
