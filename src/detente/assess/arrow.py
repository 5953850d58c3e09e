"""Which way a track has gone: its word against the word of thirty days before."""

from detente.model.event import Arrow

ARROW_DAYS = 30

# The words of the scale from the worst to the best. docs/status-scale.md tells the same to readers.
ORDER = (
    "in crisis",
    "blocked",
    "strained",
    "dormant",
    "stalled",
    "voiced",
    "scheduled",
    "active",
    "advancing",
    "agreed",
)


def arrow(before: str, now: str) -> Arrow | None:
    """Say which way it went; nothing where either word is ``unknown``."""
    if before not in ORDER or now not in ORDER:
        return None
    steps = ORDER.index(now) - ORDER.index(before)
    if steps == 0:
        return Arrow.UNCHANGED
    return Arrow.IMPROVED if steps > 0 else Arrow.DETERIORATED
