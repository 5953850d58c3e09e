"""Reports of several documents to events.

``merge`` joins the meetings, incidents and agreements of many documents; ``fold_copies`` finds the
near copies whose outlets count once.
"""

from detente.merge.features import FEATURES, compare
from detente.merge.folding import fold_copies
from detente.merge.joining import Component, merge, merge_apart, reaches_of, tied
from detente.merge.reaching import Reach

__all__ = [
    "FEATURES",
    "Component",
    "Reach",
    "compare",
    "fold_copies",
    "merge",
    "merge_apart",
    "reaches_of",
    "tied",
]
