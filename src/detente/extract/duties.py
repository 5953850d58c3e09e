"""Duties that a side is said to have left undone: "has not honoured its word", "has yet to pass the law"."""

from functools import cache

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

_CARES = frozenset({"care", "want"})
_SHOWS = frozenset({"lack", "show", "demonstrate"})


def has_yet(reading: Reading, verb: Token) -> bool:
    """Read "has yet to pass the law"."""
    above = reading.tokens[verb.head]
    told = verb.dep == "xcomp" and above.lemma == "have"
    return told and any(reading.has(i, {"yet"}, "advmod") for i in (above.i, verb.i))


def leaves_undone(reading: Reading, verb: Token) -> bool:
    """Read "has not honoured its word", "never withdrew its guns", "lacks the will", "made no effort"."""
    return verb.lemma in _undone() and (
        _has_no_will(reading, verb)
        or _shows_no_will(reading, verb)
        or _does_not_try(reading, verb)
        or _fails_a_duty(reading, verb)
    )


@cache
def _undone() -> frozenset[str]:
    """Return the verbs that can tell of a duty left undone."""
    stance = load_table("stance")
    return stance["try"].words | stance["duty"].words | _CARES | _SHOWS | {"have"}


def _has_no_will(reading: Reading, verb: Token) -> bool:
    """Read "has no plan to bring them home", "had zero interest in the talks", "does not want them back"."""
    if verb.lemma in _CARES:
        said_no = bool(reading.children(verb.i, "neg"))
        return said_no and bool(reading.auxiliaries(verb.i) & {"do", "does", "did"})
    if verb.lemma != "have":
        return False
    wills = load_table("stance")["will"].words
    return any(
        reading.has(t.i, {"no", "zero", "little"}) or reading.children(verb.i, "neg")
        for t in reading.children(verb.i, "dobj")
        if t.lemma in wills
    )


def _shows_no_will(reading: Reading, verb: Token) -> bool:
    """Read "lacked the will", "have shown no commitment", "showed a lack of good will"."""
    if verb.lemma not in _SHOWS:
        return False
    told = named_in(reading, verb, "dobj")
    missing = told & load_table("stance")["good will"].words
    return bool(missing) and (verb.lemma == "lack" or bool(told & {"lack", "no"}))


def _does_not_try(reading: Reading, verb: Token) -> bool:
    """Read "have made no effort to", "did not take the step", "does not do enough"."""
    table = load_table("stance")
    if verb.lemma not in table["try"].words or not reading.negated(verb.i):
        return False
    return bool(named_in(reading, verb, "dobj") & table["effort"].words)


def _fails_a_duty(reading: Reading, verb: Token) -> bool:
    if verb.lemma not in load_table("stance")["duty"].words:
        return False
    over = verb.tag == "VBD" or reading.auxiliaries(verb.i) & {"has", "have", "had", "did"}
    goes_on = (
        verb.tag == "VBG"
        and verb.dep != "relcl"
        and reading.auxiliaries(verb.i) & {"is", "are", "was", "were"}
    )
    undone = reading.children(verb.i, "neg") or reading.has(verb.i, {"never"}, "advmod")
    return bool(over or goes_on) and bool(undone)


def named_in(reading: Reading, verb: Token, *deps: str) -> set[str]:
    """Return the words of what hangs from a verb; what "people who" do, or what one is against, is of another's doing."""
    return {
        reading.tokens[j].lemma
        for t in reading.children(verb.i, *deps)
        for j in reading.doc.subtree(t.i)
        if not _in_clause(reading, j, t.i)
    }


_AGAINST = frozenset({"against", "amid", "despite", "after", "following"})


def _in_clause(reading: Reading, i: int, top: int) -> bool:
    while i != top:
        token = reading.tokens[i]
        if token.dep == "prep" and token.lemma in _AGAINST:
            return True
        if token.dep == "relcl" and reading.has(i, {"who", "whom"}, "nsubj", "nsubjpass", "dobj"):
            return True
        i = token.head
    return False
