"""Who did what an incident tells and whom it befell, by the words of its own clause."""

from collections.abc import Iterator

from detente.extract.force import taken_by
from detente.extract.incident_status import Core
from detente.extract.nominal_deeds import is_named_operation, undergone
from detente.extract.noun_roles import parties_of_deed
from detente.extract.own_forces import enemy_of_speaker, own_forces, unnamed_doers
from detente.extract.reading import Reading
from detente.extract.roles import (
    agent_side,
    between,
    doers_of,
    patient_side,
    people_or_sides,
    unique,
)
from detente.extract.struck_when import struck_when
from detente.extract.tolls import loses_life
from detente.extract.undone import NAMED
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, PlaceRef

_FALLS = frozenset({"die", "perish", "suffer", "sustain"})
# Behind these stands what did the harm: "killed in a raid", "wounded by shelling", "died during the siege".
_IN_WHICH = frozenset({"in", "during", "by", "from", "after", "following", "as"})


def who_to_whom(reading: Reading, core: Core) -> tuple[Actors, Actors]:
    """Return who does it and whom it befalls."""
    table, head, noun = load_table("incidents"), core.head, core.trigger
    if taken := taken_by(reading, head):
        return taken, ()
    if head is not noun and noun.text.lower() in table["closed"].words:
        return (), ()
    if noun.pos == "NOUN" and undergone(reading, noun) is head:
        return between(reading, noun.i), agent_side(reading, head.i)
    by: Actors = ()
    to: Actors = ()
    if head.pos == "VERB" and not (head is not noun and is_named_operation(reading, noun)):
        by, to = agent_side(reading, head.i), patient_side(reading, head.i)
    if noun.pos == "NOUN" and not (by and to):
        doing, befallen = parties_of_deed(reading, noun)
        by, to = by or doing, to or befallen
    by = by or doers_of(reading, noun) or _between_verb(reading, head)
    if not by and (attack := _attack_behind(reading, head)):
        by, to = _whose(reading, attack), to or _aimed_at(reading, attack)
    if not by and (shooting := _whose_weapons(reading, head)):
        by, to = shooting, _aimed_at(reading, head)
    to = to or (_aimed_at(reading, noun) if noun.pos == "NOUN" else ())
    if head.pos == "VERB":
        by, to = _with_bare_words(reading, head, by, to)
    if head.lemma in table["suffer"].words | table["befall"].words or loses_life(reading, head):
        attack = _attack_behind(reading, head)
        return (_whose(reading, attack) if attack else ()) or _striking(reading, head), by
    return by or _striking(reading, head), to


def _with_bare_words(
    reading: Reading, verb: Token, by: Actors, to: Actors
) -> tuple[Actors, Actors]:
    """Add whom bare words mean that a side says of its own forces and of the enemy's."""
    passive = reading.children(verb.i, "nsubjpass")
    if not by:
        agents = [
            o for p in reading.children(verb.i, "agent") for o in reading.children(p.i, "pobj")
        ]
        doing = agents if passive or agents else reading.children(verb.i, "nsubj")
        by = unique(
            r
            for t in (*doing, *_counted(reading, doing))
            for r in enemy_of_speaker(reading, t)
            or own_forces(reading, t)
            or unnamed_doers(reading, t)
        )
    if not to:
        to = unique(r for t in passive for r in own_forces(reading, t))
    return by, tuple(r for r in to if r not in by)


def _counted(reading: Reading, nouns: list[Token]) -> list[Token]:
    """Return who stand behind words of number: "thousands of demonstrators"."""
    many = load_table("incidents")["quantity"].words
    of = [p for t in nouns if t.lemma in many for p in reading.children(t.i, "prep")]
    return [o for p in of if p.lemma == "of" for o in reading.children(p.i, "pobj")]


def _striking(reading: Reading, verb: Token) -> Actors:
    blow = struck_when(reading, verb)
    return agent_side(reading, blow.i) if blow else ()


