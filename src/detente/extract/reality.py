"""Whether a predicate tells what is, will be, may be, is wished, asked for or denied.

The nearest sign above the predicate decides, as in FactBank (Saurí & Pustejovsky 2009): its own
auxiliaries and negation, then each verb, noun or adjective that it hangs from, up to the next saying.
"""

from enum import StrEnum

from detente.extract.reading import Reading
from detente.extract.remembered import remembered
from detente.lexicon import load_table
from detente.model.annotation import Token


class Reality(StrEnum):
    """How real what a predicate tells is, by the text."""

    ACTUAL = "actual"
    FUTURE = "future"
    POSSIBLE = "possible"
    WISHED = "wished"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    DENIED = "denied"


_WILL = frozenset({"will", "shall", "'ll", "wo"})
_MAY = frozenset({"would", "could", "may", "might", "can", "'d"})
_MAY_HAVE = frozenset({"would", "could", "'d"})
_OUGHT = frozenset({"should", "must"})
_PERHAPS = frozenset({"possibly", "perhaps", "maybe", "potentially"})
# "does not believe that they fired": what hangs from it is denied (neg-raising)
_THINKS = frozenset({"believe", "think"})
_IF = frozenset({"if", "unless", "until", "provided", "once", "whether", "till"})
_INSISTS = frozenset({"insist", "demand", "request", "urge", "ask"})
_SUGGESTS = frozenset({"suggest", "propose", "recommend"})
_WITHOUT = frozenset({"without"})
_FEARED = frozenset(
    {
        "threaten",
        "fear",
        "threat",
        "risk",
        "danger",
        "possibility",
        "warn",
        "prevent",
        "avoid",
        "avert",
        "deter",
    }
)
_SAYING = frozenset(
    {"say", "tell", "add", "note", "report", "claim", "state", "announce", "confirm"}
)
# Verbs whose infinitive tells what is so: "began to shell", "are reported to be sending".
_COMES_TRUE = frozenset(
    {"begin", "continue", "start", "manage", "seem", "appear", "happen", "report", "say", "believe",
     "know", "force", "go", "lead", "prompt", "oblige", "move", "cause", "allege", "use", "think", "proceed", "compel", "allow", "permit", "let", "enable"}
)  # fmt: skip
# After these a gerund tells what was done: "after shelling the town"; "on ending the war" does not.
_TELLS = frozenset({"after", "by", "since", "while", "despite", "for", "before", "including"})
# What stands after these and "for" is wanted and not told: "called for talks".
_ASKS_FOR = frozenset({"call", "ask", "appeal", "press", "push", "plead", "wait", "need", "plan"})
# What stands behind these is there, whatever becomes of the rest: "hopes to hold out amid the shelling".
_AMID = frozenset({"amid", "amidst", "despite"})
_DENIES = frozenset({"deny", "refute"})
_UNTRUE = frozenset(
    {"false", "untrue", "unfounded", "baseless", "fake", "groundless", "fabricated"}
)
# What there is none of makes sure of what stands behind it: "there is no doubt that".
_SURE = frozenset({"doubt", "question", "secret", "surprise", "mistake", "coincidence", "accident"})
# A clause behind these tells for itself, whatever the clause before it tells.
_BESIDE = frozenset({"while", "whereas", "although", "though", "as", "because", "since"})
_CLAUSE_ENDS = frozenset({"ROOT", "relcl"})


@remembered
def reality(reading: Reading, i: int) -> Reality:
    """Read how real the predicate at token ``i`` is."""
    own = _asked_for(reading, i) or _own(reading, i)
    if own is not Reality.ACTUAL:
        return own
    current = reading.tokens[i]
    for _ in range(12):
        if (
            current.dep in _CLAUSE_ENDS
            or current.head == current.i
            or _stands_beside(reading, current)
        ):
            return Reality.ACTUAL
        above = reading.tokens[current.head]
        if current.dep == "conj" and current.tag == "VBG" and above.tag == "VB":
            # "visited to mark the day and meeting the premier": the gerund tells for itself
            current = above if above.head == above.i else reading.tokens[above.head]
            continue
        if (current.dep == "prep" and current.lemma in _AMID) or _is_sure(reading, current, above):
            return Reality.ACTUAL
        sign = _from_above(reading, current, above)
        if sign is not Reality.ACTUAL or (current.dep == "ccomp" and above.lemma in _SAYING):
            return sign
        current = above
    return Reality.ACTUAL


