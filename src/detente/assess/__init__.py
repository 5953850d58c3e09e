"""Events to the state of each track as of a day.

``assess`` gives one ``TrackStatus`` for each track of the process; ``RULES`` holds the words of the
scale with the rule behind each, as docs/status-scale.md tells them, and ``ORDER`` the words from the
worst to the best. ``chain_of`` tells the life of one meeting,
``blockers`` what holds each track back, ``undertakings`` what became of each commitment.
"""

from detente.assess.arrow import ARROW_DAYS, ORDER
from detente.assess.board import assess
from detente.assess.chains import chain_of
from detente.assess.deeds import hurting
from detente.assess.gates import blockers
from detente.assess.rules import RULES, Rule
from detente.assess.undertakings import undertakings

__all__ = [
    "ARROW_DAYS",
    "ORDER",
    "RULES",
    "Rule",
    "assess",
    "blockers",
    "chain_of",
    "hurting",
    "undertakings",
]
