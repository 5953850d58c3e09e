"""What reads like a promise and binds nobody to the process: talk to the audience, "what I will say", what is asked."""

from detente.extract.promised import is_force
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.lexicon import load_table
from detente.model.annotation import Token

_SELF = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})
_INTO = frozenset({"into", "on", "onto", "toward", "towards", "through"})
_ONWARD = frozenset({"further", "farther", "deeper", "on"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})


def binds_nobody(reading: Reading, token: Token) -> bool:
    """Say whether a word of promising is part of something else."""
    return (
        _is_asked(reading, token)
        or _is_what(reading, token)
        or _is_done(reading, token)
        or _speaks_to_outlet(reading, token)
        or _plans_harm(reading, token)
    )


def speaks_to_hearers(reading: Reading, verb: Token) -> bool:
    """Read "I will tell you", "I'll leave that to the ministry": how one talks, and no act of a side."""
    subject = reading.subject(verb.i)
    words = load_table("stance")["word of courtesy"].words | load_table("speech")["own talk"].words
    return subject is not None and subject.text == "I" and verb.lemma in words


def _is_asked(reading: Reading, token: Token) -> bool:
    """Read "called on them to commit to a truce", "told him to submit a plan", "needs to be ready": asked of them."""
    predicate = reading.tokens[token.head] if token.dep == "acomp" else token
    if "to" not in reading.auxiliaries(predicate.i):
        return False
    above = reading.tokens[predicate.head]
    told = above.lemma in {"tell", "order"} and bool(reading.children(above.i, "dobj", "dative"))
    told |= above.lemma in {"call", "appeal"} and reading.has(above.i, {"on", "upon", "to"}, "prep")
    due = predicate.dep == "xcomp" and above.lemma in {"need", "have", "ought"}
    of_another = told or due or bool(reading.children(predicate.i, "nsubj"))
    return of_another or reality(reading, predicate.i) is Reality.DEMANDED


def _is_what(reading: Reading, token: Token) -> bool:
    """Read "what we hope to do", "whom they will meet": a thing that is named by the promise, and tells none."""
    if token.pos not in _VERBAL:
        return False
    predicate = reading.tokens[token.head] if token.dep == "acomp" else token
    chain = [predicate, *reading.children(token.i, "xcomp")]
    return any(
        t.tag == "WP" and t.i < predicate.i
        for verb in chain
        for t in reading.children(verb.i, "dobj", "attr", "pobj")
    )


def _is_done(reading: Reading, token: Token) -> bool:
    """Read "have committed crimes", which is a deed."""
    done = token.lemma == "commit" and "have" in {t.lemma for t in reading.children(token.i, "aux")}
    given = [t for t in reading.children(token.i, "dobj") if t.lemma not in _SELF]
    return done and bool(given) and not reading.children(token.i, "auxpass")


def _speaks_to_outlet(reading: Reading, token: Token) -> bool:
    """Read "agreed to speak on condition of anonymity"."""
    spoken = [t for t in reading.children(token.i, "xcomp") if t.lemma in {"speak", "talk"}]
    on = [p for t in (token, *spoken) for p in reading.children(t.i, "prep") if p.lemma == "on"]
    return bool(spoken) and any(reading.has(p.i, {"condition"}, "pobj") for p in on)


def _plans_harm(reading: Reading, token: Token) -> bool:
    """Read "its plan to stall the talks", "a plan to storm the town", "poised to advance into the town"."""
    below = reading.children(token.i, "acl" if token.pos == "NOUN" else "xcomp")
    acts = [t for t in below if "to" in reading.auxiliaries(t.i)]
    if any(_moves_in(reading, t) for t in acts):
        return True
    wrong = load_table("stance")["wrong"].words
    return token.pos == "NOUN" and any(is_force(reading, t) or t.lemma in wrong for t in acts)


def _moves_in(reading: Reading, verb: Token) -> bool:
    """Read "to push into the province", "to advance further", and no "to advance the talks", "to push for a deal"."""
    moves = verb.lemma in load_table("incidents")["move in"].words
    onward = reading.has(verb.i, _INTO, "prep") or reading.has(verb.i, _ONWARD, "advmod")
    return moves and onward and not reading.children(verb.i, "dobj")
