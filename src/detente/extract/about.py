"""What a passage is about that has no cue word of its own: what was told before it, and in the rest of the text."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.lexicon import load_table

SENTENCES_BEFORE = 2  # those that tell what a passage without a cue is about
_FADING = 0.75  # of a cue's weight, for each sentence that lies between
_AFTER = 0.5  # what comes later tells less of a passage than what went before
_OF_THE_BEST = 0.7
_AT_TALKS = frozenset({"table", "invitation", "delegation"})  # "did not want Turkey at the table"
_REACH = 16  # sentences; what is farther weighs next to nothing


def tracks_about(
    reading: Reading,
    start: int,
    end: int,
    *,
    before: int = SENTENCES_BEFORE,
    on_the_whole: bool = True,
) -> tuple[str, ...]:
    """Return the tracks of a passage.

    They are those that its own words name, else its sentence's, else those of the last of ``before``
    sentences that has any, else, ``on_the_whole``, what the text around it is on, else the main track. Talks on
    nothing that is named are on the main track too.
    """
    if own := reading.tracks.find(reading.text[start:end]):
        return own
    around = [s.index for s in reading.doc.sentences if s.start < end and start < s.end]
    if not around:
        return reading.tracks.otherwise
    at = around[0]
    near = range(at, max(at - before, 0) - 1, -1)
    for index in near:
        if cued := reading.cues[index]:
            return cued
    if not on_the_whole or any(_is_of_talks(reading, index) for index in near):
        return reading.tracks.otherwise
    return tuple(_on_the_whole(reading, at)) or reading.tracks.otherwise


def _is_of_talks(reading: Reading, index: int) -> bool:
    """Say whether a sentence is on people who meet or are to."""
    table = load_table("meetings")
    sentence = reading.doc.sentences[index]
    nouns = table["noun"].words | _AT_TALKS
    return any(
        t.lemma in (nouns if t.pos in {"NOUN", "PROPN"} else table["meet"].words)
        for t in reading.tokens[sentence.first : sentence.last]
    )


def _on_the_whole(reading: Reading, at: int) -> Iterator[str]:
    """Give the tracks that weigh most by their nearness to a sentence and by their share in the text."""
    weights = dict(reading.cue_shares)
    first = max(at - _REACH, 0)
    for index, cued in enumerate(reading.cues[first : at + _REACH + 1], start=first):
        weight = _FADING ** abs(index - at) * (_AFTER if index > at else 1)
        for track in cued:
            weights[track] += weight / len(cued)
    best = max(weights.values(), default=0.0)
    for one in reading.process.tracks:
        if weights.get(one.id, 0.0) >= _OF_THE_BEST * best > 0:
            yield one.id
