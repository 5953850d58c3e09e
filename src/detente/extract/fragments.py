"""What is blamed in a few quoted words inside the outlet's own: 'accused them of "an outrage"'."""

from detente.extract.reading import Reading
from detente.extract.speakers import inside_quotation
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Quotation, Token

_FEWEST_WORDS = 4  # fewer are a term that is only marked as such
_ASIDE = frozenset({"conj", "advcl", "parataxis"})


def judges(verb: Token) -> bool:
    """Say whether a verb that is none of saying charges or condemns."""
    speech = load_table("speech")
    says = any(verb.lemma in speech[g] for g in ("say", "believe", "infinitive", "label"))
    return not says and _blames(verb)


def _blames(verb: Token) -> bool:
    stance = load_table("stance")
    return any(verb.lemma in stance[g] for g in ("accuse", "condemn"))


def fragment(reading: Reading, cue: Token) -> Content | None:
    """Return a verb with what it takes, where that holds words of the speaker between quotation marks."""
    sentence = reading.sentence(cue.i)
    if not _blames(cue) and cue.lemma not in load_table("speech")["label"].words:
        return None
    for quotation in reading.doc.quotations:
        if not cue.end <= quotation.start < quotation.end <= sentence.end + 1:
            continue
        words = reading.text[quotation.start : quotation.end].split()
        if len(words) < _FEWEST_WORDS:
            continue
        if (part := _part_with(reading, cue, quotation)) is not None:
            last = max(reading.doc.subtree(part.i))
            return Content(cue.start, max(reading.tokens[last].end, quotation.end))
    return None


def _part_with(reading: Reading, cue: Token, quotation: Quotation) -> Token | None:
    """Return what hangs from a verb and holds a quotation that no other verb of saying takes."""
    first = next(
        (t for t in reading.tokens[cue.i :] if t.start > quotation.start and t.pos != "PUNCT"), None
    )
    below = first
    while below is not None and below.head != cue.i:
        above = reading.tokens[below.head]
        outside = not inside_quotation(reading, above.start)
        told = above.pos == "VERB" and outside and (judges(above) or _says(above))
        if above.i == below.i or told:
            return None
        below = above
    return below if below is not None and below.dep not in _ASIDE and below.i > cue.i else None


def _says(verb: Token) -> bool:
    speech = load_table("speech")
    return any(verb.lemma in speech[g] for g in ("say", "label"))
