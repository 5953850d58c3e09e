"""A meeting that was moved to another day: one text tells both the new day and the old.

The days differ, so the scores keep the two plans apart. What joins them is the wording of the old one ("had
been scheduled for July 21") beside a plan of the same meeting in the same document.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from detente.merge.clusters import Clusters, Scores, ordered
from detente.merge.plans import FOLLOWS, same_meeting
from detente.merge.traits import Traits
from detente.merge.wording import is_former
from detente.model.entry import Kind
from detente.model.event import Comparison, Link

PLANS = frozenset({"scheduled", "postponed"})
NEWER = frozenset({"scheduled", "held"})


def follow_moves(traits: Iterable[Traits], *, scores: Scores[Traits], clusters: Clusters) -> None:
    """Join the former day of a meeting with the day that the same text gives it now."""
    by_document: dict[str, list[Traits]] = defaultdict(list)
    for one in traits:
        if one.kind is Kind.MEETING and one.dated:
            by_document[one.report.document.id].append(one)
    for _, told in sorted(by_document.items()):
        for old, new in product(told, told):
            if is_moved(old, new):
                pair = ordered(old.id, new.id)
                because = "one text tells the day it was planned for and the day it has now"
                moved = Comparison("moved_to_another_day", FOLLOWS, because)
                clusters.join(Link(*pair, FOLLOWS, (moved, *scores.link(pair).features)))


def is_moved(old: Traits, new: Traits) -> bool:
    """Say whether one text tells with the one the day that a meeting was planned for, with the other the new."""
    return (
        old.kind is new.kind is Kind.MEETING
        and old.report.document.id == new.report.document.id
        and old.dated
        and new.dated
        and old.status in PLANS
        and new.status in NEWER
        and (new.first or 0, new.last) != (old.first or 0, old.last)
        and is_former(old.words)
        and not is_former(new.words)
        and same_meeting(old, new)
    )
