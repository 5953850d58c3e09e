"""Verbs that are a meeting by themselves: "met", "spoke with", "received", "told him by phone"."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import Actors


def is_meeting_verb(reading: Reading, token: Token) -> bool:
    """Say whether a verb tells of a meeting of those whom it names."""
    table = load_table("meetings")
    if _take_counsel(reading, token):
        return True
    if token.lemma in table["meet"].words:
        bare = token.tag == "VBN" and token.dep in {"acl", "advcl"}
        if reading.children(token.i, "auxpass") or (bare and not reading.auxiliaries(token.i)):
            return False  # "was met with condemnation", "protests, met with a crackdown"
        return not reading.children(token.i, "dobj") or bool(partners(reading, token.i))
    purposes = reading.children(token.i, "oprd", "xcomp", "ccomp")
    told = all(t.lemma in table["on the phone"].words for t in purposes)
    told &= not (token.lemma == "call" and reading.has(token.i, {"it"}, "dobj"))  # "as he calls it"
    if token.lemma in table["speak"].words and told:
        subject = reading.subject(token.i)
        speaking = reading.actors(subject.i) if subject else ()
        return bool(speaking and partners(reading, token.i)) or _talk_together(
            reading, token, speaking
        )
    if _receives(reading, token) or _tells_by_phone(reading, token) or _shuttles(reading, token):
        return True
    return token.lemma == "sit" and reading.has(token.i, {"down"}, "prt", "advmod")


def _take_counsel(reading: Reading, verb: Token) -> bool:
    """Read "the two delegations discussed the border", "exchanged views with Baku": several sides, or one with another."""
    views = verb.lemma == "exchange" and reading.has(verb.i, {"view", "opinion", "idea"}, "dobj")
    discussed = verb.lemma == "discuss" and verb.tag in {"VBD", "VBN", "VBG"}
    if not (views or discussed) or not reading.children(verb.i, "nsubj"):
        return False
    subject = reading.subject(verb.i)
    talking = reading.actors(subject.i) if subject else ()
    sides = {reading.side_of(r).id for r in talking}
    with_ = [p for p in reading.children(verb.i, "prep") if p.lemma == "with"]
    ends = [o for p in with_ for o in reading.children(p.i, "pobj")]
    others = [r for o in ends for r in reading.actors(o.i) or _run_into(reading, o)]
    return len(sides) > 1 or bool(talking and others)


def _talk_together(reading: Reading, verb: Token, speaking: Actors) -> bool:
    """Read "the leaders talked for five hours in Abu Dhabi": several talk, and of a place or a time is told."""
    told = reading.place_of(verb.i) is not None or reading.times_of(verb.i)
    silent = not reading.children(verb.i, "dobj", "ccomp") and verb.lemma != "call"
    return len(speaking) > 1 and bool(told) and silent


def _receives(reading: Reading, verb: Token) -> bool:
    """Read "Putin received Aliyev", "Scholz brought both together"."""
    if verb.lemma == "visit":  # "visited the president in Kigali"
        return any(_is_named_person(reading, t) for t in reading.children(verb.i, "dobj"))
    group = load_table("meetings")["receive"]
    if verb.lemma not in group.openings and verb.lemma != "bring":
        return False
    forms = reading.verb_forms(verb.i)
    phrases = {" ".join(p) for p in group.phrases}
    if not (forms & group.words or forms & phrases or brings_together(reading, verb)):
        return False
    guests = [r for t in reading.children(verb.i, "dobj") for r in _guests(reading, t)]
    subject = reading.subject(verb.i)
    return bool(guests and subject and reading.actors(subject.i))


def _is_named_person(reading: Reading, noun: Token) -> bool:
    mention = reading.mention(noun.i)
    return mention is not None and mention.kind is MentionKind.NAME and bool(mention.actors)


def brings_together(reading: Reading, verb: Token) -> bool:
    """Read "brought together the two ministers", "brought the two together", whose "together" may hang elsewhere."""
    if verb.lemma != "bring":
        return False
    if "bring together" in reading.verb_forms(verb.i):
        return True
    guests = reading.children(verb.i, "dobj") if verb.lemma == "bring" else []
    ends = [max(reading.doc.subtree(t.i)) + 1 for t in guests]
    return any(j < len(reading.tokens) and reading.tokens[j].text == "together" for j in ends)


def partners(reading: Reading, i: int) -> Actors:
    """Return who is met: the object, or what follows "with", "between"."""
    found: list[Actors] = []
    lemma = reading.tokens[i].lemma
    spoken = lemma in load_table("meetings")["speak"].words
    rings = not spoken or lemma in {"call", "phone", "telephone"}  # "speaks English" is no meeting
    for child in reading.children(i, "dobj", "prep", "agent"):
        if child.dep == "dobj" and rings:
            found.append(_guests(reading, child))
        elif child.lemma in {"with", "between"} or (child.lemma == "to" and spoken):
            ends = reading.children(child.i, "pobj")
            found += [reading.actors(p.i) or _run_into(reading, p) for p in ends]
    return tuple(dict.fromkeys(ref for refs in found for ref in refs))


def _guests(reading: Reading, noun: Token) -> Actors:
    """Return who is met, or whose people they are: "received a delegation of the movement"."""
    known = reading.actors(noun.i)
    if known or noun.lemma not in {"delegation", "team", "envoy", "representative", "official"}:
        return known
    whose = [p for p in reading.children(noun.i, "prep") if p.lemma in {"of", "from"}]
    ends = [o for p in whose for o in reading.children(p.i, "pobj")]
    return tuple(r for o in ends for r in reading.actors(o.i))


def _run_into(reading: Reading, noun: Token) -> Actors:
    """Return the name that the parser made one noun with what is spoken of: "discussed with Ada Roe mutual ties"."""
    below = reading.children(noun.i, "compound", "nmod")
    named = [m for t in below if (m := reading.mention(t.i)) and m.kind is MentionKind.NAME]
    return named[-1].actors if named and named[-1].last <= noun.i else ()


def _tells_by_phone(reading: Reading, verb: Token) -> bool:
    """Read "told Blinken by telephone on Tuesday that", "urged him over the phone"."""
    tells = load_table("meetings")["told by phone"].words
    if verb.lemma not in tells or reading.auxiliaries(verb.i):
        return False
    lines = [o for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")]
    rung = any(t.lemma in {"phone", "telephone"} for t in lines)
    subject = reading.subject(verb.i)
    return rung and bool(subject and reading.actors(subject.i)) and bool(partners(reading, verb.i))


def _shuttles(reading: Reading, verb: Token) -> bool:
    """Read "the envoy shuttled between the two delegations", who met through him."""
    return verb.lemma == "shuttle" and len(partners(reading, verb.i)) > 1


def hearers(reading: Reading, noun: Token) -> Actors:
    """Return who is told something in a call or talk: "told Aliyev in a phone call that"."""
    during = reading.tokens[noun.head]
    verb = reading.tokens[during.head]
    told = noun.dep == "pobj" and during.lemma in {"in", "during", "at"}
    if not told or verb.lemma not in load_table("meetings")["told by phone"].words:
        return ()
    around = {
        o.lemma for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")
    }
    heard = reading.children(verb.i, "dobj", "dative") if "interview" not in around else []
    return tuple(r for t in heard for r in reading.actors(t.i))
