"""What must be done for an end is a condition of it."""

import pytest

from detente.model.entry import Condition
from tests.extract.conftest import Read
from tests.extract.finding import of_type, only


@pytest.mark.parametrize(
    "text",
    [
        "For the peace talks to succeed, the two sides must delimit the border.",
        "In order to sign the treaty, Yerevan must change its constitution.",
        "To sign the peace treaty, both sides need to delimit the border.",
    ],
)
def test_an_end_hangs_on_what_must_be_done_for_it(read: Read, text: str) -> None:
    condition = only(read(text), Condition)
    assert condition.requires_text in text.split(", ")[1]


def test_an_end_that_is_only_pursued_hangs_on_nothing(read: Read) -> None:
    assert of_type(read("To sign the peace treaty, Pashinyan flew to Prague."), Condition) == []
