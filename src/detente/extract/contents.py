"""What is said: the clause below a verb of saying, the words before ", X said", a quotation beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.reading import Reading, Voice
from detente.extract.syntax import SUBJECTS
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token
from detente.model.entry import Actors

# A quotation of fewer words is a fragment of the reporter's sentence.
SHORTEST_QUOTATION = 4


_BREAKS = frozenset(",\"'”’—–-:.!?")


# An apposition behind the verb ("said Minister X, who leads the talks,") is seldom longer.
_LONGEST_INSET = 12
_ADVERBIAL = ("prep", "npadvmod", "advmod", "tmod")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
# ", he said, and left for the airport": what follows is the reporter's again
_GOES_ON = frozenset({"and", "but", "who", "which", "as", "while", "after", "before", "when", "'s"})


_CLAUSAL = ("ccomp", "parataxis", "oprd")


@dataclass(frozen=True, slots=True)
class Content:
    """The offsets of what is said."""

    start: int
    end: int


def contents(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Iterator[Content]:
    """Find what is said: the clause below the verb, the clause around it, or a quotation beside it."""
    quoted = _quotations_beside(reading, sentence, cue)
    clause = None if quoted else _around(reading, sentence, cue, subject)
    clause = clause or clause_below(reading, cue)
    if clause is None and not quoted:
        clause = (
            _clause_above(reading, sentence, cue, subject)
            or _label(reading, cue)
            or _as_said(reading, sentence, cue)
            or _rest(reading, sentence, cue)
        )
    if clause is not None:
        yield clause
    for content in quoted:
        if clause is None or not _overlap(clause, content):
            yield content


def _overlap(a: Content, b: Content) -> bool:
    return a.start < b.end and b.start < a.end


def clause_below(reading: Reading, cue: Token) -> Content | None:
    """Return the clause, or the infinitive, that a verb of saying takes."""
    table = load_table("speech")
    clauses = [t for t in reading.children(cue.i, *_CLAUSAL) if _is_content(reading, cue, t)]
    if not clauses and cue.lemma in table["infinitive"].words:
        clauses = [
            t
            for t in reading.children(cue.i, "xcomp")
            if t.pos in {"VERB", "AUX"} and "to" in reading.auxiliaries(t.i)
            if t.lemma not in table["anonymity"].words
        ]
    if not clauses and cue.lemma in table["gerund"].words:
        clauses = [t for t in reading.children(cue.i, "xcomp", "pcomp") if _is_gerund(reading, t)]
    if not clauses:
        return None
    tokens = sorted(j for c in clauses for j in reading.doc.subtree(c.i))
    before = [j for j in tokens if j < cue.i]
    after = [j for j in tokens if j > cue.i]
    kept = after if len(after) >= len(before) else before
    return Content(reading.tokens[kept[0]].start, reading.tokens[kept[-1]].end)


def _is_gerund(reading: Reading, verb: Token) -> bool:
    """Say whether a verb is a gerund, by itself or by its auxiliary: "having fired"."""
    return any(t.tag == "VBG" for t in (verb, *reading.children(verb.i, "aux", "auxpass")))


def _is_content(reading: Reading, cue: Token, clause: Token) -> bool:
    if clause.pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return False
    if cue.lemma not in load_table("speech")["clause only"].words:
        return True
    has_subject = bool(reading.children(clause.i, *SUBJECTS, "expl"))
    return clause.dep == "ccomp" and has_subject


def _clause_above(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Content | None:
    """Take the words before ", X said" whatever the parser made of them."""
    if subject is None or cue.lemma in load_table("speech")["clause only"].words:
        return None
    if reading.children(cue.i, "mark") or cue.dep in {"relcl", "acl", "pcomp", "xcomp"}:
        return None
    phrase = [j for j in reading.doc.subtree(subject.i) if j < cue.i]
    opening = min(phrase, default=cue.i) if subject.i < cue.i else cue.i
    if opening <= sentence.first or not _is_break(reading, opening - 1):
        return None
    before = reading.tokens[sentence.first : opening - 1]
    if len(before) < SHORTEST_QUOTATION or not any(t.pos in {"VERB", "AUX"} for t in before):
        return None
    return Content(before[0].start, before[-1].end)


def _around(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Content | None:
    """Take the sentence around "X, he said, Y" whole: its two halves are one thing said."""
    if subject is None or cue.dep in {"relcl", "acl", "pcomp", "xcomp", "conj"}:
        return None
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
    if len(after) < SHORTEST_QUOTATION or after[0].lemma in _GOES_ON or after[0].tag == "VBG":
        return None
    return Content(sentence.start, sentence.end)


def _is_comma(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text in {",", "-", "–", "—", "--"}


def _as_said(reading: Reading, sentence: Sentence, cue: Token) -> Content | None:
    """Take the sentence of "as X said, …" without these words."""
    if cue.dep != "advcl" or not any(
        t.text.lower() == "as" for t in reading.children(cue.i, "mark")
    ):
        return None
    aside = sorted(reading.doc.subtree(cue.i))
    start, end = reading.tokens[aside[0]].start, reading.tokens[aside[-1]].end
    if start - sentence.start > sentence.end - end:
        return Content(sentence.start, start)
    return Content(end, sentence.end)


def _rest(reading: Reading, sentence: Sentence, cue: Token) -> Content | None:
    """Take what follows a plain verb of saying where the parser saw no clause that it takes."""
    table = load_table("speech")
    if cue.lemma not in table["say"].words or cue.lemma in table["clause only"].words:
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
    rest = reading.tokens[first : min((*others, sentence.last))]
    if len(rest) < SHORTEST_QUOTATION or rest[0].pos in {"PUNCT", "CCONJ", "ADP"}:
        return None
    if not any(t.tag in _FINITE for t in rest):
        return None
    return Content(rest[0].start, rest[-1].end)


def _is_break(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text[-1] in _BREAKS


def _label(reading: Reading, cue: Token) -> Content | None:
    """Take "described the move as provocative" whole, the verb with it."""
    if cue.lemma not in load_table("speech")["label"].words:
        return None
    objects = reading.children(cue.i, "dobj")
    quality = reading.children(cue.i, "oprd", "xcomp", "ccomp") or [
        t
        for base in (cue, *objects)
        for t in reading.children(base.i, "prep")
        if t.text.lower() == "as"
    ]
    if not quality or not (objects or cue.lemma != "call" or _quotes(reading, cue)):
        return None
    has_object = objects
    last = max(j for part in (*has_object, *quality) for j in reading.doc.subtree(part.i))
    return Content(cue.start, reading.tokens[last].end)


def _quotes(reading: Reading, cue: Token) -> bool:
    """Say whether a verb's phrase holds quoted words."""
    end = reading.sentence(cue.i).end
    return any(cue.end < q.start < end for q in reading.doc.quotations)


