"""The day in metadata."""

from datetime import date

import pytest

from detente.dates import find_day, parse_day

WRITTEN = [
    "2023-05-26",
    "2023-05-26T10:14:00Z",
    "2023-05-26T10:14:00+04:00",
    "2023-05-26 08:14",
    "20230526",
    "2023/05/26",
    "26.05.2023",
    "26/05/2023",
    "26-May-2023",
    "Fri, 26 May 2023 10:14:00 GMT",
    "26 May 2023 10:14 GMT",
    "May 26, 2023",
    "May 26th, 2023 at 10:00",
    "Published: Fri 26 May 2023 14.02 BST",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_in_any_writing(text: str) -> None:
    assert parse_day(text) == date(2023, 5, 26)


@pytest.mark.parametrize(
    "text",
    ["12/05/2023", "31.02.2023", "2023-13-01", "May 2023", "", "Friday", "1 May 2023, 2 May 2023"],
)
def test_what_is_no_single_day_gives_none(text: str) -> None:
    assert parse_day(text) is None


def test_the_first_full_date_of_a_text_with_its_span() -> None:
    text = "Yerevan, 3 June 2023: last week they met on 27 May 2023."
    assert find_day(text) == (9, 20, date(2023, 6, 3))
