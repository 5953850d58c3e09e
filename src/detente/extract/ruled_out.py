"""What is ruled out by a noun or an adjective: "is unacceptable", "a red line", "there can be no truce", "its refusal to"."""

from detente.extract.reading import Reading
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

_PLACES = frozenset({"place", "room", "role", "question", "need"})
_KEEPS = frozenset({"cling", "stick", "maintain"})
_COULD = frozenset({"can", "ca", "could", "will", "wo", "would", "shall"})
_SPEECH = frozenset(
    {"negotiation", "negotiations", "discussion", "debate", "question", "grab", "sale"}
)


def _unacceptable() -> frozenset[str]:
    words = {"line", "question", "table", "agenda", "possible", "impossible"}
    named = {"starter", "nonstarter", "negotiable", "option"}
    return load_table("stance")["unacceptable"].words | words | named


@set_off_by(_unacceptable)
def is_unacceptable(reading: Reading, token: Token) -> bool:
    """Read "is unacceptable", "is not negotiable", "is a red line", "is out of the question", "is a non-starter"."""
    if token.lemma in {"line", "question", "table", "agenda"} and token.pos == "NOUN":
        return _is_off_the_table(reading, token)
    if token.lemma in {"possible", "impossible"} and token.dep in {"acomp", "oprd", "ccomp"}:
        return _is_declared_impossible(reading, token)
    above = reading.tokens[token.head]
    if token.lemma in {"starter", "nonstarter"} and token.dep in {"attr", "oprd"}:
        return token.lemma == "nonstarter" or reading.tokens[token.i - 1].text == "-"
    if token.lemma == "negotiable" or (token.lemma == "option" and token.dep == "attr"):
        return bool(reading.children(above.i, "neg")) and _speaks_for_side(reading, above)
    if token.lemma not in load_table("stance")["unacceptable"].words:
        return False
    if _is_of_deed(reading, token):
        return False
    joined = token.dep == "conj" and token.lemma in {"unacceptable", "inadmissible", "intolerable"}
    return joined or token.dep in {"acomp", "attr", "oprd"}


def _is_of_deed(reading: Reading, token: Token) -> bool:
    """Read "the level of suffering is intolerable", "called the attack unacceptable": no offer is declined."""
    verb = reading.tokens[token.head]
    said_of = reading.children(verb.i, "nsubj") if token.dep == "acomp" else []
    if token.dep == "oprd":
        said_of = reading.children(verb.i, "dobj", "nsubj")
    said_of += reading.children(token.i, "nsubj")
    deeds = load_table("incidents")["noun"].words | load_table("stance")["state of things"].words
    return any(t.lemma in deeds for t in said_of)


@set_off_by(lambda: {"be", "remain", "stay", "oppose", "opposed"})
def is_opposed(reading: Reading, verb: Token) -> bool:
    """Read "is against the plan", "is not up for negotiation", "is opposed to a truce"."""
    if verb.lemma in {"be", "remain", "stay"}:
        return any(_is_against(reading, p, verb) for p in reading.children(verb.i, "prep"))
    above = reading.tokens[verb.head]
    opposed = verb.text.lower() == "opposed" and above.lemma in {"be", "remain", "stay"}
    return opposed and verb.dep == "acomp" and not reading.negated(above.i)


def _is_against(reading: Reading, prep: Token, verb: Token) -> bool:
    denied = bool(reading.children(verb.i, "neg"))
    if prep.lemma == "against":
        subject = reading.subject(verb.i)
        cleft = subject is None or subject.text.lower() == "it"  # "it is against them that ..."
        below = reading.children(prep.i, "pobj", "pcomp")
        return bool(below and agent(reading, verb.i)) and not cleft and not denied
    if prep.lemma != "up" or not denied:
        return False
    below = [p for p in reading.children(prep.i, "prep") if p.lemma == "for"]
    return any(o.lemma in _SPEECH for p in below for o in reading.children(p.i, "pobj"))


@set_off_by(lambda: load_table("stance")["refusal noun"].words)
def is_refused_by_noun(reading: Reading, noun: Token) -> bool:
    """Read "its refusal to sign", "Kyiv's opposition to the plan", "the boycott of the talks by the rebels"."""
    stance = load_table("stance")
    mention = reading.mention(noun.i)
    if noun.pos != "NOUN":
        return False
    to = [p for p in reading.children(noun.i, "prep") if p.lemma == "to"]
    if mention and mention.actors and not to:  # "the Syrian opposition"
        return False
    above = reading.tokens[noun.head]
    taken_back = above.lemma in stance["take back"].words or noun.dep == "compound"
    supposed = reading.has(noun.i, {"any", "no"}, "det")
    denied = noun.dep == "dobj" and reading.negated(above.i)
    if taken_back or supposed or denied:
        return False
    matter = reading.children(noun.i, "acl") or [
        p for p in reading.children(noun.i, "prep") if p.lemma in {"to", "of", "by"}
    ]
    kept = {reading.tokens[j].lemma for j in reading.doc.ancestors(noun.i)} & _KEEPS
    voiced = noun.dep == "dobj" and above.lemma in stance["express"].words
    owned = whose_refusal(reading, noun) or (voiced and agent(reading, above.i))
    return bool(owned) and bool(matter or kept)


