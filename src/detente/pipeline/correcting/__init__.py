"""What people correct: each function checks what was said and records it as a fact, or raises ``CorrectionError``.

They record only. Call ``detente.pipeline.catch_up`` when the corrections are in, so that the views follow.
"""

from detente.pipeline.correcting.carrying import Offer, carry, offers
from detente.pipeline.correcting.deciding import (
    accept,
    add_missed,
    decide_all,
    edit,
    edit_all,
    reject,
    split_actor,
)
from detente.pipeline.correcting.fields import choices, field_names, needed
from detente.pipeline.correcting.heading import correct_article, leave_out
from detente.pipeline.correcting.judging import (
    actor_is,
    actor_is_not,
    different,
    merge_events,
    other_news,
    same,
    same_news,
    split_event,
    split_story,
)
from detente.pipeline.correcting.saying import reviewer_name
from detente.pipeline.correcting.undoing import undo, undo_last

__all__ = [
    "Offer",
    "accept",
    "actor_is",
    "actor_is_not",
    "add_missed",
    "carry",
    "choices",
    "correct_article",
    "decide_all",
    "different",
    "edit",
    "edit_all",
    "field_names",
    "leave_out",
    "merge_events",
    "needed",
    "offers",
    "other_news",
    "reject",
    "reviewer_name",
    "same",
    "same_news",
    "split_actor",
    "split_event",
    "split_story",
    "undo",
    "undo_last",
]
