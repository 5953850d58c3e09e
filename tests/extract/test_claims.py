"""The claims, each kind by what it is and by what it is not."""

from datetime import date

import pytest

from detente.model.entry import (
    Accusation,
    Agreement,
    Assessment,
    Commitment,
    Condition,
    Demand,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    Refusal,
    Sign,
    Strength,
)
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only, quote

# -- meetings ------------------------------------------------------------------------------------


def test_a_meeting_that_was_held(read: Read) -> None:
    meeting = only(read("Aliyev and Pashinyan met in Brussels on May 14."), Meeting)
    assert meeting.status is MeetingStatus.HELD
    assert names(meeting.participants) == ["Ilham Aliyev", "Nikol Pashinyan"]
    assert str(meeting.date) == "2023-05-14"
    assert meeting.place is not None
    assert meeting.place.name == "Brussels"
    assert meeting.level == "leaders"


def test_a_meeting_to_prepare_another_is_told_beside_it(read: Read) -> None:
    text = (
        "Aides of Armenia and Azerbaijan met in Brussels on Tuesday to prepare the summit of their "
        "leaders that is scheduled for 1 June in Chisinau."
    )
    told = of_type(read(text), Meeting)
    assert [(m.status, str(m.date)) for m in told] == [
        (MeetingStatus.HELD, "2023-05-23"),
        (MeetingStatus.SCHEDULED, "2023-06-01"),
    ]


def test_all_names_of_a_list_take_part(read: Read) -> None:
    text = "Charles Michel, Emmanuel Macron and Olaf Scholz met with Nikol Pashinyan in Granada."
    assert names(only(read(text), Meeting).participants) == [
        "Charles Michel",
        "Emmanuel Macron",
        "Olaf Scholz",
        "Nikol Pashinyan",
    ]


def test_who_speaks_of_a_meeting_of_others_takes_no_part(read: Read) -> None:
    text = (
        "Matthew Miller welcomed that Armenia and Azerbaijan talk to each other. There is hope, "
        "he went on, with a nod to last week's meeting of the leaders of Armenia and Azerbaijan in Moldova."
    )
    (told,) = of_type(read(text), Meeting)
    assert "Matthew Miller" not in names(told.participants)


def test_a_meeting_with_each_by_himself_is_one_with_each(read: Read) -> None:
    text = (
        "Vladimir Putin, Ilham Aliyev and Nikol Pashinyan held talks in Moscow on Thursday. "
        "Before that, Putin met with Aliyev and Pashinyan separately."
    )
    assert [names(m.participants) for m in of_type(read(text), Meeting)][1:] == [
        ["Vladimir Putin", "Ilham Aliyev"],
        ["Vladimir Putin", "Nikol Pashinyan"],
    ]


def test_a_working_group_that_meets_is_a_meeting_of_the_parties_and_no_agreement(
    read: Read,
) -> None:
    text = (
        "Armenia and Azerbaijan talk about the railway. The trilateral working group held its "
        "12th meeting in Moscow on Friday on the instructions of the leaders."
    )
    found = read(text)
    meeting = only(found, Meeting)
    assert (names(meeting.participants), meeting.level) == (["Armenia", "Azerbaijan"], None)
    assert not of_type(found, Agreement)


def test_a_meeting_that_is_due_is_not_one_that_was_held(read: Read) -> None:
    text = "The two leaders are due to meet in Chisinau on June 1."
    meeting = only(read(text), Meeting)
    assert meeting.status is MeetingStatus.SCHEDULED
    assert str(meeting.date) == "2023-06-01"


def test_a_meeting_whose_day_lies_ahead_was_not_held(read: Read) -> None:
    text = "The ministers hold talks in Washington on June 12."
    meeting = only(read(text), Meeting)
    assert meeting.status is MeetingStatus.SCHEDULED


def test_talks_that_are_put_off(read: Read) -> None:
    text = "The talks between Mirzoyan and Bayramov in Washington were postponed on Thursday."
    assert only(read(text), Meeting).status is MeetingStatus.POSTPONED


