"""Who did what a passage tells without saying who: the doer of the blows that the text has just told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.force import group_of
from detente.extract.incident_status import Core
from detente.extract.reading import Reading
from detente.extract.told import Told
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Incident, IncidentStatus

_REAL = frozenset({IncidentStatus.HAPPENED, IncidentStatus.ONGOING})
_SOON = 2  # sentences behind the one that names the doer
_KNOWN = frozenset({"the", "these", "those", "this", "that"})
_BLOWS = frozenset({"assault", "destroy"})


def doer_told_before(reading: Reading, told: Sequence[Told], at: int) -> Actors:
    """Return who dealt the blows that were told last, where this is one more of them or the same again."""
    core, incident = told[at].core, told[at].incident
    if _is_shut_in(core):
        return _only_one_that_shuts(reading, told)
    again = _is_named_again(reading, core)
    if not (again or _is_impersonal_blow(reading, core)):
        return ()
    if again:  # whose day may be that of the news
        incident = replace(incident, date=None)
    for other in _just_before(reading, told, at):
        if not other.incident.by:
            continue
        fits = all(r.listed or r.side for r in other.incident.by) and _fits(
            incident, other.incident
        )
        return other.incident.by if fits else ()
    return ()


def answered(reading: Reading, told: Sequence[Told], at: int) -> Actors:
    """Return whom "the army responded with artillery fire" befalls: whoever dealt the blow before."""
    core, incident = told[at].core, told[at].incident
    group = group_of(reading, core.head)
    if group is None or group.name != "retaliate" or not incident.by:
        return ()
    doing = {r.id for r in incident.by}
    for other in _just_before(reading, told, at):
        if other.incident.by:
            return () if doing & {r.id for r in other.incident.by} else other.incident.by
    return ()


def _just_before(reading: Reading, told: Sequence[Told], at: int) -> Iterator[Told]:
    here = reading.sentence(told[at].core.head.i).index
    for other in reversed(told[:at]):
        apart = here - reading.sentence(other.core.head.i).index
        if apart > _SOON:
            return
        if other.incident.status in _REAL and _is_attack(other.incident):
            yield other


def _fits(incident: Incident, other: Incident) -> bool:
    """Say whether nothing speaks against one doer: no other day, land or victim of his own."""
    doing = {r.id for r in other.by} | {r.name for r in other.by} | {r.side for r in other.by}
    if {r.id for r in incident.to} & doing or not _is_attack(incident):
        return False
    place = incident.place
    if place and place.country in doing:
        return False
    if place and other.place and place.country != other.place.country:
        return False
    return not (incident.date and other.date and incident.date.start != other.date.start)


def _is_attack(incident: Incident) -> bool:
    return incident.plover is not None and incident.plover.event == "ASSAULT"


def _is_named_again(reading: Reading, core: Core) -> bool:
    """Read "the strikes were carried out on two towns", "this attack left ten dead"."""
    again = load_table("incidents")["noun"].words - load_table("incidents")["standing noun"].words
    nouns = (core.trigger, *reading.children(core.head.i, "nsubj"))
    named = (t for t in nouns if t.pos == "NOUN" and t.lemma in again)
    return any(reading.has(t.i, _KNOWN, "det") and _is_bare(reading, t) for t in named)


def _is_impersonal_blow(reading: Reading, core: Core) -> bool:
    """Read "a school was hit", "missiles struck the port": a blow that nobody is said to have dealt."""
    verb = core.head
    group = group_of(reading, verb) if verb.pos == "VERB" else None
    if group is None or group.name not in _BLOWS:
        return False
    if reading.children(verb.i, "agent"):
        return False
    if reading.children(verb.i, "nsubjpass"):
        return True
    fired = load_table("incidents")["weapon"].words
    return any(_is_bare(reading, t) and t.lemma in fired for t in reading.children(verb.i, "nsubj"))


def _is_bare(reading: Reading, noun: Token) -> bool:
    return not reading.children(noun.i, "poss") and not reading.sides_in(noun.i)


def _is_shut_in(core: Core) -> bool:
    return core.trigger.lemma in {"blockade", "siege"}


def _only_one_that_shuts(reading: Reading, told: Sequence[Told]) -> Actors:
    """Return the only side that the text tells to block or besiege."""
    found: dict[frozenset[str], Actors] = {}
    for one in told:
        group = group_of(reading, one.core.head)
        shuts = _is_shut_in(one.core) or (group is not None and group.name == "close")
        if shuts and one.incident.by and one.incident.status in _REAL:
            found[frozenset(r.id for r in one.incident.by)] = one.incident.by
    return next(iter(found.values())) if len(found) == 1 else ()
