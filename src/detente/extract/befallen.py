"""Whom a deed befalls where its object names no side: whose thing it is, whose land, who is killed besides."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from detente.extract.force import group_of
from detente.extract.incident_status import Core
from detente.extract.reading import Reading
from detente.extract.roles import patient_side, people_or_sides, unique, words_of
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, PlaceRef

# Blows that a state of two at war strikes at the other, if at nobody who is named.
_BLOWS = frozenset({"assault", "seize", "destroy", "fight"})
_INTO = frozenset({"into", "at", "against", "toward", "towards"})


def befallen_besides(reading: Reading, core: Core, by: Actors) -> Actors:
    """Return whom a deed befalls by what stands beside its object; nobody of those who do it."""
    head = core.head
    if core.plover == "THREATEN":
        return tuple(r for r in _who_must_not(reading, head) if r not in by)
    if head.pos != "VERB":
        return ()
    found = (
        _owners(reading, head)
        or _taken_from(reading, head)
        or _struck_besides(reading, head)
        or _fired_into(reading, head)
        or _truce_with(reading, head)
    )
    return tuple(r for r in found if r not in by)


def _owners(reading: Reading, verb: Token) -> Actors:
    """Return whose thing is struck: "shelled our positions", "took out its air defences"."""
    struck = reading.children(verb.i, "dobj", "nsubjpass")
    group = group_of(reading, verb)
    if group is None or group.name not in _BLOWS:
        return ()
    owners = [
        o
        for t in struck
        if not reading.has(t.i, {"own"}, "amod")
        for o in reading.children(t.i, "poss")
    ]
    return unique(reading.side_of(r) for o in owners for r in reading.actors(o.i))


def _taken_from(reading: Reading, verb: Token) -> Actors:
    """Read "retook the palace from the militia"."""
    group = group_of(reading, verb)
    if group is None or group.name != "seize":
        return ()
    return _sides_behind(reading, [verb, *_objects(reading, verb)], {"from"})


def _objects(reading: Reading, verb: Token) -> list[Token]:
    return reading.children(verb.i, "dobj", "nsubjpass")


def _sides_behind(reading: Reading, heads: Iterable[Token], words: AbstractSet[str]) -> Actors:
    """Return the sides that stand behind some prepositions of words: "from the militia"."""
    preps = [p for t in heads for p in reading.children(t.i, "prep") if p.lemma in words]
    ends = [o for p in preps for o in reading.children(p.i, "pobj")]
    return unique(reading.side_of(r) for o in ends for r in people_or_sides(reading, o.i))


def _struck_besides(reading: Reading, verb: Token) -> Actors:
    """Read "struck a tunnel, killing three Hamas fighters": the clause behind tells whom it befell."""
    harm = load_table("incidents")["kill"].words
    behind = [t for t in reading.children(verb.i, "advcl") if t.tag == "VBG" and t.lemma in harm]
    joined = [t for t in reading.children(verb.i, "conj") if t.lemma in harm]
    behind += [t for t in joined if not reading.children(t.i, "nsubj", "nsubjpass")]
    return unique(r for t in behind for r in patient_side(reading, t.i))


def _who_must_not(reading: Reading, verb: Token) -> Actors:
    """Return who is threatened: of whose deed it hangs, "warned of further action if Israel did not stop"."""
    terms = [
        t
        for t in reading.children(verb.i, "advcl")
        if reading.has(t.i, {"if", "unless", "until"}, "mark", "advmod")
    ]
    subjects = [s for t in terms for s in reading.children(t.i, "nsubj")]
    return unique(reading.side_of(r) for s in subjects for r in people_or_sides(reading, s.i))


def _truce_with(reading: Reading, verb: Token) -> Actors:
    """Read "broke the truce with the rebels"."""
    group = group_of(reading, verb)
    if group is None or group.name != "violate":
        return ()
    return _sides_behind(reading, _objects(reading, verb), {"with", "between"})


def _fired_into(reading: Reading, verb: Token) -> Actors:
    """Read "fired rockets into northern Israel"."""
    fired = load_table("incidents")["weapon"].words
    if not words_of(reading, _objects(reading, verb)) & fired:
        return ()
    return _sides_behind(reading, [verb, *_objects(reading, verb)], _INTO)


def the_adversary(reading: Reading, core: Core, by: Actors, place: PlaceRef | None) -> Actors:
    """Return the other of two states at war whom one strikes: "Russia launched 120 drones overnight"."""
    process = reading.process
    countries = {p.name for p in process.places if p.kind == "country"}
    states = [a for a in process.actors if a.id in process.parties and a.name in countries]
    sides = {reading.side_of(r).id for r in by}
    if len(states) != 2 or (by and (len(sides) != 1 or not sides < {a.id for a in states})):
        return ()
    if place and place.country not in {None, *(a.name for a in states)}:
        return ()
    if not _is_blow(reading, core):
        return ()
    if not by:  # "two buildings were hit near Isfahan"
        struck = [a for a in states if place and a.name == place.country]
        return tuple(ActorRef(a.id, a.name, a.name) for a in struck)
    return tuple(ActorRef(a.id, a.name, a.name) for a in states if a.id not in sides)


def _is_blow(reading: Reading, core: Core) -> bool:
    """Say whether one state strikes another by it: ships are of any land, and a man is killed by his own too."""
    table = load_table("incidents")
    head = core.head
    struck = words_of(reading, reading.children(head.i, "dobj", "nsubjpass"))
    if struck & table["vessel"].words:
        return False
    if core.trigger.pos == "NOUN":
        return core.plover == "ASSAULT"
    group = group_of(reading, head)
    if group and group.name == "seize":
        return bool(struck & (table["land"].words | table["ground"].words)) or any(
            reading.place_at(t.i) for t in reading.children(head.i, "dobj", "nsubjpass")
        )
    if group and group.name == "kill":
        by = words_of(reading, reading.children(head.i, "nsubj"))
        fired = table["weapon"].words | table["noun"].words
        return bool(by & fired or reading.children(head.i, "nsubjpass") or head.lemma == "die")
    if group and group.name in _BLOWS:
        return True
    return bool(struck & table["weapon"].words)
