"""What sounds like asking and asks nothing: "pushed the army out", "a lever to press him", "is vital to trade"."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

_ASIDE = frozenset(
    {"back", "out", "away", "aside", "through", "into", "closer", "further", "farther", "past", "across", "off", "over",
     "towards", "toward", "deeper", "forward"}
)  # fmt: skip

_OPEN = frozenset({"why", "how", "when", "where", "perhaps", "maybe", "possibly"})


def shoves(reading: Reading, verb: Token, force: frozenset[str]) -> bool:
    """Read "pressed an offensive", "pushed the army out", "pushes the city closer to the brink"."""
    asks = reading.children(verb.i, "xcomp", "ccomp") or reading.has(verb.i, {"for"}, "prep")
    aside = reading.has(verb.i, _ASIDE, "prt", "advmod", "prep") and not asks
    return aside or any(t.lemma in force for t in reading.children(verb.i, "dobj"))


def is_means(reading: Reading, verb: Token) -> bool:
    """Read "a lever to press Moscow", "the means that they have to press him", which nobody has used."""
    above = reading.tokens[verb.head]
    by_means = verb.dep in {"acl", "relcl"} and above.lemma in load_table("stance")["means"].words
    by_means = by_means or (verb.dep == "xcomp" and above.lemma == "have")
    return by_means and "to" in reading.auxiliaries(verb.i)


def is_of_things(reading: Reading, verb: Token) -> bool:
    """Read "making peace demands patience", "peace requires it", asked for by nobody; a resolution or a report may ask."""
    own = reading.children(verb.i, "nsubj", "csubj")
    matter = load_table("assessment")["matter"].words | {"relation", "relations", "situation"}
    abstract = own and (own[0].dep == "csubj" or own[0].tag == "VBG" or own[0].lemma in matter)
    return verb.lemma in {"demand", "require"} and bool(abstract)


def points_elsewhere(reading: Reading, verb: Token) -> bool:
    """Read "Baku asked for it": what is asked for stands in another sentence, and nobody is asked."""
    if reading.children(verb.i, "xcomp", "ccomp", "dobj", "advcl"):
        return False
    of = [o for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")]
    return bool(of) and all(o.text.lower() in {"it", "that", "this", "them"} for o in of)


def serves(reading: Reading, adjective: Token) -> bool:
    """Read "security is essential to trade", "pressure is vital to free them": what a thing is good for."""
    above = reading.tokens[adjective.head]
    things = [t for t in reading.children(above.i, "nsubj") if t.pos in {"NOUN", "PROPN"}]
    below = [*reading.children(adjective.i, "prep", "xcomp"), *reading.children(above.i, "xcomp")]
    acts = [t for t in below if t.dep == "xcomp" or t.lemma in {"to", "for"}]
    return bool(things and acts)


def muses(reading: Reading, verb: Token, *, due: bool, needs: bool) -> bool:
    """Read "what has to be done", "why they should leave", "perhaps there needs to be one", "is not necessary"."""
    predicate = reading.tokens[verb.head] if due else verb
    if due and reading.negated(predicate.i):
        return True
    if reading.has(verb.i, {"yet"}, "advmod"):  # "has yet to act": told, and asked of nobody
        return True
    if reading.has(verb.i, {"whether", "if"}, "mark"):  # "whether he must leave" is a question
        return True
    if reading.has(predicate.i, _OPEN, "advmod") or verb.lemma == "know":
        return True
    if needs and (verb.dep == "relcl" or reading.auxiliaries(verb.i) & {"might", "may", "could"}):
        return True
    done = [predicate, *reading.children(predicate.i, "xcomp")]
    named = (o for t in done for o in reading.children(t.i, "nsubj", "nsubjpass", "dobj"))
    return any(o.tag == "WP" for o in named)
