"""Who ends an attack strikes no blow."""

import pytest

from detente.model.entry import Incident
from tests.extract.conftest import Read
from tests.extract.finding import only


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan suspended its offensive against Armenia on Thursday.",
        "On Thursday, Azerbaijan halted its attack on Vardenis.",
        "Azerbaijani forces stopped their shelling of Kapan on Thursday.",
    ],
)
def test_an_attack_that_is_ended_is_for_the_better(read: Read, text: str) -> None:
    incident = only(read(text), Incident)
    assert incident.plover is not None
    assert incident.plover.event == "RETREAT"
