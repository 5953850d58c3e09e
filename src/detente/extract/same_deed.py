"""One deed told twice in a text: what one sentence leaves out, another tells, the day, the doer or whom it befell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from detente.extract.doers_told import answered, doer_told_before
from detente.extract.reading import Reading
from detente.extract.told import Told
from detente.lexicon import load_table
from detente.lexicon.content import stems, weigh
from detente.model.entry import Actors, Incident, IncidentStatus
from detente.model.when import DateRange

_REAL = frozenset({IncidentStatus.HAPPENED, IncidentStatus.ONGOING})
# Longer ago than this, two happenings of one day are one: nobody tells of two.
_LONG_AGO = timedelta(days=60)
# So many rare words two tellings of one deed share, besides the names of those who did it.
_SAME = 2.0
_ANEW = frozenset({"resume", "restart", "renew"})


def with_what_is_told_elsewhere(reading: Reading, told: Sequence[Told]) -> Iterator[Incident]:
    """Fill what an incident lacks from the nearest other telling of the same deed, those before it first."""
    for at, one in enumerate(told):
        others = [*reversed(told[:at]), *told[at + 1 :]]
        incident = one.incident
        if incident.status in _REAL:
            for other in others:
                if _lacks(incident) and _is_same(reading, one, other):
                    incident = _filled(incident, other.incident)
            if not incident.by and (by := doer_told_before(reading, told, at)):
                incident = replace(incident, by=by, to=_except(incident.to, by))
            if not incident.to:
                incident = replace(incident, to=answered(reading, told, at))
        yield incident


def _lacks(incident: Incident) -> bool:
    return not (incident.by and incident.to and incident.date)


def _filled(incident: Incident, other: Incident) -> Incident:
    by = incident.by or _except(other.by, incident.to)
    to = incident.to or _except(other.to, by)
    lent = other.date if other.date and other.date.day else None  # a vague span is told of itself
    return replace(incident, by=by, to=to, date=incident.date or lent)


def _except(some: Actors, others: Actors) -> Actors:
    """Return some actors, or nobody where one of them is among the others."""
    return () if {r.id for r in some} & {r.id for r in others} else some


def _is_same(reading: Reading, one: Told, other: Told) -> bool:
    """Say whether two passages tell of one deed; nothing that both tell may differ."""
    a, b = one.incident, other.incident
    if b.status not in _REAL or _differ(a.by, b.by) or _differ(a.to, b.to):
        return False
    if _is_only_one(one, other) and not _are_apart(a, b):
        return True
    if a.date and b.date:
        return _is_day_long_ago(reading, a.date) and a.date.start == b.date.start == b.date.end
    if _are_apart(a, b):
        return False
    anew = one.core.head.lemma in _ANEW and other.core.head.lemma in _ANEW
    return (anew and bool(a.by and b.by)) or _share_rare_words(a, b)


def _share_rare_words(one: Incident, other: Incident) -> bool:
    first, second = (stems(i.evidence[0].quote) for i in (one, other))
    return weigh(s for s in first if s in second) >= _SAME


def _are_apart(one: Incident, other: Incident) -> bool:
    """Say whether two happenings have places in two countries."""
    a, b = one.place, other.place
    return a is not None and b is not None and a.id != b.id and a.country != b.country


def _differ(some: Actors, others: Actors) -> bool:
    return bool(some and others) and not {r.id for r in some} & {r.id for r in others}


def _is_day_long_ago(reading: Reading, when: DateRange) -> bool:
    published = reading.doc.document.published
    day = published.start if published else None
    return when.day is not None and day is not None and day - when.day > _LONG_AGO


def _is_only_one(one: Told, other: Told) -> bool:
    """Say whether both name a deed of which there is one in a text: "the blockade", "the 11-week blockade"."""
    nouns = load_table("incidents")["single noun"].words
    return one.core.trigger.lemma == other.core.trigger.lemma and one.core.trigger.lemma in nouns
