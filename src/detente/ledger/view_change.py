"""What becomes of the views when some documents are new, or changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from detente.ledger.facts import State
from detente.model.event import Event, Report
from detente.model.story import Story

Window = tuple[
    int, int, int
]  # a key, and the first and last day between which a report is found under it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How many runs of words a text has, and those of them by which its copies are found."""

    runs: int
    samples: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewChange:
    """The documents that changed, as they are now, and what that makes of the events around them.

    ``made_with`` names all that the views hang on besides the facts. ``samples`` are of the changed texts
    that stand, ``reports`` of every changed document; ``copy_groups`` are of these and of every document
    whose group has become another. ``windows`` are of the reports that this concerns. ``events`` are
    those around them, which before were the events ``replaced``; so it is with ``stories``.
    """

    state: State
    made_with: str
    samples: Mapping[str, Sample]
    copy_groups: Mapping[str, str]
    reports: Mapping[str, tuple[Report, ...]]
    windows: Mapping[str, tuple[Window, ...]]  # by entry
    events: tuple[Event, ...]
    replaced: frozenset[str]
    news_windows: Mapping[str, tuple[Window, ...]]  # by document
    stories: tuple[Story, ...]
    replaced_stories: frozenset[str]
