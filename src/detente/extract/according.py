"""Words that name a source beside a whole clause: "according to X", "in the view of X"."""

from collections.abc import Iterator

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import inside_quotation, speakers_of
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token

_ACCORDING = frozenset({"accord", "according"})


def according_to(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    """Read "according to X" and "in the view of X": the rest of the sentence is what X says."""
    sources = _ACCORDING | load_table("speech")["view"].words
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.lemma not in sources or inside_quotation(reading, token.start):
            continue
        top, source = _source_of(reading, token)
        speakers = speakers_of(reading, source.i) if source else ()
        if not speakers:
            continue
        span = sorted(reading.doc.subtree(top.i))
        start = reading.tokens[span[0]].start
        end = reading.tokens[span[-1]].end
        before, after = Content(sentence.start, start), Content(end, sentence.end)
        top_verb = next((t for t in _main_verbs(reading, sentence)), None)
        longer = start - sentence.start > sentence.end - end
        content = before if (top_verb.start < start if top_verb else longer) else after
        voice = voice_of(reading, speakers, content, None)
        if voice:
            yield voice


def _main_verbs(reading: Reading, sentence: Sentence) -> Iterator[Token]:
    tokens = reading.tokens[sentence.first : sentence.last]
    return (t for t in tokens if t.dep == "ROOT" and t.pos in {"VERB", "AUX"})


def _source_of(reading: Reading, token: Token) -> tuple[Token, Token | None]:
    """Return the top of a phrase that names a source, and the head of the source's own phrase."""
    if token.lemma in _ACCORDING:
        below = [
            o for p in reading.children(token.i, "prep") for o in reading.children(p.i, "pobj")
        ]
        return token, next(iter(below or reading.children(token.i, "pobj")), None)
    above = reading.tokens[token.head]
    of_thing = reading.tokens[above.head].pos == "NOUN" and above.i == above.head + 1
    viewed = token.lemma in load_table("speech")["view"].words and above.lemma in {"in", "to"}
    if viewed and not of_thing:  # "a shift in his views" is nobody's view
        owners = reading.children(token.i, "poss") or [
            o
            for p in reading.children(token.i, "prep")
            if p.lemma == "of"
            for o in reading.children(p.i, "pobj")
        ]
        return above, next(iter(owners), None)
    return token, None