def _attack_behind(reading: Reading, verb: Token) -> Token | None:
    """Return the attack of "were killed in an Israeli air strike", "an attack in which two medics were killed"."""
    nouns = load_table("incidents")["noun"].words - NAMED
    if not reading.children(verb.i, "nsubjpass") and verb.lemma not in _FALLS:
        return None
    for prep in _preps(reading, verb):
        for o in reading.children(prep.i, "pobj"):
            if o.tag in {"WDT", "WP"} and verb.dep == "relcl":
                o = reading.tokens[verb.head]
            if o.lemma in nouns:
                return o
        for o in reading.children(prep.i, "pcomp"):  # "in shelling by the army", read as a verb
            if o.tag == "VBG" and o.text.lower() in nouns:
                return o
    return None


def _preps(reading: Reading, verb: Token) -> Iterator[Token]:
    """Give the words by which a harm is tied to what did it; of two joined verbs the last has them."""
    joined = reading.children(verb.i, "conj")
    # "two were killed and nine others wounded in a raid": the parser hangs the raid from the others
    joined += [t for c in joined if c.pos != "VERB" for t in reading.children(c.i, "acl")]
    for token in (verb, *joined):
        for prep in reading.children(token.i, "prep", "agent"):
            if prep.lemma in _IN_WHICH:
                yield prep
            elif prep.lemma in {"due", "because"}:  # "due to the raids"
                yield from reading.children(prep.i, "prep", "pcomp")
                yield prep


def _whose(reading: Reading, attack: Token) -> Actors:
    return parties_of_deed(reading, attack)[0] or between(reading, attack.i)


def _whose_weapons(reading: Reading, verb: Token) -> Actors:
    """Return whose weapons or war it was: "Israeli missiles were fired", "our bombs hit it", "its war has devastated it"."""
    armed = load_table("incidents")["weapon"].words | NAMED
    used = [t for t in reading.children(verb.i, "nsubjpass", "nsubj") if t.lemma in armed]
    owners = [o for t in used for o in reading.children(t.i, "poss")]
    owned = unique(reading.side_of(r) for o in owners for r in reading.actors(o.i))
    if owned:
        return owned
    own = [t for t in used if t.lemma not in NAMED]
    return unique(reading.side_of(r) for t in own for r in people_or_sides(reading, t.i))


def _aimed_at(reading: Reading, noun: Token) -> Actors:
    """Return whom "an attack against Israeli soldiers" befalls."""
    if noun.pos not in {"NOUN", "VERB"}:
        return ()
    aimed = [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma in {"against", "on", "at"}
        for o in reading.children(p.i, "pobj")
    ]
    return unique(reading.side_of(r) for o in aimed for r in people_or_sides(reading, o.i))


def _between_verb(reading: Reading, verb: Token) -> Actors:
    """Read "fighting erupted between A and B": who takes part hangs from the verb."""
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma == "between"]
    return unique(
        reading.side_of(r)
        for p in preps
        for o in reading.children(p.i, "pobj")
        if o.pos != "NUM"  # "between 2020 and 2023"
        for r in people_or_sides(reading, o.i)
    )


def the_other(reading: Reading, by: Actors, start: int, end: int) -> Actors:
    """Return the other party where one strikes "the enemy": "Russian troops destroyed an enemy tank"."""
    parties = reading.process.parties
    sides = {reading.side_of(r).id for r in by}
    if len(parties) != 2 or len(sides) != 1 or not sides < set(parties):
        return ()
    words = load_table("incidents")["enemy"].words
    if not any(t.lemma in words for t in reading.tokens if start <= t.start < end):
        return ()
    others = (a for a in reading.process.actors if a.id in parties and a.id not in sides)
    return tuple(ActorRef(a.id, a.name, a.name) for a in others)


def whose_land(reading: Reading, by: Actors, place: PlaceRef | None) -> Actors:
    """Return the party on whose land the other strikes: "Azerbaijan shelled the outskirts of Jermuk"."""
    parties = set(reading.process.parties)
    if place is None or not by or any(reading.side_of(r).id not in parties for r in by):
        return ()
    owners = (a for a in reading.process.actors if a.id in parties and a.name == place.country)
    theirs = tuple(ActorRef(a.id, a.name, a.name) for a in owners)
    return theirs if not {r.id for r in theirs} & {reading.side_of(r).id for r in by} else ()
