"""Of whom something is asked: a side, a person, or whoever the article names by a word for people or bodies."""

from detente.extract.reading import Reading
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.speakers import can_speak, speakers_of
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors

_TWO = 2


def addressed(reading: Reading, i: int) -> Actors:
    """Return who a noun phrase means; "the international community" keeps the article's words."""
    known = people_or_sides(reading, i) or _other_side(reading, i)
    token = reading.tokens[i]
    papers = load_table("speech")["paper"].words | load_table("speech")["text"].words
    stands_for = load_table("stance")["asked people"].words
    people = can_speak(token) or token.lemma in stands_for
    named = token.pos in {"NOUN", "PROPN"} and people and token.lemma not in papers
    return known or (speakers_of(reading, i) if named else ())


def _other_side(reading: Reading, i: int) -> Actors:
    """Return the party that "the other side" is, of two, where one of them says so."""
    token = reading.tokens[i]
    opposed = load_table("people")["opposed"].words
    if token.lemma not in opposed or token.tag != "NN" or not reading.has(i, {"other"}, "amod"):
        return ()
    saying = {reading.side_of(r).id for r in reading.said_by(token.start, token.end)}
    parties = [a for a in reading.process.actors if a.id in reading.process.parties]
    others = [a for a in parties if a.id not in saying]
    if len(parties) != _TWO or len(others) != 1:
        return ()
    return tuple(ActorRef(a.id, a.name, a.side) for a in others)


def doer(reading: Reading, verb: int) -> Actors:
    """Return who acts, by the article's own words where it is in no list: "Western capitals urged"."""
    if known := agent(reading, verb):
        return known
    subject = reading.subject(verb)
    if reading.children(verb, "nsubjpass", "auxpass", "agent") or subject is None:
        return ()
    return addressed(reading, subject.i) if subject.pos == "NOUN" and subject.i < verb else ()


def asked_of(reading: Reading, verb: Token) -> Actors:
    """Return who is asked by a verb: its object, "on X", the subject of what is to be done."""
    asked = reading.children(verb.i, "dobj", "dative", "nsubjpass")
    seeks = [*asked] if verb.lemma in load_table("stance")["seek of"].words else []
    for head in (verb, *seeks):  # "sought guarantees from its allies"
        wanted = {"from"} if head in seeks else {"on", "upon", "from", "to", "of", "with"}
        for prep in reading.children(head.i, "prep"):
            if prep.lemma in wanted and (prep.lemma != "with" or verb.lemma == "plead"):
                asked += reading.children(prep.i, "pobj")
    found = [r for t in asked for r in addressed(reading, t.i) or _other_person(reading, verb, t)]
    for clause in (*reading.children(verb.i, "ccomp", "xcomp"), *wished_of(reading, verb)):
        for subject in reading.children(clause.i, "nsubj"):
            found += _other_person(reading, verb, subject) or addressed(reading, subject.i)
        for prep in reading.children(clause.i, "agent"):
            found += [
                r for p in reading.children(prep.i, "pobj") for r in people_or_sides(reading, p.i)
            ]
    return unique(found) or _keepers(reading, verb)


def _keepers(reading: Reading, verb: Token) -> Actors:
    """Return who holds what one wants freed or lifted: "the release of all held by the militia"."""
    keeping = load_table("incidents")["detain"].words | {"impose", "occupy", "keep"}
    first = verb.i + 1
    inside = (reading.tokens[j] for j in sorted(reading.doc.subtree(verb.i)) if j >= first)
    kept = [t for t in inside if t.dep == "acl" and t.tag == "VBN" and t.lemma in keeping]
    return unique(reading.side_of(r) for t in kept for r in agent(reading, t.i))


def _other_person(reading: Reading, verb: Token, pronoun: Token) -> Actors:
    """Return whom "him" or "it", named before in the sentence, means beside who asks: "phoned Putin, urging him"."""
    word = pronoun.text.lower()
    asking = set(agent(reading, verb.i))
    own = word == "it" and set(reading.actors(pronoun.i)) <= asking
    if not (own or word in {"him", "her", "them"}):
        return ()
    first = reading.sentence(verb.i).first
    objects = [t for t in reading.tokens[first : verb.i] if t.dep in {"dobj", "pobj", "dative"}]
    named = [reading.actors(t.i) for t in reversed(objects) if t.pos == "PROPN"]
    return next((them for them in named if them and not set(them) & asking), ())


def hearer(reading: Reading, verb: Token) -> Actors:
    """Return to whom what is asked is said: "told Aliyev that it must", "in a call with him, urged"."""
    told = load_table("speech")["to hearer"].words
    first = verb
    for j in reading.doc.ancestors(verb.i):
        above = reading.tokens[j]
        if above.lemma in told and first.dep == "ccomp":
            heard = reading.children(above.i, "dobj", "dative")
            before = above.i > first.i  # "'Stop it,' she told him"
            return unique(r for t in heard if before or t.i < first.i for r in reading.actors(t.i))
        first = above
    return _met_beside(reading, verb)


def _met_beside(reading: Reading, verb: Token) -> Actors:
    """Read "in a call with Aliyev, she urged", "met Aliyev and urged": with whom one meets, one asks it of."""
    meetings = load_table("meetings")
    nouns = meetings["noun"].words
    verbs = meetings["meet"].words | meetings["speak"].words | {"summon"}
    asking = {reading.side_of(r).id for r in agent(reading, verb.i)}
    around = [verb, *(reading.tokens[j] for j in reading.doc.ancestors(verb.i))]
    heads = [t for t in around[:3] if t.lemma in verbs]
    heads += [
        o
        for t in around[:2]
        for p in reading.children(t.i, "prep")
        for o in reading.children(p.i, "pobj")
        if o.lemma in nouns
    ]
    met = [t for h in heads for t in reading.children(h.i, "dobj") if h.lemma in verbs]
    met += [
        o
        for h in heads
        for p in reading.children(h.i, "prep")
        if p.lemma in {"with", "to"}
        for o in reading.children(p.i, "pobj")
    ]
    found = unique(r for t in met for r in reading.actors(t.i))
    return tuple(r for r in found if reading.side_of(r).id not in asking)


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
        if p.lemma in {"to", "on", "upon", "against"}
        for o in reading.children(p.i, "pobj")
    ]
    return unique(r for t in asked for r in addressed(reading, t.i))
