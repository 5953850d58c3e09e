"""Features on the days of two reports. The weights were set by hand on stories (tests/merge)."""

from datetime import date

from detente.merge.telling import AHEAD, OFF, ONGOING, day_of
from detente.merge.traits import ROUGHLY_DAYS, Traits
from detente.model.entry import Kind
from detente.model.event import Comparison

# widest range in days -> weight of two equal ranges, weight of a day inside the range
TALKS = ((1, 3.0, 3.0), (7, 2.0, 2.0), (31, 1.5, 1.0), (366, 0.8, -0.5), (10**7, 0.0, -1.0))
# an article tells of many things on the ground; only a day tells them apart
FORCE = ((1, 2.0, 2.0), (7, 1.0, 1.0), (31, 1.0, 0.0), (366, 0.3, -1.0), (10**7, 0.0, -1.5))
ON_A_DAY = FORCE[0][1]

NEXT_DAY = -1.0  # late evenings and time zones
SLIPPED = -3.0
SLIPPED_PLAN = -1.5  # a plan slips by a day or two without a word
APART = -6.0
SLIP_DAYS = 3
SHORT_DAYS = 7  # a day or a week can be named a day too early or too late, a month cannot
STARTS_DIFFER = -1.0  # of one that goes on, each report may name another day of it

ONE_UNDATED = {Kind.MEETING: -1.0, Kind.AGREEMENT: -1.5, Kind.INCIDENT: -2.0}
UNDATED_APART = -5.0
NEVER_DATED = -2.0
MERELY_MEANT = -1.5
ANNOUNCED_FOR_THE_DAY = 1.0
ANNOUNCED_ROUGHLY = 0.5

STILL_AHEAD = -3.0

MEANT = frozenset({"proposed", "threatened"})

STANDS_OTHERWISE = -1.5
HAPPENED = "happened"
NOT_HAPPENED = frozenset({"threatened", "denied"})


def dates_overlap(first: Traits, second: Traits) -> Comparison | None:
    """Support the pair when the days agree, the less the wider the ranges are."""
    ours, theirs = _days(first), _days(second)
    if ours is None or theirs is None or not _overlap(ours, theirs):
        return None
    width = max(last - start + 1 for start, last in (ours, theirs))
    table = FORCE if first.kind is Kind.INCIDENT else TALKS
    equal, inside = next(w[1:] for w in table if width <= w[0])
    weight = equal if ours == theirs else inside
    return Comparison("dates_overlap", weight, f"days agree: {_words(ours)} / {_words(theirs)}")


def dates_differ(first: Traits, second: Traits) -> Comparison | None:
    """Speak against the pair the more days lie between."""
    ours, theirs = _days(first), _days(second)
    if ours is None or theirs is None or _overlap(ours, theirs):
        return None
    gap = max(ours[0], theirs[0]) - min(ours[1], theirs[1])
    because = f"{gap} days between {_words(ours)} and {_words(theirs)}"
    return Comparison("dates_differ", _weight_of_gap(gap, first, second), because)


def _weight_of_gap(gap: int, first: Traits, second: Traits) -> float:
    if ONGOING in (first.status, second.status) and _windows_overlap(first, second):
        return STARTS_DIFFER
    if _two_in_one_text(first, second) or _misses_a_month(first, second):
        return APART
    if gap == 1 and first.kind is not Kind.INCIDENT:
        return NEXT_DAY
    if gap > SLIP_DAYS:
        return APART
    planned = (first.status in AHEAD) != (second.status in AHEAD)
    if planned or _told_on_the_day(first) or _told_on_the_day(second):
        return SLIPPED_PLAN
    return SLIPPED


def _told_on_the_day(one: Traits) -> bool:
    """Say whether the day of an act on the news is that of publication, and does not stand in the passage.

    What is told under a date line, or after "he said on Monday", may have been a day or two before.
    """
    when = day_of(one.told)
    if one.kind is not Kind.INCIDENT or not one.news or when is None or one.first != one.last:
        return False
    return one.first == one.published and when.text.casefold() not in one.words


