"""The life of one meeting over several days: planned, put off, planned anew, held.

The days differ, so the scores keep these reports apart; what joins them is the order in which they
were told, by the same sides at the same level, with no other meeting between. ``could_follow`` says of two
reports alone whether one may be joined to the other so; ``follow_plans`` chooses among those that may.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.merge.clusters import Clusters, Scores, ordered
from detente.merge.features import VETO
from detente.merge.telling import OFF
from detente.merge.traits import Traits
from detente.merge.when_features import dates_overlap
from detente.merge.where_features import places
from detente.merge.who_features import PARTLY_NAMED, level, participants, persons
from detente.model.entry import Kind
from detente.model.event import Comparison, Link

ANEW_DAYS = 60  # what is put off longer is a new plan
VAGUE_DAYS = 14  # a plan for a longer range can be held to and still get a new day
STALE_DAYS = 3  # word that a meeting is off can come after its day
FOLLOWS = 3.0

DUE = frozenset({"scheduled"})
ON = frozenset({"scheduled", "held"})


@dataclass(frozen=True, slots=True)
class _Told:
    """One report whose day of publication is known."""

    traits: Traits
    published: int

    @property
    def start(self) -> int | None:
        return self.traits.first

    @property
    def end(self) -> int | None:
        return self.traits.last


def could_follow(first: Traits, second: Traits) -> bool:
    """Say whether one may be the word that the plan of the other is off."""
    for one, other in ((first, second), (second, first)):
        if one.kind is other.kind is Kind.MEETING and other.status in OFF:
            plan, off = _told(one), _told(other)
            if plan and off and (_may_be_before(plan, off) or _may_be_after(plan, off)):
                return True
    return False


def plan_reach(one: Traits) -> tuple[str, str, tuple[int, int]] | None:
    """Return the role of a report, the role that it looks for, and the days in which that may be told.

    ``could_follow`` holds of no two reports whose roles do not look for each other in common days.
    """
    told = _told(one) if one.kind is Kind.MEETING else None
    if told is None:
        return None
    if one.status in OFF:
        return "off", "on", (told.published, told.published)
    if one.status not in ON:
        return None
    windows = [(told.published, told.published + ANEW_DAYS)] if one.status in DUE else []
    if told.start is not None and told.start - ANEW_DAYS <= told.published:
        windows.append((told.start - ANEW_DAYS, min(told.start, told.published)))
    if not windows:
        return None
    return "on", "off", (min(first for first, _ in windows), max(last for _, last in windows))


def _told(one: Traits) -> _Told | None:
    return _Told(one, one.published) if one.published else None


def follow_plans(traits: Iterable[Traits], *, scores: Scores[Traits], clusters: Clusters) -> None:
    """Join a plan with the word that put it off, and that with the plan that took its place."""
    told = sorted(
        (told for t in traits if t.kind is Kind.MEETING and (told := _told(t))),
        key=lambda t: (t.published, t.traits.id),
    )
    by_id = {t.traits.id: t for t in told}
    for off in (t for t in told if t.traits.status in OFF):
        before = _plan_before(off, told, clusters, by_id)
        _join(before, off, "planned_then_put_off", clusters=clusters, scores=scores)
        if off.traits.status == "postponed":
            after = _plan_after(off, told, clusters, by_id)
            _join(after, off, "put_off_then_planned_anew", clusters=clusters, scores=scores)


def _plan_before(
    off: _Told, told: list[_Told], clusters: Clusters, by_id: Mapping[str, _Told]
) -> _Told | None:
    """Return the nearest plan of the same meeting whose day had not long passed."""
    if _statuses(off, clusters, by_id) & ON:
        return None
    plans = [
        t for t in told if _may_be_before(t, off) and "held" not in _statuses(t, clusters, by_id)
    ]
    return min(plans, key=lambda t: (off.published - t.published, t.traits.id), default=None)


def _plan_after(
    off: _Told, told: list[_Told], clusters: Clusters, by_id: Mapping[str, _Told]
) -> _Told | None:
    """Return the next such meeting that was planned, or held, after this one was put off."""
    members = clusters.members(off.traits.id)
    if "held" in _statuses(off, clusters, by_id):
        return None  # another report has brought it to its end
    old = [by_id[i] for i in sorted(members) if i in by_id]
    plans = [
        t
        for t in told
        if t.traits.id not in members
        and _may_be_after(t, off)
        and not any(_same_days(t, o) for o in old)
        and any(same_meeting(t.traits, o.traits) for o in old)
    ]
    return min(plans, key=lambda t: (t.start or 0, t.published, t.traits.id), default=None)


def _may_be_before(plan: _Told, off: _Told) -> bool:
    """Say whether one meeting may have been planned so and then put off."""
    return (
        plan.traits.status in DUE
        and plan.published <= off.published <= plan.published + ANEW_DAYS
        and (plan.end is None or plan.end >= off.published - STALE_DAYS)
        and same_meeting(plan.traits, off.traits)
    )


def _may_be_after(plan: _Told, off: _Told) -> bool:
    """Say whether a meeting may have taken the place of the one put off, by all that its word tells."""
    return (
        off.traits.status == "postponed"
        and plan.traits.status in ON
        and plan.published >= off.published
        and plan.start is not None
        and off.published <= plan.start <= off.published + ANEW_DAYS
        and _not_another(plan.traits, off.traits)
    )


def _same_days(plan: _Told, old: _Told) -> bool:
    """Say whether a report still names, or may name, the day of the old plan; "this month" is no day."""
    vague = old.start is None or old.end is None or old.end - old.start > VAGUE_DAYS
    return not vague and dates_overlap(plan.traits, old.traits) is not None


def _statuses(one: _Told, clusters: Clusters, by_id: Mapping[str, _Told]) -> set[str]:
    return {by_id[i].traits.status for i in clusters.members(one.traits.id) if i in by_id}


def same_meeting(first: Traits, second: Traits) -> bool:
    """Say whether sides, level and place allow one meeting, and one of the last two names it."""
    return _not_another(first, second) and any(c.weight > 0 for c in _rest(first, second))


def _not_another(first: Traits, second: Traits) -> bool:
    """Say whether the sides are the same, and nothing else that both tell differs."""
    sides = participants(first, second)
    return (
        sides is not None
        and sides.weight > PARTLY_NAMED
        and all(c.weight > VETO / 2 for c in _rest(first, second))
    )


def _rest(first: Traits, second: Traits) -> list[Comparison]:
    return [c for f in (persons, level, places) if (c := f(first, second)) is not None]


def _join(
    plan: _Told | None, off: _Told, feature: str, *, clusters: Clusters, scores: Scores[Traits]
) -> None:
    if plan is None:
        return
    because = "the same sides and level, no other meeting between"
    pair = ordered(plan.traits.id, off.traits.id)
    features = (Comparison(feature, FOLLOWS, because), *scores.link(pair).features)
    clusters.join(Link(*pair, FOLLOWS, features))
