"""A meeting that is announced without a subject is about what its parties talk of in general."""

import pytest

from detente.model.entry import Meeting
from tests.extract.conftest import Read
from tests.extract.finding import only


@pytest.mark.parametrize(
    "text",
    [
        "The ministers will meet in Washington in June.",
        "Mirzoyan and Bayramov are to meet in Tbilisi on June 5.",
        "A meeting of the foreign ministers of Armenia and Azerbaijan is planned for June 12.",
    ],
)
def test_the_paragraph_before_is_no_agenda(read: Read, text: str) -> None:
    before = "Both armies are to withdraw their troops from the border, Mirzoyan and Bayramov said."
    assert only(read(f"{before}\n\n{text}"), Meeting).tracks == ("treaty",)
