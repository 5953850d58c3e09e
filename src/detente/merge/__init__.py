"""Reports of several documents to events.

``merge`` joins the meetings, incidents and agreements of many documents, and the mentions of a promise;
``merge_into`` does the same with new reports among events that there are; ``tell_stories`` and ``tell_into`` join
articles that report one piece of news; ``fold_copies`` finds the near copies whose outlets count once.
"""

from detente.merge.clusters import ordered
from detente.merge.features import FEATURES, compare
from detente.merge.folding import are_copies, fold_copies, groups_of, may_be_copies, sketch
from detente.merge.growing import Grown, Stored, merge_into
from detente.merge.joining import Merging, merge, reaches_of
from detente.merge.reaching import Reach
from detente.merge.stories import KEYS_SHARED, story_reaches, tell_into, tell_stories

__all__ = [
    "FEATURES",
    "KEYS_SHARED",
    "Grown",
    "Merging",
    "Reach",
    "Stored",
    "are_copies",
    "compare",
    "fold_copies",
    "groups_of",
    "may_be_copies",
    "merge",
    "merge_into",
    "ordered",
    "reaches_of",
    "sketch",
    "story_reaches",
    "tell_into",
    "tell_stories",
]
