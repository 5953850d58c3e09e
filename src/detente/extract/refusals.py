"""Refusals: a side declines, rejects, rules out, has not answered, walks out."""

from collections.abc import Iterator

from detente.extract.apart import apart
from detente.extract.reading import Reading
from detente.extract.roles import agent, behind, patient_side
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Entry, Plover, Refusal

# A denied fact is a statement; these objects of "reject" are claims and no offers.
_FACTS = frozenset(
    {
        "claim",
        "accusation",
        "allegation",
        "report",
        "charge",
        "assertion",
        "criticism",
        "suggestion",
    }
)


# A spokesman who does not comment refuses nothing of the process.
_NO_COMMENT = frozenset(
    {"comment", "say", "elaborate", "name", "disclose", "specify", "wait", "answer"}
)
_FIRM = frozenset({"will", "wo", "can", "ca", "would", "shall"})
_KEEPS = frozenset({"cling", "stick", "maintain"})


def refusals(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which a side says no."""
    signs = (_by_verb, _by_denial, _by_word, _by_no_will, _by_firmness, leaves_talks)
    return apart(
        _refusal(reading, t) for t in reading.claim_words if any(s(reading, t) for s in signs)
    )


def _by_verb(reading: Reading, verb: Token) -> bool:
    """Read "declined to reopen", "rejected the plan", "turned down an offer", "ruled out"."""
    if verb.pos != "VERB":
        return False
    group = load_table("stance")["refusal verb"]
    phrases = group.begun_by(verb.lemma)
    phrase = phrases and any(tuple(f.split()) in phrases for f in reading.verb_forms(verb.i))
    if not (verb.lemma in group.words or phrase):
        return False
    if reading.negated(verb.i) or verb.dep in {"amod", "compound"}:
        return False
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    if objects & _FACTS or _gives_way(reading, verb):
        return False
    if verb.lemma == "rule":
        return reading.has(verb.i, {"out"}, "prt", "advmod", "prep")
    asked = {t.lemma for t in reading.children(verb.i, "xcomp")}
    if verb.lemma in {"decline", "refuse"}:
        told = reading.children(verb.i, "xcomp", "dobj") or agent(reading, verb.i)
        return bool(told) and not asked & _NO_COMMENT
    by_whom = verb.dep in {"acl", "conj"} and reading.children(verb.i, "agent")
    return bool(objects or by_whom or reading.children(verb.i, "ccomp", "xcomp", "prep"))


def _gives_way(reading: Reading, verb: Token) -> bool:
    """Read "backed off its demand", which takes a demand back."""
    asked = load_table("stance")["own demand"].words
    below = reading.children(verb.i, "prep", "prt", "advmod")
    ends = [o for i in (verb.i, *(p.i for p in below)) for o in reading.children(i, "dobj", "pobj")]
    return verb.lemma == "back" and any(t.lemma in asked for t in ends)


def leaves_talks(reading: Reading, verb: Token) -> bool:
    """Read "pulled out of the talks", "suspended its participation", "broke off negotiations"."""
    table = load_table("stance")
    leave = table["leave talks"]
    alone = verb.lemma in leave.words
    if verb.pos != "VERB" or not (alone or leave.begun_by(verb.lemma)) or reading.negated(verb.i):
        return False
    forms = {tuple(f.split()) for f in reading.verb_forms(verb.i)}
    if forms & set(leave.phrases):
        return bool(agent(reading, verb.i))
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    return alone and bool(objects & table["talks left"].words)


def _by_denial(reading: Reading, verb: Token) -> bool:
    """Read "will not allow", "cannot accept", "has not responded", "is not ready to"."""
    if verb.lemma in {"ready", "willing", "prepared"} and verb.dep == "acomp":
        above = reading.tokens[verb.head]
        return bool(reading.children(above.i, "neg") and agent(reading, above.i))
    if verb.pos != "VERB" or not reading.negated(verb.i):
        return False
    if reading.auxiliaries(verb.i) & {"may", "might"} or reading.has(verb.i, {"whether"}, "mark"):
        return False
    if verb.lemma in {"say", "confirm", "indicate", "commit"}:
        return _leaves_open(reading, verb)
    if verb.lemma not in load_table("stance")["unwilling"].words:
        return _own_side_will_not(reading, verb)
    if verb.lemma in {"want", "intend", "plan"}:
        return bool(reading.children(verb.i, "xcomp"))
    if verb.lemma == "give" and "give up" not in reading.verb_forms(verb.i):
        given = {t.lemma for t in reading.children(verb.i, "dobj")}
        return bool(given & {"response", "answer", "consent", "reply"})
    if verb.lemma in {"respond", "answer"}:
        asked = {
            o.lemma for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")
        }
        return bool(agent(reading, verb.i)) and not asked & {"question", "request", "comment"}
    firm = reading.auxiliaries(verb.i) & _FIRM or verb.lemma == "accept"
    return bool(firm and agent(reading, verb.i))


def _leaves_open(reading: Reading, verb: Token) -> bool:
    """Read "has not said whether it will come"."""
    has = reading.auxiliaries(verb.i) & {"has", "have", "had"}
    open_yet = [
        t for t in reading.children(verb.i, "ccomp") if reading.has(t.i, {"whether"}, "mark")
    ]
    return bool(has and open_yet) and any(r.listed for r in agent(reading, verb.i))


def _own_side_will_not(reading: Reading, verb: Token) -> bool:
    """Read "we will not go to Geneva", said by the side that is to go."""
    supposed = reading.has(verb.i, {"if", "unless", "when"}, "mark", "advmod")
    around = [v for v in reading.voices if v.start <= verb.start < v.end]
    reported = any(not v.quoted for v in around)  # "he said it would not give way"
    plain = reported and verb.lemma != "have" and bool(reading.children(verb.i, "neg"))
    firm = {"will", "wo", "shall"} | ({"would"} if plain else set())
    if supposed or not reading.auxiliaries(verb.i) & firm:
        return False
    subject = reading.children(verb.i, "nsubj")
    speakers = reading.said_by(verb.start, verb.end) if subject else ()
    doing = {reading.side_of(r).id for r in reading.actors(subject[0].i)} if speakers else set()
    return bool(doing) and doing <= {reading.side_of(r).id for r in speakers}


def _by_word(reading: Reading, token: Token) -> bool:
    """Read "is unacceptable", "their refusal to sign", "is a red line", "is out of the question"."""
    if token.lemma in {"line", "question"} and token.pos == "NOUN":
        return _is_ruled_out(reading, token)
    if token.lemma in {"possible", "impossible"} and token.dep in {"acomp", "oprd", "ccomp"}:
        return _is_declared_impossible(reading, token)
    if token.lemma not in load_table("stance")["unacceptable"].words:
        return False
    if token.lemma in {"refusal", "rejection"}:
        kept = {reading.tokens[j].lemma for j in reading.doc.ancestors(token.i)} & _KEEPS
        owned = reading.children(token.i, "poss")
        return bool(owned and (kept or reading.children(token.i, "acl", "prep")))
    joined = token.dep == "conj" and token.lemma in {"unacceptable", "inadmissible", "intolerable"}
    return joined or token.dep in {"acomp", "attr", "oprd"}


def _by_no_will(reading: Reading, noun: Token) -> bool:
    """Read "sees no reason to end the war", "there is no way to talk to them", "has no plans to withdraw"."""
    if noun.lemma not in load_table("stance")["way to act"].words or noun.pos != "NOUN":
        return False
    verb = reading.tokens[noun.head]
    none = reading.has(noun.i, {"no"}, "det", "neg") or bool(reading.children(verb.i, "neg"))
    told = [*reading.children(noun.i, "acl", "relcl"), *reading.children(verb.i, "xcomp", "advcl")]
    act = any("to" in reading.auxiliaries(t.i) and t.i > noun.i for t in told)
    acts = verb.lemma in {"see", "have", "be", "find", "show"} and noun.dep in {"dobj", "attr"}
    own = agent(reading, verb.i)
    speakers = [r for r in reading.said_by(verb.start, verb.end) if r.listed]
    sides = {reading.side_of(r).id for r in speakers}
    charged = bool(own and speakers) and not {reading.side_of(r).id for r in own} & sides
    meant = noun.lemma not in {"plan", "need"} or verb.lemma != "be"  # "there were no plans"
    known = bool(speakers) or any(r.listed for r in own)
    supposed = "would" in reading.auxiliaries(verb.i)
    return none and act and acts and known and meant and not charged and not supposed


def _by_firmness(reading: Reading, verb: Token) -> bool:
    """Read "pressure will not divert us", "threats cannot sway Tehran", said by the side that is pressed."""
    if verb.lemma not in load_table("stance")["make yield"].words or verb.pos != "VERB":
        return False
    if not reading.negated(verb.i) or not reading.auxiliaries(verb.i) & _FIRM:
        return False
    ours = {reading.side_of(r).id for r in reading.said_by(verb.start, verb.end)}
    pressed = {
        reading.side_of(r).id for t in reading.children(verb.i, "dobj") for r in reading.actors(t.i)
    }
    return bool(pressed) and pressed <= ours


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


def _is_ruled_out(reading: Reading, noun: Token) -> bool:
    above = reading.tokens[noun.head]
    if noun.lemma == "line":
        red = reading.has(noun.i, {"red"}, "amod")
        return red and (noun.dep == "attr" or (noun.dep == "pobj" and above.lemma == "as"))
    out = above.text.lower() == "of" and reading.tokens[above.head].text.lower() == "out"
    return out and reading.has(noun.i, {"the"}, "det")


def _refusal(reading: Reading, token: Token) -> Refusal | None:
    verb = token
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    owners = [r for p in reading.children(token.i, "poss") for r in reading.actors(p.i)]
    by = tuple(owners) or agent(reading, verb.i)
    theirs = {"unacceptable", "inadmissible"}
    theirs |= (
        set() if verb.lemma in {"consider", "deem", "find", "think"} else {"possible", "impossible"}
    )
    firm = token.lemma in load_table("stance")["make yield"].words
    by = by if token.lemma not in theirs and not (firm and token.i == verb.i) else ()
    by = by or reading.said_by(verb.start, verb.end)
    if not by:
        return None
    start, end = reading.passage(verb.i, without=("advcl", "parataxis", "conj", "relcl"))
    return Refusal(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=behind(reading, verb.i, (start, end)),
        by=by,
        to=() if firm else patient_side(reading, verb.i),
        plover=Plover("REJECT"),
    )
