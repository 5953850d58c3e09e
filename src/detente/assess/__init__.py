"""Events to the state of each track as of a day.

``assess`` gives one ``TrackStatus`` for each track of the process; ``RULES`` holds the words of the
scale with the rule behind each, as docs/status-scale.md tells them.
"""

from detente.assess.board import assess
from detente.assess.rules import RULES, Rule

__all__ = ["RULES", "Rule", "assess"]