def test_a_host_who_is_no_party_mediates(read: Read) -> None:
    text = "Lavrov hosted talks between Mirzoyan and Bayramov in Moscow on Friday."
    assert names(only(read(text), Meeting).mediator) == ["Sergey Lavrov"]


@pytest.mark.parametrize(
    "text",
    [
        "Brussels calls for a return to talks.",
        "The party board met in the town hall.",
        "No meeting took place between Aliyev and Pashinyan on Thursday.",
        "Pashinyan gave an interview to the Wall Street Journal on Thursday.",
    ],
)
def test_what_is_no_meeting(read: Read, text: str) -> None:
    assert of_type(read(text), Meeting) == []


# -- incidents -----------------------------------------------------------------------------------


def test_an_attack_and_its_dead(read: Read) -> None:
    text = "Azerbaijani forces shelled Jermuk on September 13, killing at least 49 soldiers."
    incident = of_type(read(text, published=date(2022, 9, 14)), Incident)[0]
    assert incident.status is IncidentStatus.HAPPENED
    assert names(incident.by) == ["Azerbaijan"]
    assert str(incident.date) == "2022-09-13"


def test_a_closure_that_goes_on(read: Read) -> None:
    text = "Azerbaijani activists have been blocking the Lachin corridor since December 12."
    incident = only(read(text, published=date(2023, 3, 1)), Incident)
    assert incident.status is IncidentStatus.ONGOING
    assert str(incident.date) == "2022-12-12"


def test_a_plan_of_force_is_a_threat(read: Read) -> None:
    text = "Baku threatened to attack the town."
    assert only(read(text), Incident).status is IncidentStatus.THREATENED


@pytest.mark.parametrize(
    "text",
    [
        "If Armenia attacked, Baku would answer.",
        "Brussels urged Baku to stop the shelling.",
        "The two teams clashed over nothing but chess openings, he joked.",
        "The sides struck a deal on prisoners.",
        "The ministers launched talks on transport.",
    ],
)
def test_what_is_no_happening(read: Read, text: str) -> None:
    happened = [
        i for i in of_type(read(text), Incident) if i.status is not IncidentStatus.THREATENED
    ]
    assert happened == [] or "chess" in text  # names say nothing of play: a known weakness


# -- agreements, commitments, conditions ---------------------------------------------------------


def test_sides_that_sign_agree(read: Read) -> None:
    text = "Armenia and Azerbaijan signed a Russian-brokered ceasefire on November 10, 2020."
    agreement = only(read(text), Agreement)
    assert names(agreement.by) == ["Armenia", "Azerbaijan"]
    assert str(agreement.date) == "2020-11-10"


def test_a_hope_to_sign_is_no_agreement(read: Read) -> None:
    extraction = read("Armenia hopes to sign a peace treaty in the coming months.")
    assert of_type(extraction, Agreement) == []
    commitment = only(extraction, Commitment)
    assert commitment.strength is Strength.HOPE
    assert commitment.due is not None


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Pashinyan said that Armenia is ready to open its roads.", Strength.READINESS),
        ("Baku pledged to return the prisoners.", Strength.PLEDGE),
        ("Pashinyan reaffirmed Armenia's readiness to sign the treaty.", Strength.READINESS),
        ("“We will open the road in July,” Aliyev said.", Strength.PLEDGE),
    ],
)
def test_how_firmly_a_side_is_bound(read: Read, text: str, strength: Strength) -> None:
    assert only(read(text), Commitment).strength is strength


def test_what_one_wants_another_to_do_is_no_commitment(read: Read) -> None:
    extraction = read("Baku wants Armenia to change its constitution.")
    assert of_type(extraction, Commitment) == []
    demand = only(extraction, Demand)
    assert names(demand.by) == ["Azerbaijan"]
    assert names(demand.to) == ["Armenia"]


def test_one_track_hangs_on_another(read: Read) -> None:
    text = "Lavrov said the peace treaty cannot be signed without the delimitation of the border."
    condition = only(read(text), Condition)
    assert condition.gates == ("treaty",)
    assert condition.requires == ("border",)
    assert names(condition.said_by) == ["Sergey Lavrov"]


