"""The life of one meeting over several days: planned, put off, planned anew, held.

The days differ, so the scores keep these reports apart; what joins them is the order in which they
were told, by the same sides at the same level, with no other meeting between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.merge.clusters import Clusters, Scores, ordered
from detente.merge.features import VETO, places
from detente.merge.traits import Traits
from detente.merge.when_features import dates_overlap
from detente.merge.who_features import PARTLY_NAMED, level, participants, persons
from detente.model.entry import Kind
from detente.model.event import Comparison, Link

ANEW_DAYS = 60  # what is put off longer is a new plan
VAGUE_DAYS = 14  # a plan for a longer range can be held to and still get a new day
STALE_DAYS = 3  # word that a meeting is off can come after its day
FOLLOWS = 3.0

OFF = frozenset({"postponed", "cancelled"})
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


def follow_plans(traits: Iterable[Traits], *, scores: Scores, clusters: Clusters) -> None:
    """Join a plan with the word that put it off, and that with the plan that took its place."""
    told = sorted(
        (_Told(t, day) for t in traits if t.kind is Kind.MEETING and (day := t.published)),
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
        t
        for t in told
        if t.traits.status in DUE
        and t.published <= off.published <= t.published + ANEW_DAYS
        and (t.end is None or t.end >= off.published - STALE_DAYS)
        and "held" not in _statuses(t, clusters, by_id)
        and same_meeting(t.traits, off.traits)
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
        if t.traits.status in ON
        and t.traits.id not in members
        and t.published >= off.published
        and t.start is not None
        and off.published <= t.start <= off.published + ANEW_DAYS
        and not any(_same_days(t, o) for o in old)
        and any(same_meeting(t.traits, o.traits) for o in old)
    ]
    return min(plans, key=lambda t: (t.start or 0, t.published, t.traits.id), default=None)


def _same_days(plan: _Told, old: _Told) -> bool:
    """Say whether a report still names, or may name, the day of the old plan; "this month" is no day."""
    vague = old.start is None or old.end is None or old.end - old.start > VAGUE_DAYS
    return not vague and dates_overlap(plan.traits, old.traits) is not None


def _statuses(one: _Told, clusters: Clusters, by_id: Mapping[str, _Told]) -> set[str]:
    return {by_id[i].traits.status for i in clusters.members(one.traits.id) if i in by_id}


def same_meeting(first: Traits, second: Traits) -> bool:
    """Say whether sides, level and place allow one meeting, and one of the last two names it."""
    sides = participants(first, second)
    rest = [c for f in (persons, level, places) if (c := f(first, second)) is not None]
    return (
        sides is not None
        and sides.weight > PARTLY_NAMED
        and all(c.weight > VETO / 2 for c in rest)
        and any(c.weight > 0 for c in rest)
    )


def _join(
    plan: _Told | None, off: _Told, feature: str, *, clusters: Clusters, scores: Scores
) -> None:
    if plan is None:
        return
    because = "the same sides and level, no other meeting between"
    pair = ordered(plan.traits.id, off.traits.id)
    features = (Comparison(feature, FOLLOWS, because), *scores.link(pair).features)
    clusters.join(Link(*pair, FOLLOWS, features))
