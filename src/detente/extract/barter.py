"""Phrases that join what is held to what holds it: "in return for", "only if", "provided they stay"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.extract.reading import Reading
from detente.model.annotation import Token

_PHRASES = (
    "in return for",
    "in exchange for",
    "as long as",
    "so long as",
    "on condition that",
    "provided that",
    "only if",
    "as soon as",
    "only when",
    "only once",
    "only with",
    "only by",
    "only through",
    "in case",
    "in the event that",
    "in the event of",
)
_BARTER = {
    first: [words for p in _PHRASES if (words := tuple(p.split()))[0] == first]
    for first in {p.split()[0] for p in _PHRASES}
}  # by the word that begins them
_OPEN = frozenset({"would", "will", "could", "can", "should", "must", "may", "might", "to"})
_HASTE = frozenset({"possible", "practicable", "feasible", "practical", "ever"})


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that holds another, by offsets: all of it, what is held and what is required."""

    start: int
    end: int
    gated: tuple[int, int]
    required: tuple[int, int]
    firm: bool = False  # the words alone make a condition: "unless"
    bound: bool = False  # what is held waits for the other: "not until", "only after"


def phrase_gates(reading: Reading, token: Token) -> Iterator[Gate]:
    """Find the gate that a phrase of terms opens at a token."""
    for words in _BARTER.get(token.text.lower(), ()):
        here = reading.tokens[token.i : token.i + len(words)]
        if tuple(t.text.lower() for t in here) == words and not _is_fact(reading, here):
            yield from _after_phrase(reading, token, here[-1])
    if token.text.lower() == "provided" and _joins_clause(reading, token):
        yield from _after_phrase(reading, token, token)


def _is_fact(reading: Reading, phrase: Sequence[Token]) -> bool:
    """Read "were freed in exchange for three hostages", which is done, and "surrounded only by walls"."""
    first, last = phrase[0], phrase[-1]
    verb = reading.tokens[last.head if first.lemma == "only" else first.head]
    helpers = reading.auxiliaries(verb.i)
    if helpers & _OPEN:
        return False
    if first.lemma == "only":
        return last.lemma == "by" and any(t.dep == "pobj" for t in reading.below[last.i])
    barter = last.lemma == "for" and verb.tag == "VBN"
    return barter and bool(helpers & {"was", "were", "being", "been"})


def _after_phrase(reading: Reading, token: Token, last: Token) -> Iterator[Gate]:
    """Split a sentence at words that join what is held to what holds it."""
    sentence = reading.sentence(token.i)
    following = last.i + 1
    if following >= sentence.last or reading.tokens[following].lemma in _HASTE:
        return
    required = (last.end, sentence.end)
    gated = (sentence.start, token.start)
    if gated[1] - gated[0] < 8:
        comma = reading.text.find(",", required[0], sentence.end)
        if comma < 0:
            return
        required, gated = (required[0], comma), (comma, sentence.end)
    yield Gate(*reading.trim(sentence.start, sentence.end), gated, required, firm=True)


def _joins_clause(reading: Reading, provided: Token) -> bool:
    """Read "provided they stay", and not "provided the aid" or "was provided": a subject follows."""
    if provided.tag != "VBN" or provided.dep == "ROOT" or reading.auxiliaries(provided.i):
        return False
    for token in reading.tokens[provided.i + 1 : provided.i + 5]:
        if token.dep in {"nsubj", "nsubjpass"}:
            return token.head > provided.i
        if token.pos in {"VERB", "AUX", "ADP", "PUNCT"}:
            return False
    return False
