"""Who asks and who is asked: the onus, time given, who holds whom, allies, a passive, a past tense behind a bare form."""

import pytest

from detente.model.entry import Commitment, Demand, Incident, Meeting, MeetingStatus, Refusal
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only, quote


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("It is up to Baku to open the corridor, Pashinyan said.", "Nikol Pashinyan", "Azerbaijan"),
        ("The onus was on Baku, Pashinyan said.", "Nikol Pashinyan", "Azerbaijan"),
        ("Aliyev gave Yerevan ten days to open the corridor.", "Ilham Aliyev", "Armenia"),
        ("Lavrov warned Baku against sending troops to Karabakh.", "Sergey Lavrov", "Azerbaijan"),
        ("Baku ought to withdraw its troops, Pashinyan said.", "Nikol Pashinyan", "Azerbaijan"),
        ("Lavrov stressed that Baku needed to withdraw its troops.", "Sergey Lavrov", "Azerbaijan"),
        ("Pashinyan called for the release of all Armenians held by Azerbaijan.", "Nikol Pashinyan", "Azerbaijan"),
        ("Major donors urged Baku to open the corridor.", "Major donors", "Azerbaijan"),
        ("Armenia's allies want Baku to open the corridor.", "Armenia's allies", "Azerbaijan"),
    ],
)  # fmt: skip
def test_one_asks_another(read: Read, text: str, by: str, to: str) -> None:
    demand = only(read(text), Demand)
    assert (names(demand.by), names(demand.to)) == ([by], [to])


def test_whoever_is_called_on_is_asked(read: Read) -> None:
    demand = only(read("Azerbaijan was called on to open the Lachin corridor."), Demand)
    assert names(demand.to) == ["Azerbaijan"]


def test_time_that_is_given_binds_nobody_yet(read: Read) -> None:
    text = "Aliyev gave Yerevan ten days to agree to a ceasefire."
    assert of_type(read(text), Commitment) == []


def test_a_past_tense_goes_on_with_who_demanded(read: Read) -> None:
    text = (
        "The European Union demanded that Azerbaijan halt its blockade of Lachin "
        "and called for the return of the residents."
    )
    assert [names(d.by) for d in of_type(read(text), Demand)] == [["European Union"]] * 2


def test_the_owner_of_a_demand_is_told_no(read: Read) -> None:
    found = read("Aliyev's demand for a corridor was rejected by Armenia.")
    assert names(only(found, Refusal).to) == ["Ilham Aliyev"]
    assert names(only(found, Demand).said_by) == ["Ilham Aliyev"]


def test_what_is_commanded_has_not_happened(read: Read) -> None:
    assert of_type(read("“Release the prisoners of war now,” Pashinyan told Baku."), Incident) == []


@pytest.mark.parametrize(
    "text",
    [
        "Moscow suggested that the two leaders meet in Sochi.",
        "Moscow proposed that the talks between Pashinyan and Aliyev be held in Sochi.",
    ],
)
def test_a_meeting_that_is_suggested_was_not_held(read: Read, text: str) -> None:
    assert only(read(text), Meeting).status is MeetingStatus.PROPOSED


def test_what_one_calls_a_side_is_no_call(read: Read) -> None:
    text = "Pashinyan wants the militia, as he calls it, to leave Lachin, Azerbaijan said."
    assert of_type(read(text), Meeting) == []


def test_those_who_are_included_ask_too(read: Read) -> None:
    text = "Several leaders, including Michel and Pashinyan, called on Baku to open the corridor."
    demand = only(read(text), Demand)
    assert {"Charles Michel", "Nikol Pashinyan"} <= set(names(demand.by))
    assert quote(demand).startswith("Several leaders")
