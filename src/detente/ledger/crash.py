"""Named points at which a test can kill the program: ``DETENTE_CRASH_AT=name:n`` ends it there the n-th time."""

import os
from collections import Counter

VARIABLE = "DETENTE_CRASH_AT"
EXIT_CODE = 137  # as of a process that was killed

POINTS = (
    "before-reading",
    "inside-document",
    "before-commit",
    "after-commit",
    "before-views",
    "inside-views",
)

_passed: Counter[str] = Counter()


def crash_point(name: str) -> None:
    """End the process at once, nothing flushed or closed, if this is where a test wants it."""
    wanted = os.environ.get(VARIABLE)
    if not wanted:
        return
    _passed[name] += 1
    if wanted == f"{name}:{_passed[name]}":
        os._exit(EXIT_CODE)
