import pytest

from detente.extract.meeting_form import format_of, round_of
from detente.model.entry import MeetingFormat


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("The two presidents spoke by phone on Friday", MeetingFormat.PHONE),
        ("met on the sidelines of the summit for bilateral talks", MeetingFormat.MARGINS),
        ("a trilateral meeting in Sochi", MeetingFormat.TRILATERAL),
        ("indirect talks in Muscat", MeetingFormat.INDIRECT),
        ("a video call between the ministers", MeetingFormat.VIDEO),
        ("The ministers met in Washington", None),
    ],
)
def test_the_words_tell_how_sides_meet(words: str, form: MeetingFormat | None) -> None:
    assert format_of(words) is form


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("The fourth round of talks ended", 4),
        ("the 12th round", 12),
        ("Round two begins on Monday", 2),
        ("a third negotiating round", 3),
        ("the next round of talks", None),
        ("the first round fell short of the second round", None),
    ],
)
def test_the_words_tell_which_round_it_is(words: str, number: int | None) -> None:
    assert round_of(words) == number
