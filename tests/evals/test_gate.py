"""The golden cases reach their floors: the gate that needs nothing beside the repository."""

import pytest
from evals.floors import figures, load_floors, undercut
from evals.golden_cases import MEASURE
from evals.measure import run_all
from evals.surroundings import FLOORS


@pytest.fixture(scope="module")
def measured() -> dict[str, float | int]:
    return figures(run_all([MEASURE], jobs=1))


def test_the_golden_cases_are_read_as_well_as_before(measured: dict[str, float | int]) -> None:
    assert undercut(measured, load_floors(FLOORS)) == []


def test_every_floor_of_the_golden_cases_was_measured(measured: dict[str, float | int]) -> None:
    assert {key for key in load_floors(FLOORS) if key.startswith("cases/")} <= set(measured)
