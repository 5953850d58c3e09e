"""Who says that he will not stop or look on, and so binds himself: "we will not rest", "would not stand by"."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_AHEAD = frozenset({"will", "wo", "would", "shall"})


def is_not_idle(reading: Reading, verb: Token) -> bool:
    """Read "will not hesitate to act", "would not stand by", "will not give up on it"; "will not give up arms" declines."""
    group = load_table("stance")["idle"]
    begun = group.begun_by(verb.lemma)
    if verb.pos != "VERB" or not (verb.lemma in group.words or begun):
        return False
    if not reading.children(verb.i, "neg") or not reading.auxiliaries(verb.i) & _AHEAD:
        return False
    if reading.children(verb.i, "dobj"):
        return False
    beside = reading.children(verb.i, "prt", "prep", "advmod")
    said = {t.text.lower() for t in beside if not reading.children(t.i, "pobj")}
    after = [t for t in reading.tokens[verb.i + 1 : verb.i + 4] if t.pos != "PUNCT"]
    if len(after) > 1 and after[1].pos not in _NOMINAL:  # "will not stand by as this happens"
        said.add(after[0].text.lower())
    return verb.lemma in group.words or any(set(phrase[1:]) <= said for phrase in begun)
