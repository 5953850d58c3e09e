"""What one sentence leaves out of a deed, another of the same deed tells."""

from detente.model.entry import Incident
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote


def test_a_blockade_told_again_is_the_blockade_of_whom_it_was_told_first(read: Read) -> None:
    text = (
        "Azerbaijan imposed a blockade on Artsakh in December. "
        "Families went hungry during the eight-week blockade of Stepanakert."
    )
    last = of_type(read(text), Incident)[-1]
    assert names(last.by) == ["Azerbaijan"]


def test_the_day_of_a_deed_is_lent_to_its_second_telling(read: Read) -> None:
    text = (
        "On May 3, Azerbaijan resumed air strikes near Kapan. "
        "Azerbaijan had resumed air strikes to press Yerevan, officials said."
    )
    first, second = of_type(read(text), Incident)
    assert first.date is not None
    assert second.date == first.date


def test_another_side_did_another_deed(read: Read) -> None:
    text = (
        "Azerbaijan imposed a siege on Stepanakert. "
        "Turkey ended its own siege of Kobani in October."
    )
    sieges = [i for i in of_type(read(text), Incident) if "siege" in quote(i)]
    assert ["Azerbaijan", "Turkey"] not in [sorted(names(i.by)) for i in sieges]


def test_an_attack_in_which_men_died_is_the_attackers_doing(read: Read) -> None:
    text = "Yerevan recalled an Azerbaijani attack on Jermuk, in which 12 soldiers were killed."
    killed = next(i for i in of_type(read(text), Incident) if "killed" in quote(i))
    assert names(killed.by) == ["Azerbaijan"]


def test_who_is_released_releases_nobody(read: Read) -> None:
    text = "The release of two Armenian soldiers on Friday eased tension."
    (freed,) = of_type(read(text), Incident)
    assert (names(freed.by), names(freed.to)) == ([], ["Armenia"])