def _is_sure(reading: Reading, clause: Token, above: Token) -> bool:
    """Read "there is no doubt that the army bombed it", which makes sure of it."""
    said = clause.dep in {"acl", "ccomp"} and above.lemma in _SURE
    return said and reading.has(above.i, {"no", "little"}, "det", "amod")


def _is_bound(reading: Reading, verb: Token) -> bool:
    """Say whether what a verb's infinitive tells is not done by it: "hopes to", "are obliged to".

    Who was obliged to leave has left.
    """
    if verb.lemma == "oblige":
        helpers = reading.children(verb.i, "auxpass")
        return any(t.text.lower() in {"is", "are", "be"} for t in helpers)
    return verb.lemma not in _COMES_TRUE


def _own(reading: Reading, i: int) -> Reality:
    helpers = reading.auxiliaries(i)
    if reading.has(i, _IF, "mark", "advmod"):  # also "if it did not halt the raids"
        return Reality.CONDITIONAL
    if reading.tokens[i].pos in {"VERB", "AUX"} and reading.negated(i):
        return Reality.DENIED
    if reading.has(i, {"no"}, "det"):
        return Reality.DENIED
    above = reading.tokens[reading.tokens[i].head]
    if "to" in helpers and above.lemma == "be" and reading.tokens[i].dep == "xcomp":
        return Reality.FUTURE
    if "to" in helpers and _is_bound(reading, above):
        return Reality.DEMANDED if above.lemma == "oblige" else Reality.WISHED
    token = reading.tokens[i]
    gerund = (token.tag == "VBG" or "being" in helpers) and token.dep == "pcomp"
    if gerund and above.text.lower() not in _TELLS and not _is_aside(reading, i, above):
        return Reality.WISHED
    if helpers & _MAY_HAVE and "have" in helpers:  # "could have threatened sanctions"
        return Reality.CONDITIONAL
    if helpers & _OUGHT or _is_command(reading, i):
        return Reality.DEMANDED
    if helpers & _WILL:
        return Reality.FUTURE
    perhaps = helpers & _MAY or reading.has(i, _PERHAPS, "advmod")
    return Reality.POSSIBLE if perhaps else Reality.ACTUAL


def _is_command(reading: Reading, i: int) -> bool:
    """Read "Release the hostages now": a bare verb that nobody is the subject of."""
    verb = reading.tokens[i]
    above = reading.tokens[verb.head]
    said = verb.dep in {"ccomp", "parataxis"} and above.lemma in load_table("speech")["say"].words
    if verb.tag != "VB" or not (verb.dep == "ROOT" or said):
        return False
    return not reading.children(i, "aux", "auxpass", "mark", "nsubj", "nsubjpass", "expl", "csubj")


def _asked_for(reading: Reading, i: int) -> Reality | None:
    """Read "provided that the troops left", "insisted that they withdraw": a bare form reports no deed."""
    told = reading.tokens[i]
    above = reading.tokens[told.head]
    if told.dep not in {"ccomp", "pcomp"}:
        return None
    if above.text.lower() in _IF and not reading.children(above.i, "nsubj", "nsubjpass", "auxpass"):
        return Reality.CONDITIONAL
    helpers = reading.auxiliaries(i)
    bare = told.tag in {"VB", "VBP"} and not helpers
    bare |= told.tag == "VBN" and helpers == {"be"}  # "asked that the talks be held"
    if not bare or above.tag != "VBD":
        return None
    if above.lemma in _INSISTS:
        return Reality.DEMANDED
    return Reality.WISHED if above.lemma in _SUGGESTS else None


