from datetime import date

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from detente.cli.kinds import KINDS, read_kind
from detente.cli.options import Days, read_days
from detente.model.entry import Kind


def test_a_day_is_itself_and_a_month_all_its_days():
    assert read_days("2023-05-25") == Days(date(2023, 5, 25), date(2023, 5, 25))
    assert read_days("2024-02") == Days(date(2024, 2, 1), date(2024, 2, 29))


def test_a_year_is_all_its_days():
    assert read_days("2023") == Days(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "25.05.2023",
        "05/25/2023",
        "23",
        "20230525",
        "2023-5-1",
        "yesterday",
        "",
        "2023-05-25T10:00",
    ],
)
def test_any_other_way_of_writing_a_day_is_wrong_usage(typed):
    with pytest.raises(typer.BadParameter, match="as in 2023-05-25"):
        read_days(typed)


@pytest.mark.parametrize("typed", ["2023-02-29", "2023-13-01", "0000-01"])
def test_a_day_that_is_not_in_the_calendar_is_wrong_usage(typed):
    with pytest.raises(typer.BadParameter, match="not in the calendar"):
        read_days(typed)


@given(st.dates())
def test_every_iso_day_is_read(day):
    assert read_days(day.isoformat()) == Days(day, day)


def test_a_kind_may_be_typed_in_the_singular_or_the_plural():
    assert read_kind("meeting") == read_kind("Meetings") == "meetings"
    assert read_kind("entry") == "entries"
    assert all(read_kind(name) == name for name in KINDS)
    assert all(read_kind(kind.value) == f"{kind.value}s" for kind in Kind)


def test_an_unknown_kind_is_answered_with_those_that_there_are():
    with pytest.raises(typer.BadParameter, match=r"'talks' is not a kind.*rejections"):
        read_kind("talks")
