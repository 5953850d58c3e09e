"""What a side says it will not do: "will not allow", "cannot accept", "has yet to answer", "has no plans to"."""

from detente.extract.duties import has_yet
from detente.extract.reading import Reading
from detente.extract.roles import agent
from detente.extract.rules import set_off_by
from detente.extract.unflagging import is_not_idle
from detente.lexicon import load_table
from detente.model.annotation import Token

_FIRM = frozenset({"will", "wo", "can", "ca", "would", "shall"})
_ANSWERS = frozenset({"respond", "answer", "reply"})
_ASKED_BY_PRESS = frozenset({"question", "request", "comment", "inquiry", "enquiry"})
_HABITS = frozenset({"do", "does"})
# what one side says of another in these is what it expects, and no answer that it was given
_EXPECTED = frozenset(
    {"stop", "end", "halt", "change", "bend", "yield", "budge", "retreat", "leave"}
)


def will_not(reading: Reading, verb: Token) -> bool:
    """Read "will not allow", "cannot accept", "has not responded", "is not ready to"."""
    if verb.lemma in {"ready", "willing", "prepared"} and verb.dep == "acomp":
        above = reading.tokens[verb.head]
        return bool(reading.children(above.i, "neg") and agent(reading, above.i))
    if verb.pos != "VERB":
        return False
    if verb.lemma in load_table("stance")["say yes"].words and has_yet(reading, verb):
        return _has_yet_to_say_yes(reading, verb)
    if verb.lemma in {"say", "decide", "announce"} and has_yet(reading, verb):
        open_yet = any(
            reading.has(c.i, {"whether", "if"}, "mark") for c in reading.children(verb.i, "ccomp")
        )
        return open_yet and bool(agent(reading, verb.i))  # "has yet to say whether it will come"
    if not reading.negated(verb.i) or _does_both(reading, verb) or is_not_idle(reading, verb):
        return False
    if reading.auxiliaries(verb.i) & {"may", "might"} or reading.has(verb.i, {"whether"}, "mark"):
        return False
    if verb.lemma in {"say", "confirm", "indicate", "commit"}:
        return _leaves_open(reading, verb)
    if not _is_withheld(reading, verb):
        return _own_side_will_not(reading, verb)
    return _withholds(reading, verb)


def _does_both(reading: Reading, verb: Token) -> bool:
    """Read "cannot recognise its own borders without recognising its neighbours'", which denies neither."""
    lacking = [p for p in reading.children(verb.i, "prep") if p.lemma == "without"]
    return any(t.lemma == verb.lemma for p in lacking for t in reading.children(p.i, "pcomp"))


def _withholds(reading: Reading, verb: Token) -> bool:
    """Say whether a denied verb of giving, answering or letting refuses: "will not allow", "gave no answer"."""
    if verb.lemma in {"want", "intend", "plan"}:
        return bool(reading.children(verb.i, "xcomp"))
    if verb.lemma in {"give", "back", "let"} and reading.has(verb.i, {"on"}, "prep"):
        return False  # "we will not give up on these goals"
    if verb.lemma == "give" and "give up" not in reading.verb_forms(verb.i):
        given = {t.lemma for t in reading.children(verb.i, "dobj")}
        return bool(given & {"response", "answer", "consent", "reply"})
    if verb.lemma in _ANSWERS:
        return bool(agent(reading, verb.i)) and not _asked(reading, verb) & _ASKED_BY_PRESS
    firm = reading.auxiliaries(verb.i) & _FIRM or verb.lemma == "accept"
    firm = firm or _is_habit(reading, verb)
    return bool(firm and agent(reading, verb.i)) and not _is_foretold(reading, verb)


def _is_withheld(reading: Reading, verb: Token) -> bool:
    """Say whether a verb refuses when it is denied, alone or with its particle or object: "take part"."""
    group = load_table("stance")["unwilling"]
    if verb.lemma in group.words:
        return True
    forms = {tuple(f.split()) for f in reading.verb_forms(verb.i)}
    return any(p in forms for p in group.begun_by(verb.lemma))


def _has_yet_to_say_yes(reading: Reading, verb: Token) -> bool:
    """Read "has yet to respond to the plan"."""
    return bool(agent(reading, verb.i)) and not _asked(reading, verb) & _ASKED_BY_PRESS


def _asked(reading: Reading, verb: Token) -> set[str]:
    preps = reading.children(verb.i, "prep")
    return {o.lemma for p in preps for o in reading.children(p.i, "pobj")}


