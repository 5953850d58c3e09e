"""What people say of the record: corrections, the state in which each of them is, and who stands behind an entry."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from detente.model.entry import ActorRef
from detente.model.when import DateRange


class Act(StrEnum):
    """What a correction does."""

    ACCEPT = "accept"  # the entry says what the passage says
    REJECT = "reject"  # it does not
    EDIT = "edit"  # another entry stands in its place
    ADD = "add"  # an entry of a passage that was missed
    SAME = "same"  # these entries tell of one happening
    DIFFERENT = "different"  # none of these tells of what those tell of
    ACTOR_SAME = "same actor"  # an actor that is not listed is another one
    ACTOR_DIFFERENT = "different actor"
    DAY = "day of article"  # it was published then
    OUTLET = "outlet of article"
    LEAVE_OUT = "leave out article"  # it does not belong in this record
    SAME_NEWS = "same news"  # two articles report one piece of news
    OTHER_NEWS = "other news"  # they do not
    UNDO = "undo"  # an earlier correction does not count
    RESTORE = "restore"  # it counts again


DECISIONS = frozenset({Act.ACCEPT, Act.REJECT, Act.EDIT, Act.ADD})
JUDGEMENTS = frozenset({Act.SAME, Act.DIFFERENT})
ABOUT_ACTORS = frozenset({Act.ACTOR_SAME, Act.ACTOR_DIFFERENT})
ABOUT_STORIES = frozenset({Act.SAME_NEWS, Act.OTHER_NEWS})
ABOUT_ARTICLES = ABOUT_STORIES | {Act.DAY, Act.OUTLET, Act.LEAVE_OUT}
TAKING_BACK = frozenset({Act.UNDO, Act.RESTORE})


class CorrectionState(StrEnum):
    """What has become of a correction; the last is the one that asks least of a reader."""

    TEXT_CHANGED = "text changed"  # a newer version of the article stands in the place of the one it was made on
    UNANCHORED = (
        "unanchored"  # the article was read anew, and nothing was read any more where it was made
    )
    OPEN = "open"  # a rejection: read anew, something else stands there, which is not rejected
    CARRIED = (
        "carried"  # read anew, another entry stands in the place of the one that it was made on
    )
    OVERRULED = "overruled"  # a later correction of the same entry counts
    UNDONE = "undone"
    APPLIES = "applies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that a person said of the record, with name, reason and time.

    ``subjects`` are ids of entries: the one that is decided on, or those that tell of one happening.
    ``result`` is the entry that a person made, ``others`` those that tell of something else. ``actor`` is the
    id of an actor that is, or is not, ``meant``. ``document`` is an article
    as a whole, ``day`` and ``outlet`` what is said of it, ``beside`` the article that it is, or is not, one story with.
    ``target`` is the number of the correction that is undone.
    """

    number: int
    change: int
    recorded_at: datetime
    reviewer: str
    reason: str
    act: Act
    subjects: tuple[str, ...] = ()
    result: str | None = None
    others: tuple[str, ...] = ()
    actor: str | None = None
    meant: ActorRef | None = None
    document: str | None = None
    day: DateRange | None = None
    outlet: str | None = None
    beside: str | None = None
    target: int | None = None
    stands: bool = True  # it was not undone

    @property
    def entries(self) -> tuple[str, ...]:
        """Return the ids of all entries that it speaks of."""
        return (*self.subjects, *self.others, *((self.result,) if self.result else ()))


class ReviewState(StrEnum):
    """How a person stands behind an entry, or against it."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    ADDED = "added"
    REJECTED = "rejected"
    REPLACED = "replaced"  # an edited one stands in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last word of a person on an entry."""

    state: ReviewState
    by: str
    on: datetime
    reason: str = ""
    correction: int = 0
    entry: str | None = None  # replaced: what stands in its place; edited: what it was made of
