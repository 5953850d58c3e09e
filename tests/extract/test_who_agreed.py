"""Who has agreed, where a number is all that the sentence says of them."""

from detente.model.entry import Agreement
from tests.extract.conftest import Read


def _by(read: Read, text: str) -> list[list[str]]:
    return [[r.name for r in e.by] for e in read(text).entries if isinstance(e, Agreement)]


def test_the_four_are_those_who_met(read: Read) -> None:
    text = "Michel, Macron and Scholz met with Pashinyan on Thursday. The four signed a statement."
    (by,) = _by(read, text)
    assert "Azerbaijan" not in by


def test_four_who_are_not_named_are_not_the_two_parties(read: Read) -> None:
    (by,) = _by(read, "Baku waited for Yerevan. The four signed a statement on Thursday.")
    assert by == []


def test_the_two_are_the_parties(read: Read) -> None:
    assert _by(read, "The two signed a statement on Thursday.") == [["Armenia", "Azerbaijan"]]
