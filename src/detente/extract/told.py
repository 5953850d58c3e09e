"""An incident beside the words that tell of it, while a text is read."""

from dataclasses import dataclass

from detente.extract.incident_status import Core
from detente.model.entry import Incident


@dataclass(frozen=True, slots=True)
class Told:
    """An incident with the words that tell of it."""

    core: Core
    incident: Incident
