"""Reports of several documents to events.

``merge`` joins the meetings, incidents and agreements of many documents, and the mentions of a promise;
``fold_copies`` finds the near copies whose outlets count once.
"""

from detente.merge.clusters import ordered
from detente.merge.features import FEATURES, compare
from detente.merge.folding import are_copies, fold_copies, groups_of, may_be_copies, sketch
from detente.merge.joining import Component, merge, merge_apart, reaches_of, tied
from detente.merge.reaching import Reach

__all__ = [
    "FEATURES",
    "Component",
    "Reach",
    "are_copies",
    "compare",
    "fold_copies",
    "groups_of",
    "may_be_copies",
    "merge",
    "merge_apart",
    "ordered",
    "reaches_of",
    "sketch",
    "tied",
]
