"""What a speaker calls a thing: "described the move as provocative", "rejected it as unfair"."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Token


def label(reading: Reading, cue: Token) -> Content | None:
    """Take a thing's name with the verb that gives it: active, or passive with who gives it."""
    if cue.lemma not in load_table("speech")["label"].words:
        return None
    objects = reading.children(cue.i, "dobj")
    named = [t for t in objects if t.tag not in {"WP", "WDT"}]
    passive = reading.children(cue.i, "nsubjpass") if reading.children(cue.i, "agent") else []
    quality = reading.children(cue.i, "oprd", "xcomp", "ccomp") or list(_after_as(reading, cue))
    if not quality or not (named or passive or _quotes(reading, cue)):
        return None
    last = max(j for part in (*objects, *quality) for j in reading.doc.subtree(part.i))
    first = min((cue.i, *(j for part in passive for j in reading.doc.subtree(part.i))))
    return Content(reading.tokens[first].start, reading.tokens[last].end)


def _after_as(reading: Reading, cue: Token) -> Iterator[Token]:
    """Give the "as" that names the quality, or what it stands before: "as difficult"."""
    for j in sorted(reading.doc.subtree(cue.i)):
        token = reading.tokens[j]
        if j > cue.i and token.text.lower() == "as" and token.dep in {"prep", "advmod", "mark"}:
            yield reading.tokens[token.head] if token.dep != "prep" else token


def _quotes(reading: Reading, cue: Token) -> bool:
    """Say whether a verb's phrase holds quoted words."""
    end = reading.sentence(cue.i).end
    return any(cue.end < q.start < end for q in reading.doc.quotations)
