"""Check a record against itself: each evidence, text, id and link."""

from dataclasses import dataclass

from detente.ledger.record import Ledger


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not hold: what it is about (an id or a table), and what is wrong."""

    subject: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """How much was checked, and every flaw that was found."""

    documents: int
    entries: int
    passages: int
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        """Say whether no flaw was found."""
        return not self.flaws


def verify(ledger: Ledger) -> VerifyReport:
    """Check every text against its hash, every passage against its text, every id and every link."""
    raise NotImplementedError
