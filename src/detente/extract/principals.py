"""Whose acts a readout tells: an official's, not those of the spokesperson who signs it."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Sentence
from detente.model.entry import Actors


def principals(reading: Reading) -> dict[int, Actors]:
    """Return the official of whom each sentence of a signed text tells, by the sentence's number."""
    if not reading.sender:
        return {}
    told = ((s.index, _principal(reading, s)) for s in reading.doc.sentences)
    return {index: who for index, who in told if who}


def _principal(reading: Reading, sentence: Sentence) -> Actors:
    """Read "The Secretary thanked the Foreign Minister"."""
    acts = load_table("speech")["say"].words | load_table("speech")["readout"].words
    for token in reading.tokens[sentence.first : sentence.last]:
        subject = reading.subject(token.i) if token.dep == "ROOT" else None
        if subject and token.lemma in acts and subject.dep == "nsubj":
            who = reading.actors(subject.i)
            official = bool(who) and all(reading.side_of(r).id != r.id for r in who)
            return who if official else ()
    return ()
