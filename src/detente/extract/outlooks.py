"""How things are said to go or to end by more than one word: "could collapse", "faces hurdles", "called it 'a farce'"."""

from detente.extract.called import called
from detente.extract.reading import Reading
from detente.extract.relevance import stands_in_process
from detente.extract.roles import agent
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Sign

_MAY = frozenset({"could", "may", "might", "can", "will", "would", "'ll"})


def by_outlook(reading: Reading, token: Token) -> Sign | None:
    """Read what may come, what one faces and what one cannot do."""
    bad = _may_end_badly(reading, token) or _faces(reading, token) or _cannot(reading, token)
    if not bad:
        return None
    return Sign.BAD if stands_in_process(reading, token) else None


def _may_end_badly(reading: Reading, verb: Token) -> bool:
    """Read "the truce could collapse", "thousands may starve"."""
    ends = load_table("assessment")["end badly"].words
    if verb.pos != "VERB" or verb.lemma not in ends or reading.negated(verb.i):
        return False
    if reading.children(verb.i, "dobj") and agent(reading, verb.i):
        return False  # "the army would escalate its campaign" threatens
    supposed = reading.has(verb.i, {"if", "unless", "when", "until"}, "mark", "advmod")
    helpers = reading.auxiliaries(verb.i)
    return bool(helpers & _MAY) and "have" not in helpers and not supposed


def _faces(reading: Reading, verb: Token) -> bool:
    """Read "the plan faces hurdles", "met with resistance", "runs into trouble"."""
    table = load_table("assessment")
    if verb.pos != "VERB" or verb.lemma not in table["face"].words or reading.negated(verb.i):
        return False
    ends = [o for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")]
    met = [*reading.children(verb.i, "dobj"), *ends]
    return any(t.lemma in table["trouble"].words for t in met)


def _cannot(reading: Reading, token: Token) -> bool:
    """Read "has been unable to deliver aid", "incapable of ending it"."""
    if token.lemma not in {"unable", "incapable", "powerless"} or token.dep not in {
        "acomp",
        "oprd",
    }:
        return False
    above = reading.tokens[token.head]
    told = [*reading.children(token.i, "xcomp", "prep"), *reading.children(above.i, "xcomp")]
    return bool(told) and not reading.children(above.i, "neg")


def by_label(reading: Reading, token: Token, verb: Token) -> tuple[Sign, Actors] | None:
    """Read "described the plan as 'madness'": a label between quotation marks is a judgement, and so is a bad word."""
    table, stance = load_table("assessment"), load_table("stance")
    if token.i != verb.i or verb.lemma not in table["label"].words or reading.negated(verb.i):
        return None
    words, things = called(reading, verb)
    of_it = table["matter"].words | load_table("incidents")["noun"].words | table["labelled"].words
    if not any(t.lemma in of_it for t in things):
        return None
    quotations = reading.doc.quotations
    quoted = {t for t in words if any(q.start <= t.start < q.end for q in quotations)}
    wrongs = stance["wrong noun"].words | (stance["wrong adjective"].words - stance["dismay"].words)
    named = {w for t in words for w in (t.lemma, t.text.lower())}
    good, bad = named & table["good word"].words, named & table["bad word"].words
    if named & wrongs or not (quoted or good or bad):
        return None
    return (Sign.GOOD if good and not bad else Sign.BAD), agent(reading, verb.i)
