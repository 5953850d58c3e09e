"""Of whom something is asked: a side, a person, or whoever the article names by a word for people or bodies."""

from detente.extract.reading import Reading
from detente.extract.roles import people_or_sides, unique
from detente.extract.speakers import can_speak, speakers_of
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors


def addressed(reading: Reading, i: int) -> Actors:
    """Return who a noun phrase means; "the international community" keeps the article's words."""
    known = people_or_sides(reading, i)
    token = reading.tokens[i]
    papers = load_table("speech")["paper"].words | load_table("speech")["text"].words
    named = token.pos in {"NOUN", "PROPN"} and can_speak(token) and token.lemma not in papers
    return known or (speakers_of(reading, i) if named else ())


def asked_of(reading: Reading, verb: Token) -> Actors:
    """Return who is asked by a verb: its object, "on X", the subject of what is to be done."""
    asked = reading.children(verb.i, "dobj", "dative", "nsubjpass")
    for prep in reading.children(verb.i, "prep"):
        if prep.lemma in {"on", "upon", "from", "to", "of"}:
            asked += reading.children(prep.i, "pobj")
    found = [r for t in asked for r in addressed(reading, t.i)]
    for clause in (*reading.children(verb.i, "ccomp", "xcomp"), *wished_of(reading, verb)):
        found += [r for t in reading.children(clause.i, "nsubj") for r in addressed(reading, t.i)]
        for agent in reading.children(clause.i, "agent"):
            found += [
                r for p in reading.children(agent.i, "pobj") for r in people_or_sides(reading, p.i)
            ]
    return unique(found)


def wished_of(reading: Reading, verb: Token) -> list[Token]:
    """Return the clause of "appealed for Israel to open the road"."""
    return [t for t in reading.children(verb.i, "advcl") if reading.has(t.i, {"for"}, "mark")]


def called_upon(reading: Reading, noun: Token) -> Actors:
    """Return who is asked by a noun: "its call for Israel to open", "an appeal to the parties"."""
    asked = [
        s
        for c in reading.children(noun.i, "acl", "advcl", "relcl", "ccomp")
        if "to" in reading.auxiliaries(c.i) or reading.has(c.i, {"that"}, "mark")
        for s in reading.children(c.i, "nsubj")
    ]
    asked += [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma in {"to", "on", "upon"}
        for o in reading.children(p.i, "pobj")
    ]
    return unique(r for t in asked for r in addressed(reading, t.i))
