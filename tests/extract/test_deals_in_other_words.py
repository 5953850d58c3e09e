"""What a deal's own words tell of it, and who is meant by "neither side"."""

from detente.model.entry import Agreement, Condition, Demand, Meeting, Refusal
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only


def test_what_is_agreed_to_tells_who_brought_it_about(read: Read) -> None:
    text = "Armenia and Azerbaijan agreed to a ceasefire brokered by Russia."
    assert names(only(read(text), Agreement).mediator) == ["Russia"]


def test_a_truce_that_is_extended_is_agreed_but_not_on_its_last_day(read: Read) -> None:
    agreement = only(read("The ceasefire in Karabakh was extended until May 18."), Agreement)
    assert agreement.date is None or agreement.date.start is None or agreement.date.start.day != 18


def test_who_ratifies_does_so_alone(read: Read) -> None:
    agreement = only(read("The Armenian parliament ratified the agreement."), Agreement)
    assert names(agreement.by) == ["Armenia"]


def test_a_day_is_held_back_by_nothing(read: Read) -> None:
    text = "Pashinyan and Aliyev will meet before the end of the year, Peskov said."
    assert of_type(read(text), Condition) == []


def test_no_need_for_help_declines_it(read: Read) -> None:
    text = "There is no need for mediation, Aliyev said after a call with Macron."
    assert names(only(read(text), Refusal).by) == ["Ilham Aliyev"]


def test_a_call_on_the_eve_of_a_summit_asks_for_nothing(read: Read) -> None:
    found = read("On the eve of the summit, Macron called Pashinyan.")
    assert of_type(found, Demand) == []


def test_several_who_call_for_a_thing_do_not_meet(read: Read) -> None:
    text = "Several leaders, including Michel and Pashinyan, called for a ceasefire on Monday."
    assert of_type(read(text), Meeting) == []


def test_whose_willingness_it_is_to_host_mediates(read: Read) -> None:
    text = (
        "Tbilisi confirmed Georgia's readiness to host talks between Armenia and Azerbaijan in May."
    )
    meeting = only(read(text), Meeting)
    assert names(meeting.mediator) == ["Georgia"]


def test_neither_side_is_both(read: Read) -> None:
    text = "Armenia and Azerbaijan held talks on Monday. Neither side has accepted the plan."
    assert set(names(only(read(text), Refusal).by)) == {"Armenia", "Azerbaijan"}
