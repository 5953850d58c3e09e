"""What words tie to another thing: "tied aid to the release", "made it conditional on", "a condition for", "requires"."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

Spans = tuple[tuple[int, int], tuple[int, int]]  # what is held, what holds it


def ties(reading: Reading, token: Token) -> Iterator[Spans]:
    """Give what a word ties and to what."""
    if token.lemma in load_table("stance")["tie"].words and token.pos == "VERB":
        yield from _tied(reading, token)
    elif token.lemma in {"conditional", "contingent", "dependent"}:
        yield from _made_to_hang(reading, token)
    elif token.lemma in {"require", "necessitate", "presuppose"} and token.pos == "VERB":
        yield from _required(reading, token)
    elif token.lemma == "condition" and token.pos == "NOUN":
        yield from _condition_for(reading, token)


def _tied(reading: Reading, verb: Token) -> Iterator[Spans]:
    """Read "links reconstruction to the disarming of the group"."""
    held = reading.children(verb.i, "dobj", "nsubjpass")
    around = (verb, *held)
    preps = [
        p for t in around for p in reading.children(t.i, "prep") if p.lemma in {"to", "on", "with"}
    ]
    ends = [o for p in preps for o in reading.children(p.i, "pobj", "pcomp") if p.i > verb.i]
    laid = verb.dep in {"acl", "amod", "relcl"}  # "a road linking the two" ties nothing
    if not held or not ends or laid or reading.negated(verb.i):
        return
    tied, holds = _span(reading, held[0], before=preps[-1].i), _span(reading, ends[-1])
    find = reading.tracks.find
    if find(reading.text[slice(*tied)]) and find(reading.text[slice(*holds)]):
        yield tied, holds


def _made_to_hang(reading: Reading, adjective: Token) -> Iterator[Spans]:
    """Read "made the release conditional on a truce"."""
    verb = reading.tokens[adjective.head]
    if (
        adjective.dep == "amod" and verb.i < adjective.i
    ):  # the parser gives it to the noun before it
        while verb.dep in {"pobj", "prep", "dobj"}:
            verb = reading.tokens[verb.head]
    held = [t for t in reading.children(verb.i, "dobj") if t.i < adjective.i]
    held += reading.children(adjective.i, "nsubj") if verb.lemma == "make" else []
    near = [*reading.children(adjective.i, "prep"), *reading.children(verb.i, "prep")]
    preps = [p for p in near if p.lemma in {"on", "upon"} and p.i > adjective.i]
    ends = [o for p in preps for o in reading.children(p.i, "pobj", "pcomp")]
    if verb.lemma in {"make", "keep"} and held and ends:
        yield _span(reading, held[0], before=adjective.i), _span(reading, ends[0])


def _required(reading: Reading, verb: Token) -> Iterator[Spans]:
    """Read "a treaty requires open roads", where both are of the process."""
    subject = reading.children(verb.i, "nsubj")
    objects = reading.children(verb.i, "dobj")
    if not subject or not objects or reading.negated(verb.i) or reading.actors(subject[0].i):
        return
    held, holds = _span(reading, subject[0]), _span(reading, objects[0])
    find = reading.tracks.find
    if find(reading.text[slice(*held)]) and find(reading.text[slice(*holds)]):
        yield held, holds


def _condition_for(reading: Reading, noun: Token) -> Iterator[Spans]:
    """Read "made a withdrawal a condition for the treaty", "a truce is a condition for talks"."""
    verb = reading.tokens[noun.head]
    ends = [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma in {"for", "of"}
        for o in reading.children(p.i, "pobj", "pcomp")
    ]
    deps = ("nsubj",) if verb.lemma == "be" else ("dobj", "nsubj", "ccomp")
    named = [
        t
        for t in reading.children(verb.i, *deps)
        if t.i < noun.i and t.i > (verb.i if verb.lemma == "make" else -1)
    ]
    if (
        verb.lemma in {"be", "make", "set", "remain"}
        and ends
        and named
        and not reading.negated(verb.i)
    ):
        yield _span(reading, ends[0]), _span(reading, named[0])


def _span(reading: Reading, token: Token, before: int | None = None) -> tuple[int, int]:
    inside = sorted(
        j for j in reading.doc.subtree(token.i) if before is None or j < before or token.i > before
    )
    return reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end
