"""Deeds told by their day, by the harm done, beside another verb, and on whose land."""

from detente.model.entry import Incident, IncidentStatus
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only, quote


def test_an_attack_with_a_day_that_is_over_happened_whatever_is_asked_about_it(read: Read) -> None:
    text = "Yerevan demands an inquiry into the attack on Jermuk on May 3."
    attack = only(read(text), Incident)
    assert attack.status is IncidentStatus.HAPPENED
    assert attack.date is not None
    assert str(attack.date.day) == "2023-05-03"


def test_an_attack_to_come_keeps_its_day(read: Read) -> None:
    text = "Yerevan says Baku will launch the attack on Jermuk on June 3."
    assert all(i.status is IncidentStatus.THREATENED for i in of_type(read(text), Incident))


def test_two_verbs_of_one_victim_are_one_deed(read: Read) -> None:
    text = "An Azerbaijani drone targeted and killed an Armenian officer near Kapan on Monday."
    (deed,) = of_type(read(text), Incident)
    assert names(deed.to) == ["Armenia"]


def test_damage_to_a_name_is_none(read: Read) -> None:
    text = (
        "The remark did damage to the reputation of Baku. The school in Sotk suffered heavy damage."
    )
    assert [quote(i) for i in of_type(read(text), Incident)] == [
        "The school in Sotk suffered heavy damage"
    ]


def test_what_one_party_strikes_on_the_land_of_the_other_befalls_the_other(read: Read) -> None:
    text = "Azerbaijani forces shelled positions near Jermuk on Monday."
    assert names(only(read(text), Incident).to) == ["Armenia"]


def test_what_is_done_to_the_enemy_befalls_the_other_party(read: Read) -> None:
    text = "Azerbaijani troops destroyed an enemy tank on Monday."
    assert names(only(read(text), Incident).to) == ["Armenia"]


def test_a_span_at_the_end_is_of_both_verbs(read: Read) -> None:
    text = "Armenian units shelled a post and destroyed a depot over the past day."
    assert len(of_type(read(text), Incident)) == 1


def test_losses_befall_whose_forces_they_are(read: Read) -> None:
    text = "The Armenian army lost 40 troops near Kapan on Monday."
    assert names(only(read(text), Incident).to) == ["Armenia"]
