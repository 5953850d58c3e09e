"""What somebody makes clear, or is clear about: "the minister made it clear that he would not go"."""

from collections.abc import Iterator

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import can_speak, speaker_token, speakers_of
from detente.extract.syntax import SUBJECTS
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Token


def made_plain(reading: Reading, word: Token) -> Iterator[Voice]:
    """Read "made clear that …", "was adamant that …": what the subject says, where that can speak."""
    verb = reading.tokens[word.head]
    if verb.lemma not in {"make", "be"} or word.lemma not in load_table("speech")["plain"].words:
        return
    subject = speaker_token(reading, verb)
    if not subject or subject.i > verb.i or reading.negated(verb.i):
        return
    person = subject.text.lower() not in {"it", "this", "that"} and reading.actors(subject.i)
    if verb.lemma == "be" and (word.dep != "acomp" or not person):
        return  # "it is clear that", "the result was clear"
    speaks = can_speak(subject) or subject.pos == "PRON" or reading.actors(subject.i)
    speakers = speakers_of(reading, subject.i) if speaks else ()
    for clause in _clauses(reading, verb, word) if speakers else ():
        tokens = sorted(reading.doc.subtree(clause.i))
        content = Content(reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)
        if voice := voice_of(reading, speakers, content, verb.i):
            yield voice
        return


def _clauses(reading: Reading, verb: Token, word: Token) -> Iterator[Token]:
    for token in (t for top in (word, verb) for t in reading.children(top.i, "ccomp", "advcl")):
        told = token.i > word.i and reading.has(token.i, {"that"}, "mark")
        if told and reading.children(token.i, *SUBJECTS, "expl"):
            yield token
