"""Which way a track has gone: its word against the word of thirty days before."""

from datetime import date, timedelta

from detente.assess.dated import last_day
from detente.assess.rules import Finding, Rule
from detente.assess.strand import Strand
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
NO_TALKS = frozenset(ORDER[: ORDER.index("voiced")])  # of a track that does not move, no way up
TALKS = frozenset(ORDER[ORDER.index("scheduled") :])


def arrow(
    before: tuple[Rule, Finding], now: tuple[Rule, Finding], earlier: Strand, strand: Strand
) -> tuple[Arrow | None, str]:
    """Say which way it went, and why; nothing where either word is ``unknown``.

    Up only by what was done or said in these days, or where force is past; from talks to talks down only by
    what was put off, refused or judged ill. Time alone moves no track that is still in talks.
    """
    old, new = before[0].status, now[0].status
    if old not in ORDER or new not in ORDER:
        return None, ""
    was = f"“{old}” {ARROW_DAYS} days before"
    since = before[1].since
    was += f" (since {since})" if since else ""
    steps = ORDER.index(new) - ORDER.index(old)
    if steps == 0:
        return Arrow.UNCHANGED, f"It was {was} too."
    if steps > 0:
        return _up(old, new, was, fresh=_is_news(now[1], earlier))
    return _down(old, new, was, strand)


def _up(old: str, new: str, was: str, *, fresh: bool) -> tuple[Arrow, str]:
    if old == "in crisis":
        return Arrow.IMPROVED, f"It was {was}; what made the crisis is over or settled."
    if fresh and new not in NO_TALKS:
        return Arrow.IMPROVED, f"It was {was}; what is named here has come since."
    return Arrow.UNCHANGED, f"It was {was}; nothing has come since that makes it better."


def _down(old: str, new: str, was: str, strand: Strand) -> tuple[Arrow, str]:
    if old in TALKS and new in TALKS:
        worse = last_day(strand.meetings.put_off, strand.refusals, strand.trouble)
        if not _is_fresh(worse, strand.as_of):
            return (
                Arrow.UNCHANGED,
                f"It was {was}; time has passed, and nothing has come against it.",
            )
        return (
            Arrow.DETERIORATED,
            f"It was {was}; something was put off, refused or judged ill since.",
        )
    if old in TALKS and new in {"stalled", "voiced", "dormant"}:
        return Arrow.DETERIORATED, f"It was {was}; no meeting or agreement has come since."
    return Arrow.DETERIORATED, f"It was {was}; what is named here has come since."


def _is_news(now: Finding, earlier: Strand) -> bool:
    """Say whether the word rests on something that was not known on the earlier day."""
    return not earlier.known.issuperset((*now.events, *now.entries))


def _is_fresh(day: date | None, as_of: date) -> bool:
    return day is not None and day > as_of - timedelta(days=ARROW_DAYS)