def _stands_beside(reading: Reading, current: Token) -> bool:
    """Read "does not see it, while the minister urged action": what is beside is not denied with it.

    Nor with what stands behind a semicolon: "they met on Saturday; she called for talks".
    """
    behind = reading.tokens[current.i : current.head] if current.dep == "ccomp" else ()
    return any(t.text == ";" for t in behind) or (
        current.dep == "advcl"
        and current.tag in {"VBD", "VBZ", "VBP"}
        and reading.has(current.i, _BESIDE, "mark")
    )


def _is_aside(reading: Reading, i: int, above: Token) -> bool:
    """Read "with the minister calling it intolerable", which tells what somebody did besides."""
    return above.text.lower() == "with" and bool(reading.children(i, "nsubj", "nsubjpass"))


def _from_above(reading: Reading, current: Token, above: Token) -> Reality:
    if _is_denied(reading, current, above):
        return Reality.DENIED
    if current.dep in {"nsubj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
        return _own(reading, above.i)
    if above.text.lower() in _WITHOUT:
        return Reality.CONDITIONAL
    if above.lemma in _FEARED:
        return Reality.POSSIBLE
    if _is_asked_for(current, above) or _is_part_of_demand(reading, current, above):
        return Reality.DEMANDED
    if current.dep in {"xcomp", "acl", "pobj", "dobj", "ccomp"} and wishes(above):
        return Reality.WISHED
    bent_on = current.dep == "prep" and current.lemma in {"to", "for"} and above.dep == "acomp"
    if bent_on and wishes(above):  # "remained committed to talks between the two"
        return Reality.WISHED
    if current.dep == "advcl" and "to" in reading.auxiliaries(current.i):
        return Reality.WISHED
    if above.pos in {"VERB", "AUX"} and current.dep in {
        "dobj",
        "pobj",
        "prep",
        "xcomp",
        "conj",
        "attr",
    }:
        return _own(reading, above.i)
    return Reality.ACTUAL


def _is_part_of_demand(reading: Reading, current: Token, above: Token) -> bool:
    """Read "their demands include letting convoys in"."""
    asked = load_table("stance")["own demand"].words | {"condition", "term", "plan", "proposal"}
    parts = above.lemma in {"include", "be", "involve"} and current.dep in {
        "xcomp",
        "ccomp",
        "pcomp",
    }
    return parts and any(t.lemma in asked for t in reading.children(above.i, "nsubj"))


def _is_asked_for(current: Token, above: Token) -> bool:
    """Say whether a word above asks for it: "demanded that", "encouraged talks", "called for talks"."""
    stance = load_table("stance")
    if above.lemma in stance["demand verb"].words:
        return True
    if current.dep == "xcomp" and above.lemma in stance["demand verb with object"].words:
        return True
    if current.dep == "dobj" and above.lemma in stance["foster"].words:
        return True
    return current.dep == "prep" and current.lemma == "for" and above.lemma in _ASKS_FOR


def _is_denied(reading: Reading, current: Token, above: Token) -> bool:
    """Read "denied that", "no truth to", "false reports of", "reports of an attack are unfounded"."""
    if above.lemma in _DENIES:
        return current.dep in {"ccomp", "xcomp", "dobj", "nsubjpass"}
    if above.lemma in _THINKS and current.dep == "ccomp":
        return reading.negated(above.i)
    if current.dep in {"nsubj", "nsubjpass"}:
        return reading.has(above.i, _UNTRUE, "acomp", "attr", "oprd")
    if above.pos != "NOUN" or current.dep not in {"prep", "pobj", "acl"}:
        return False
    return reading.has(above.i, {"no"}, "det") or reading.has(above.i, _UNTRUE, "amod")


def wishes(above: Token) -> bool:
    """Say whether what hangs from a word is wanted, promised or refused, and not told."""
    stance = load_table("stance")
    if above.lemma == "open" and above.pos == "VERB":
        return False  # "opened the talks" is not open to them
    return any(
        above.lemma in stance[name].words
        for name in (
            "hope verb",
            "readiness verb",
            "pledge verb",
            "readiness adjective",
            "pledge adjective",
            "hope adjective",
            "readiness noun",
            "pledge noun",
            "demand noun",
            "refusal verb",
        )
    )
