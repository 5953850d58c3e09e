"""The facts that were recorded, append-only, and the views of them."""

from detente.ledger.record import Ledger
from detente.ledger.verifying import Flaw, VerifyReport, verify

__all__ = ["Flaw", "Ledger", "VerifyReport", "verify"]
