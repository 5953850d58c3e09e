"""Measures that are threatened: "will take concrete action if", "warned of sanctions", "the threat of war"."""

from detente.extract.force import has_force
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, people_or_sides
from detente.lexicon import load_table
from detente.model.annotation import Token

_MODAL = frozenset({"will", "would", "could", "may", "might", "'ll", "'d", "wo"})
_TAKES = frozenset({"take", "impose", "adopt", "apply", "introduce", "face"})
_GROWS = frozenset({"increase", "follow", "rise", "grow"})
_BLOWS_BACK = frozenset({"reprisal", "retaliation", "response", "revenge", "reaction", "vengeance"})
_WARNS = frozenset({"warn", "threaten"})
_BLOWS = frozenset(
    {"attack", "strike", "airstrike", "assault", "offensive", "invasion", "raid", "operation"}
)
_PLANS = frozenset({"plan", "prepare", "ready", "plot"})


def threatens(reading: Reading, verb: Token) -> bool:
    """Read "threatened to cut off the power"; to threaten to leave talks is no threat of force."""
    clauses = reading.children(verb.i, "xcomp")
    means = [p for p in reading.children(verb.i, "prep") if p.lemma == "with"]
    force = [o for p in means for o in reading.children(p.i, "pobj", "pcomp")]
    if any(t.text.lower() in load_table("incidents")["noun"].words for t in force):
        return True  # "threatened the island with war"
    goes = load_table("incidents")["walk away"]
    phrases = {" ".join(p) for p in goes.phrases} | goes.words
    return any(not (reading.verb_forms(t.i) & phrases or _dismisses(reading, t)) for t in clauses)


def _dismisses(reading: Reading, verb: Token) -> bool:
    """Read "threatened to fire the bank's governor"."""
    return verb.lemma == "fire" and not has_force(reading, verb, load_table("incidents")["assault"])


def threatened_by(reading: Reading, noun: Token) -> Token | None:
    """Return the word by which a measure that a noun names is told to be threatened."""
    table = load_table("incidents")
    if noun.lemma in _BLOWS and (plan := _planned(reading, noun)):
        return plan
    if noun.lemma not in table["measure"].words and noun.lemma not in table["sanction noun"].words:
        return None
    above = reading.tokens[noun.head]
    over = reading.tokens[above.head]
    if noun.dep == "dobj" and above.lemma == "threaten":
        return above
    if noun.dep == "dobj" and above.lemma in {"vow", "promise", "pledge", "swear"}:
        return above if noun.lemma in _BLOWS_BACK else None
    if noun.dep == "pobj" and above.lemma in {"of", "with"} and over.pos == "VERB":
        return over if over.lemma in _WARNS else None
    if noun.dep == "pobj" and above.lemma == "of" and over.lemma == "threat":
        return over if _has_owner(reading, over) or _has_owner(reading, noun) else None
    if not reading.auxiliaries(above.i) & _MODAL:
        return None
    if noun.dep == "nsubj" and above.lemma in _GROWS and noun.lemma in table["sanction noun"].words:
        return above
    taken = noun.dep in {"dobj", "nsubjpass"} and above.lemma in _TAKES
    return above if taken and _is_hostile(reading, noun, above) else None


def _planned(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "is planning an offensive", "was preparing an operation to retake the town"."""
    verb = reading.tokens[noun.head]
    table = load_table("incidents")
    if noun.dep not in {"dobj", "nsubjpass"} or verb.lemma not in _PLANS or verb.pos != "VERB":
        return None
    if reading.has(noun.i, table["peaceful"].words, "amod", "compound", "nmod"):
        return None
    if noun.lemma == "operation":  # a firm prepares operations too
        retakes = any(
            t.lemma in table["seize"].words | {"take", "free"}
            for t in reading.children(noun.i, "acl", "relcl")
        )
        armed = reading.has(noun.i, table["anew"].words | {"ground", "air"}, "amod", "compound")
        if not (retakes or armed):
            return None
    return verb


def _is_hostile(reading: Reading, noun: Token, verb: Token) -> bool:
    """Say whether measures are against somebody, or hang on what he does: steps to build trust are none."""
    harsh = load_table("incidents")["harsh"].words
    if noun.lemma in load_table("incidents")["sanction noun"].words:
        return bool(agent_side(reading, verb.i))
    preps = [p for i in (noun.i, verb.i) for p in reading.children(i, "prep")]
    answers = any(
        p.lemma == "against" or reading.has(p.i, {"response", "retaliation"}, "pobj") for p in preps
    )
    clauses = reading.children(verb.i, "advcl")
    depends = any(reading.has(t.i, {"if", "unless", "until"}, "mark") for t in clauses)
    return answers or depends or reading.has(noun.i, harsh, "amod")


def _has_owner(reading: Reading, noun: Token) -> bool:
    """Read "the threat of sanctions from Washington", "the president's threat of war"."""
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"from", "by"}]
    owners = [o for p in preps for o in reading.children(p.i, "pobj")]
    owners += reading.children(noun.i, "poss", "amod")
    return any(people_or_sides(reading, t.i) for t in owners)
