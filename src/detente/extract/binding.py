"""Whether a verb of promising or hoping binds its subject: to an act of its own, and to none of force or wrong."""

from detente.extract.duties import named_in
from detente.extract.promised import is_force, same_side
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

_HAS = frozenset({"has", "have", "had"})
_PLANS = frozenset({"plan", "intend", "prepare", "vow"})


def binds_itself(reading: Reading, verb: Token) -> bool:
    """Say whether what the verb takes is the subject's own act, and no act of force."""
    clauses = [t for t in reading.children(verb.i, "xcomp") if "to" in reading.auxiliaries(t.i)]
    if _is_ill(reading, verb, clauses):
        return False
    stance = load_table("stance")
    if verb.lemma in {"want", "wish"} and any(
        t.lemma in stance["word of courtesy"].words for t in clauses
    ):
        return False  # "I want to thank our partners"
    lot = stance["state"].words | {"die", "see", "hear", "be"}
    if verb.lemma == "expect" and any(t.lemma in lot for t in clauses):
        return False  # "I expect to die here"
    if verb.tag == "VBN" and verb.dep in {"acl", "advcl"}:
        return False  # "a pause intended to let aid in"
    if any(not reading.children(t.i, "nsubj", "nsubjpass") for t in clauses):
        # "we want to see them get back to it" asks others
        return not any(t.lemma == "see" and reading.children(t.i, "ccomp") for t in clauses)
    if verb.lemma in stance["put forward"].words:  # "proposed a truce", "floated the idea"
        return any(t.lemma in stance["put"].words for t in reading.children(verb.i, "dobj"))
    if verb.lemma in {"hope", "want", "expect"}:
        subjects = [
            s for c in reading.children(verb.i, "ccomp") for s in reading.children(c.i, "nsubj")
        ]
        return any(same_side(reading, verb, s) for s in subjects)
    if verb.lemma in {"pledge", "promise", "vow", "offer"}:
        given = reading.children(verb.i, "dobj")
        polite = any(t.lemma in stance["courtesy"].words | stance["prize"].words for t in given)
        return not polite and bool(given or reading.children(verb.i, "ccomp"))
    # "committed to peace"; "committed a crime in the night" is a deed
    if reading.children(verb.i, "dobj") and not reading.children(verb.i, "auxpass"):
        done = {t.lemma for t in reading.children(verb.i, "dobj")}
        return not (done & stance["wrong noun"].words) and _goes_to(reading, verb)
    return _goes_to(reading, verb)


def _is_ill(reading: Reading, verb: Token, clauses: list[Token]) -> bool:
    """Read planned force, which is a threat, and wrongs, to which nobody binds himself: "intends to wreck it"."""
    stance = load_table("stance")
    if verb.lemma in _PLANS and any(is_force(reading, t) for t in clauses):
        return True
    if verb.lemma == "intend" and verb.tag == "VBN" and not reading.auxiliaries(verb.i) & _HAS:
        return True  # "a measure intended to help"
    of_another = stance["of another's wrong"].words  # one may be bound to end what others do
    ill = [t for t in clauses if named_in(reading, t, "dobj") & stance["wrong noun"].words]
    return any(t.lemma in stance["wrong"].words for t in clauses) or any(
        t.lemma not in of_another for t in ill
    )


def is_of_crowd(reading: Reading, verb: Token) -> bool:
    """Read "61 percent of Israelis want to end the war": a share of people binds no side."""
    subject = reading.subject(verb.i)
    share = {"percent", "%", "majority", "poll", "third", "half"}
    return subject is not None and (subject.pos == "NUM" or subject.lemma in share)


def _goes_to(reading: Reading, verb: Token) -> bool:
    """Say whether "committed his government to a truce" names what one is bound to."""
    return verb.lemma == "commit" and any(p.lemma == "to" for p in reading.children(verb.i, "prep"))
