"""What a side decides, lets happen or says will be done: "decided to lift", "approved the entry of aid", "will be opened"."""

from detente.extract.binding_nothing import speaks_to_hearers
from detente.extract.declining import leaves_talks
from detente.extract.promised import is_force
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.rules import set_off_by
from detente.extract.unflagging import is_not_idle
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Strength

_UNREAL = frozenset({Reality.DEMANDED, Reality.WISHED, Reality.CONDITIONAL, Reality.DENIED})

_WILL = frozenset({"will", "shall", "'ll"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_WEIGHS = frozenset({"consider", "weigh", "mull", "ponder"})
_DECIDES = frozenset({"decide", "resolve", "opt", "work"}) | _WEIGHS


def _deciding() -> frozenset[str]:
    return load_table("stance")["let happen"].words | _DECIDES | {"decision"}


@set_off_by(_deciding)
def by_decision(reading: Reading, token: Token) -> Strength | None:
    """Read a side's decision to do something, and no force: the verb or the noun."""
    if token.lemma == "decision" and token.pos == "NOUN":
        acts = [t for t in reading.children(token.i, "acl") if "to" in reading.auxiliaries(t.i)]
        owned = bool(whose_decision(reading, token))
        return Strength.PLEDGE if owned and _is_good(reading, acts) else None
    let_happen = load_table("stance")["let happen"].words
    if token.pos != "VERB" or token.lemma == "decision":
        return None
    if reading.negated(token.i) or reality(reading, token.i) in _UNREAL:
        return None
    acts = [t for t in reading.children(token.i, "xcomp") if "to" in reading.auxiliaries(t.i)]
    if token.lemma in {"decide", "resolve", "opt"}:
        return Strength.PLEDGE if _is_good(reading, acts) else None
    if token.lemma in _WEIGHS and token.tag == "VBG":
        gerunds = [t for t in reading.children(token.i, "xcomp", "pcomp") if t.tag == "VBG"]
        return Strength.HOPE if _is_good(reading, gerunds) else None
    if token.lemma == "work" and token.tag == "VBG":
        on = [p for p in reading.children(token.i, "prep") if p.lemma == "on"]
        acts += [t for p in on for t in reading.children(p.i, "pcomp")]
        return Strength.PLEDGE if _is_good(reading, acts) and _is_known(reading, token) else None
    if token.lemma in let_happen:
        eased = load_table("stance")["eased"].words
        let = {
            t.lemma
            for t in reading.children(token.i, "dobj", "nsubjpass")
            if not any(reading.tokens[j].lemma == "sanction" for j in reading.doc.subtree(t.i))
        }
        return Strength.PLEDGE if let & eased and _is_known(reading, token) else None
    return None


def whose_decision(reading: Reading, noun: Token) -> Actors:
    """Return whose a decision is: "Trump's", "the German", "of the cabinet"."""
    of = [p for p in reading.children(noun.i, "prep") if p.lemma in {"of", "by"}]
    ends = [o for p in of for o in reading.children(p.i, "pobj")]
    owners = [*reading.children(noun.i, "poss"), *ends]
    beside = reading.children(noun.i, "amod", "compound")
    found = unique(r for t in owners for r in people_or_sides(reading, t.i))
    return found or unique(r for t in beside for r in reading.actors(t.i))


def _helping() -> frozenset[str]:
    return load_table("stance")["help"].words | load_table("stance")["open up"].words


@set_off_by(_helping)
def by_own_passive(reading: Reading, verb: Token) -> Strength | None:
    """Read "the roads will be opened", said by somebody of a side of the process: it is the side's to do."""
    if verb.tag != "VBN":
        return None
    passive = reading.children(verb.i, "nsubjpass") and not reading.children(verb.i, "agent")
    helpers = reading.auxiliaries(verb.i)
    reported = "would" in helpers and verb.dep in {"ccomp", "acl"}
    ahead = "be" in helpers and ("will" in helpers or reported)
    if not passive or not ahead or reading.negated(verb.i):
        return None
    if reading.has(verb.i, {"if", "when", "once", "until"}, "mark", "advmod"):
        return None
    parties = set(reading.process.parties)
    speakers = reading.said_by(verb.start, verb.end)
    ours = [r for r in speakers if r.listed and reading.side_of(r).id in parties]
    return Strength.PLEDGE if ours and not is_force(reading, verb) else None


@set_off_by(lambda: {"go"})
def by_going_to(reading: Reading, verb: Token) -> Strength | None:
    """Read "we are going to reopen the embassy", said by the side that will."""
    if verb.tag != "VBG":
        return None
    acts = [t for t in reading.children(verb.i, "xcomp") if "to" in reading.auxiliaries(t.i)]
    if not acts or reading.negated(verb.i):
        return None
    stance = load_table("stance")
    idle = stance["itinerary"].words | stance["state"].words | stance["word of courtesy"].words
    speakers = reading.said_by(verb.start, verb.end)
    doing = {reading.side_of(r).id for r in agent(reading, verb.i)}
    ours = bool(doing) and doing <= {reading.side_of(r).id for r in speakers}
    busy = all(t.lemma not in idle | {"be", "have"} for t in acts)
    return Strength.PLEDGE if ours and busy and _is_good(reading, acts) else None


@set_off_by(lambda: {"be"} | load_table("stance")["arranged"].words)
def by_arrangement(reading: Reading, word: Token) -> Strength | None:
    """Read "the bloc is to review the accord", "is set to reopen the crossing"."""
    below = reading.children(word.i, "xcomp")
    acts = [t for t in below if t.i > word.i and _stands_next(reading, word, t)]
    verb = reading.tokens[word.head] if word.dep == "acomp" else word
    if word.lemma == "be" and (word.tag not in _FINITE or reading.children(word.i, "acomp")):
        return None
    if word.tag == "VBD" or any(_is_of_talks(reading, t) for t in acts):
        return None  # "were to begin on Monday" was a plan, and "is to resume talks" tells of a meeting
    stance = load_table("stance")
    idle = stance["state"].words | stance["word of courtesy"].words | {"be", "have", "blame"}
    busy = all(t.lemma not in idle for t in acts) and not reading.negated(verb.i)
    known = any(r.listed for r in arranged_for(reading, word))
    return Strength.READINESS if known and busy and _is_good(reading, acts) else None


def _is_of_talks(reading: Reading, verb: Token) -> bool:
    talks = load_table("meetings")["noun"].words | load_table("meetings")["firm noun"].words
    return reading.has(verb.i, talks, "dobj")


def _stands_next(reading: Reading, word: Token, act: Token) -> bool:
    """Read "is now to review", and no "is in the region to review"."""
    between = reading.tokens[word.i + 1 : act.i]
    to = [t for t in between if t.tag == "TO"]
    return bool(to) and all(t.pos == "ADV" or t.tag in {"TO", "RB"} for t in between)


def arranged_for(reading: Reading, word: Token) -> Actors:
    """Return who is to act by an arrangement."""
    verb = reading.tokens[word.head] if word.dep == "acomp" else word
    subjects = reading.children(verb.i, "nsubj", "nsubjpass")
    return unique(r for t in subjects for r in people_or_sides(reading, t.i))


def _is_known(reading: Reading, verb: Token) -> bool:
    return any(r.listed for r in agent(reading, verb.i))


def _is_good(reading: Reading, acts: list[Token]) -> bool:
    """Say whether there is an act and none of force, of leaving or of refusing."""
    stance = load_table("stance")
    bad = (
        stance["wrong"].words
        | stance["refusal verb"].words
        | stance["leave talks"].words
        | {"intervene"}
    )
    leaving = set(stance["leave talks"].phrases)  # "the decision to pull out of the accord"
    denied = any(reading.children(t.i, "neg") for t in acts)
    return (
        bool(acts)
        and not denied
        and not any(
            is_force(reading, t)
            or t.lemma in bad | stance["itinerary"].words
            or {tuple(f.split()) for f in reading.verb_forms(t.i)} & leaving
            for t in acts
        )
    )


def by_will(reading: Reading, token: Token) -> Strength | None:
    """Read "we will open the road", "it would open the road", said by a speaker of the own side."""
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass"}:
        return None
    helpers = {t.text.lower() for t in reading.children(token.i, "aux")}
    if not helpers & (_WILL | {"would"}) or token.lemma in {"be", "have"}:
        return None
    if reading.negated(token.i) and not is_not_idle(reading, token):
        return None
    stance = load_table("stance")
    if token.lemma in stance["itinerary"].words | stance["state"].words:
        return None
    if is_force(reading, token) or leaves_talks(reading, token):
        return None
    if speaks_to_hearers(reading, token):
        return None
    subject = _own_subject(reading, token)
    speakers = reading.said_by(token.start, token.end) if subject else ()
    if subject is None or not speakers:
        return None
    theirs = token.lemma in stance["go on with"].words  # "our work will continue"
    refs = people_or_sides(reading, subject.i) if theirs else reading.actors(subject.i)
    doing = {reading.side_of(r).id for r in refs}
    saying = {reading.side_of(r).id for r in speakers}
    if not doing or not (doing <= saying or saying <= doing):
        return None
    return Strength.PLEDGE if helpers & _WILL or token.dep in {"ccomp", "conj"} else None


def _own_subject(reading: Reading, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb that it is joined to: "has helped and will go on helping"."""
    if own := reading.children(verb.i, "nsubj"):
        return own[0]
    told_on = reading.auxiliaries(verb.head) & (_WILL | {"would"})  # one promise with the first
    return reading.subject(verb.i) if verb.dep == "conj" and not told_on else None


@set_off_by(lambda: _helping() | {"send"})
def by_doing(reading: Reading, verb: Token) -> Strength | None:
    """Read "it was sending engineers to clear the mines", said by the side that does."""
    subject = reading.children(verb.i, "nsubj")
    if verb.tag != "VBG" or not subject or not reading.children(verb.i, "dobj"):
        return None
    if reading.negated(verb.i) or is_force(reading, verb) or leaves_talks(reading, verb):
        return None
    if not reading.auxiliaries(verb.i) <= {"is", "are", "was", "were", "am", "'re", "'m", "’re"}:
        return None
    speakers = {reading.side_of(r).id for r in reading.said_by(verb.start, verb.end)}
    doing = {reading.side_of(r).id for r in reading.actors(subject[0].i)}
    return Strength.PLEDGE if doing and doing <= speakers else None
