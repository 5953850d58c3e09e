"""What every page of one record shares: the menu, the choices of the filters, the visit."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from starlette.datastructures import QueryParams

from detente import query
from detente.ledger import Ledger
from detente.model.entry import Kind
from detente.model.errors import DetenteError
from detente.model.profile import ActorKind
from detente.web.address import FILTERS, Address, parties_of, read_address, with_notes
from detente.web.answer import Answer, Asked, Page
from detente.web.guard import new_token
from detente.web.pages.review import reviewer
from detente.web.panel import Panel, open_panel
from detente.web.states import States

SUGGESTIONS = 150  # names that a field offers


@dataclass(frozen=True)
class Site:
    """A record that is served; ``token`` stands in every form that writes."""

    ledger: Ledger
    pages: tuple[Page, ...]
    token: str = field(default_factory=new_token)

    @cached_property
    def states(self) -> States:
        """Return the earlier states that its pages wait for."""
        return States(self.ledger)

    @cached_property
    def choices(self) -> dict[str, Any]:
        """Return what does not change while the server runs."""
        process = self.ledger.process
        people = [a.name for a in process.actors if a.kind in (ActorKind.SIDE, ActorKind.PERSON)]
        parties = [actor.name for actor in parties_of(process)]
        return {
            "process": process,
            "record": self.ledger.name,
            "menu": tuple(p for p in self.pages if p.in_menu),
            "filters": FILTERS,
            "tracks": (("", "any"), *((t.id, t.name) for t in process.tracks)),
            "kinds": (("", "any"), *((k.value, k.value) for k in Kind)),
            "names": (("", "both sides’"), *((name, f"{name}’s") for name in parties)),
            "pair": (*parties, "", "")[:2],
            "actor_names": tuple(dict.fromkeys((*parties, *people)))[:SUGGESTIONS],
            "outlet_names": tuple(o.name for o in process.outlets)[:SUGGESTIONS],
        }

    def read(self, path: str, typed: QueryParams, page: Page) -> Address:
        """Understand an address; a state that the record does not know is told and left out."""
        read = read_address(path, typed, self.ledger.process)
        address = with_notes(read, uses=page.uses, takes=page.takes)
        try:
            query.bounds(self.ledger, address.filter)
        except DetenteError as error:
            faults = {**address.faults, "known_at": str(error)}
            refused = tuple(pair for pair in address.typed if pair[0] == "known_at")
            return replace(
                address,
                filter=replace(address.filter, known_at=None),
                refused=(*address.refused, *refused),
                faults=faults,
            )
        return address

    def values(self, asked: Asked, answer: Answer) -> dict[str, Any]:
        """Return what the frame of a page shows."""
        return self.choices | {
            "panel": self._panel(asked.address, answer),
            "token": self.token,
            "who": reviewer(asked.address),
            "typed": None,
            "empty_record": not answer.rows.cells and query.is_empty(self.ledger),
        }

    @property
    def frame(self) -> dict[str, Any]:
        """Return what the frame shows around a page that rests on nothing of the record."""
        return {**self.choices, "panel": None, "token": self.token, "empty_record": False}

    def _panel(self, address: Address, answer: Answer) -> Panel | None:
        if address.item is None or answer.template == "item.html":
            return None
        return open_panel(self.ledger, address, address.item)
