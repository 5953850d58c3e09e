"""What stands side by side and the parser ran together, parted again: clauses, names, the dateline."""

from collections.abc import Sequence

from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE = 16  # tokens of "BAKU/YEREVAN, Azerbaijan, Sept 20 (The Newswire) -"
_SHORTEST_NAME = 3


def part_parallels(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Part what the parser joined: "X freed ten and Y freed two", "the office of X and the council of Y"."""
    mended = list(tokens)
    for sentence in sentences:
        _part_dateline(mended, sentence)
        for token in tokens[sentence.first : sentence.last]:
            if token.dep == "conj" and token.lemma in load_table("speech")["say"].words:
                _part_report(mended, token, sentence)
                _rejoin_report(mended, mended[token.i], sentence)
            elif token.dep == "conj" and token.pos in _NOMINAL and token.head < token.i:
                _part_clauses(mended, token, sentence)
                _part_owners(mended, token, sentence)
    return tuple(mended)


def _part_dateline(tokens: list[Token], sentence: Sentence) -> None:
    """Let "YEREVAN (The Wire) —" hang from nothing in the sentence behind it."""
    first = tokens[sentence.first]
    if not first.text.isupper() or len(first.text) < _SHORTEST_NAME:
        return
    head = tokens[sentence.first : min(sentence.first + _DATELINE, sentence.last - 1)]
    dash = next((t.i for t in head if t.text in _DASHES and tokens[t.i - 1].end < t.start), None)
    if dash is None or any(t.pos in {"VERB", "AUX"} for t in head[: dash - sentence.first]):
        return
    if any(t.dep == "ROOT" for t in head[: dash - sentence.first]):
        return
    for token in tokens[sentence.first : dash + 1]:
        if token.head > dash:
            tokens[token.i] = token._replace(head=token.i, dep="dep")


def _part_clauses(tokens: list[Token], subject: Token, sentence: Sentence) -> None:
    """Give the second clause the subject that was joined to the object of the first."""
    verb = _verb_after(tokens, subject, sentence)
    joined = tokens[subject.head]
    if verb is None or _subjects_of(tokens, verb, sentence) - {joined.i}:
        return
    first = tokens[joined.head] if joined.dep == "dobj" else tokens[verb.head]
    # the object of one verb taken for the subject of the same verb told again
    is_taken = joined.dep in _SUBJECTS and joined.head == verb.i and first.lemma == verb.lemma
    is_object = joined.dep == "dobj" or is_taken
    if not is_object or first.pos != "VERB" or not first.i < joined.i or verb.head != first.i:
        return
    if not _subjects_of(tokens, first, sentence) - {joined.i}:
        return
    tokens[joined.i] = joined._replace(head=first.i, dep="dobj")
    tokens[subject.i] = subject._replace(head=verb.i, dep="nsubj")
    tokens[verb.i] = verb._replace(dep="conj")
    if tokens[subject.i - 1].dep == "cc":
        tokens[subject.i - 1] = tokens[subject.i - 1]._replace(head=first.i)


def _rejoin_report(tokens: list[Token], says: Token, sentence: Sentence) -> None:
    """Read "she said that both had met, and stressed that …": she stresses it, not both.

    What is said is put back in time, and the second verb of saying is not.
    """
    inside = tokens[sentence.first : sentence.last]
    first = tokens[says.head]
    while first.dep == "conj" and first.head != first.i:
        first = tokens[first.head]
    cue = tokens[first.head]
    said = load_table("speech")["say"].words
    reported = first.dep == "ccomp" and cue.lemma in said and cue.i < first.i < says.i
    if not reported or says.tag != "VBD" or cue.tag != "VBD":
        return
    helped = {t.head for t in inside if t.dep in {"aux", "auxpass"}}
    put_back = first.i in helped or first.tag in {"VBZ", "VBP"}
    own = [t for t in inside if t.head == says.i]
    if not put_back or says.i in helped or any(t.dep in _SUBJECTS for t in own):
        return
    if any(t.dep in {"ccomp", "dobj"} for t in own):
        tokens[says.i] = says._replace(head=cue.i)
        for t in inside:
            if t.dep == "cc" and t.head == says.head and t.i < says.i:
                tokens[t.i] = t._replace(head=cue.i)


def _part_report(tokens: list[Token], said: Token, sentence: Sentence) -> None:
    """Read "X will free ten and Y will free two, both said": what stands before the comma is said."""
    first = tokens[said.head]
    inside = tokens[sentence.first : sentence.last]
    own = [t for t in inside if t.head == said.i]
    subject = min((t.i for t in own if t.dep == "nsubj"), default=None)
    if said.tag not in _FINITE or subject is None or first.dep != "ROOT":
        return
    if any(t.dep in {"ccomp", "dobj", "xcomp"} for t in own):
        return
    comma = max((t.i for t in inside if t.text == "," and t.i < subject), default=None)
    if comma is None or any(t.dep == "cc" and t.i == comma + 1 for t in inside):
        return
    if any(t.pos in {"VERB", "AUX"} for t in tokens[comma:subject]):
        return
    tokens[said.i] = said._replace(head=said.i, dep="ROOT")
    tokens[first.i] = tokens[first.i]._replace(head=said.i, dep="ccomp")


def _verb_after(tokens: Sequence[Token], subject: Token, sentence: Sentence) -> Token | None:
    """Return the finite verb right behind a noun, with nothing but auxiliaries between."""
    for token in tokens[subject.i + 1 : sentence.last]:
        if token.pos == "VERB":
            helped = tokens[token.i - 1].pos == "AUX"
            return token if helped or token.tag in _FINITE else None
        if token.pos != "AUX":
            return None
    return None


def _subjects_of(tokens: Sequence[Token], verb: Token, sentence: Sentence) -> set[int]:
    inside = tokens[sentence.first : sentence.last]
    return {t.i for t in inside if t.head == verb.i and t.dep in _SUBJECTS}


def _part_owners(tokens: list[Token], second: Token, sentence: Sentence) -> None:
    """Join "the administration of B" to "the office of A" and not to A."""
    owner = tokens[second.head]
    of = tokens[owner.head]
    first = tokens[of.head]
    inside = tokens[sentence.first : sentence.last]
    below = [t for t in inside if t.head == second.i]
    own = any(t.dep == "prep" and t.lemma == "of" for t in below) and any(
        t.dep == "det" for t in below
    )
    if not own or owner.pos != "PROPN" or owner.dep != "pobj" or of.lemma != "of":
        return
    if first.pos == "NOUN" and second.pos == "NOUN":
        tokens[second.i] = second._replace(head=first.i)
