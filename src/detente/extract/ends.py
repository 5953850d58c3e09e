"""What must be done for an end: "for the talks to succeed, the shelling must stop"."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.reading import Reading
from detente.model.annotation import Sentence, Token

_OPENS = frozenset({"for", "to", "in"})
_LONGEST_END = 20  # tokens before the comma


@dataclass(frozen=True, slots=True)
class End:
    """The words of an end, and those of what must be done for it."""

    gated: tuple[int, int]
    required: tuple[int, int]


def ends(reading: Reading) -> Iterator[End]:
    """Find every sentence that opens with an end and says what must be done for it."""
    for sentence in reading.doc.sentences:
        if end := _end(reading, sentence):
            yield end


def _end(reading: Reading, sentence: Sentence) -> End | None:
    tokens = reading.tokens[sentence.first : sentence.last]
    words = [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]
    if not words or words[0].text.lower() not in _OPENS:
        return None
    comma = next((t for t in tokens[:_LONGEST_END] if t.text == ","), None)
    if comma is None or not _is_end(reading, words[0], comma):
        return None
    rest = [t for t in tokens if t.i > comma.i]
    if not any(_is_duty(reading, t) for t in rest if t.dep in {"ROOT", "ccomp"}):
        return None
    return End((words[0].start, comma.start), (comma.end, rest[-1].end))


def _is_end(reading: Reading, first: Token, comma: Token) -> bool:
    """Say whether the words before a comma are an infinitive: "for X to", "in order to", "to reach"."""
    inside = reading.tokens[first.i : comma.i]
    infinitives = [t for t in inside if t.tag == "TO" and reading.tokens[t.head].tag == "VB"]
    plain = first.text.lower() != "in" or (len(inside) > 1 and inside[1].text.lower() == "order")
    return bool(infinitives) and plain


def _is_duty(reading: Reading, verb: Token) -> bool:
    needs = verb.lemma in {"need", "have"} and bool(reading.children(verb.i, "xcomp"))
    return needs or bool({t.text.lower() for t in reading.children(verb.i, "aux")} & {"must"})
