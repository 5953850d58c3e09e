"""Duties that a side is said to have left undone: "has not honoured its word", "has yet to pass the law"."""

from detente.extract.reading import Reading
from detente.model.annotation import Token


def has_yet(reading: Reading, verb: Token) -> bool:
    """Read "has yet to pass the law"."""
    above = reading.tokens[verb.head]
    told = verb.dep == "xcomp" and above.lemma == "have"
    return told and any(reading.has(i, {"yet"}, "advmod") for i in (above.i, verb.i))


def leaves_undone(reading: Reading, verb: Token, duties: frozenset[str]) -> bool:
    """Read "has not honoured its word", "has yet to pass the law", "never withdrew its guns"."""
    if verb.lemma == "have":  # "has no plan to bring them home", "had zero interest in the talks"
        void = [
            t
            for t in reading.children(verb.i, "dobj")
            if t.lemma in {"plan", "interest", "intention", "desire", "will", "wish", "intent"}
        ]
        return any(
            reading.has(t.i, {"no", "zero", "little"}) or reading.children(verb.i, "neg")
            for t in void
        )
    if verb.lemma in {"lack", "show", "demonstrate"}:  # "have shown a lack of will"
        missing = {"will", "commitment", "seriousness", "goodwill", "sincerity", "intention"}
        told = named_in(reading, verb, "dobj")
        return bool(told & missing) and (verb.lemma == "lack" or bool(told & {"lack", "no"}))
    if verb.lemma in {"make", "take", "do", "undertake", "exert"}:  # "have made no effort to"
        tried = named_in(reading, verb, "dobj") & {"effort", "step", "attempt", "move", "enough"}
        return bool(tried) and reading.negated(verb.i)
    if verb.lemma in {"care", "want"} and reading.auxiliaries(verb.i) & {"do", "does", "did"}:
        return bool(reading.children(verb.i, "neg"))  # "does not want the refugees back"
    if verb.lemma not in duties:
        return False
    over = reading.auxiliaries(verb.i) & {"has", "have", "had", "did"} or verb.tag == "VBD"
    return bool(over) and bool(
        reading.children(verb.i, "neg") or reading.has(verb.i, {"never"}, "advmod")
    )


def named_in(reading: Reading, verb: Token, *deps: str) -> set[str]:
    """Return the words of what hangs from a verb; what "people who" do is of another's doing."""
    return {
        reading.tokens[j].lemma
        for t in reading.children(verb.i, *deps)
        for j in reading.doc.subtree(t.i)
        if not _in_clause(reading, j, t.i)
    }


def _in_clause(reading: Reading, i: int, top: int) -> bool:
    while i != top:
        token = reading.tokens[i]
        if token.dep == "relcl" and reading.has(i, {"who", "whom"}, "nsubj", "nsubjpass", "dobj"):
            return True
        i = token.head
    return False
