"""What is said where the parser sees no clause below the verb of saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token

# Fewer words are no clause, and a quotation of fewer is a fragment of the reporter's sentence.
SHORTEST = 4
# An apposition behind the verb ("said Minister X, who leads the talks,") is seldom longer.
_LONGEST_INSET = 12
# "claimed in turn that", "said on Friday in Baku that"
_THAT_WITHIN = 7
_ADVERBIAL = ("prep", "npadvmod", "advmod", "tmod")
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
# ", he said, and left for the airport": what follows is the reporter's again
_GOES_ON = frozenset({"and", "but", "who", "which", "as", "while", "after", "before", "when", "'s"})
# verbs that need nothing behind them: the fighting stopped, and the talks continued
_BY_ITSELF = frozenset({"continue", "read", "call", "charge", "point"})
_BREAKS = frozenset(",\"'”’—–-:.!?")
_COMMAS = frozenset({",", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Content:
    """The offsets of what is said."""

    start: int
    end: int


def around(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Content | None:
    """Take the sentence around "X, he said, Y" whole: its two halves are one thing said."""
    if subject is None or cue.dep in {"relcl", "acl", "pcomp", "xcomp", "conj"}:
        return None
    asked = reading.children(cue.i, "advcl")
    if any(t.lemma in {"ask", "press"} and t.tag == "VBN" and t.i < cue.i for t in asked):
        return None  # "Asked if it would do, he said, …"
    phrase = [j for j in reading.doc.subtree(subject.i) if j < cue.i or j - cue.i < _LONGEST_INSET]
    opening, closing = min((*phrase, cue.i)), max((*phrase, cue.i))
    own = {j for c in reading.children(cue.i, *_ADVERBIAL) for j in reading.doc.subtree(c.i)}
    while (
        closing + 1 < sentence.last and closing + 1 in own and not _is_comma(reading, closing + 1)
    ):
        closing += 1
    if closing + 1 >= sentence.last or opening - 1 <= sentence.first:
        return None
    if not (_is_comma(reading, opening - 1) and _is_comma(reading, closing + 1)):
        return None
    after = reading.tokens[closing + 2 : sentence.last]
    # "Baku, he said, wants peace": a verb parted from its subject may be short
    least = SHORTEST - 1 if after and after[0].pos in {"VERB", "AUX"} else SHORTEST
    if len(after) < least or after[0].lemma in _GOES_ON or after[0].tag == "VBG":
        return None
    return Content(sentence.start, sentence.end)


def _is_comma(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text in _COMMAS


def without_clause(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Iterator[Content | None]:
    """Give what the words before, around and after a verb of saying can be, the likeliest first."""
    yield _clause_above(reading, sentence, cue, subject)
    yield _as_said(reading, sentence, cue)
    yield _after_that(reading, sentence, cue)
    yield _rest(reading, sentence, cue)


def _clause_above(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Content | None:
    """Take the words before ", X said" whatever the parser made of them."""
    carrier = _relaying(reading, cue)
    if carrier is not None:  # "…, the agency quoted X as saying"
        cue, subject = carrier, reading.subject(carrier.i)
    elif cue.lemma in load_table("speech")["clause only"].words and not _closes(reading, cue):
        return None
    if subject is None or reading.children(cue.i, "mark"):
        return None
    if cue.dep in {"relcl", "acl", "pcomp", "xcomp"}:
        return None
    phrase = [j for j in reading.doc.subtree(subject.i) if j < cue.i]
    opening = min(phrase, default=cue.i) if subject.i < cue.i else cue.i
    if opening <= sentence.first or not _is_break(reading, opening - 1):
        return None
    before = reading.tokens[sentence.first : opening - 1]
    verbs = [
        t
        for t in before
        if t.pos in {"VERB", "AUX"}
        and t.lemma not in {"accord", "according"}
        and "relcl" not in {t.dep, reading.tokens[t.head].dep}  # "a copy of which was seen"
    ]
    aside = bool(before) and before[0].tag == "VBG" and before[0].head == cue.i
    if len(before) < SHORTEST or not verbs or aside:  # "Underlining its role, the ministry said …"
        return None
    return Content(before[0].start, before[-1].end)


def _relaying(reading: Reading, cue: Token) -> Token | None:
    """Return the verb of "quoted X as saying", "was reported to have said" where nothing follows."""
    above = reading.tokens[cue.head]
    if cue.dep == "pcomp" and above.text.lower() == "as":
        above = reading.tokens[above.head]
    elif cue.dep != "xcomp" or not reading.children(above.i, "nsubjpass"):
        return None
    relays = above.lemma in load_table("speech")["relayed"].words
    return above if relays and _closes(reading, cue) else None


def _closes(reading: Reading, cue: Token) -> bool:
    """Say whether a verb of saying ends its sentence, but for when and where it was said."""
    if cue.tag not in {"VBD", "VBZ", "VBG", "VBN"} or cue.lemma in _BY_ITSELF:
        return False
    own = {j for c in reading.children(cue.i, *_ADVERBIAL) for j in reading.doc.subtree(c.i)}
    behind = reading.tokens[cue.i + 1 : reading.sentence(cue.i).last]
    return all(t.pos == "PUNCT" or t.i in own for t in behind)


def _is_break(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text[-1] in _BREAKS


def puts_it(reading: Reading, verb: Token) -> bool:
    """Read "as Roe put it", where what is put is what stands beside."""
    put = verb.lemma == "put" and reading.has(verb.i, {"it"}, "dobj")
    return put and reading.has(verb.i, {"as"}, "mark")


def _as_said(reading: Reading, sentence: Sentence, cue: Token) -> Content | None:
    """Take the sentence of "as X said, …" without these words."""
    if cue.dep != "advcl" or not any(
        t.text.lower() == "as" for t in reading.children(cue.i, "mark")
    ):
        return None
    told = cue.lemma in load_table("speech")["to hearer"].words
    if not told and reading.children(cue.i, "dobj"):
        return None  # "as the army continued its advance"
    aside = sorted(reading.doc.subtree(cue.i))
    start, end = reading.tokens[aside[0]].start, reading.tokens[aside[-1]].end
    if start - sentence.start > sentence.end - end:
        return Content(sentence.start, start)
    return Content(end, sentence.end)


def _after_that(reading: Reading, sentence: Sentence, cue: Token) -> Content | None:
    """Take what follows "that" where words stand between it and the verb: "claimed in turn that …"."""
    if cue.lemma in load_table("assessment")["aloud"].words:
        return None  # "condemned remarks that the minister made"
    for token in reading.tokens[cue.i + 1 : min(cue.i + _THAT_WITHIN, sentence.last)]:
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return None
        if token.text.lower() == "so":
            return None  # "told the council so that it would hear"
        if token.text.lower() == "that" and (token.tag == "IN" or token.dep == "mark"):
            rest = reading.tokens[token.i + 1 : sentence.last]
            named = any(t.dep in {"nsubj", "nsubjpass", "expl", "csubj"} for t in rest)
            if named and any(t.tag in FINITE for t in rest):
                return Content(rest[0].start, rest[-1].end)
    return None


def _rest(reading: Reading, sentence: Sentence, cue: Token) -> Content | None:
    """Take what follows a plain verb of saying where the parser saw no clause that it takes."""
    table = load_table("speech")
    if cue.lemma not in table["say"].words or cue.lemma in table["clause only"].words:
        return None
    if cue.tag == "VBG" and cue.head > cue.i:  # "Underlining the rift, state media announced …"
        return None
    first = cue.i + 1
    aside = {
        j
        for c in reading.children(cue.i, *_ADVERBIAL, "dative", "dobj")
        if c.dep != "dobj" or cue.lemma in table["to hearer"].words
        for j in reading.doc.subtree(c.i)
    }
    while first < sentence.last and (first in aside or first == cue.i):
        first += 1
    others = [t.i for t in reading.children(cue.i, "conj", "cc") if t.i > first]
    inset = cue.dep in {"relcl", "acl"} and cue.tag != "VBG"
    last = max(reading.doc.subtree(cue.i)) + 1 if inset else sentence.last
    rest = reading.tokens[first : min((*others, last))]
    if len(rest) < SHORTEST or rest[0].pos in {"PUNCT", "CCONJ", "ADP"}:
        return None
    finite = next((t for t in rest if t.tag in FINITE), None)
    if finite is None or _is_object(reading, cue, rest[0], finite):
        return None
    return Content(rest[0].start, rest[-1].end)


def _is_object(reading: Reading, cue: Token, first: Token, finite: Token) -> bool:
    """Read "declared martial law on Sunday, hours after …": a comma parts the object from what follows."""
    if cue.lemma not in load_table("speech")["declare"].words:
        return False
    inside = {j for t in reading.children(cue.i, "dobj") for j in reading.doc.subtree(t.i)}
    comma = any(t.text == "," for t in reading.tokens[first.i : finite.i])
    return first.i in inside and finite.i not in inside and comma
