"""Whose forces bare words mean where a side tells of itself: "air defences shot down nine drones", "enemy fire"."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug


def own_forces(reading: Reading, noun: Token) -> Actors:
    """Return the party that speaks where it means its own forces: "two soldiers were killed", said its army."""
    table = load_table("incidents")
    if noun.lemma not in table["own force"].words or not _is_bare(reading, noun):
        return ()
    side = _party_speaking(reading, noun)
    return (side,) if side else ()


def enemy_of_speaker(reading: Reading, noun: Token) -> Actors:
    """Return the other of two parties where one speaks of "enemy fire", "the enemy"."""
    enemy = load_table("incidents")["enemy"].words
    if noun.lemma not in enemy and not reading.has(
        noun.i, enemy, "compound", "amod", "poss", "nmod"
    ):
        return ()
    side = _party_speaking(reading, noun)
    parties = reading.process.parties
    if side is None or len(parties) != 2:
        return ()
    others = (a for a in reading.process.actors if a.id in parties and a.id != side.id)
    return tuple(ActorRef(a.id, a.name, a.name) for a in others)


def whose_unit(reading: Reading, i: int, actors: Actors) -> Actors:
    """Return the side of a unit that no list has: "Russia's Battlegroup North", "the 401st Brigade" of who tells."""
    mention = reading.mention(i)
    if mention is None or any(r.listed or r.side for r in actors):
        return ()
    units = load_table("incidents")["unit"].words
    named = {reading.tokens[j].text.lower() for j in range(mention.first, mention.last)}
    if not named & units:
        return ()
    known = tuple(r for r in reading.sides_in(i) if r.listed or r.side)
    known = known or _whose_others(reading, named & units)
    side = None if known else _party_speaking(reading, reading.tokens[i]) or _only_state(reading)
    return known or ((side,) if side else ())


def unnamed_doers(reading: Reading, noun: Token) -> Actors:
    """Return those whom only a word names: "masked gunmen", "the protesters"."""
    several = noun.tag in {"NNS", "NNPS"} or reading.children(noun.i, "det", "nummod")
    if noun.lemma not in load_table("incidents")["doer"].words or reading.mention(noun.i):
        return ()
    if not several:
        return ()
    beside = reading.children(noun.i, "amod", "compound", "nmod")
    words = " ".join(t.text.lower() for t in (*beside, noun) if t.pos != "NUM")
    return (ActorRef(f"~{slug(words)}", words),)


def _whose_others(reading: Reading, words: set[str]) -> Actors:
    """Return the only side whose units the text calls by a word: "Russia's Battlegroup West"."""
    sides: dict[str, ActorRef] = {}
    for mention in reading.doc.mentions:
        last = mention.last - 1
        called = {t.text.lower() for t in reading.tokens[mention.first : mention.last]}
        if called & words and not any(r.listed or r.side for r in mention.actors):
            sides |= {r.id: r for r in reading.sides_in(last) if r.listed}
    return tuple(sides.values()) if len(sides) == 1 else ()


def _only_state(reading: Reading) -> ActorRef | None:
    """Return the only party that is a state, and so has brigades of its own."""
    process = reading.process
    countries = {p.name for p in process.places if p.kind == "country"}
    states = [a for a in process.actors if a.id in process.parties and a.name in countries]
    return ActorRef(states[0].id, states[0].name, states[0].name) if len(states) == 1 else None


def _is_bare(reading: Reading, noun: Token) -> bool:
    """Say whether nothing beside a noun tells whose it is or sets it apart."""
    beside = reading.children(noun.i, "amod", "compound", "nmod", "poss", "acl")
    table = load_table("incidents")
    known = table["own force"].words | table["branch"].words
    return all(t.lemma in known for t in beside) and not reading.has(noun.i, {"of"}, "prep")


def _party_speaking(reading: Reading, noun: Token) -> ActorRef | None:
    speakers = reading.speakers_at(noun.start) or reading.sender
    sides = {s.id: s for r in speakers if (s := reading.side_of(r)).id in reading.process.parties}
    return (
        next(iter(sides.values())) if len(sides) == 1 == len({r.side for r in speakers}) else None
    )
