"""Minutes of a meeting: in "ADA ROE (Norway) said that …" the rest of the paragraph is hers, "he said" or not."""

import re
from collections.abc import Iterator, Sequence

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import speaker_token
from detente.extract.unparsed import SHORTEST, Content
from detente.model.annotation import MentionKind, Sentence

# who takes the floor stands in capitals before a land in brackets or an office between commas
_TAKES_FLOOR = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){1,5}(?: \([A-Z][^)]{2,60}\)|, [A-Z][^.]{5,120}?,) "
)
_FEWEST = 2
_LONGEST_NAME = 8  # tokens: "ABDULLAH ALI FADHEL AL-SAADI"


def minutes(reading: Reading, voices: Sequence[Voice]) -> list[Voice]:
    """Give the sentences of a paragraph that nobody is told to say to whoever takes the floor at its head."""
    heads = {p.index: p for p in _heads(reading)}
    if sum(1 for s in heads.values() if _TAKES_FLOOR.match(reading.text, s.start)) < _FEWEST:
        return []
    found: list[Voice] = []
    speaker = None
    for sentence in reading.doc.sentences:
        taken = any(v.start < sentence.end and sentence.start < v.end for v in voices)
        if sentence.index in heads:
            speaker = _at_head(reading, voices, sentence)
        elif speaker and not taken and _words(reading, sentence) >= SHORTEST:
            content = Content(sentence.start, sentence.end)
            voice = voice_of(reading, speaker.speakers, content, speaker.cue)
            found += [voice] if voice else []
    return found


def _heads(reading: Reading) -> Iterator[Sentence]:
    """Give the first sentence of each paragraph."""
    last = -1
    for sentence in reading.doc.sentences:
        if sentence.paragraph != last:
            yield sentence
        last = sentence.paragraph


def _words(reading: Reading, sentence: Sentence) -> int:
    return len(reading.text[sentence.start : sentence.end].split())


def _at_head(reading: Reading, voices: Sequence[Voice], opening: Sentence) -> Voice | None:
    """Return the first voice of a paragraph's first sentence, if it is that of whom the sentence opens with."""
    inside = [v for v in voices if opening.start <= v.start < opening.end and v.cue is not None]
    first = min(inside, key=lambda v: v.start, default=None)
    subject = speaker_token(reading, reading.tokens[first.cue or 0]) if first else None
    named = reading.mention(subject.i) if subject else None
    if named is None or named.kind is not MentionKind.NAME:
        return None
    return first if named.last <= opening.first + _LONGEST_NAME else None
