"""A speech or a statement that an outlet prints whole: "The full text of his speech is as follows: …"."""

import re

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import speakers_of
from detente.extract.unparsed import SHORTEST, Content
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

_OPENING = re.compile(
    r"\b(?:full|complete|entire|whole|following|here|below)\b[^.:]{0,30}?\b(?P<text>text|transcript)\b"
    r"[^.:]{0,80}:",
    re.IGNORECASE,
)


def handed_over(reading: Reading) -> list[Voice]:
    """Give each sentence behind "the full text of his speech follows:" to whoever gave the speech."""
    opening = _OPENING.search(reading.text)
    if opening is None:
        return []
    text = next((t for t in reading.tokens if t.start == opening.start("text")), None)
    colon = next((t for t in reading.tokens if t.end == opening.end()), None)
    speakers = _whose(reading, text) if text else ()
    found = []
    for sentence in reading.doc.sentences if speakers and colon else ():
        start = max(sentence.start, opening.end())
        if start >= sentence.end or len(reading.text[start : sentence.end].split()) < SHORTEST:
            continue
        voice = voice_of(reading, speakers, Content(start, sentence.end), colon.i if colon else 0)
        found += [voice] if voice else []
    return found


def _whose(reading: Reading, text: Token) -> Actors:
    """Return whose a text is: by the paper that it is the text of."""
    papers = load_table("speech")["paper"].words
    for prep in reading.children(text.i, "prep"):
        for paper in reading.children(prep.i, "pobj"):
            if paper.lemma in papers:
                return speakers_of(reading, paper.i)
    return ()