def _is_habit(reading: Reading, verb: Token) -> bool:
    """Read "we do not negotiate under pressure", said by the side that does not."""
    never = verb.lemma in {"negotiate", "talk", "bow", "bargain", "yield", "compromise", "tolerate"}
    return never and bool(reading.auxiliaries(verb.i) & _HABITS) and _is_of_speaker(reading, verb)


def _is_foretold(reading: Reading, verb: Token) -> bool:
    """Say whether one side says what another will not do: "Moscow would not stop there", Zelensky said."""
    speakers = [r for r in reading.said_by(verb.start, verb.end) if r.listed]
    said = {reading.side_of(r).id for r in speakers}
    doing = {reading.side_of(r).id for r in agent(reading, verb.i)}
    ahead = reading.auxiliaries(verb.i) & {"will", "wo", "would", "shall"}
    return verb.lemma in _EXPECTED and bool(ahead and said) and not said & doing


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
    if plain and verb.lemma in load_table("meetings")["go to"].words:
        firm |= {"could", "can", "ca"}  # "said they could not go to Geneva while the siege lasted"
    if supposed or not reading.auxiliaries(verb.i) & firm:
        return False
    return _is_of_speaker(reading, verb)


def _is_of_speaker(reading: Reading, verb: Token) -> bool:
    """Say whether the subject of a verb is the side of whoever says it."""
    subject = reading.subject(verb.i)
    speakers = reading.said_by(verb.start, verb.end) if subject else ()
    known = subject is not None and subject.dep == "nsubj" and bool(speakers)
    doing = (
        {reading.side_of(r).id for r in reading.actors(subject.i)} if known and subject else set()
    )
    return bool(doing) and doing <= {reading.side_of(r).id for r in speakers}


@set_off_by(lambda: load_table("stance")["way to act"].words)
def has_no_will(reading: Reading, noun: Token) -> bool:
    """Read "sees no reason to end the war", "there is no way to talk to them", "has no plans to withdraw"."""
    if noun.pos != "NOUN":
        return False
    verb = reading.tokens[noun.head]
    inside = noun.dep == "pobj" and verb.lemma == "in"  # "was in no mood to give ground"
    verb = reading.tokens[verb.head] if inside else verb
    none = reading.has(noun.i, {"no", "little"}, "det", "neg", "amod")
    none = none or bool(reading.children(verb.i, "neg"))
    acts = verb.lemma in {"see", "have", "be", "find", "show"} and noun.dep in {"dobj", "attr"}
    acts = acts or (inside and verb.lemma in {"be", "feel"})
    own = agent(reading, verb.i)
    speakers = [r for r in reading.said_by(verb.start, verb.end) if r.listed]
    sides = {reading.side_of(r).id for r in speakers}
    charged = bool(own and speakers) and not {reading.side_of(r).id for r in own} & sides
    meant = noun.lemma not in {"plan", "need"} or verb.lemma != "be"  # "there were no plans"
    known = bool(speakers) or any(r.listed for r in own)
    supposed = "would" in reading.auxiliaries(verb.i)
    told = acts and known and meant and not charged and not supposed
    return none and told and _leads_to_act(reading, noun, verb)


def _leads_to_act(reading: Reading, noun: Token, verb: Token) -> bool:
    """Say whether a noun takes an act: "plans to withdraw", "no intention of withdrawing"."""
    told = [*reading.children(noun.i, "acl", "relcl"), *reading.children(verb.i, "xcomp", "advcl")]
    if any("to" in reading.auxiliaries(t.i) and t.i > noun.i for t in told):
        return True
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"of", "in", "for"}]
    return any(reading.children(p.i, "pcomp") for p in preps)


@set_off_by(lambda: load_table("stance")["make yield"].words)
def is_unmoved(reading: Reading, verb: Token) -> bool:
    """Read "pressure will not divert us", "it would not be drawn into talks", said by the side that is pressed."""
    if verb.pos != "VERB":
        return False
    if not reading.negated(verb.i) or not reading.auxiliaries(verb.i) & _FIRM:
        return False
    ours = {reading.side_of(r).id for r in reading.said_by(verb.start, verb.end)}
    yielding = reading.children(verb.i, "dobj", "nsubjpass")
    pressed = {reading.side_of(r).id for t in yielding for r in reading.actors(t.i)}
    return bool(pressed) and pressed <= ours
