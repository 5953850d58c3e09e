"""What a speaker stresses in a noun and no clause: "stressed the need to reopen the road"."""

from detente.extract.reading import Reading
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Token


def point(reading: Reading, cue: Token) -> Content | None:
    """Return the noun phrase that a verb of stressing makes its point of."""
    table = load_table("speech")
    if cue.lemma not in table["stress"].words:
        return None
    for noun in reading.children(cue.i, "dobj"):
        if any(_is_point(reading, reading.tokens[j]) for j in reading.conjuncts(noun.i)):
            inside = sorted(reading.doc.subtree(noun.i))
            return Content(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)
    return None


def _is_point(reading: Reading, noun: Token) -> bool:
    """Say whether a noun is a point that is made, with what it is of: "the importance of talks".

    An infinitive of resolve ("readiness to sign") is what is said by itself.
    """
    table = load_table("speech")
    if noun.lemma not in table["point"].words:
        return False
    clauses = reading.children(noun.i, "acl")
    if noun.lemma in table["resolve"].words and clauses:
        return False
    return bool(clauses or reading.children(noun.i, "prep", "ccomp", "relcl", "advcl"))
