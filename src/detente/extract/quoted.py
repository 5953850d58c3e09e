"""Quotations that no verb of saying reaches: each sentence of them has the speaker of its neighbours."""

from detente.extract.contents import SHORTEST_QUOTATION, Content, voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import REACH, inside_quotation, speaker_token, speakers_of
from detente.lexicon import load_table
from detente.model.annotation import Quotation, Sentence

# "the UK foreign minister David Lammy said in a statement": a cue comes this soon after a quotation
_BARE_CUE_WITHIN = 14


def with_quotations(reading: Reading, voices: list[Voice]) -> list[Voice]:
    """Give each sentence of a quotation that no verb reaches the speaker of its neighbours."""
    done = list(voices)
    for number, quotation in enumerate(reading.doc.quotations):
        for sentence in _sentences_of(reading, quotation):
            start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
            if len(reading.text[start:end].split()) < SHORTEST_QUOTATION - 2:
                continue
            if any(v.start < end and start < v.end for v in done) or not _stands_alone(
                reading, sentence, start, end
            ):
                continue
            speaker = _neighbour(reading, done, number, sentence)
            if speaker:
                voice = voice_of(reading, speaker.speakers, Content(start, end), speaker.cue)
                if voice:
                    done.append(voice)
    return done


def _sentences_of(reading: Reading, quotation: Quotation) -> list[Sentence]:
    return [s for s in reading.doc.sentences if s.start < quotation.end and quotation.start < s.end]


def _stands_alone(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether nearly all of the sentence stands inside the quotation."""
    outside = reading.text[sentence.start : start] + reading.text[end : sentence.end]
    return len(outside.split()) <= max(2, len(reading.text[start:end].split()) // 2)


def _neighbour(
    reading: Reading, voices: list[Voice], number: int, sentence: Sentence
) -> Voice | None:
    """Find the voice that a lone quotation belongs to: its own other sentences, the next, the last before."""
    quotation = reading.doc.quotations[number]
    own = [v for v in voices if v.start < quotation.end and quotation.start < v.end]
    if own:
        return own[0]
    if (introduced := _introduced(reading, sentence)) is not None:
        return introduced
    same = [v for v in voices if v.start < quotation.start and sentence.start - v.end < REACH]
    return max(same, key=lambda v: v.end, default=None)


def _introduced(reading: Reading, sentence: Sentence) -> Voice | None:
    """Read a verb of saying whose content the parser put into another sentence: 'he said.' alone."""
    for other in (sentence.index, sentence.index + 1, sentence.index - 1):
        if not 0 <= other < len(reading.doc.sentences):
            continue
        near = reading.doc.sentences[other]
        if near.paragraph != sentence.paragraph:
            continue
        voice = _bare_cue(reading, near, after=other > sentence.index)
        if voice and (other != sentence.index - 1 or _ends_open(reading, near)):
            return voice
    return None


def _ends_open(reading: Reading, sentence: Sentence) -> bool:
    return reading.text[sentence.start : sentence.end].rstrip().endswith((":", ","))


def _bare_cue(reading: Reading, sentence: Sentence, *, after: bool) -> Voice | None:
    table = load_table("speech")
    tokens = reading.tokens[sentence.first : sentence.last]
    outside = [t for t in tokens if not inside_quotation(reading, t.start)]
    for token in outside[:_BARE_CUE_WITHIN] if after else outside:
        if token.pos != "VERB":
            continue
        if token.lemma not in table["say"].words:
            continue
        subject = speaker_token(reading, token)
        speakers = speakers_of(reading, subject.i) if subject else ()
        if speakers:
            return Voice(speakers, token.start, token.end, token.i, quoted=True, mixed=False)
    return None
