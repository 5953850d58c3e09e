from dataclasses import replace
from datetime import date

import pytest

from detente import query
from detente.model.entry import Kind
from detente.model.filter import Filter

MEETINGS = Filter(kinds=(Kind.MEETING,))


def test_the_span_is_that_of_what_passes(ledger):
    assert query.span(ledger, MEETINGS) == (date(2023, 5, 25), date(2023, 6, 18))
    assert query.span(ledger, Filter(tracks=("moon",))) is None


def test_crowds_count_by_track_and_stretch(ledger):
    first, last = date(2023, 5, 1), date(2023, 6, 29)
    found = query.crowds(ledger, MEETINGS, first=first, last=last, stretches=2)
    assert [(c.track, str(c.first), str(c.last), c.count) for c in found] == [
        ("border", "2023-05-31", "2023-06-29", 1),
        ("treaty", "2023-05-01", "2023-05-30", 1),
    ]


def test_crowds_are_as_many_things_as_the_timeline_has(ledger):
    first, last = query.span(ledger, Filter())
    counted = query.crowds(ledger, Filter(), first=first, last=last, stretches=7)
    shown = query.timeline(ledger, Filter())
    tracks = [i.event.tracks if i.event else i.reports[0].entry.tracks for i in shown]
    assert sum(c.count for c in counted) == sum(map(len, tracks))


@pytest.mark.parametrize("where", [Filter(), MEETINGS, Filter(tracks=("border",))])
@pytest.mark.parametrize("until", [date(2023, 6, 17), date(2023, 6, 18), date(2023, 6, 30)])
@pytest.mark.parametrize("since", [date(2023, 4, 1), date(2023, 5, 25), date(2023, 5, 26)])
def test_what_is_counted_by_months_is_what_is_counted_by_days(ledger, where, since, until):
    where = replace(where, since=since, until=until)
    whole = query.crowds(ledger, where, first=since, last=until, stretches=1)
    weeks = query.crowds(ledger, where, first=since, last=until, stretches=13)
    assert {(c.first, c.last) for c in whole} <= {(since, until)}
    assert sum(c.count for c in whole) == sum(c.count for c in weeks)
    for crowd in whole:
        same = [c for c in weeks if (c.track, c.kind) == (crowd.track, crowd.kind)]
        assert sum(c.count for c in same) == crowd.count


def test_over_many_years_crowds_are_of_whole_months(ledger):
    first, last = date(2001, 3, 5), date(2031, 3, 4)
    found = query.crowds(ledger, MEETINGS, first=first, last=last, stretches=36)
    assert [(c.track, str(c.first), str(c.last), c.count) for c in found] == [
        ("border", "2023-03-01", "2024-01-31", 1),
        ("treaty", "2023-03-01", "2024-01-31", 1),
    ]


def test_the_matrix_counts_a_side_with_its_people(ledger):
    found = {(s.track, s.actor): s for s in query.spoken_of(ledger, Filter(), most=9)}
    assert found["border", "norland"].count == found["border", "ana-ruiz"].count == 1
    assert found["border", "norland"].latest.sentence.startswith("Ana Ruiz said")


def test_the_matrix_keeps_to_so_many_speakers_the_parties_first(ledger):
    assert {s.actor for s in query.spoken_of(ledger, Filter(), most=2)} <= {"norland", "sudland"}


def test_the_latest_events_come_first(ledger):
    found = query.latest_events(ledger, MEETINGS, limit=9)
    assert [query.first_day(e) for e in found] == ["2023-06-18", "2023-05-25"]


def test_the_latest_events_are_outlines_until_they_are_told(ledger):
    found = query.latest_events(ledger, MEETINGS, limit=9)
    told = [r.event for r in query.told_events(ledger, MEETINGS, found)]
    assert all(event.history for event in told)
    assert [replace(event, history=(), links=()) for event in told] == list(found)
