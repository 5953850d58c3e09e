"""Who brings sides to a table, which of several rounds is told of, who asks and who is bound."""

import pytest

from detente.model.entry import Commitment, Demand, Incident, Meeting, MeetingStatus, Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only, quote


def test_the_host_of_one_round_mediates_the_next(read: Read) -> None:
    text = (
        "Armenia and Azerbaijan held talks in Geneva, mediated by Russia. "
        "The second round of the talks took place in Vienna on Monday."
    )
    assert [names(m.mediator) for m in of_type(read(text), Meeting)] == [["Russia"], ["Russia"]]


def test_the_second_is_a_round_of_those_told_of(read: Read) -> None:
    text = (
        "Armenia and Azerbaijan have held two rounds of talks. "
        "The second took place in Vienna on Monday."
    )
    second = of_type(read(text), Meeting)[-1]
    assert quote(second) == "The second took place in Vienna on Monday"
    assert names(second.participants) == ["Armenia", "Azerbaijan"]


def test_who_announces_talks_of_others_is_not_in_them(read: Read) -> None:
    text = "The talks between Armenia and Azerbaijan were announced by Lavrov for May 25."
    assert names(only(read(text), Meeting).participants) == ["Armenia", "Azerbaijan"]


def test_an_attempt_that_was_called_off_is_a_meeting_called_off(read: Read) -> None:
    text = "Russia called off an attempt to convene talks between Armenia and Azerbaijan in Sochi."
    assert only(read(text), Meeting).status is MeetingStatus.CANCELLED


def test_calls_for_a_thing_are_no_telephone_calls(read: Read) -> None:
    text = "Pashinyan answered Aliyev's calls for more checkpoints in Lachin."
    assert of_type(read(text), Meeting) == []


def test_a_demand_is_of_whoever_owns_it(read: Read) -> None:
    text = "Baku dropped its demand that Yerevan open the corridor."
    demand = only(read(text), Demand)
    assert (names(demand.by), names(demand.to)) == (["Azerbaijan"], ["Armenia"])


@pytest.mark.parametrize(
    "text",
    [
        "Pashinyan sought guarantees from Moscow.",
        "Pashinyan is trying to persuade Moscow to open the corridor.",
    ],
)
def test_what_is_sought_of_another_is_asked(read: Read, text: str) -> None:
    assert names(only(read(text), Demand).to) == ["Russia"]


def test_who_is_determined_binds_himself_whatever_stands_between(read: Read) -> None:
    text = "“We are determined, alongside our partners, to open the road,” Pashinyan said."
    assert names(only(read(text), Commitment).by) == ["Armenia"]


def test_who_is_claimed_to_have_agreed_is_bound_by_the_claim(read: Read) -> None:
    text = "Mirzoyan denies claims that Baku had agreed to the plan."
    assert names(only(read(text), Commitment).by) == ["Azerbaijan"]


def test_who_gives_assurances_is_bound(read: Read) -> None:
    text = "Lavrov gave assurances to Yerevan that the road would open."
    assert names(only(read(text), Commitment).by) == ["Sergey Lavrov"]


def test_what_demands_include_has_not_happened(read: Read) -> None:
    text = "Yerevan's demands include releasing prisoners in Baku."
    assert of_type(read(text), Incident) == []


def test_who_speaks_by_a_surname_is_the_one_named_in_full(read: Read) -> None:
    text = "“We go,” Riyad Naasan Agha said. The road to Yerevan is shut, Agha said on Monday."
    speakers = {n for s in of_type(read(text), Statement) for n in names(s.speaker)}
    assert speakers == {"Riyad Naasan Agha"}


def test_the_envoy_who_opens_talks_is_named_as_mediator(read: Read) -> None:
    text = "Lavrov hosted talks between Armenia and Azerbaijan in Sochi on Monday."
    mediator = only(read(text), Meeting).mediator
    assert [(r.name, r.side) for r in mediator] == [("Sergey Lavrov", "Russia")]
