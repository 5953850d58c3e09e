"""One event out of the reports that belong together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from detente.merge.telling import (
    OFF,
    Told,
    actors_of,
    borne_out,
    day_of,
    place_of,
    side_of,
    status_of,
    told_of,
)
from detente.model.entry import (
    ActorRef,
    Actors,
    Agreement,
    Commitment,
    Incident,
    Kind,
    Meeting,
    PlaceRef,
    Statement,
)
from detente.model.event import DocumentHead, Event, Link, Report, Step, is_plan
from detente.model.identity import content_id
from detente.model.when import Basis, DateRange

# which word stands when reports of one happening differ: the first group that occurs, latest wins in it
STANDING = (
    frozenset({"held"}),  # once held, a later article that still calls it due is stale
    frozenset({"happened", "ongoing"}),  # a denial stays in the history and does not undo a report
    frozenset({"scheduled", "postponed", "cancelled"}),
    frozenset({"agreed"}),
    frozenset({"proposed", "threatened"}),
    frozenset({"denied"}),
    frozenset({"pledge", "readiness", "hope"}),
    frozenset({"said"}),
)
# of one day, the word that closes more or binds more
CLOSER = {"scheduled": 0, "postponed": 1, "cancelled": 2, "hope": 0, "readiness": 1, "pledge": 2}

TRUST = (Basis.EXPLICIT, Basis.WEEKDAY, Basis.RELATIVE, Basis.INFERRED, Basis.PUBLISHED)
_AT_LEAST = 2  # sides: a report that names one does not tell who met
LASTING_DAYS = 7  # an explicit range up to that long is how long it lasted, and not doubt

Telling = tuple[Report, Told]


def build_event(reports: Iterable[Report], links: tuple[Link, ...]) -> Event:
    """Tell what one cluster of reports says together."""
    told = [(r, entry) for r in reports if (entry := told_of(r)) is not None]
    told.sort(key=lambda t: (_told_on(t[0]), t[0].id))
    ids = tuple(sorted(r.id for r, _ in told))
    acts = [e for _, e in told if isinstance(e, Incident | Agreement | Commitment)]
    voices = [a for _, e in told if isinstance(e, Statement) for a in e.speaker]
    hosted = [e for _, e in told if isinstance(e, Meeting | Agreement)]
    return Event(
        id=content_id(list(ids)),
        kind=told[0][1].kind,
        status=_status(told),
        date=_due(told) if told[0][1].kind is Kind.COMMITMENT else _date(told),
        place=_place(told),
        participants=_participants(told),
        by=fold_sides([*(a for e in acts for a in e.by), *voices]),
        to=fold_sides(a for e in acts for a in e.to),
        mediator=fold_sides(a for e in hosted for a in e.mediator),
        tracks=tuple(sorted({t for _, e in told for t in e.tracks})),
        support=support(r.document for r, _ in told),
        outlets=tuple(sorted({r.document.outlet for r, _ in told if r.document.outlet})),
        entries=ids,
        history=tuple(_step(r, e) for r, e in told),
        links=tuple(sorted(links, key=lambda link: (link.first, link.second))),
    )


def _participants(told: Sequence[Telling]) -> Actors:
    """Return who met; of those who were only to come, the persons of a side that came."""
    meetings = [(r, e) for r, e in told if isinstance(e, Meeting)]
    planned = [a for _, e in meetings for a in actors_of(e)]
    came = [a for r, e in meetings if borne_out(r, e) == "held" for a in actors_of(e)]
    sides = {side_of(a) for a in came}
    if len(sides) < _AT_LEAST:
        return fold_sides(planned)
    return fold_sides(a for a in planned if side_of(a) in sides)


def fold_sides(actors: Iterable[ActorRef]) -> Actors:
    """Return each actor once, a side left out where someone who acts for it is named."""
    by_id = {a.id: a for a in sorted(actors, key=lambda a: (a.id, a.name, a.side or ""))}
    named = {side_of(a) for a in by_id.values() if side_of(a) != a.name}
    return tuple(a for a in by_id.values() if a.name not in named)


def support(articles: Iterable[DocumentHead]) -> int:
    """Count the outlets that reported by themselves: each needs a text that no other is counted for."""
    texts: dict[str, set[str]] = {}
    for head in articles:
        outlet = head.outlet.casefold() if head.outlet else f"~{head.id}"
        texts.setdefault(outlet, set()).add(head.copy_group or head.id)
    taken: dict[str, str] = {}
    return sum(_takes(outlet, texts, taken, set()) for outlet in sorted(texts))


def _takes(outlet: str, texts: dict[str, set[str]], taken: dict[str, str], tried: set[str]) -> bool:
    """Find the outlet a text of its own, moving others on (bipartite matching, Kuhn 1955)."""
    for text in sorted(texts[outlet] - tried):
        tried.add(text)
        if text not in taken or _takes(taken[text], texts, taken, tried):
            taken[text] = outlet
            return True
    return False


def _told_on(report: Report) -> date:
    """Return the day to sort by; what was published on an unknown day counts as told first."""
    when = report.document.published
    return (when.start or when.end or date.min) if when else date.min


def _status(told: Sequence[Telling]) -> str:
    stages = [(_told_on(r), borne_out(r, e)) for r, e in _in_force(told)]
    by_day = [(day, CLOSER.get(status, 0), status) for day, status in stages]
    for group in STANDING:
        if standing := [step for step in by_day if step[2] in group]:
            return max(standing)[2]
    return by_day[-1][2]


def _in_force(told: Sequence[Telling]) -> Sequence[Telling]:
    """Leave out, where a meeting was put off, the talk of it that sets no new day."""
    if not any(borne_out(r, e) in OFF for r, e in told):
        return told
    return [
        (r, e)
        for r, e in told
        if borne_out(r, e) != "scheduled" or is_plan(r.document.published, day_of(e))
    ]


def _due(told: Sequence[Telling]) -> DateRange | None:
    """Return the due day that was named last: a promise can be moved."""
    return next((when for _, e in reversed(told) if (when := day_of(e))), None)


def _date(told: Sequence[Telling]) -> DateRange | None:
    """Return the most exact range that the reports agree on, the best founded report first."""
    status = _status(told)
    if status == "postponed":
        return None  # the old day is over and no new one is known; the history keeps it
    dated = sorted(
        (
            (when, borne_out(r, e) == status, r.id)
            for r, e in _live(told, status)
            if (when := day_of(e))
        ),
        # of equally exact days the first: what goes on began then
        key=lambda d: (
            *_trust(d[0], standing=d[1], held=status == "held"),
            d[0].start or date.min,
            d[2],
        ),
    )
    if not dated:
        return None
    best = dated[0][0]
    if _lasting(best, held=status == "held"):
        return best
    for other, standing, _ in dated[1:]:
        if standing == dated[0][1]:
            best = _narrowed(best, other)
    return best


def _live(told: Sequence[Telling], status: str) -> Sequence[Telling]:
    """Leave out the days of plans that had passed when the last report was published."""
    if status != "scheduled":
        return told
    last = max(_told_on(r) for r, _ in told)
    live = [(r, e) for r, e in told if (w := day_of(e)) and (w.end is None or w.end >= last)]
    return live or told


def _trust(when: DateRange, *, standing: bool, held: bool) -> tuple[bool, int, bool, int]:
    width = (when.end - when.start).days if when.start and when.end else 10**6
    lasting = _lasting(when, held=held)
    exact = when.basis if width < LASTING_DAYS else Basis.INFERRED
    return not standing, 0 if lasting else TRUST.index(exact), not lasting, width


def _lasting(when: DateRange, *, held: bool) -> bool:
    """Say whether a range is how long it lasted: "held from Tuesday to Thursday" names both ends."""
    bases = (Basis.EXPLICIT, Basis.WEEKDAY, Basis.INFERRED) if held else (Basis.EXPLICIT,)
    if when.basis not in bases or not when.start or not when.end:
        return False
    return 0 < (when.end - when.start).days < LASTING_DAYS


def _narrowed(when: DateRange, other: DateRange) -> DateRange:
    """Return the days that both give, or the first where they give none in common."""
    if not when.overlaps(other):
        return when
    start = max((d for d in (when.start, other.start) if d), default=None)
    end = min((d for d in (when.end, other.end) if d), default=None)
    if (start, end) == (when.start, when.end):
        return when
    if (start, end) == (other.start, other.end):
        return other
    return DateRange(start, end, when.text, Basis.INFERRED, f"both {when} and {other}")


def _place(told: Sequence[Telling]) -> PlaceRef | None:
    """Return the place that most outlets name, a town before a country, what was before what was planned."""
    status = _status(told)
    named = {
        (r.document.outlet or r.document.id, borne_out(r, e) == status, place_of(e))
        for r, e in told
    }
    votes: Counter[PlaceRef] = Counter()
    for _, standing, place in named:
        if place:
            votes[place] += 2 if standing else 1
    return min(votes, key=lambda p: (p.name == p.country, -votes[p], p.id, p.name), default=None)


def _step(report: Report, entry: Told) -> Step:
    head = report.document
    return Step(
        status_of(entry), day_of(entry), entry.said_by, report.id, head.outlet, head.published
    )
