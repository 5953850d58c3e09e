"""Claims whose words stand in what is wished, asked for, supposed or denied, and who is meant by them."""

import pytest

from detente.model.entry import (
    Accusation,
    Assessment,
    Commitment,
    Condition,
    Demand,
    Entry,
    Incident,
    IncidentStatus,
    Meeting,
    Refusal,
    Sign,
)
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mirzoyan warned Baku of any attempt to undermine the accord.", Accusation),
        ("Can Yerevan trust people who have broken every truce with Baku?", Accusation),
        ("Bayramov encouraged Yerevan to return to the talks.", Assessment),
        ("Mirzoyan asked Moscow to condemn the shelling.", Assessment),
        ("Both capitals are committed to advance the peace process.", Assessment),
        ("The road is open as far as Baku is concerned.", Assessment),
        ("Moscow pressed Yerevan to accept the proposal.", Commitment),
        ("Yerevan must accept the deal, Bayramov said.", Commitment),
        ("Baku would keep its posts, Bayramov said, without detailing for how long.", Condition),
    ],
)
def test_what_is_not_so_is_not_claimed(read: Read, text: str, kind: type[Entry]) -> None:
    assert of_type(read(text), kind) == []


def test_a_wrong_that_one_tries_to_do_is_charged(read: Read) -> None:
    text = "Mirzoyan said that Baku was trying to sabotage the talks."
    assert names(only(read(text), Accusation).to) == ["Azerbaijan"]


def test_an_act_that_is_called_illegal_is_charged(read: Read) -> None:
    accusation = only(read("Yerevan called the Azerbaijani blockade illegal."), Accusation)
    assert (names(accusation.by), names(accusation.to)) == (["Armenia"], ["Azerbaijan"])


def test_nobody_accuses_himself(read: Read) -> None:
    text = "Yerevan rejected the claim, accusing Azerbaijan's army of breaking the truce."
    for accusation in of_type(read(text), Accusation):
        assert "Azerbaijan" not in names(accusation.by)


def test_what_one_names_good_is_judged(read: Read) -> None:
    assessment = only(read("Bayramov called the talks productive."), Assessment)
    assert (assessment.sign, names(assessment.by)) == (Sign.GOOD, ["Jeyhun Bayramov"])


@pytest.mark.parametrize(
    "text",
    [
        "There is no truth to reports of an Azerbaijani attack on Goris.",
        "Rumours of an Azerbaijani attack on Goris are unfounded.",
        "Reports of an Azerbaijani attack on Goris were denied by both ministries.",
    ],
)
def test_what_is_called_untrue_did_not_happen(read: Read, text: str) -> None:
    statuses = {i.status for i in of_type(read(text), Incident)}
    assert IncidentStatus.HAPPENED not in statuses


def test_an_attack_against_one_befalls_him(read: Read) -> None:
    text = "An attack against Armenian soldiers wounded two men near Goris on Friday."
    assert names(only(read(text), Incident).to) == ["Armenia"]


def test_whose_missiles_are_fired_fires_them(read: Read) -> None:
    text = "Azerbaijani missiles were fired at Armenian positions near Goris on Friday."
    incident = only(read(text), Incident)
    assert (names(incident.by), names(incident.to)) == (["Azerbaijan"], ["Armenia"])


@pytest.mark.parametrize(
    "text",
    [
        "Moscow reiterated its call for Baku to open the road.",
        "Moscow demanded that the road be opened by Baku.",
    ],
)
def test_who_is_asked(read: Read, text: str) -> None:
    assert names(only(read(text), Demand).to) == ["Azerbaijan"]


def test_the_first_of_them_is_one_of_the_meetings_spoken_of(read: Read) -> None:
    text = "Mirzoyan and Bayramov held two rounds of talks in Almaty. The first of them took place on May 12."
    held = of_type(read(text), Meeting)
    assert names(held[-1].participants) == ["Ararat Mirzoyan", "Jeyhun Bayramov"]
    assert str(held[-1].date) == "2023-05-12"


def test_who_brings_talks_about_takes_no_part_in_them(read: Read) -> None:
    text = "Russian-mediated talks between Mirzoyan and Bayramov were held in Tbilisi on Friday."
    meeting = only(read(text), Meeting)
    assert names(meeting.participants) == ["Ararat Mirzoyan", "Jeyhun Bayramov"]
    assert names(meeting.mediator) == ["Russia"]


def test_what_is_not_possible_for_one_who_says_so_is_refused(read: Read) -> None:
    refusal = only(read("Aliyev said it was not possible to continue the talks."), Refusal)
    assert names(refusal.by) == ["Ilham Aliyev"]


def test_who_is_needed_or_has_a_lever_asks_for_nothing(read: Read) -> None:
    text = (
        "Brussels knows the levers that it has to press Baku. Guards were needed to hold the road."
    )
    assert of_type(read(text), Demand) == []


def test_who_is_only_interviewed_meets_nobody(read: Read) -> None:
    assert of_type(read("The Herald spoke to Anna Berg in Vienna on Monday."), Meeting) == []


def test_plans_that_are_complained_of_are_no_promise(read: Read) -> None:
    text = "The officials in Baku complained of a bad mood among the guests and of French plans to arm Armenia."
    assert of_type(read(text), Commitment) == []


def test_who_cannot_do_one_thing_without_doing_another_refuses_neither(read: Read) -> None:
    text = "Armenia cannot recognise its borders without recognising those of Azerbaijan."
    assert of_type(read(text), Refusal) == []
    assert of_type(read("Armenia cannot recognise the borders of Azerbaijan."), Refusal) != []


def test_talks_without_preconditions_hang_on_nothing(read: Read) -> None:
    text = "Moscow calls on Armenia and Azerbaijan to resume negotiations without preconditions."
    assert of_type(read(text), Condition) == []
    text = "The release of prisoners is a precondition for talks with Azerbaijan, Mirzoyan said."
    assert of_type(read(text), Condition) != []


def test_what_is_promised_to_reporters_binds_no_side(read: Read) -> None:
    text = "“We will let you know of talks between Baku and Yerevan,” Blinken said."
    assert of_type(read(text), Commitment) == []
    text = "“We will help Armenia to open the border,” Blinken said."
    assert of_type(read(text), Commitment) != []


@pytest.mark.parametrize(
    "text",
    [
        "He was ready to sign, provided that Azerbaijani troops left Armenia.",
        "Pashinyan insisted that Azerbaijani troops withdraw from Armenia.",
    ],
)
def test_what_is_made_a_condition_or_insisted_on_did_not_happen(read: Read, text: str) -> None:
    assert of_type(read(text), Incident) == []
