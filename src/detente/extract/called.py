"""What somebody calls a thing, and which thing it is: "called the strikes illegal", "a plan he described as madness"."""

from detente.extract.reading import Reading
from detente.model.annotation import Token


def called(reading: Reading, verb: Token) -> tuple[set[Token], list[Token]]:
    """Return the words of what something is called, and the nouns of what that is: "the strikes illegal"."""
    things = reading.children(verb.i, "dobj", "nsubjpass")
    below = [
        p for i in (verb.i, *(a.i for a in things)) for p in reading.children(i, "prep", "oprd")
    ]
    names = [t for t in below if t.lemma == "as" or t.dep == "oprd"]
    for clause in reading.children(verb.i, "ccomp"):
        if clause.pos in {"ADJ", "NOUN"}:  # "considers the strikes illegal"
            things += reading.children(clause.i, "nsubj")
            names += [clause]
    inside = {a for t in things for a in reading.doc.subtree(t.i)}
    words = {reading.tokens[j] for t in names for j in reading.doc.subtree(t.i) if j not in inside}
    return words, [_meant(reading, verb, t) for t in things] or _told_of(reading, verb)


def _meant(reading: Reading, verb: Token, thing: Token) -> Token:
    """Return what "which" stands for."""
    return (
        reading.tokens[verb.head] if thing.tag in {"WDT", "WP"} and verb.dep == "relcl" else thing
    )


def _told_of(reading: Reading, verb: Token) -> list[Token]:
    """Return the noun of "a plan he described as madness"."""
    bare = verb.dep == "relcl" and not reading.children(verb.i, "dobj", "nsubjpass")
    return [reading.tokens[verb.head]] if bare else []
