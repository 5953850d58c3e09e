"""Days by which a process is known, named without their year."""

from datetime import date

import pytest

from detente.annotate import annotate, load_language
from detente.model.document import Document
from detente.model.when import DateRange
from detente.processes import load_process


def _day(text: str, published: date) -> date | None:
    document = Document(source="a.txt", text=text, published=DateRange.on(published))
    process = load_process("gaza")
    (time,) = annotate(document, language=load_language(), process=process).times
    return time.when.day if time.when else None


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("He praised the October 7 attack.", date(2025, 5, 21), date(2023, 10, 7)),
        ("Her son was kidnapped on October 7.", date(2025, 5, 21), date(2023, 10, 7)),
        ("The envoy met him on October 7.", date(2024, 10, 9), date(2024, 10, 7)),
        ("He praised the October 8 attack.", date(2025, 5, 21), date(2024, 10, 8)),
    ],
)
def test_a_day_that_a_process_is_known_by_is_not_its_last_anniversary(
    text: str, published: date, day: date
) -> None:
    assert _day(text, published) == day