def _quotations_beside(reading: Reading, sentence: Sentence, cue: Token) -> list[Content]:
    """Find the whole-clause quotations of the cue's sentence."""
    found = []
    for quotation in reading.doc.quotations:
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        if end <= start or len(reading.text[start:end].split()) < SHORTEST_QUOTATION:
            continue
        if _hangs_elsewhere(reading, start, end, cue):
            continue
        found.append(Content(start, end))
    return found


def _hangs_elsewhere(reading: Reading, start: int, end: int, cue: Token) -> bool:
    """Say whether a quotation is part of a phrase of the reporter's own and no clause of its own."""
    inside = [t for t in reading.tokens if start <= t.start < end]
    if not any(t.pos in {"VERB", "AUX"} for t in inside):
        return True
    before = reading.text[max(0, start - 3) : start]
    opens_clause = start < 3 or before.rstrip()[:1] in {"", ",", ":", ".", "?", "!"}
    tops = [t for t in inside if not start <= reading.tokens[t.head].start < end]
    near_cue = any(t.head == cue.i or t.i == t.head for t in tops)
    return not (opens_clause or near_cue or len(inside) > 10)


def voice_of(reading: Reading, speakers: Actors, content: Content, cue: int | None) -> Voice | None:
    """Build the voice of a content; nothing where fewer than two words are left."""
    start, end = reading.trim(content.start, content.end)
    if len(reading.text[start:end].split()) < 2:
        return None
    inside = _quoted_length(reading, start, end)
    whole = inside >= (end - start) - 3
    return Voice(speakers, start, end, cue, quoted=whole, mixed=not whole and inside > 0)


def _quoted_length(reading: Reading, start: int, end: int) -> int:
    return sum(max(0, min(end, q.end) - max(start, q.start)) for q in reading.doc.quotations)