def _misses_a_month(first: Traits, second: Traits) -> bool:
    """Say whether a meeting lies outside the month that was named for the other: only a day slips."""
    widths = [d[1] - d[0] for t in (first, second) if (d := _days(t))]
    return first.kind is Kind.MEETING and max(widths, default=0) >= SHORT_DAYS


def _two_in_one_text(first: Traits, second: Traits) -> bool:
    """Say whether one text tells of two meetings that were held, by other sides on other days."""
    return (
        first.report.document.id == second.report.document.id
        and first.kind is Kind.MEETING
        and first.status == second.status == "held"
        and first.sides != second.sides
    )


def day_unknown(first: Traits, second: Traits) -> Comparison | None:
    """Speak against a pair of which one gives no day, the more where publication lies far apart."""
    if first.dated and second.dated:
        return None
    if first.window is None or second.window is None:
        return Comparison("day_unknown", NEVER_DATED, "no day to hold against the other")
    one_text = first.report.document.id == second.report.document.id
    if one_text and first.kind is Kind.MEETING:
        return None  # a second mention in one article seldom repeats the day
    if not _windows_overlap(first, second):
        return Comparison("day_unknown", UNDATED_APART, "no day, and told at another time")
    return Comparison("day_unknown", ONE_UNDATED[first.kind], "no day, though told about then")


def merely_meant(first: Traits, second: Traits) -> Comparison | None:
    """Speak against taking what was merely proposed or threatened for what has a day."""
    meant = [t.status in MEANT for t in (first, second)]
    if any(meant) and not all(meant) and not (first.dated and second.dated):
        return Comparison("merely_meant", MERELY_MEANT, "one was merely proposed or threatened")
    return None


def stands_otherwise(first: Traits, second: Traits) -> Comparison | None:
    """Speak against force that happened beside force that was threatened, is denied or goes on: mostly another."""
    for one, other in ((first, second), (second, first)):
        lasts = other.status == ONGOING and not (one.dated and _days(one) == _days(other))
        if one.status == HAPPENED and (lasts or other.status in NOT_HAPPENED):
            because = f"one {one.status}, the other was {other.status}"
            return Comparison("stands_otherwise", STANDS_OTHERWISE, because)
    return None


def announced_then_held(first: Traits, second: Traits) -> Comparison | None:
    """Support a plan told before its day beside a meeting held on that day."""
    for plan, held in ((first, second), (second, first)):
        days, done = _days(plan), _days(held)
        if plan.status != "scheduled" or held.status != "held" or not days or not done:
            continue
        if days[1] - days[0] > ROUGHLY_DAYS:
            continue
        if plan.published is not None and plan.published <= days[1] and _overlap(days, done):
            because = f"announced for {_words(days)}, then held"
            weight = ANNOUNCED_FOR_THE_DAY if days[0] == days[1] else ANNOUNCED_ROUGHLY
            return Comparison("announced_then_held", weight, because)
    return None


def still_ahead(first: Traits, second: Traits) -> Comparison | None:
    """Speak against a plan that lay ahead, or was put off, when the other meeting had been held."""
    for plan, held in ((first, second), (second, first)):
        days, done, told = _days(plan), _days(held), plan.published
        if plan.status in OFF and held.status == "held" and not days and told:
            over = done[1] if done else held.published
            if over and over < told:
                return Comparison("still_ahead", STILL_AHEAD, "put off when the other was over")
            continue
        if plan.status not in AHEAD or held.status != "held" or not days or not done or not told:
            continue
        if done[1] <= told < days[1]:
            return Comparison("still_ahead", STILL_AHEAD, "told as due when the other was over")
    return None


def _days(one: Traits) -> tuple[int, int] | None:
    return None if one.first is None or one.last is None else (one.first, one.last)


def _overlap(ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _windows_overlap(first: Traits, second: Traits) -> bool:
    ours, theirs = first.window, second.window
    return ours is not None and theirs is not None and _overlap(ours, theirs)


def _words(days: tuple[int, int]) -> str:
    start, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    if start == last:
        return str(start)
    return f"{'…' if start == date.min else start}/{'…' if last == date.max else last}"
