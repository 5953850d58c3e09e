"""Who is bound by a promise, and which words of the past bind nobody any more."""

import pytest

from detente.model.entry import Commitment, Condition, Demand, Incident, Meeting, Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote


def test_a_joint_statement_binds_each_side_to_its_part(read: Read) -> None:
    text = (
        "Azerbaijan will free 14 Armenian soldiers and Armenia will free three Azerbaijani soldiers,"
        " the office of Prime Minister Nikol Pashinyan and the administration of President Ilham Aliyev"
        " said in a joint statement."
    )
    found = of_type(read(text), Commitment)
    assert [(names(c.by), quote(c)) for c in found] == [
        (["Azerbaijan"], "Azerbaijan will free 14 Armenian soldiers"),
        (["Armenia"], "Armenia will free three Azerbaijani soldiers"),
    ]
    assert names(found[0].said_by) == ["Nikol Pashinyan", "Ilham Aliyev"]


def test_what_each_side_did_is_told_by_itself(read: Read) -> None:
    text = "Azerbaijan freed 14 Armenian soldiers and Armenia freed three Azerbaijanis on Monday."
    found = of_type(read(text), Incident)
    assert [names(i.by) for i in found] == [["Azerbaijan"], ["Armenia"]]


@pytest.mark.parametrize(
    "text",
    [
        "Mirzoyan said he had agreed to the truce because the town was lost.",
        "Yerevan had agreed to open the road, but the bridge was gone.",
        "Bayramov said Baku had been ready to sign a treaty before the war.",
        "Units of the Armenian army committed a provocation in the direction of Lachin.",
    ],
)
def test_past_acts_are_no_open_promises(read: Read, text: str) -> None:
    assert of_type(read(text), Commitment) == []


def test_whoever_promises_is_bound_and_not_who_gains(read: Read) -> None:
    text = "Drivers from Armenia will be able to use the road from June, Bayramov promised in Baku."
    for commitment in of_type(read(text), Commitment):
        assert names(commitment.by) == ["Jeyhun Bayramov"]


def test_an_offer_binds_whoever_makes_it(read: Read) -> None:
    text = "Mirzoyan noted the offer of Charles Michel to host the two ministers in Brussels."
    for commitment in of_type(read(text), Commitment):
        assert names(commitment.by) != ["Ararat Mirzoyan"]


@pytest.mark.parametrize(
    "text",
    [
        "For the first time since the war of 2020 Baku and Yerevan have written a text together.",
        "Mirzoyan called the post a gross violation of the statement of 2020.",
        'The speech of Nikol Pashinyan contains "needless attacks" on Russia, the ministry said.',
    ],
)
def test_names_and_words_are_no_incidents(read: Read, text: str) -> None:
    assert of_type(read(text), Incident) == []


def test_years_are_nobody_who_seized_captives(read: Read) -> None:
    text = (
        "Ten of the Armenians had been captured between 2020 and 2022 and one in Karabakh in May."
    )
    (incident,) = of_type(read(text), Incident)
    assert incident.by == ()


def test_who_led_a_meeting_took_part_in_it(read: Read) -> None:
    text = (
        "The working group held its third meeting in Tbilisi on Wednesday, as the leaders had told it."
        " Overchuk chaired it together with Shahin Mustafayev and Mher Grigoryan."
    )
    (meeting,) = of_type(read(text), Meeting)
    assert names(meeting.participants) == [
        "Alexey Overchuk",
        "Shahin Mustafayev",
        "Mher Grigoryan",
    ]
    assert meeting.level == "deputy prime ministers"


def test_after_a_season_begins_when_it_is_over(read: Read) -> None:
    text = "After the summer Michel intends to invite Aliyev and Pashinyan to Brussels."
    (commitment,) = of_type(read(text), Commitment)
    assert commitment.due is not None
    assert (str(commitment.due.start), commitment.due.end) == ("2023-09-01", None)


def test_what_was_done_after_a_month_keeps_the_days_of_its_words(read: Read) -> None:
    text = "Aliyev and Pashinyan met in Brussels after April 30, 2023."
    for meeting in of_type(read(text), Meeting):
        assert meeting.date is None or meeting.date.end is not None


def test_as_a_rule_keeps_its_first_word(read: Read) -> None:
    text = "As a rule, the host country announces the day of the talks, Bayramov explained."
    assert any(quote(e).startswith("As a rule") for e in read(text).entries)


def test_what_was_asked_for_elsewhere_is_no_demand(read: Read) -> None:
    assert of_type(read("Yerevan says that Baku asked for it."), Demand) == []


def test_a_bare_wish_is_no_condition(read: Read) -> None:
    text = "The refugees from Karabakh can return if they want to, the Armenian government said."
    assert of_type(read(text), Condition) == []


def test_a_verb_inside_what_is_said_does_not_say_who_said_it(read: Read) -> None:
    text = "As a rule, it is the host country that announces the date, Bayramov explained in Baku."
    assert [names(s.speaker) for s in of_type(read(text), Statement)] == [["Jeyhun Bayramov"]]


def test_ethnic_armenian_forces_are_those_of_karabakh(read: Read) -> None:
    text = (
        "Azerbaijan halted its attack on Wednesday after ethnic Armenian forces agreed to disarm."
    )
    (commitment,) = of_type(read(text), Commitment)
    assert names(commitment.by) == ["Nagorno-Karabakh"]
