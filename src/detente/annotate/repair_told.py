"""What is told, hung from the verb that tells it: "told the families of those held that the war would go on"."""

from collections.abc import Sequence

from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CONTENT = frozenset({"ccomp", "xcomp", "parataxis"})
_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
# tokens of "a joint sitting of both houses of the national assembly in Port Sudan"
_LONGEST_HEARER = 14
_LONGEST_SAYER = 14  # tokens of ", a senior official of the foreign ministry in Baku said"


def hang_told_from_telling(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Make content of the clause that the parser took for more about the hearer: "told the agency that it left".

    Told by a "that" which is no part of its clause, by mark or since the clause has a subject besides.
    """
    mended = list(tokens)
    tells = load_table("speech")["to hearer"].words
    for verb in tokens:
        if verb.lemma not in tells or verb.pos != "VERB" or verb.tag not in _ACTIVE:
            continue
        that = next((t for t in tokens[verb.i + 1 : verb.i + _LONGEST_HEARER] if _ends(t)), None)
        clause = tokens[that.head] if that and that.text.lower() == "that" else None
        if that is None or clause is None or clause.dep != "relcl" or clause.i < that.i:
            continue
        below = tokens[verb.i + 1 : clause.i + 1]
        led = any(t.head == clause.i and t.dep in _SUBJECTS and t.i > that.i for t in below)
        told = any(t.head == verb.i and t.dep in _CONTENT for t in below)
        if led and not told and _hangs_from(tokens, clause.head, verb.i):
            mended[clause.i] = clause._replace(head=verb.i, dep="ccomp")
            mended[that.i] = that._replace(head=clause.i, dep="mark", pos="SCONJ", tag="IN")
    return tuple(mended)


def _ends(token: Token) -> bool:
    """Say whether a token ends the name of a hearer: "that", a verb, a mark."""
    return token.text.lower() == "that" or token.pos in {"VERB", "AUX", "PUNCT"}


def _hangs_from(tokens: Sequence[Token], i: int, top: int) -> bool:
    while tokens[i].head != i and i > top:
        i = tokens[i].head
    return i == top


def raise_closing_sayings(
    tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Token, ...]:
    """Make the main verb of ", X said" that ends a sentence: all before the comma is what X says.

    "Paris has told Kyiv it will send more, a senior official said": the parser hangs it from "told".
    """
    mended = list(tokens)
    says = load_table("speech")["say"].words
    for sentence in sentences:
        verb = _closing(tokens, sentence, says)
        if verb is None:
            continue
        top = next(t for t in tokens[sentence.first : sentence.last] if t.head == t.i)
        if top.i < verb.i and top.pos in {"VERB", "AUX"}:
            mended[top.i] = top._replace(head=verb.i, dep="ccomp")
            mended[verb.i] = verb._replace(head=verb.i, dep="ROOT")
    return tuple(mended)


def _closing(tokens: Sequence[Token], sentence: Sentence, says: frozenset[str]) -> Token | None:
    """Return the verb of saying behind the last comma that has a subject there and says nothing behind itself."""
    tells = load_table("speech")["to hearer"].words
    last = sentence.last
    comma = next((t.i for t in reversed(tokens[sentence.first : last]) if t.text == ","), None)
    if comma is None:
        return None
    for verb in tokens[comma + 1 : min(last, comma + _LONGEST_SAYER)]:
        if verb.tag != "VBD" or verb.lemma not in says or verb.dep not in {"ccomp", "advcl"}:
            continue
        inside = tokens[comma + 1 : last]
        below = [t for t in inside if t.head == verb.i]
        subject = next((t for t in below if t.dep == "nsubj" and t.i < verb.i), None)
        heard = frozenset() if verb.lemma in tells else frozenset({"dobj"})
        content = {t.dep for t in below} & (_CONTENT | heard | {"mark", "conj"})
        before = {t.dep for t in tokens[verb.head : comma] if t.head == verb.i}
        ends = all(t.pos != "VERB" for t in tokens[verb.i + 1 : last])
        if subject and not content and not before and ends and verb.head < comma:
            opens = comma + 1 == min(t.i for t in inside if _hangs_from_or_is(tokens, t.i, verb.i))
            return verb if opens else None
    return None


def _hangs_from_or_is(tokens: Sequence[Token], i: int, top: int) -> bool:
    while tokens[i].head != i and i != top:
        i = tokens[i].head
    return i == top