def whose_refusal(reading: Reading, noun: Token) -> Actors:
    """Return whose a refusal is: "its", "the Israeli", "of the government to release", "by the rebels"."""
    owners = reading.children(noun.i, "poss") or [
        o
        for p in reading.children(noun.i, "prep", "agent")
        if p.lemma == "by" or (p.lemma == "of" and reading.children(noun.i, "acl"))
        for o in reading.children(p.i, "pobj")
    ]
    if owners:
        return unique(r for t in owners for r in people_or_sides(reading, t.i))
    beside = reading.children(noun.i, "amod", "compound", "nmod")
    return unique(r for t in beside for r in reading.actors(t.i))


def _ruled_out() -> frozenset[str]:
    return load_table("stance")["ruled out"].words | _PLACES | {"nothing"}


@set_off_by(_ruled_out)
def there_is_none(reading: Reading, noun: Token) -> bool:
    """Read "there can be no truce", "there is no place for them", "nothing to discuss", said for a side."""
    verb = reading.tokens[noun.head]
    there = (
        verb.lemma == "be"
        and bool(reading.children(verb.i, "expl"))
        and noun.dep in {"attr", "nsubj"}
    )
    if not there or not _speaks_for_side(reading, verb):
        return False
    if noun.lemma == "nothing":
        acts = [*reading.children(noun.i, "acl", "relcl"), *reading.children(verb.i, "xcomp")]
        talk = load_table("stance")["go on"].words | {"discuss", "negotiate"}
        return any(t.lemma in talk for t in acts)
    if not reading.has(noun.i, {"no"}, "det"):
        return False
    ruled_out = load_table("stance")["ruled out"].words
    if noun.lemma in _PLACES:
        preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"for", "of"}]
        ends = [o for p in preps for o in reading.children(p.i, "pobj", "pcomp")]
        refused = ruled_out | load_table("stance")["unwilling"].words
        return any(o.lemma in refused or people_or_sides(reading, o.i) for o in ends)
    wanted = noun.lemma in ruled_out
    hangs = any(p.lemma in {"without", "unless"} for p in reading.children(verb.i, "prep"))
    return wanted and not hangs and bool(reading.auxiliaries(verb.i) & _COULD)


@set_off_by(lambda: {"have", "play", "be"})
def has_no_part(reading: Reading, verb: Token) -> bool:
    """Read "the group can have no role", "he has no place in it", said by another side."""
    if not reading.auxiliaries(verb.i) & _COULD:
        return False
    parts = [
        t
        for t in reading.children(verb.i, "dobj", "attr")
        if t.lemma in {"role", "place", "part", "say"}
    ]
    none = any(reading.has(t.i, {"no"}, "det") for t in parts) or reading.children(verb.i, "neg")
    subject = reading.children(verb.i, "nsubj")
    whose = subject and parts and none and people_or_sides(reading, subject[0].i)
    return bool(whose) and _speaks_for_side(reading, verb)


@set_off_by(lambda: {"reply", "response", "answer"})
def is_unanswered(reading: Reading, noun: Token) -> bool:
    """Read "there was no reply from the rebels to the plan"."""
    if not reading.has(noun.i, {"no"}, "det"):
        return False
    if reading.has(noun.i, {"immediate"}, "amod"):  # whom the press asked
        return False
    preps = {p.lemma: p for p in reading.children(noun.i, "prep")}
    to = reading.children(preps["to"].i, "pobj") if "to" in preps else []
    stance = load_table("stance")
    asked = stance["asked for"].words | stance["offer"].words
    return bool(answerer(reading, noun)) and any(t.lemma in asked for t in to)


def answerer(reading: Reading, noun: Token) -> Actors:
    """Return from whom no reply came."""
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"from", "by"}]
    return unique(
        r
        for p in preps
        for o in reading.children(p.i, "pobj")
        for r in people_or_sides(reading, o.i)
    )


def _speaks_for_side(reading: Reading, verb: Token) -> bool:
    """Say whether a listed side or person of one speaks: an analyst's word rules nothing out."""
    return any(r.listed for r in reading.said_by(verb.start, verb.end))


def _is_declared_impossible(reading: Reading, token: Token) -> bool:
    """Read "it is not possible to go on with him", said by one who will not."""
    above = reading.tokens[token.head]
    denied = token.lemma == "impossible" or bool(reading.children(above.i, "neg"))
    if above.lemma in {"consider", "deem", "find", "think"} and denied:
        return any(r.listed for r in agent(reading, above.i))
    acts = load_table("stance")["unwilling"].words | load_table("stance")["go on"].words
    done = [*reading.children(above.i, "xcomp", "ccomp"), *reading.children(token.i, "xcomp")]
    speakers = reading.said_by(above.start, above.end)
    return denied and any(t.lemma in acts for t in done) and any(r.listed for r in speakers)


def _is_off_the_table(reading: Reading, noun: Token) -> bool:
    """Read "is a red line", "out of the question", "not on the table", "off the agenda"."""
    above = reading.tokens[noun.head]
    if noun.lemma == "line":
        red = reading.has(noun.i, {"red"}, "amod")
        return red and (noun.dep == "attr" or (noun.dep == "pobj" and above.lemma == "as"))
    if not reading.has(noun.i, {"the"}, "det"):
        return False
    verb = reading.tokens[above.head]
    if noun.lemma == "question":
        return above.text.lower() == "of" and verb.text.lower() == "out"
    denied = bool(reading.children(verb.i, "neg"))
    out = above.lemma == "off" or (above.lemma == "on" and denied)
    return out and verb.lemma in {"be", "remain"} and _speaks_for_side(reading, verb)
