"""Words of judgement that judge nothing where they stand: "not far from Madrid", "on this track", "deepen cooperation"."""

from detente.extract.reading import Reading
from detente.extract.roles import people_or_sides
from detente.lexicon import load_table
from detente.model.annotation import Token

_DISTANCE = frozenset({"far", "close", "near"})
_HANDLES = frozenset(
    {"discuss", "address", "describe", "mention", "raise", "debate", "handle", "cover", "explain"}
)
_GROWS = frozenset({"deepen", "heighten", "strengthen"})
_WILL = frozenset({"will", "would", "'ll", "to"})


def has_other_sense(reading: Reading, token: Token) -> bool:
    """Say whether a word or a phrase that it begins has another sense here than that of a judgement."""
    return (
        _is_of_place(reading, token)
        or _is_split(reading, token)
        or (token.pos == "VERB" and _is_other_verb(reading, token))
        or _is_handled(reading, token)
        or _is_untold(reading, token)
    )


def _is_of_place(reading: Reading, token: Token) -> bool:
    """Read "not far from Madrid", "closer to mid-October", "far from proving it"; "far from over" judges."""
    if token.lemma not in _DISTANCE or token.pos not in {"ADV", "ADJ", "ADP"}:
        return False
    preps = [p for p in reading.children(token.i, "prep") if p.lemma in {"from", "to"}]
    ends = [o for p in preps for o in reading.children(p.i, "pobj", "pcomp")]
    if preps and token.i and reading.tokens[token.i - 1].lemma == "not":
        return True  # "not far from the school"
    return any(
        o.pos in {"PROPN", "NUM"} or o.tag == "VBG" or bool(reading.place_at(o.i)) for o in ends
    )


def _is_split(reading: Reading, token: Token) -> bool:
    """Read "on this track", "broke the figures down", which are no "on track" and no "broke down"."""
    if token.lemma == "on":
        return token.i + 1 >= len(reading.tokens) or reading.tokens[token.i + 1].lemma != "track"
    return token.lemma == "break" and bool(reading.children(token.i, "dobj"))


def _is_other_verb(reading: Reading, verb: Token) -> bool:
    """Read "challenged the minister", "to de-escalate", "deepens its cooperation", "will escalate its campaign"."""
    if verb.lemma == "challenge":
        return True
    if verb.lemma == "escalate":
        eases = reading.tokens[verb.i - 1].text in {"-", "de-"} or verb.text.startswith("de-")
        planned = reading.auxiliaries(verb.i) & _WILL and reading.children(verb.i, "dobj")
        subject = reading.subject(verb.i) if planned else None
        return eases or (subject is not None and bool(people_or_sides(reading, subject.i)))
    good = load_table("stance")["shared"].words | {"work", "partnership", "tie", "ties", "trust"}
    return verb.lemma in _GROWS and any(
        t.lemma in good or reading.has(t.i, good, "conj") for t in reading.children(verb.i, "dobj")
    )


def _is_handled(reading: Reading, noun: Token) -> bool:
    """Read "discussed the crisis", which is a topic."""
    verb = reading.tokens[noun.head]
    return noun.pos == "NOUN" and noun.dep == "dobj" and verb.lemma in _HANDLES


def _is_untold(reading: Reading, word: Token) -> bool:
    """Read "it was unclear who had fired", which tells what the outlet does not know."""
    verb = reading.tokens[word.head]
    return word.lemma == "unclear" and reading.has(verb.i, {"it"}, "nsubj", "expl")
