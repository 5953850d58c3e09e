"""Features on those who take part. The weights were set by hand on stories (tests/merge)."""

from itertools import product

from detente.merge.named_features import in_full
from detente.merge.telling import actors_of, side_of
from detente.merge.traits import Traits
from detente.model.entry import Incident, Kind
from detente.model.event import Comparison

SAME_SIDES = 2.0
SAME_PARTIES = 1.5
MORE_GUESTS = 0.5
PARTLY_NAMED = 0.5
UNSURE_IN_ONE_TEXT = -2.0  # a text that names another set of sides beside it means another meeting
A_SIDE_IS_MISSING = -4.0
NO_SIDE_SHARED = -4.0
NAMED_BESIDE = 0.0  # the passage names the missing side, though not as one that takes part
PARTIES_UNNAMED = -1.5  # "another meeting, with Michel and Macron": only day and town can tell
NOT_EVEN_GUESTS = -2.5  # the same, and no guest in common

STAYED_AWAY = 0.0
A_SUMMIT = 3  # sides; of a plan for two, the talk of the host with one is another meeting

NOBODY_NAMED = -2.0  # of two texts, of which one tells not who met

SAME_ACTORS = 1.5
ACTORS_SHARED = 1.0
OTHER_ACTORS = -1.0

OTHER_DOERS = -3.0
OTHER_UNIT = -4.0

SAME_PERSON = 0.5
PERSON_DIFFERS = -3.0
ALL_PERSONS_DIFFER = -6.0

SAME_LEVEL = 0.5
LEVEL_DIFFERS = -4.0
SAME_MEDIATOR = 1.0
MEDIATOR_DIFFERS = -2.0


def participants(first: Traits, second: Traits) -> Comparison | None:
    """Hold the sides of two meetings or agreements against each other, whoever hosts left out."""
    if first.kind is Kind.INCIDENT:
        return None
    if not _comparable(first, second):
        return _unnamed(first, second)
    mediators = first.mediators | second.mediators
    ours = (first.sides - mediators) or first.sides
    theirs = (second.sides - mediators) or second.sides
    weight, word = _weight_of_sides(ours, theirs, first, second)
    because = f"{word}: {_list(first.sides)} / {_list(second.sides)}"
    return Comparison("participants", weight, because)


def _unnamed(first: Traits, second: Traits) -> Comparison | None:
    """Speak against two texts of which one names nobody, or nobody that can be the same."""
    if first.report.document.id == second.report.document.id:
        return None
    return Comparison("participants", NOBODY_NAMED, "one does not tell who took part")


def _comparable(first: Traits, second: Traits) -> bool:
    """Say whether both name sides of one sort; "the two delegations" may be any of the profile."""
    return bool(first.sides and second.sides) and first.listed == second.listed


def _weight_of_sides(
    ours: frozenset[str], theirs: frozenset[str], first: Traits, second: Traits
) -> tuple[float, str]:
    complete = min(len(first.sides), len(second.sides)) > 1
    if not ours & theirs and not complete and _host_named(first, second):
        return PARTLY_NAMED, "one names the host alone"
    if _one_stayed_away(first, second):
        return STAYED_AWAY, "one who was to come is not named of those who came"
    if _another_came(first, second):
        return STAYED_AWAY, "another is named of those who came, where and when it was planned"
    if bool(first.parties) != bool(second.parties) and (complete or not ours & theirs):
        return (PARTIES_UNNAMED if ours & theirs else NOT_EVEN_GUESTS), "one names no party"
    if not ours & theirs:
        return NO_SIDE_SHARED, "no side in common"
    if ours == theirs:
        return (SAME_SIDES, "same sides") if complete else (PARTLY_NAMED, "one side named")
    if not complete:
        return PARTLY_NAMED, "one names a part of the sides"
    return _weight_of_more(ours - theirs, theirs - ours, first, second)


def _weight_of_more(
    ours: frozenset[str], theirs: frozenset[str], first: Traits, second: Traits
) -> tuple[float, str]:
    """Weigh sides that only one report names, where both name two or more."""
    if ours and theirs:
        if _named_beside(ours, first, second) and _named_beside(theirs, second, first):
            return NAMED_BESIDE, "each names beside whom the other lacks"
        return A_SIDE_IS_MISSING, "each has a side that the other lacks"
    if first.parties or second.parties:
        if first.parties - second.mediators != second.parties - first.mediators:
            return A_SIDE_IS_MISSING, "a party is missing"
        return _weight_of_guests(ours | theirs, first, second)
    if _mediators_known(first, second):
        return A_SIDE_IS_MISSING, "a side is missing that does not mediate"
    if first.report.document.id == second.report.document.id:
        return UNSURE_IN_ONE_TEXT, "one text, other sides"
    return PARTLY_NAMED, "one names more sides"


def _weight_of_guests(more: frozenset[str], first: Traits, second: Traits) -> tuple[float, str]:
    """Doubt that the parties with one host, and with him and others, are one meeting, where no day tells it."""
    several = all(t.sides - t.parties for t in (first, second))
    if several and more - first.parties and not (first.dated and second.dated):
        return MORE_GUESTS, "same parties, other guests besides"
    return SAME_PARTIES, "same parties"


def _one_stayed_away(first: Traits, second: Traits) -> bool:
    """Say whether one plans a meeting of several sides, and the other tells that fewer of these met."""
    for plan, held in ((first, second), (second, first)):
        if (plan.status, held.status) != ("scheduled", "held") or len(held.sides) < A_SUMMIT:
            continue
        absent, came = plan.sides - held.sides, plan.sides & held.sides
        if absent and came and (held.sides < plan.sides or _in_one_town(plan, held)):
            return True
    return False


