"""Where the tracks stood on key days, by the dispatches of the demo alone."""

from datetime import date

import pytest

from detente import query
from detente.model.event import Arrow
from detente.model.filter import Filter
from detente.query import TrackCard

from .conftest import Demo

NO_TALKS = {"in crisis", "blocked", "strained", "dormant", "stalled"}


def cards(demo: Demo, day: str) -> dict[str, TrackCard]:
    board = query.board(demo.ledger, Filter(as_of=date.fromisoformat(day)))
    return {card.status.track: card for card in board.tracks}


def words(demo: Demo, day: str) -> dict[str, str]:
    return {track: card.status.status for track, card in cards(demo, day).items()}


@pytest.mark.parametrize("day", ["2022-12-15", "2023-02-24", "2023-06-23", "2023-07-17"])
def test_while_the_road_is_closed_its_people_are_in_crisis(demo: Demo, day: str) -> None:
    found = words(demo, day)
    assert (found["karabakh"], found["humanitarian"]) == ("in crisis", "in crisis")


@pytest.mark.parametrize("day", ["2020-09-28", "2022-09-14", "2023-09-20", "2023-09-29"])
def test_on_days_of_force_nothing_that_it_hurts_is_agreed_or_advances(demo: Demo, day: str) -> None:
    found = words(demo, day)
    assert (found["security"], found["treaty"]) == ("in crisis", "in crisis")


def test_a_round_put_off_leaves_the_track_to_the_meeting_that_is_due(demo: Demo) -> None:
    before, after = (cards(demo, day)["treaty"] for day in ("2023-05-26", "2023-06-09"))
    assert (before.status.status, after.status.status) == ("advancing", "scheduled")
    assert after.status.arrow is Arrow.DETERIORATED


def test_prisoners_freed_move_their_track_and_the_process(demo: Demo) -> None:
    found = cards(demo, "2023-12-14")
    assert found["humanitarian"].status.arrow is Arrow.IMPROVED
    assert found["treaty"].status.status not in NO_TALKS


@pytest.mark.parametrize("day", ["2021-12-16", "2022-10-08", "2023-04-24", "2023-10-19"])
def test_every_arrow_has_its_ground_and_agrees_with_its_word(demo: Demo, day: str) -> None:
    for card in cards(demo, day).values():
        status = card.status
        if status.arrow is None:
            continue
        assert status.arrow_rule
        assert card.arrow_rests_on
        if status.arrow is Arrow.IMPROVED and status.status in NO_TALKS:
            assert "“in crisis”" in status.arrow_rule
        assert not (status.status == "agreed" and status.arrow is Arrow.DETERIORATED)
