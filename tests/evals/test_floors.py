"""Floors only rise."""

from evals.floors import HELD, MARGIN, load_floors, raised, undercut
from evals.surroundings import FLOORS

KEY = "cases/all kinds/F1"


def test_a_figure_below_its_floor_is_named() -> None:
    assert undercut({KEY: 0.69}, {KEY: 0.7}) == [
        "cases/all kinds/F1 is 0.690, below its floor of 0.700"
    ]
    assert undercut({KEY: 0.7}, {KEY: 0.7}) == []


def test_what_was_not_measured_undercuts_nothing() -> None:
    assert undercut({}, {KEY: 0.7}) == []


def test_a_floor_is_lifted_to_a_margin_below_what_was_measured() -> None:
    assert raised({KEY: 0.8}, {KEY: 0.7}) == {KEY: round(0.8 - MARGIN, 3)}


def test_a_floor_never_sinks_and_none_is_lost() -> None:
    assert raised({KEY: 0.6}, {KEY: 0.7, "seeds/macro/F1": 0.9}) == {
        KEY: 0.7,
        "seeds/macro/F1": 0.9,
    }


def test_counts_and_single_kinds_get_no_floor() -> None:
    assert raised({"cases/all kinds/gold": 458, "cases/meeting/F1": 0.6}, {}) == {}


def test_the_floors_of_the_repository_hold_every_section_but_the_cost() -> None:
    sections = {key.partition("/")[0] for key in load_floors(FLOORS)}
    parts = {
        "cases",
        "seeds",
        "dev",
        "dev-tuned",
        "dev-held-out",
        "annotated-tuned",
        "annotated-held-out",
        "polnear",
        "timeml",
        "recognizers",
        "lgl",
        "plover",
        "clusters",
        "ecbplus",
    }
    assert sections == parts
    assert HELD
