"""What is said: the clause below a verb of saying, the words before ", X said", a quotation beside it."""

from collections.abc import Iterator

from detente.extract.labels import label
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import inside_quotation
from detente.extract.syntax import SUBJECTS
from detente.extract.unparsed import SHORTEST, Content, around, without_clause
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token
from detente.model.entry import Actors

_LONGEST_RELAY = 6  # tokens of ", state news agency SANA said"
_CLAUSAL = ("ccomp", "parataxis", "oprd")


def contents(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Iterator[Content]:
    """Find what is said: the clause below the verb, the clause around it, or a quotation beside it."""
    for content in _contents(reading, sentence, cue, subject):
        if part := _on_this_side(reading, cue, content):
            yield part


def _on_this_side(reading: Reading, cue: Token, content: Content) -> Content | None:
    """Cut what is said at a semicolon behind which another speaks: "Ankara said A; Baku said B"."""
    says = load_table("speech")["say"].words
    start, end = content.start, _end_before_participle(reading, cue, content)
    end = min(end, _end_before_relay(reading, cue, content))
    if _is_parted(reading, cue, content):
        return None
    for mark in reading.tokens[reading.sentence(cue.i).first : reading.sentence(cue.i).last]:
        inside = content.start <= mark.start < content.end
        if mark.text != ";" or not inside or inside_quotation(reading, mark.start):
            continue
        beyond = (start, mark.start) if mark.i < cue.i else (mark.end, end)
        others = [
            t
            for t in reading.verbs
            if beyond[0] <= t.start < beyond[1] and t.lemma in says and t.i != cue.i
        ]
        if any(reading.children(t.i, "nsubj") for t in others):
            start, end = (mark.end, end) if mark.i < cue.i else (start, mark.start)
            if mark.i > cue.i:
                break
    return Content(start, end) if end > start else None


def _end_before_relay(reading: Reading, cue: Token, content: Content) -> int:
    """Return where what is said ends before who relays it: "X said A and that B, the agency reported"."""
    sentence = reading.sentence(cue.i)
    told = [t for t in reading.tokens[cue.i + 1 : sentence.last] if t.end <= content.end]
    while told and told[-1].pos == "PUNCT":
        told.pop()
    if not told or told[-1].tag != "VBD" or told[-1].lemma not in load_table("speech")["say"].words:
        return content.end
    for token in reversed(told[-_LONGEST_RELAY:-1]):
        if token.text == ",":
            return token.start if token.i < told[-1].i - 1 else content.end
        if token.pos not in {"PROPN", "NOUN", "DET", "ADJ"}:
            return content.end
    return content.end


def _end_before_participle(reading: Reading, cue: Token, content: Content) -> int:
    """Return where what is said ends before a speaker goes on: "said A, noting that B" gives A and B apart."""
    says = load_table("speech")["say"].words
    for token in reading.tokens[cue.i : reading.sentence(cue.i).last]:
        inside = content.start < token.start < content.end
        if not inside or token.tag != "VBG" or token.lemma not in says or token.dep != "advcl":
            continue
        after = reading.tokens[token.i - 1].text == "," and reading.children(token.i, "ccomp")
        last = max(reading.doc.subtree(token.i))
        tail = reading.tokens[last].end >= content.end - 1
        if after and tail and not inside_quotation(reading, token.start):
            return reading.tokens[token.i - 1].start
    return content.end


def _is_parted(reading: Reading, cue: Token, content: Content) -> bool:
    """Say whether a semicolon parts a verb from the words before it: "A; Baku rejected that"."""
    between = (t for t in reading.tokens[reading.sentence(cue.i).first : cue.i] if t.text == ";")
    return content.end <= cue.start and any(content.end <= t.start for t in between)


def _contents(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Iterator[Content]:
    quoted = _quotations_beside(reading, sentence, cue)
    # what is thought is content only as a clause of the verb
    says = any(cue.lemma in load_table("speech")[g] for g in ("say", "label"))
    clause = around(reading, sentence, cue, subject) if says and not quoted else None
    clause = clause or clause_below(reading, cue)
    if clause is None and says and not quoted:
        found = (label(reading, cue), *without_clause(reading, sentence, cue, subject))
        clause = next(filter(None, found), None)
    turned = cue.lemma in load_table("speech")["denying"].words or reading.children(cue.i, "neg")
    if (
        clause is not None and turned
    ):  # "doubts that", "does not believe that": part of what is said
        helpers = (t.start for t in reading.children(cue.i, "aux", "neg"))
        first = min((cue.start, *helpers))
        clause = Content(min(first, clause.start), max(cue.end, clause.end))
    if clause is not None:
        yield clause
        yield from _going_on(reading, cue, clause)
    for content in quoted:
        if clause is None or not _overlap(clause, content):
            yield content


def _going_on(reading: Reading, cue: Token, clause: Content) -> Iterator[Content]:
    """Give what is said besides, put back in time as the rest is: "X said A, while B would go on"."""
    for verb in reading.children(cue.i, "conj", "advcl"):
        own = reading.children(verb.i, "nsubj", "nsubjpass", "expl")
        apart = verb.dep == "conj" or reading.has(verb.i, {"while", "whereas"}, "mark")
        put_back = reading.auxiliaries(verb.i) & {"would", "should", "had", "could", "might"}
        if not (own and apart and put_back) or verb.start < max(cue.end, clause.end):
            continue
        if own[0].i < verb.i and not reading.children(verb.i, "ccomp"):
            tokens = sorted(reading.doc.subtree(verb.i))
            yield Content(reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)


def _overlap(a: Content, b: Content) -> bool:
    return a.start < b.end and b.start < a.end


def clause_below(reading: Reading, cue: Token) -> Content | None:
    """Return the clause, or the infinitive, that a verb of saying takes."""
    table = load_table("speech")
    clauses = [t for t in reading.children(cue.i, *_CLAUSAL) if _is_content(reading, cue, t)]
    if not clauses and cue.lemma in table["infinitive"].words:
        clauses = [
            t for t in reading.children(cue.i, "xcomp", "advcl") if _is_told_to(reading, cue, t)
        ]
    if not clauses and cue.lemma in table["gerund"].words:
        clauses = [t for t in reading.children(cue.i, "xcomp", "pcomp") if _is_gerund(reading, t)]
    if not clauses and cue.lemma in table["say"].words:
        return _parted_that(reading, cue)
    if not clauses:
        return None
    tokens = sorted(j for c in clauses for j in reading.doc.subtree(c.i))
    before = [j for j in tokens if j < cue.i]
    after = [j for j in tokens if j > cue.i]
    if after and before and any(t.text == ";" for t in reading.tokens[before[0] : cue.i]):
        before = []  # "Ankara said A; Baku said B"
    kept = after if len(after) >= len(before) else before
    return Content(reading.tokens[kept[0]].start, reading.tokens[kept[-1]].end)


def _parted_that(reading: Reading, cue: Token) -> Content | None:
    """Take the that-clause that other words part from its verb: "reported, citing officials, that …"."""
    for clause in reading.children(cue.i, "advcl"):
        marks = [t for t in reading.children(clause.i, "mark") if t.text.lower() == "that"]
        purpose = marks and reading.tokens[marks[0].i - 1].text.lower() in {"so", "now"}
        if (
            marks
            and not purpose
            and marks[0].i > cue.i
            and reading.children(clause.i, *SUBJECTS, "expl")
        ):
            last = max(reading.doc.subtree(clause.i))
            return Content(reading.tokens[marks[0].i].start, reading.tokens[last].end)
    return None


def _is_told_to(reading: Reading, cue: Token, verb: Token) -> bool:
    """Say whether an infinitive is content: "threatened on Sunday to leave", no end that the act serves.

    Nobody says "to leave" in "the plan that he had vowed to carry out", nor in "called him to discuss it".
    """
    of_another = cue.dep == "relcl" and not reading.has(cue.i, {"who", "which", "that"}, "nsubj")
    calls = cue.lemma == "call" and not reading.has(cue.i, {"on", "upon", "for"}, "prep", "mark")
    calls = calls and not reading.has(verb.i, {"for"}, "mark")
    if of_another or calls:
        return False
    if verb.dep == "advcl" and (verb.i < cue.i or reading.children(cue.i, "dobj", "ccomp")):
        return False
    anonymous = verb.lemma in load_table("speech")["anonymity"].words
    return verb.pos in {"VERB", "AUX"} and "to" in reading.auxiliaries(verb.i) and not anonymous


def _is_gerund(reading: Reading, verb: Token) -> bool:
    """Say whether a verb is a gerund, by itself or by its auxiliary: "having fired"."""
    return any(t.tag == "VBG" for t in (verb, *reading.children(verb.i, "aux", "auxpass")))


def _is_content(reading: Reading, cue: Token, clause: Token) -> bool:
    if clause.pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return False
    if cue.lemma not in load_table("speech")["clause only"].words:
        return True
    if cue.lemma in load_table("assessment")["aloud"].words and reading.children(cue.i, "dobj"):
        return False  # "condemned remarks that the minister made"
    if cue.lemma in load_table("speech")["find out"].words and clause.pos not in {"VERB", "AUX"}:
        return False  # "found the man guilty"
    has_subject = bool(reading.children(clause.i, *SUBJECTS, "expl"))
    return clause.dep == "ccomp" and has_subject


def _quotations_beside(reading: Reading, sentence: Sentence, cue: Token) -> list[Content]:
    """Find the whole-clause quotations of the cue's sentence."""
    found = []
    for quotation in reading.doc.quotations:
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        if end <= start or len(reading.text[start:end].split()) < SHORTEST:
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
