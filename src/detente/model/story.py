"""Stories: one piece of news, with the articles that report it."""

from dataclasses import dataclass
from datetime import date

from detente.model.event import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Two articles or more that report one piece of news, whatever it is and whether or not any entry tells of it.

    ``title`` is the headline of the article that has most in common with the others. ``first`` and ``last`` are
    days of publication, ``None`` where no article has one. ``support`` counts independent outlets, copies of one
    text folded. The ``links`` join documents.
    """

    id: str
    title: str | None
    first: date | None
    last: date | None
    support: int
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Return what it is made of: its documents."""
        return self.documents