def _another_came(first: Traits, second: Traits) -> bool:
    """Say whether a party met one who neither hosts nor mediates where and when both parties were to meet.

    "Both sides" of such a plan are seldom told apart from the parties of the process.
    """
    for plan, held in ((first, second), (second, first)):
        if (plan.status, held.status) != ("scheduled", "held") or not _in_one_town(plan, held):
            continue
        host = held.place.country if held.place else None
        if (
            plan.parties & held.parties
            and len(plan.parties) > 1
            and held.guests - plan.sides - {host}
        ):
            return True
    return False


def _in_one_town(plan: Traits, held: Traits) -> bool:
    """Say whether a meeting was held in the town that was planned, on one of the days."""
    if plan.place is None or held.place is None or plan.place.id != held.place.id:
        return False
    if None in (plan.first, plan.last, held.first, held.last):
        return False
    return (plan.first or 0) <= (held.first or 0) <= (held.last or 0) <= (plan.last or 0)


def _named_beside(missing: frozenset[str], ours: Traits, theirs: Traits) -> bool:
    """Say whether one passage names everyone for whom the other has a side more."""
    acting = actors_of(ours.told)
    names = {a.name for a in acting if side_of(a) in missing} | missing
    named = {n for n in names if n.casefold().rpartition(" ")[2] in theirs.words}
    return missing <= {side_of(a) for a in acting if a.name in named} | named


def _host_named(first: Traits, second: Traits) -> bool:
    """Say whether one names nobody but the host: "the summit that he will host in Bruggen"."""
    hosted = first.sides & second.mediators or second.sides & first.mediators
    alone = any(t.sides <= t.mediators for t in (first, second))
    return bool(hosted) or (alone and _in_one_place(first, second))


def _in_one_place(first: Traits, second: Traits) -> bool:
    """Say whether two reports name one place."""
    return first.place is not None and first.place == second.place


def _mediators_known(first: Traits, second: Traits) -> bool:
    """Say whether either report tells who mediates."""
    return bool(first.mediators or second.mediators)


def actors(first: Traits, second: Traits) -> Comparison | None:
    """Hold the sides of two incidents against each other, whoever is blamed by whom."""
    if first.kind is not Kind.INCIDENT or not _comparable(first, second):
        return None
    if doers(first, second):
        return None  # who struck and who was struck are the same two, the other way round
    because = f"{_list(first.sides)} / {_list(second.sides)}"
    if first.sides == second.sides:
        return Comparison("actors", SAME_ACTORS, because)
    if first.sides & second.sides:
        return Comparison("actors", ACTORS_SHARED, because)
    # names that no list holds often stand for the same: the zoo, its guards
    return Comparison("actors", OTHER_ACTORS, because) if first.listed else None


def doers(first: Traits, second: Traits) -> Comparison | None:
    """Keep apart what two sides did, or two by name in one text, unless one puts it down to the other."""
    ours, theirs = first.report.entry, second.report.entry
    if not (isinstance(ours, Incident) and isinstance(theirs, Incident)):
        return None
    did, done = _doers(ours), _doers(theirs)
    if did and done and not did & done and not _one_blames_the_other(ours, theirs):
        return Comparison("doers", OTHER_DOERS, f"done by {_list(did)} / by {_list(done)}")
    if first.report.document.id == second.report.document.id and _others_by_name(ours, theirs):
        names = " / ".join(_list([a.name for a in act.by]) for act in (ours, theirs))
        return Comparison("doers", OTHER_UNIT, f"done by {names}")
    return None


def _doers(act: Incident) -> frozenset[str]:
    return frozenset(side_of(a) for a in act.by if a.listed)


def _one_blames_the_other(one: Incident, other: Incident) -> bool:
    said, told = (frozenset(map(side_of, act.said_by)) for act in (one, other))
    return bool(said & _doers(other) or told & _doers(one))


def _others_by_name(one: Incident, other: Incident) -> bool:
    """Say whether two units or bodies that no list holds did it: "Brigade East", "Brigade West"."""
    ours, theirs = ([a for a in act.by if in_full(a) and not a.listed] for act in (one, other))
    pairs = [(set(a.name.split()), set(b.name.split())) for a, b in product(ours, theirs)]
    return bool(pairs) and all(a - b and b - a for a, b in pairs)


def persons(first: Traits, second: Traits) -> Comparison | None:
    """Compare who came for each side where both reports name persons."""
    both = sorted(first.persons.keys() & second.persons.keys())
    if first.kind is Kind.INCIDENT or not both:
        return None
    same = [side for side in both if first.persons[side] & second.persons[side]]
    other = [side for side in both if side not in same]
    if not other:
        return Comparison("persons", SAME_PERSON * len(same), f"same persons for {_list(same)}")
    weight = PERSON_DIFFERS if same else ALL_PERSONS_DIFFER
    return Comparison("persons", weight, f"other persons for {_list(other)}")


def level(first: Traits, second: Traits) -> Comparison | None:
    """Keep leaders apart from ministers, ministers from experts."""
    if not first.level or not second.level:
        return None
    same = first.level.casefold() == second.level.casefold()
    because = f"level: {first.level} / {second.level}"
    return Comparison("level", SAME_LEVEL if same else LEVEL_DIFFERS, because)


def mediator(first: Traits, second: Traits) -> Comparison | None:
    """Compare who hosts or brings the sides together, named so or among the participants."""
    if not first.mediators or not second.mediators:
        return None
    shared = first.mediators & (second.mediators | second.sides) or (second.mediators & first.sides)
    because = f"mediators: {_list(first.mediators)} / {_list(second.mediators)}"
    return Comparison("mediator", SAME_MEDIATOR if shared else MEDIATOR_DIFFERS, because)


def _list(names: frozenset[str] | list[str]) -> str:
    return ", ".join(sorted(names)) or "nobody"