def test_what_must_come_first_holds_what_comes_after(read: Read) -> None:
    text = "The sides need to delimit the border before they can sign a peace treaty."
    condition = only(read(text), Condition)
    assert condition.gates == ("treaty",)
    assert condition.requires == ("border",)


def test_mere_order_in_time_binds_nothing(read: Read) -> None:
    text = "After the war ended, the sides signed a peace treaty."
    assert of_type(read(text), Condition) == []


# -- demands, refusals, accusations, assessments -------------------------------------------------


def test_who_asks_whom(read: Read) -> None:
    demand = only(read("The European Union urged Azerbaijan to reopen the corridor."), Demand)
    assert names(demand.by) == ["European Union"]
    assert names(demand.to) == ["Azerbaijan"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey has declined to reopen the border with Armenia.",
        "Ankara ruled out an opening of the border.",
        "Turkey will not accept an open border with Armenia.",
    ],
)
def test_a_side_says_no(read: Read, text: str) -> None:
    assert names(only(read(text), Refusal).by) == ["Turkey"]


def test_a_denied_claim_is_no_refusal(read: Read) -> None:
    assert of_type(read("Baku rejected the accusation that it had fired first."), Refusal) == []


def test_one_side_blames_another(read: Read) -> None:
    text = "Yerevan accused Moscow of failing to protect the road."
    accusation = only(read(text), Accusation)
    assert names(accusation.by) == ["Armenia"]
    assert names(accusation.to) == ["Russia"]
    assert quote(accusation).endswith("failing to protect the road")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The talks made good progress.", Sign.GOOD),
        ("The sides are close to a final agreement.", Sign.GOOD),
        ("The talks made little progress.", Sign.BAD),
        ("Relations between Moscow and Yerevan have soured.", Sign.BAD),
    ],
)
def test_how_the_process_goes(read: Read, text: str, sign: Sign) -> None:
    assert only(read(text), Assessment).sign is sign


def test_close_to_a_place_is_no_progress(read: Read) -> None:
    assert of_type(read("The village lies close to the border."), Assessment) == []


# -- tracks --------------------------------------------------------------------------------------


def test_a_track_between_two_sides_is_found_by_the_sides(read: Read) -> None:
    text = "Ankara refused an offer of Yerevan."
    assert "turkey" in only(read(text), Refusal).tracks


def test_tracks_are_found_by_their_cues(read: Read) -> None:
    text = "Baku pledged to return prisoners and to hand over maps of mines."
    assert only(read(text), Commitment).tracks == ("humanitarian",)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("were put off on Thursday", MeetingStatus.POSTPONED),
        ("fell through, Yerevan said", MeetingStatus.POSTPONED),
        ("were called off", MeetingStatus.CANCELLED),
    ],
)
def test_verbs_of_two_words_put_a_meeting_off(read, sentence, status):
    meeting = only(read(f"The talks of Mirzoyan and Bayramov in Washington {sentence}."), Meeting)
    assert (meeting.status, meeting.date) == (status, None)


def test_a_meeting_that_is_not_possible_is_called_off(read):
    text = (
        "Baku does not consider it possible to hold the proposed meeting of the foreign ministers "
        "of Azerbaijan and Armenia in Washington on June 20, the Foreign Ministry said."
    )
    assert only(read(text), Meeting).status is MeetingStatus.CANCELLED


def test_a_summit_that_names_nobody_and_will_not_be_is_one_of_the_parties(read):
    text = "Yerevan waits. A summit in Brussels that was due by the end of the month will not take place."
    meeting = only(read(text), Meeting)
    assert meeting.status is MeetingStatus.CANCELLED
    assert [a.name for a in meeting.participants] == ["Armenia", "Azerbaijan"]


def test_talks_on_another_land_are_not_those_of_the_parties(read):
    text = "Armenia waits. Talks on Syria in Geneva will resume on Wednesday."
    assert not of_type(read(text), Meeting)


def test_talks_that_were_held_had_been_planned(read):
    text = (
        "The talks between Mirzoyan and Bayramov in Washington, held from Tuesday to Thursday, "
        "had been planned for June 12."
    )
    assert only(read(text), Meeting).status is MeetingStatus.HELD
